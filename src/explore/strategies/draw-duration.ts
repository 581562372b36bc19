// A duration out of its range, drawn: the ends count as much as all between, and half of the inner
// ones lie on a coarse grid, so that two durations are equal now and then.

import type { DurationRange } from '../../kernel/policy.ts';
import { finiteEnd } from '../finite-end.ts';
import type { RandomStream } from '../random-stream.ts';

/** Steps of the grid. */
const GRID = 8;

export function drawDuration(range: DurationRange, random: RandomStream): number {
  const { values } = range;
  if (values !== null) return values[random.below(values.length)];
  const { least } = range;
  const most = finiteEnd(range);
  const where = random.unit();
  if (where < 0.2) return least;
  if (where < 0.4) return most;
  const share = where < 0.7 ? random.below(GRID + 1) / GRID : random.unit();
  return Math.min(most, Math.max(least, least + share * (most - least)));
}
