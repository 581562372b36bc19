import { expect, test } from 'vitest';
import { Fraction, squareRoot } from '../../../src/lang/modules/exact-fractions.ts';

const third = new Fraction(1n, 3n);

test('fractions are added, multiplied and divided exactly', () => {
  const sum = third.plus(third).plus(third);
  expect(sum.above).toBe(sum.below);
  const { above, below } = third.times(new Fraction(6n, 7n)).dividedBy(new Fraction(2n, 7n));
  expect(above).toBe(below);
  expect(third.minus(third).above).toBe(0n);
  expect(third.over(2).below).toBe(6n);
});

test('a square root is rounded once', () => {
  expect(squareRoot(new Fraction(2n, 1n))).toBe(Math.SQRT2);
  expect(squareRoot(new Fraction(9n, 16n))).toBe(0.75);
  expect(squareRoot(new Fraction(10n ** 400n, 1n))).toBe(1e200);
  expect(squareRoot(Fraction.ZERO)).toBe(0);
});
