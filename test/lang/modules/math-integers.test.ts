import { expect, test } from 'vitest';
import { integerFunctions } from '../../../src/lang/modules/math-integers.ts';
import { callMath, expectRecordedMath, mathError } from './call-math.ts';

test('divisors and multiples of any number of ints', () => {
  expect([callMath('gcd'), callMath('gcd', -12, 18), callMath('gcd', 0, 0)]).toEqual([0, 6, 0]);
  expect([callMath('lcm'), callMath('lcm', 4, -6, 10), callMath('lcm', 0, 5)]).toEqual([1, 60, 0]);
  expect(callMath('gcd', 2n ** 70n, 2n ** 65n)).toBe(2n ** 65n);
});

test('counts of arrangements', () => {
  expect(callMath('comb', 100, 50)).toBe(100891344545564193334812497256n);
  expect([callMath('comb', 5, 6), callMath('perm', 5, 2), callMath('perm', 5)]).toEqual([
    0, 20, 120,
  ]);
  expect(callMath('comb', 10n ** 30n, 10n ** 30n - 1n)).toBe(10n ** 30n);
  expect(mathError('comb', 5, -2)).toEqual(['ValueError', 'k must be a non-negative integer']);
  expect(mathError('factorial', -1)).toEqual([
    'ValueError',
    'factorial() not defined for negative values',
  ]);
  expect(mathError('factorial', 10n ** 30n)).toEqual([
    'OverflowError',
    'factorial() argument should not exceed 2147483647',
  ]);
});

test('the root is cut', () => {
  expect([callMath('isqrt', 17), callMath('isqrt', 10n ** 40n - 1n)]).toEqual([4, 10n ** 20n - 1n]);
});

test('every recorded call gives CPython’s answer', () => {
  expectRecordedMath(
    integerFunctions.map(({ name }) => name),
    true,
  );
});
