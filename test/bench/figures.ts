// From runs to figures: rates, and the medians of the ratios of runs that belong to the same round.

import type { Run } from './contenders.ts';
import type { Workload } from './workloads.ts';

/** The runs of one workload; a contender that was not there has none. */
export interface Rounds {
  readonly workload: Workload;
  readonly size: number;
  readonly ours: readonly Run[];
  readonly python: readonly Run[];
  readonly yardstick: readonly Run[];
}

export interface Figures {
  readonly name: string;
  readonly title: string;
  readonly unit: string;
  readonly size: number;
  /** Units a second of CPU time; null where it was not run. */
  readonly ours: number;
  readonly python: number | null;
  readonly yardstick: number | null;
  /** Ours over theirs. */
  readonly overPython: number | null;
  readonly overYardstick: number | null;
}

/** The middle value, of an even number the mean of the two in the middle. Throws on none. */
export function median(values: readonly number[]): number {
  if (values.length === 0) throw new Error('no values');
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** How many times as fast as `theirs` ours is: the median of the rounds; null without theirs. */
export function speedRatio(ours: readonly Run[], theirs: readonly Run[]): number | null {
  if (theirs.length === 0) return null;
  return median(ours.map((run, round) => theirs[round].seconds / run.seconds));
}

function rate(size: number, runs: readonly Run[]): number | null {
  return runs.length === 0 ? null : size / median(runs.map((run) => run.seconds));
}

/** Throws where two runs did not give the same line: they did not do the same work. */
export function figuresOf(rounds: Rounds): Figures {
  const { workload, size, ours, python, yardstick } = rounds;
  const lines = new Set([...ours, ...python, ...yardstick].map((run) => run.line));
  if (lines.size !== 1) {
    throw new Error(`${workload.name}: different results: ${[...lines].join(' | ')}`);
  }
  return {
    name: workload.name,
    title: workload.title,
    unit: workload.unit,
    size,
    ours: rate(size, ours) as number,
    python: rate(size, python),
    yardstick: rate(size, yardstick),
    overPython: speedRatio(ours, python),
    overYardstick: speedRatio(ours, yardstick),
  };
}
