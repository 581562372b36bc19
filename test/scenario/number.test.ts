import { describe, expect, test } from 'vitest';
import { isNumber, readNumber } from '../../src/scenario/number.ts';

describe('a number of the core schema', () => {
  test.each([
    ['12', 'int', 12],
    ['+12', 'int', 12],
    ['-0', 'int', 0],
    ['007', 'int', 7],
    ['0o17', 'int', 15],
    ['0x1F', 'int', 31],
    ['9007199254740992', 'int', 9007199254740992n],
    ['-9007199254740992', 'int', -9007199254740992n],
    ['9007199254740991', 'int', 9007199254740991],
    ['1.0', 'float', 1],
    ['.5', 'float', 0.5],
    ['1.', 'float', 1],
    ['1e3', 'float', 1000],
    ['-1E-2', 'float', -0.01],
    ['-0.0', 'float', -0],
  ])('%s is an %s', (text, type, value) => {
    expect(isNumber(text)).toBe(true);
    expect(readNumber(text)).toEqual({ type, value });
  });

  test.each(['1_000', '0b1', '1:30', '1e', '.', '-', '+', '0x', 'e5', '- 1', '0o8', '', '-0x1'])(
    '%j is none',
    (text) => {
      expect(isNumber(text)).toBe(false);
    },
  );
});

test('infinity and nan are refused, and so is what overflows', () => {
  expect(readNumber('.inf')).toBe('.inf is not a finite number');
  expect(readNumber('-.INF')).toBe('-.INF is not a finite number');
  expect(readNumber('.NaN')).toBe('.NaN is not a finite number');
  expect(readNumber('1e309')).toBe('1e309 is too large for a float');
});

test('an int may have 4300 digits and no more', () => {
  expect(readNumber('9'.repeat(4299))).toMatchObject({ type: 'int' });
  expect(readNumber(`-${'9'.repeat(4300)}`)).toMatchObject({ type: 'int' });
  expect(readNumber('9'.repeat(4301))).toBe('an int has at most 4300 digits');
});
