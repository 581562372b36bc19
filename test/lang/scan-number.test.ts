// The spec of scan-number.ts: numbers.
// Shapes are those of CPython 3.13's ast, messages those of CPython 3.14.

import { describe, expect, test } from 'vitest';
import { mistakesOf } from './shape.ts';

describe('numbers', () => {
  test.each([
    ['1_000_', '1:1 invalid decimal literal'],
    [
      '0777',
      '1:1 leading zeros in decimal integer literals are not permitted; use an 0o ' +
        'prefix for octal integers',
    ],
    ['0x', '1:1 invalid hexadecimal literal'],
    ['1__0', '1:1 invalid decimal literal'],
    ['1e', '1:1 invalid decimal literal'],
    ['1abc', '1:1 invalid decimal literal'],
    ['0b12', "1:1 invalid digit '2' in binary literal"],
    ['0o8', "1:1 invalid digit '8' in octal literal"],
    ['1_', '1:1 invalid decimal literal'],
    ['1._5', '1:1 invalid decimal literal'],
    ['0xg', '1:1 invalid hexadecimal literal'],
    [
      '0_7',
      '1:1 leading zeros in decimal integer literals are not permitted; use an 0o ' +
        'prefix for octal integers',
    ],
    [
      '00_1',
      '1:1 leading zeros in decimal integer literals are not permitted; use an 0o ' +
        'prefix for octal integers',
    ],
    ['0b', '1:1 invalid binary literal'],
    ['1.5abc', '1:1 invalid decimal literal'],
    ['1_a', '1:1 invalid decimal literal'],
    ['0x1_', '1:1 invalid hexadecimal literal'],
    ['0b1_', '1:1 invalid binary literal'],
    [
      '09',
      '1:1 leading zeros in decimal integer literals are not permitted; use an 0o ' +
        'prefix for octal integers',
    ],
  ])('%j is refused in the words of CPython', (source, message) => {
    expect(mistakesOf(source)).toEqual([message]);
  });
});
