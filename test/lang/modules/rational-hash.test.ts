import { expect, test } from 'vitest';
import { hashOfRatio, plainRatio } from '../../../src/lang/modules/rational-hash.ts';

const MODULUS = (1n << 61n) - 1n;

test('an int has its own hash, and a half the one of 0.5', () => {
  expect(hashOfRatio(7n, 1n)).toBe(7);
  expect(hashOfRatio(-1n, 1n)).toBe(-2);
  // As hash(0.5) on a machine of 64 bits.
  expect(hashOfRatio(1n, 2n)).toBe(1152921504606846976n);
  expect((BigInt(hashOfRatio(1n, 3n)) * 3n) % MODULUS).toBe(1n);
  expect(hashOfRatio(1n, MODULUS)).toBe(314159);
});

test('a third is no float, three quarters are', () => {
  expect(plainRatio(1n, 3n)).toBe(undefined);
  expect(plainRatio(3n, 4n)).toEqual({ value: 0.75 });
  expect(plainRatio(4n, 1n)).toBe(4);
});
