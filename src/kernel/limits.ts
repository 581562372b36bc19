// How much a loop may do. Limits count things, never time of a real clock. What is reached is told
// with the option that raises it.

import { LimitReached } from '../base/stop.ts';

export interface LoopLimits {
  /** Handles executed in the whole program. */
  readonly handles: number;
  /** Handles executed without the clock moving. */
  readonly handlesAtInstant: number;
  /** Virtual seconds. */
  readonly time: number;
}

export const DEFAULT_LOOP_LIMITS: LoopLimits = {
  handles: 100_000_000,
  handlesAtInstant: 5_000_000,
  time: 100 * 365.25 * 86_400,
};

/** A deadline that is not a number is never reached: CPython's loop would spin on it. */
export function checkTime(limits: LoopLimits, when: number): void {
  if (when <= limits.time) return;
  throw new LimitReached('virtual time in seconds', limits.time, '--max-time');
}

/** No handle may be executed any more; `total`: how many might be but for their number here. */
export function refuseMore(limits: LoopLimits, total: number): never {
  if (total <= 0) {
    throw new LimitReached('handles executed', limits.handles, '--max-steps');
  }
  const limit = 'handles at one instant';
  throw new LimitReached(limit, limits.handlesAtInstant, '--max-instant-steps');
}
