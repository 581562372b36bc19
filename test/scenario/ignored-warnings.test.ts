import { expect, test } from 'vitest';
import { SourceFile } from '../../src/base/source-text.ts';
import { withoutIgnored } from '../../src/scenario/ignored-warnings.ts';

const span = { line: 1, column: 1, endLine: 1, endColumn: 2 };
const warning = { severity: 'warning', code: 'no-effect', message: 'm', span } as const;
const left = (line: string, codes: readonly string[] = []) =>
  withoutIgnored(new SourceFile(line), [warning], new Set(codes)).length;

test.each([
  ['x == 1', 1],
  ['x == 1  # sim: ignore', 0],
  ['x == 1  # sim: ignore no-effect', 0],
  ['x == 1  # sim:ignore never-awaited, no-effect', 0],
  ['x == 1  # sim: ignore never-awaited', 1],
  ['x == 1  # simulated: ignore', 1],
])('after %j are left: %i', (line, expected) => {
  expect(left(line)).toBe(expected);
});

test('a code of the command line is left out everywhere', () => {
  expect(left('x == 1', ['no-effect'])).toBe(0);
  expect(left('x == 1', ['never-awaited'])).toBe(1);
});

test('an error stays', () => {
  const error = { ...warning, severity: 'error' } as const;
  const file = new SourceFile('x  # sim: ignore');
  expect(withoutIgnored(file, [error], new Set(['no-effect']))).toEqual([error]);
});
