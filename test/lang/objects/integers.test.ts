import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  addInts,
  bitLength,
  floorDivideInts,
  fromFloat,
  type Int,
  moduloInts,
  multiplyInts,
  normalise,
  powerInts,
  powerModulo,
  scale,
  shiftLeft,
  shiftRight,
  subtractInts,
  toFloat,
  trueDivideInts,
} from '../../../src/lang/objects/integers.ts';
import { plainInterpreter, shown } from './plain-interpreter.ts';

const run = plainInterpreter();

const anyInt = fc
  .oneof(fc.bigInt(-(2n ** 40n), 2n ** 40n), fc.bigInt(-(2n ** 130n), 2n ** 130n))
  .map(normalise);

function property2(law: (a: Int, b: Int) => void): void {
  fc.assert(fc.property(anyInt, anyInt, law), { seed: 20, numRuns: 500 });
}

test('sums, differences and products are those of bigints, in normal form (seed 20)', () => {
  property2((a, b) => {
    expect(addInts(a, b)).toBe(normalise(BigInt(a) + BigInt(b)));
    expect(subtractInts(a, b)).toBe(normalise(BigInt(a) - BigInt(b)));
    expect(multiplyInts(run, a, b)).toBe(normalise(BigInt(a) * BigInt(b)));
  });
});

test('quotient and rest make the dividend, the rest has the sign of the divisor (seed 20)', () => {
  property2((a, b) => {
    if (b === 0) return;
    const [q, r] = [BigInt(floorDivideInts(a, b)), BigInt(moduloInts(a, b))];
    expect(q * BigInt(b) + r).toBe(BigInt(a));
    expect(b > 0 ? r >= 0n && r < BigInt(b) : r <= 0n && r > BigInt(b)).toBe(true);
  });
});

test('true division is rounded once, half to even', () => {
  expect(trueDivideInts(2n ** 53n + 1n, 1)).toBe(2 ** 53);
  expect(trueDivideInts(2n ** 53n + 3n, 1)).toBe(2 ** 53 + 4);
  expect(trueDivideInts(10n ** 400n, 10n ** 399n)).toBe(10);
  expect(trueDivideInts(1, 2n ** 1074n)).toBe(5e-324);
  expect(trueDivideInts(1, 2n ** 1075n)).toBe(0);
  expect(trueDivideInts(3, 2n ** 1075n)).toBe(1e-323);
  expect(trueDivideInts(-(10n ** 30n), 3)).toBe(-3.333333333333333e29);
  expect(shown(run, () => trueDivideInts(10n ** 400n, 1))).toBe(
    'OverflowError: integer division result too large for a float',
  );
});

test('bit lengths', () => {
  const lengths = [0, 1, -1, 255, 256, 2 ** 32 - 1, 2 ** 32, 2 ** 52, 2n ** 100n];
  expect(lengths.map(bitLength)).toEqual([0, 1, 1, 8, 9, 32, 33, 53, 101]);
});

test('shifts go to minus infinity', () => {
  expect(shiftRight(-1, 100)).toBe(-1);
  expect(shiftRight(-5, 1)).toBe(-3);
  expect(shiftRight(2n ** 80n, 79)).toBe(2);
  expect(shiftLeft(run, 1, 60)).toBe(2n ** 60n);
  expect(shown(run, () => shiftLeft(run, 1, -1))).toBe('ValueError: negative shift count');
  expect(shown(run, () => shiftLeft(run, 1, 2n ** 70n))).toBe(
    'OverflowError: too many digits in integer',
  );
});

test('powers are exact, with and without modulus', () => {
  expect(powerInts(run, 3, 40)).toBe(12157665459056928801n);
  expect(powerInts(run, -1, 2n ** 70n)).toBe(1);
  expect(powerModulo(run, 3, 1000, 1007)).toBe(Number(3n ** 1000n % 1007n));
  expect(powerModulo(run, 3, -1, 11)).toBe(4);
  expect(powerModulo(run, 5, 3, -7)).toBe(-1);
  expect(shown(run, () => powerModulo(run, 2, -1, 4))).toBe(
    'ValueError: base is not invertible for the given modulus',
  );
});

test('floats to ints and back', () => {
  expect(fromFloat(-0)).toBe(0);
  expect(Object.is(fromFloat(-0), -0)).toBe(false);
  expect(fromFloat(2 ** 60)).toBe(2n ** 60n);
  expect(toFloat(2n ** 60n + 1n)).toBe(2 ** 60);
  expect(shown(run, () => toFloat(10n ** 400n))).toBe(
    'OverflowError: int too large to convert to float',
  );
  expect(scale(3n, -1)).toBe(1.5);
});
