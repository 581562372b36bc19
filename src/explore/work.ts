// Work that can be ended early. Exploring may take long in many places: in one run that goes on
// for a minute, in the two thousand runs of shrinking, in telling of what was found. Each is a
// generator that yields after every slice and is answered whether to go on, so that whoever drives
// it looks at the clock and at signals, and what was found by then is not lost. Slices change
// nothing of what is found.

import type { Slice } from '../simulate.ts';

/** Why to end early, as a clause; null to go on. */
export type Halt = string | null;

/** What is being done: searching, making a failure small, recording and explaining it. */
export type Stage = 'search' | 'shrink' | 'tell';

/** Yields after each slice. When it is not to go on it throws Halted, or gives what there is. */
export type Work<T, Y = void> = Generator<Y, T, Halt>;

/** What one run does between two yields: a few hundredths of a second at the most. */
export const RUN_SLICE: Slice = { handles: 2_000, operations: 100_000 };

export class Halted extends Error {
  readonly reason: string;

  /** `reason`: a clause. */
  constructor(reason: string) {
    super(reason);
    this.reason = reason;
  }
}

/** One yield. Throws Halted when the answer is not to go on. */
export function* pause(): Work<void> {
  const halt = yield;
  if (halt !== null) throw new Halted(halt);
}

/** Runs something on in slices until it is over. Throws Halted. */
export function* through(run: { advance(slice: Slice): boolean }): Work<void> {
  while (!run.advance(RUN_SLICE)) yield* pause();
}

/** Does work to its end without a pause. */
export function finished<T>(work: Work<T, unknown>): T {
  for (;;) {
    const step = work.next(null);
    if (step.done === true) return step.value;
  }
}

/** Work as a part of a larger one, which tells what is being done at each yield. */
export function* during<T>(stage: Stage, work: Work<T>): Work<T, Stage> {
  let step = work.next(null);
  while (step.done !== true) step = work.next(yield stage);
  return step.value;
}
