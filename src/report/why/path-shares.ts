// The stretches of a critical path added up by what they were spent in and where, with shares in
// tenths of a percent that add to the whole (largest remainders, Hamilton's method).

import type { Share, Stretch } from './explanation.ts';
import type { History } from './history.ts';

/** Tasks of a share that are named. */
const MAXIMUM_TASKS = 10;
const WHOLE = 1000;

interface Sum {
  readonly first: Stretch;
  readonly coroutine: string;
  readonly tasks: Set<number>;
  seconds: number;
  count: number;
}

/** The shares of a path, greatest first; equal ones in order of time. */
export function sharesOf(history: History, stretches: readonly Stretch[]): Share[] {
  const sums = new Map<string, Sum>();
  for (const stretch of stretches) {
    const coroutine = history.task(stretch.task)?.coroutine ?? '';
    const key = `${stretch.spent} ${stretch.at?.[0] ?? 0} ${coroutine}`;
    let sum = sums.get(key);
    if (sum === undefined) {
      sum = { first: stretch, coroutine, tasks: new Set(), seconds: 0, count: 0 };
      sums.set(key, sum);
    }
    sum.seconds += stretch.to - stretch.from;
    sum.count++;
    if (stretch.task !== 0) sum.tasks.add(stretch.task);
  }
  const all = [...sums.values()].sort((a, b) => b.seconds - a.seconds);
  const parts = permilles(all.map((sum) => sum.seconds));
  return all.map((sum, i) => shareOf(history, sum, parts[i]));
}

function shareOf(history: History, sum: Sum, permille: number): Share {
  const { spent, at } = sum.first;
  const tasks = [...sum.tasks].sort((a, b) => a - b);
  return {
    spent,
    seconds: sum.seconds,
    permille,
    coroutine: sum.coroutine,
    tasks: tasks.slice(0, MAXIMUM_TASKS),
    taskCount: tasks.length,
    count: sum.count,
    at,
    source: history.lineAt(at),
  };
}

/** Whole tenths of a percent in proportion to `parts`, which add to 1000 where any is above 0. */
export function permilles(parts: readonly number[]): number[] {
  const total = parts.reduce((sum, part) => sum + part, 0);
  if (total <= 0) return parts.map(() => 0);
  const exact = parts.map((part) => (part / total) * WHOLE);
  const shares = exact.map(Math.floor);
  const left = WHOLE - shares.reduce((sum, share) => sum + share, 0);
  const order = exact
    .map((share, i) => ({ i, rest: share - shares[i] }))
    .sort((a, b) => b.rest - a.rest || a.i - b.i);
  for (let k = 0; k < left; k++) shares[order[k % order.length].i]++;
  return shares;
}
