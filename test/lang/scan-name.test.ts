// The spec of scan-name.ts. Which texts are identifiers is CPython's str.isidentifier.

import { describe, expect, test } from 'vitest';
import { endOfName, normalizeName } from '../../src/lang/scan-name.ts';

describe('endOfName', () => {
  test.each([
    ['abc+', 3],
    ['_1 ', 2],
    ['1a', 0],
    ['é1', 2],
    ['x̀y', 3],
    ['𝒳2', 3],
    ['·a', 0],
    ['a·', 2],
    ['€', 0],
    ['', 0],
  ])('%j ends at %i', (text, end) => {
    expect(endOfName(text, 0)).toBe(end);
  });
});

test('names are compared in the form NFKC', () => {
  expect(normalizeName('ﬁ')).toBe('fi');
  expect(normalizeName('𝒳')).toBe('X');
  expect(normalizeName('plain')).toBe('plain');
});
