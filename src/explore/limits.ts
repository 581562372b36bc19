// How much a search may do beside the runs that it is asked for. What is reached is told in the
// report, with the option of the command that raises it: such a search is never called exhaustive,
// and such a failure never the smallest.

export interface ExploreLimits {
  /** Runs of the systematic search that wait for their turn. */
  readonly waiting: number;
  /** Jumps of the clock, from the start of a run, at which other timers are made to fire. */
  readonly jumps: number;
  /** Sets of timers that are tried at one jump. */
  readonly timers: number;
  /** Runs that making one failure small may take. */
  readonly shrink: number;
}

export const DEFAULT_EXPLORE_LIMITS: ExploreLimits = {
  waiting: 100_000,
  jumps: 128,
  timers: 256,
  shrink: 2_000,
};

/** The options of the command that set them. */
export const EXPLORE_LIMIT_FLAGS: Readonly<Record<keyof ExploreLimits, string>> = {
  waiting: 'max-waiting',
  jumps: 'max-jumps',
  timers: 'max-timers',
  shrink: 'max-shrink',
};

/** ` (--max-waiting)`. */
export function raisedBy(limit: keyof ExploreLimits): string {
  return ` (--${EXPLORE_LIMIT_FLAGS[limit]})`;
}
