// What decides everything that CPython leaves open. The default decides as CPython (or this
// document) does and is free: a loop without a policy never asks. Another policy is asked wherever
// there is more than one option, and each answer is an event of the trace, so that a trace replays
// without the policy. A policy's state lives in the policy and outlives runs.

/**
 * Kinds of choice. `timing`: a duration out of a range; `ties`: the order of timers with equal
 * deadlines; `sets`: the order in which asyncio walks an unordered set; `data`: a random draw;
 * `cancel`: whether a cancellation is delivered here; `ready-order`: the order of the ready queue
 * (not CPython's to vary).
 */
export type ChoiceKind = 'timing' | 'ties' | 'sets' | 'data' | 'cancel' | 'ready-order';

export interface SchedulingPolicy {
  /** Its name and settings, as they stand in a trace's header. */
  readonly name: string;
  /** Called before each run; false when nothing is left to try. */
  beginRun(): boolean;
  /**
   * Puts `options` (labels, at least two) into order: the answer holds each index from 0 once, the
   * first being taken first. For a choice of one, only the first counts.
   */
  choose(kind: ChoiceKind, options: readonly string[]): readonly number[];
}
