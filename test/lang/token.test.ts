// The spec of token.ts.

import { expect, test } from 'vitest';
import { keywords, Tokens } from '../../src/lang/token.ts';

test("the keywords are those of CPython's keyword.kwlist", () => {
  const list =
    'False None True and as assert async await break class continue def del elif else except ' +
    'finally for from global if import in is lambda nonlocal not or pass raise return try while ' +
    'with yield';
  expect([...keywords]).toEqual(list.split(' '));
});

test('a token has a kind, a place and, for words and signs, its text', () => {
  const tokens = new Tokens();
  expect(tokens.last).toBe(undefined);
  tokens.push('name', 0, 1, 'x');
  tokens.push('newline', 1, 2);
  expect([tokens.kinds, tokens.starts, tokens.ends, tokens.texts]).toEqual([
    ['name', 'newline'],
    [0, 1],
    [1, 2],
    ['x', ''],
  ]);
  expect(tokens.last).toBe('newline');
});
