// The lines of one frame, as Lib/traceback.py prints them.

import { expect, test } from 'vitest';
import type { TracebackEntry } from '../../src/asyncio/exceptions.ts';
import { formatFrame } from '../../src/lang/traceback-frame.ts';

const entry = (
  line: number,
  column: number,
  endLine: number,
  endColumn: number,
): TracebackEntry => {
  return { file: 'demo.py', line, column, endLine, endColumn, function: 'f' };
};
const head = (line: number): string => `  File "demo.py", line ${line}, in f\n`;

test('a part of a line is marked, its operator apart', () => {
  expect(formatFrame(entry(1, 9, 1, 14), ['    x = a + b'])).toBe(
    `${head(1)}    x = a + b\n        ~~^~~\n`,
  );
});

test('a whole line without anchors is not marked', () => {
  expect(formatFrame(entry(1, 5, 1, 12), ['    raise x'])).toBe(`${head(1)}    raise x\n`);
});

test('a line that is not there is left out', () => {
  expect(formatFrame(entry(7, 1, 7, 2), ['x'])).toBe(head(7));
  expect(formatFrame(entry(1, 1, 1, 1), ['   '])).toBe(head(1));
});

test('many lines are cut in the middle', () => {
  const source = ['f(', '  1,', '  2,', '  3,', '  4,', ')'];
  expect(formatFrame(entry(1, 1, 6, 2), source)).toBe(
    `${head(1)}    f(\n    ~^\n      1,\n      ^^\n    ...<2 lines>...\n      4,\n      ^^\n    )\n    ^\n`,
  );
});
