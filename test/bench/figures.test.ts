// The arithmetic of the benchmark: rates, ratios of runs of one round, medians, and how they are
// written.
import { describe, expect, test } from 'vitest';
import type { Run } from './contenders.ts';
import { figuresOf, median, speedRatio } from './figures.ts';
import { goalText, plainTable, rateText, ratioText, workloadTable } from './table.ts';
import { workloadOf } from './workloads.ts';

const runs = (...seconds: readonly number[]): Run[] =>
  seconds.map((each) => ({ seconds: each, line: '1.0 3' }));

describe('figures', () => {
  test('the median is the middle value, or the mean of the middle two', () => {
    expect(median([5, 1, 3])).toBe(3);
    expect(median([4, 1, 3, 2])).toBe(2.5);
    expect(() => median([])).toThrow('no values');
  });

  test('a ratio compares runs of the same round only', () => {
    // Round by round 4/1, 12/2 and 40/4: 4, 6, 10. The ratio of the medians would be 12/2 as well,
    // so the last case turns the order round: 40/1, 12/2, 4/4 have the median 6, medians of sums
    // would not.
    expect(speedRatio(runs(1, 2, 4), runs(4, 12, 40))).toBe(6);
    expect(speedRatio(runs(1, 2, 4, 8), runs(8, 4, 40, 8))).toBe(5);
    expect(speedRatio(runs(1), [])).toBeNull();
  });

  test('rates are units by CPU second, and a contender that was not there has none', () => {
    const workload = workloadOf('w1');
    const rounds = { workload, size: 1000, ours: runs(0.5), python: [], yardstick: runs(0.25) };
    expect(figuresOf(rounds)).toEqual({
      name: 'w1',
      title: workload.title,
      unit: 'task',
      size: 1000,
      ours: 2000,
      python: null,
      yardstick: 4000,
      overPython: null,
      overYardstick: 0.5,
    });
  });

  test('contenders that did different work are not compared', () => {
    const other = [{ seconds: 1, line: '2.0 3' }];
    const workload = workloadOf('w2');
    const rounds = { workload, size: 10, ours: runs(1), python: other, yardstick: [] };
    expect(() => figuresOf(rounds)).toThrow('w2: different results: 1.0 3 | 2.0 3');
  });
});

describe('tables', () => {
  test('rates have three digits and a scale', () => {
    const rates = [1_234_567, 45_640, 1000, 999.7, 789, 7.123, 999_700, null];
    expect(rates.map(rateText)).toEqual([
      ...['1.23 M', '45.6 k', '1.00 k', '1.00 k', '789', '7.12', '1.00 M', '-'],
    ]);
  });

  test('ratios have a times sign', () => {
    expect([0.4567, 9.949, 9.96, 15].map(ratioText)).toEqual(['0.46×', '9.95×', '10.0×', '15.0×']);
    expect(ratioText(null)).toBe('-');
  });

  test('a goal tells whether it is reached, or its least is missed', () => {
    expect(goalText({ goal: 15, floor: 6 }, 15)).toBe('15× (6×) ✓');
    expect(goalText({ goal: 15, floor: 6 }, 6)).toBe('15× (6×)');
    expect(goalText({ goal: 15, floor: 6 }, 5.9)).toBe('15× (6×) !');
    expect(goalText({ goal: 8, floor: null }, 2)).toBe('8×');
    expect(goalText({ goal: 8, floor: 2 }, null)).toBe('8× (2×)');
  });

  test('a row holds the rates, the ratio to CPython, the goal, and the ratio to the yardstick', () => {
    const workload = workloadOf('w3');
    const rounds = {
      workload,
      size: 1_000_000,
      ours: runs(0.25),
      python: runs(3),
      yardstick: runs(0.125),
    };
    const text = workloadTable([figuresOf(rounds)], [workload], 'ours', '3.11.7');
    const row = text.split('\n').find((line) => line.includes('w3')) as string;
    const cells = row.split('│').map((cell) => cell.trim());
    expect(cells.slice(1, -1)).toEqual([
      ...['w3', 'producer, consumer, Queue(16)', 'item', '4.00 M', '333 k'],
      ...['12.0×', '15× (8×)', '8.00 M', '0.50×'],
    ]);
    expect(text).toContain('CPython 3.11.7/s');
  });

  test('a plain table aligns its columns as asked', () => {
    const lines = plainTable(
      ['a', 'b'],
      [
        ['x', '1'],
        ['long', '234'],
      ],
      [0],
    ).split('\n');
    expect(lines[3]).toBe('│ x    │   1 │');
    expect(lines[4]).toBe('│ long │ 234 │');
  });
});
