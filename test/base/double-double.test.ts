import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import {
  add,
  addExact,
  addOrdered,
  divide,
  multiply,
  multiplyExact,
  rest,
} from '../../src/base/double-double.ts';
import { decompose } from '../../src/base/float-text.ts';

/** `x * 2^300` as an integer. */
function exactly(x: number): bigint {
  const { mantissa, exponent } = decompose(x);
  const size = mantissa << BigInt(exponent + 300);
  return x < 0 ? -size : size;
}

const double = fc
  .double({ min: -1e15, max: 1e15, noNaN: true })
  .map((x) => x || 1)
  .filter((x) => Math.abs(x) > 1e-15);

/** How far `off` is below `whole`, in bits. */
function bitsBelow(off: bigint, whole: bigint): number {
  const size = (value: bigint) => (value < 0n ? -value : value).toString(2).length;
  return off === 0n ? Infinity : size(whole) - size(off);
}

describe('pairs of doubles', () => {
  test.prop([double, double], { seed: 1 })('sums and products are exact', (a, b) => {
    const sum = addExact(a, b);
    expect(exactly(sum) + exactly(rest[0])).toBe(exactly(a) + exactly(b));
    const product = multiplyExact(a, b);
    expect((exactly(product) + exactly(rest[0])) << 300n).toBe(exactly(a) * exactly(b));
    const [big, small] = Math.abs(a) < Math.abs(b) ? [b, a] : [a, b];
    const ordered = addOrdered(big, small);
    expect(exactly(ordered) + exactly(rest[0])).toBe(exactly(a) + exactly(b));
  });

  test.prop([double, double], { seed: 2 })('operations keep 98 bits', (a, b) => {
    const [aLow, bLow] = [a * 1e-17, b * 1e-17];
    const [x, y] = [exactly(a) + exactly(aLow), exactly(b) + exactly(bLow)];
    const sum = add(Math.abs(a), Math.abs(aLow), Math.abs(b), Math.abs(bLow));
    const wholeSum = (x < 0n ? -x : x) + (y < 0n ? -y : y);
    expect(bitsBelow(exactly(sum) + exactly(rest[0]) - wholeSum, wholeSum)).toBeGreaterThan(98);
    const product = multiply(a, aLow, b, bLow);
    const wholeProduct = (x * y) >> 300n;
    const off = exactly(product) + exactly(rest[0]) - wholeProduct;
    expect(bitsBelow(off, wholeProduct)).toBeGreaterThan(98);
    const quotient = divide(a, aLow, b, bLow);
    const back = ((exactly(quotient) + exactly(rest[0])) * y) >> 300n;
    expect(bitsBelow(back - x, x)).toBeGreaterThan(96);
  });
});
