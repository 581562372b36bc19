import { describe, expect, test } from 'vitest';
import { RandomStream } from '../../../src/explore/random-stream.ts';
import { drawDuration } from '../../../src/explore/strategies/draw-duration.ts';
import type { DurationRange } from '../../../src/kernel/policy.ts';

const DRAWS = 4000;
const open: DurationRange = { nominal: 2, least: 1, most: 5, values: null };

function drawn(range: DurationRange): number[] {
  const random = new RandomStream('durations');
  return Array.from({ length: DRAWS }, () => drawDuration(range, random));
}

describe('a drawn duration', () => {
  test('lies in its range', () => {
    expect(drawn(open).every((seconds) => seconds >= 1 && seconds <= 5)).toBe(true);
  });

  test('is an end of it as often as not', () => {
    const ends = drawn(open).filter((seconds) => seconds === 1 || seconds === 5).length;
    // 0.2 for each end, and 2 of 9 points of the grid, which has 0.3 of the draws.
    expect(ends / DRAWS).toBeCloseTo(0.4 + (0.3 * 2) / 9, 1);
  });

  test('is often the same as another one', () => {
    const inner = drawn(open).filter((seconds) => seconds > 1 && seconds < 5);
    const gridded = inner.filter((seconds) => Number.isInteger(((seconds - 1) / 4) * 8));
    expect(gridded.length / inner.length).toBeCloseTo((0.3 * 7) / 9 / (0.3 * (7 / 9) + 0.3), 1);
    expect(new Set(gridded).size).toBe(7);
  });

  test('of few values is each of them as often as the others', () => {
    const seconds = drawn({ nominal: 2, least: 1, most: 4, values: [1, 2, 4] });
    for (const value of [1, 2, 4])
      expect(seconds.filter((each) => each === value).length / DRAWS).toBeCloseTo(1 / 3, 1);
  });

  test('without an upper end goes to sixteen times what is asked for', () => {
    const seconds = drawn({ ...open, most: Number.POSITIVE_INFINITY });
    expect(Math.max(...seconds)).toBe(32);
    expect(Math.min(...seconds)).toBe(1);
  });
});
