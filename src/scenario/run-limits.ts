// How much one run may do and hold. Everything is counted, nothing is measured: the same run
// reaches the same limit everywhere. Each has a flag of the command line, and most a key of a
// scenario.

import { DEFAULT_LOOP_LIMITS } from '../kernel/limits.ts';

/** Limits of a run; each has a flag `--max-…` of the command line. */
export interface SimulationLimits {
  /** Handles executed in all. */
  readonly steps: number;
  /** Handles executed without the clock moving. */
  readonly instantSteps: number;
  /** Elementary operations inside one step. */
  readonly operations: number;
  /** Tasks that are not done at one time. */
  readonly tasks: number;
  /** Frames and awaited coroutines on one stack. */
  readonly recursion: number;
  /** Virtual seconds. */
  readonly time: number;
  /** Characters of output. */
  readonly output: number;
  /** Bytes of a trace; kept by whoever writes it. */
  readonly trace: number;
  /** Items of one collection, code points of one string. */
  readonly collection: number;
  /** Decimal digits of an int that becomes text or comes from it. */
  readonly digits: number;
}

export const DEFAULT_LIMITS: SimulationLimits = {
  steps: DEFAULT_LOOP_LIMITS.handles,
  instantSteps: DEFAULT_LOOP_LIMITS.handlesAtInstant,
  operations: 100_000_000,
  tasks: 2_000_000,
  recursion: 1000,
  time: DEFAULT_LOOP_LIMITS.time,
  output: 64 * 1024 * 1024,
  trace: 4 * 1024 * 1024 * 1024,
  collection: 50_000_000,
  digits: 4300,
};
