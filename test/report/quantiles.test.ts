import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { MAXIMUM_DISTINCT, Quantiles } from '../../src/report/quantiles.ts';

function of(values: readonly number[]): Quantiles {
  const quantiles = new Quantiles();
  for (const value of values) quantiles.add(value);
  return quantiles;
}

describe('quantiles', () => {
  test('are nearest ranks: of 1 to 100 the p-th is p', () => {
    const hundred = of(Array.from({ length: 100 }, (_, i) => 100 - i));
    expect(hundred.percentiles([1, 50, 95, 99, 100])).toEqual([1, 50, 95, 99, 100]);
  });

  test('of an odd number are values, not means', () => {
    expect(of([1, 2, 3, 4, 5]).percentiles([50, 95])).toEqual([3, 5]);
    expect(of([1, 2, 3, 4]).percentiles([50])).toEqual([2]);
    expect(of([7]).percentiles([1, 50, 100])).toEqual([7, 7, 7]);
  });

  test('of nothing are null', () => {
    expect(new Quantiles().percentiles([50, 95])).toEqual([null, null]);
    expect(new Quantiles().maximum).toBe(null);
  });

  test.prop([fc.array(fc.nat(50), { minLength: 1 }), fc.integer({ min: 1, max: 100 })])(
    'are the least value that p percent do not exceed',
    (values, percent) => {
      const [quantile] = of(values).percentiles([percent]);
      const least = [...values]
        .sort((a, b) => a - b)
        .find((value) => values.filter((x) => x <= value).length * 100 >= percent * values.length);
      expect(quantile).toBe(least);
      expect(of(values).maximum).toBe(Math.max(...values));
    },
  );

  test('stay within a thousandth where values are too many to count apart', () => {
    const count = 100_000;
    const quantiles = new Quantiles();
    for (let i = 1; i <= count; i++) quantiles.add(((i * 7919) % count) + 0.5);
    expect(quantiles.isExact).toBe(false);
    for (const percent of [1, 25, 50, 95]) {
      const [value] = quantiles.percentiles([percent]);
      const exact = (percent * count) / 100;
      expect(Math.abs((value ?? 0) - exact) / exact).toBeLessThan(0.002);
    }
    expect(quantiles.maximum).toBe(count - 0.5);
    expect(quantiles.count).toBe(count);
  });

  test('are exact up to the limit of different values', () => {
    const quantiles = of(Array.from({ length: MAXIMUM_DISTINCT }, (_, i) => i / 7));
    expect(quantiles.isExact).toBe(true);
    quantiles.add(0);
    expect(quantiles.isExact).toBe(true);
    quantiles.add(0.1);
    expect(quantiles.isExact).toBe(false);
  });
});
