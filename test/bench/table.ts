// Figures as tables for a terminal.

import Table from 'cli-table3';
import type { Figures } from './figures.ts';

export interface Goal {
  /** Times CPython's rate. */
  readonly goal: number;
  /** The least; null for none. */
  readonly floor: number | null;
}

const SCALES: readonly (readonly [number, string])[] = [
  [1e6, ' M'],
  [1e3, ' k'],
];

/** Three significant digits and a unit: `1.23 M`, `45.6 k`, `789`. */
export function rateText(rate: number | null): string {
  if (rate === null) return '-';
  // 999.6 k would be written as 1000 k: what rounds up to the next scale belongs there.
  const [scale, suffix] = SCALES.find(([from]) => rate >= from * 0.9995) ?? [1, ''];
  const value = rate / scale;
  const digits = value >= 99.95 ? 0 : value >= 9.995 ? 1 : 2;
  return value.toFixed(digits) + suffix;
}

/** `12.3×`, `0.45×`. */
export function ratioText(ratio: number | null): string {
  if (ratio === null) return '-';
  return `${ratio.toFixed(ratio >= 9.95 ? 1 : 2)}×`;
}

/**
 * `15× (6×)`: the goal and, where there is one, the least; `!` where the ratio is below the least.
 */
export function goalText({ goal, floor }: Goal, ratio: number | null): string {
  const least = floor === null ? '' : ` (${floor}×)`;
  const reached = ratio === null ? '' : ratio >= goal ? ' ✓' : '';
  const missed = ratio !== null && floor !== null && ratio < floor ? ' !' : '';
  return `${goal}×${least}${reached}${missed}`;
}

/**
 * The table of the workloads; `goals` in the order of `figures`, `first` heads the column of ours.
 */
export function workloadTable(
  figures: readonly Figures[],
  goals: readonly Goal[],
  first: string,
  python: string | null,
): string {
  const head = [
    '',
    'workload',
    'unit',
    `${first}/s`,
    python === null ? '-' : `CPython ${python}/s`,
  ];
  const table = makeTable([...head, 'ratio', 'goal (least)', 'yardstick/s', 'ratio'], [0, 1, 2]);
  figures.forEach((each, i) => {
    table.push([
      each.name,
      each.title,
      each.unit,
      rateText(each.ours),
      rateText(each.python),
      ratioText(each.overPython),
      goalText(goals[i], each.overPython),
      rateText(each.yardstick),
      ratioText(each.overYardstick),
    ]);
  });
  return table.toString();
}

/** A small table of texts; the columns in `left` are aligned to the left. */
export function plainTable(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  left: readonly number[],
): string {
  const table = makeTable(head, left);
  for (const row of rows) table.push([...row]);
  return table.toString();
}

function makeTable(head: readonly string[], left: readonly number[]): InstanceType<typeof Table> {
  return new Table({
    head: [...head],
    colAligns: head.map((_, i) => (left.includes(i) ? 'left' : 'right')),
    style: { head: [], border: [], compact: true },
  });
}
