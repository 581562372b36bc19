// The places of the carets, as Lib/traceback.py finds them.

import { expect, test } from 'vitest';
import { anchorsOf, isPlainCall } from '../../src/lang/traceback-anchors.ts';

const marked = (text: string): string | null => {
  const anchors = anchorsOf(text);
  if (anchors === null) return null;
  const { leftLine, leftColumn, rightLine, rightColumn } = anchors;
  return `${leftLine}:${leftColumn}-${rightLine}:${rightColumn}`;
};

test.each([
  ['a + b', '0:2-0:3'],
  ['a // b', '0:2-0:4'],
  ['(a) ** (b)', '0:4-0:6'],
  ['a + b * c', '0:2-0:3'],
  ['a[b]', '0:1-0:4'],
  ['a[b][c]', '0:4-0:7'],
  ['f(x)', '0:1-0:4'],
  ['a.b(c)(d)', '0:6-0:9'],
  ['a +\n b', '0:2-0:3'],
  ['a # + x\n + b', '1:1-1:2'],
])('%j has its anchors at %s', (text, expected) => {
  expect(marked(text)).toBe(expected);
});

test.each(['a', 'a.b', 'x = 1', 'a < b', 'not a', 'a +'])('%j has none', (text) => {
  expect(marked(text)).toBeNull();
});

test('a call that is the whole value of a return or an assignment needs no carets', () => {
  expect(isPlainCall(['return f(x)'], 7, 11)).toBe(true);
  expect(isPlainCall(['y = f(x)'], 4, 8)).toBe(true);
  expect(isPlainCall(['return a.f(x)'], 7, 13)).toBe(false);
  expect(isPlainCall(['return f(x) + 1'], 7, 11)).toBe(false);
  expect(isPlainCall(['a.b = f(x)'], 6, 10)).toBe(false);
});
