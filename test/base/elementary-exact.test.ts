import { describe, expect, test } from 'vitest';
import {
  BITS,
  bitLength,
  cubeRoot,
  exactAngle,
  exactExp,
  exactLn,
  exactSinCos,
  ln2,
  ln10,
  lnOf,
  pi,
  sineOfSteps,
  squareRoot,
  toDouble,
  toFixed,
} from '../../src/base/elementary-exact.ts';

const ONE = 1n << BigInt(BITS);

/** The first digits after the point of a fixed number, cut. */
function digits(value: bigint, count: number): string {
  return ((value * BigInt(`1${'0'.repeat(count)}`)) >> BigInt(BITS)).toString();
}

describe('exact elementary functions', () => {
  test('the constants have their digits', () => {
    expect(digits(pi(), 50)).toBe('314159265358979323846264338327950288419716939937510');
    expect(digits(ln2(), 50)).toBe('69314718055994530941723212145817656807550013436025');
    expect(digits(ln10(), 50)).toBe('230258509299404568401799145468436420760110148862877');
  });

  test('e and log undo each other to 300 bits', () => {
    const e = exactExp(ONE);
    const value = e.value << BigInt(e.exponent);
    expect(digits(value, 40)).toBe('27182818284590452353602874713526624977572');
    const back = lnOf(value, -BITS) - ONE;
    expect(back < 1n << 12n && back > -(1n << 12n)).toBe(true);
    expect(digits(exactLn(10), 40)).toBe(digits(ln10(), 40));
  });

  test('sine and cosine lie on the unit circle, for the largest double too', () => {
    for (const x of [1, 2.5, -7, 1e22, 1.7976931348623157e308]) {
      const { sin, cos } = exactSinCos(x);
      const off = ((sin * sin + cos * cos) >> BigInt(BITS)) - ONE;
      expect(off < 1n << 10n && off > -(1n << 10n)).toBe(true);
    }
    expect(toDouble(exactSinCos(1e22).sin, BITS)).toBe(-0.8522008497671888);
    expect(toDouble(sineOfSteps(32), BITS)).toBe(1);
    expect(toDouble(sineOfSteps(112), BITS)).toBe(-Math.SQRT1_2);
  });

  test('the angle of the diagonal is an eighth of a turn', () => {
    expect(toDouble(exactAngle(ONE, ONE), BITS)).toBe(Math.PI / 4);
    expect(toDouble(exactAngle(3n, 0n), BITS)).toBe(Math.PI / 2);
  });

  test('whole roots are cut', () => {
    expect([0n, 1n, 15n, 16n, 10n ** 40n].map(squareRoot)).toEqual([0n, 1n, 3n, 4n, 10n ** 20n]);
    expect([1n, 26n, 27n, 10n ** 60n].map(cubeRoot)).toEqual([1n, 2n, 3n, 10n ** 20n]);
  });

  test('rounding to a double is half to even, subnormals and overflow included', () => {
    const tie = (1n << 53n) + 1n;
    expect([toDouble(tie, 0), toDouble(tie + 2n, 0)]).toEqual([2 ** 53, 2 ** 53 + 4]);
    expect([toDouble(1n, 1074), toDouble(1n, 1075), toDouble(3n, 1075)]).toEqual([
      5e-324, 0, 1e-323,
    ]);
    expect([toDouble(-1n << 1024n, 0), toDouble(0n, 5)]).toEqual([-Infinity, 0]);
    expect(toDouble(toFixed(-0.1), BITS)).toBe(-0.1);
    expect([bitLength(1n), bitLength(255n), bitLength(256n)]).toEqual([1, 8, 9]);
  });
});
