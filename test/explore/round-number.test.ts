import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { roundestBetween } from '../../src/explore/round-number.ts';

describe('the roundest number', () => {
  test.each([
    ['a whole one near the wish', 0.4, 9.7, 3.2, 3],
    ['the wish itself where that is whole', 1, 3, 2, 2],
    ['an end that is allowed', 2, 2.9, 2.9, 2],
    ['one digit where no whole number fits', 1.21, 1.94, 1.5, 1.5],
    ['the nearest to the wish among equally short ones', 0.12, 0.93, 0.52, 0.5],
    ['in the interval, however far outside the wish is', 1.5, 1.99, 7, 1.9],
    ['the only one there is', 0.1 + 0.2, 0.1 + 0.2, 1, 0.1 + 0.2],
    ['short between numbers that are not', 0.0012345, 0.0029876, 0.002, 0.002],
    ['near the wish without an upper end', 3.2, Number.POSITIVE_INFINITY, 5.4, 5],
  ])('is %s', (_what, least, most, wish, expected) => {
    expect(roundestBetween(least, most, wish)).toBe(expected);
  });

  test('is the middle where nothing of twelve digits fits', () => {
    const [least, most] = [1 + 1e-14, 1 + 3e-14];
    const middle = roundestBetween(least, most, 1);
    expect(middle).toBeGreaterThanOrEqual(least);
    expect(middle).toBeLessThanOrEqual(most);
  });

  const number = fc.integer({ min: 0, max: 10_000_000 }).map((count) => count / 10_000);
  property.prop([number, number, number], { seed: 31, numRuns: 500 })(
    'lies between the ends, and no shorter one does (seed 31)',
    (a, b, wish) => {
      const [least, most] = [Math.min(a, b), Math.max(a, b)];
      const value = roundestBetween(least, most, wish);
      expect(value).toBeGreaterThanOrEqual(least);
      expect(value).toBeLessThanOrEqual(most);
      const digits = value.toFixed(4).replace(/0+$/, '').split('.')[1].length;
      for (let fewer = 0; fewer < digits; fewer++) {
        const scale = Number(`1e${fewer}`);
        expect(Math.ceil(least * scale - 1e-6) / scale).toBeGreaterThan(most - 1e-6 / scale);
      }
    },
  );
});
