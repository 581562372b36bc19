// Difference constraints against a naive solver: whole numbers as bounds have solutions on a grid
// of halves of a small step, or none at all.
import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { DifferenceBounds } from '../../../src/explore/orders/difference-bounds.ts';

interface Limit {
  readonly i: number;
  readonly j: number;
  readonly bound: number;
  readonly isStrict: boolean;
}

const SIZE = 3;
/**
 * Bounds are whole: with three points, strict bounds leave room between whole numbers for at least
 * two fractions, so quarters are enough to find a solution, and to come near each end of a bound.
 */
const STEP = 0.25;
const REACH = 9;

const limitArbitrary: fc.Arbitrary<Limit> = fc
  .record({
    i: fc.nat(SIZE - 1),
    j: fc.nat(SIZE - 1),
    bound: fc.integer({ min: -3, max: 3 }),
    isStrict: fc.boolean(),
  })
  .filter(({ i, j }) => i !== j);

/** Every grid point that satisfies all constraints, point 0 standing at 0. */
function solutions(limits: readonly Limit[]): number[][] {
  const found: number[][] = [];
  const steps = REACH / STEP;
  for (let a = -steps; a <= steps; a++) {
    for (let b = -steps; b <= steps; b++) {
      const points = [0, a * STEP, b * STEP];
      const holds = limits.every(({ i, j, bound, isStrict }) => {
        const difference = points[i] - points[j];
        return isStrict ? difference < bound : difference <= bound;
      });
      if (holds) found.push(points);
    }
  }
  return found;
}

function boundsOf(limits: readonly Limit[]): DifferenceBounds {
  const bounds = new DifferenceBounds(SIZE);
  for (const { i, j, bound, isStrict } of limits) bounds.limit(i, j, bound, isStrict);
  return bounds;
}

describe('difference bounds', () => {
  property.prop([fc.array(limitArbitrary, { maxLength: 8 })], { seed: 21, numRuns: 300 })(
    'can be satisfied where a grid has a solution, and only there (seed 21)',
    (limits) => {
      expect(boundsOf(limits).isFeasible).toBe(solutions(limits).length > 0);
    },
  );

  property.prop([fc.array(limitArbitrary, { maxLength: 8 })], { seed: 22, numRuns: 300 })(
    'are as tight as the solutions are, a strict end being excluded (seed 22)',
    (limits) => {
      const bounds = boundsOf(limits);
      if (!bounds.isFeasible) return;
      const all = solutions(limits);
      for (const i of [1, 2]) {
        const { least, most, isOpen } = bounds.between(i, 0);
        const values = all.map((points) => points[i]);
        const [low, high] = [Math.min(...values), Math.max(...values)];
        // A point without a bound goes to the reach of the grid, less what others are bound to it;
        // the last grid point before an open end is a step or two from it.
        const slack = isOpen ? (SIZE - 1) * STEP : 0;
        if (Number.isFinite(most)) {
          expect(high).toBeLessThanOrEqual(most);
          expect(high).toBeGreaterThanOrEqual(most - slack);
        } else expect(high).toBeGreaterThanOrEqual(REACH - 4);
        if (Number.isFinite(least)) {
          expect(low).toBeGreaterThanOrEqual(least);
          expect(low).toBeLessThanOrEqual(least + slack);
        } else expect(low).toBeLessThanOrEqual(4 - REACH);
      }
    },
  );

  property.prop([fc.array(limitArbitrary, { maxLength: 6 })], { seed: 23, numRuns: 200 })(
    'are the same in whatever order they come (seed 23)',
    (limits) => {
      const [there, back] = [boundsOf(limits), boundsOf(limits.toReversed())];
      expect(back.isFeasible).toBe(there.isFeasible);
      if (there.isFeasible) expect(back.between(1, 2)).toEqual(there.between(1, 2));
    },
  );

  test('of a point with itself are 0', () => {
    expect(new DifferenceBounds(2).between(1, 1)).toEqual({ least: -0, most: 0, isOpen: false });
  });

  test('of points without a constraint are infinite', () => {
    const { least, most } = new DifferenceBounds(2).between(0, 1);
    expect([least, most]).toEqual([Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]);
  });

  test('contradict each other where a cycle sums up to 0 and one of it is strict', () => {
    const limits = [
      { i: 0, j: 1, bound: 2, isStrict: false },
      { i: 1, j: 2, bound: -3, isStrict: true },
      { i: 2, j: 0, bound: 1, isStrict: false },
    ];
    expect(boundsOf(limits).isFeasible).toBe(false);
    expect(boundsOf(limits.map((each) => ({ ...each, isStrict: false }))).isFeasible).toBe(true);
  });

  test('are copied with more points, and the copy goes its own way', () => {
    const few = new DifferenceBounds(2);
    few.limit(1, 0, 5);
    few.limit(0, 1, -3, true);
    const more = new DifferenceBounds(3, few);
    expect(more.between(1, 0)).toEqual({ least: 3, most: 5, isOpen: true });
    more.limit(2, 1, 1);
    expect(more.between(2, 0).most).toBe(6);
    more.limit(1, 0, 2);
    expect([more.isFeasible, few.isFeasible]).toEqual([false, true]);
  });

  test('stay impossible once they are', () => {
    const bounds = boundsOf([{ i: 0, j: 1, bound: -1, isStrict: false }]);
    bounds.limit(1, 0, 0);
    expect(bounds.isFeasible).toBe(false);
    bounds.limit(1, 0, 9);
    expect(new DifferenceBounds(SIZE, bounds).isFeasible).toBe(false);
  });
});
