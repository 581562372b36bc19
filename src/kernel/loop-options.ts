// What a loop is made of, and how its runs end.

import type { Tracer } from '../trace/tracer.ts';
import type { VirtualClock } from './clock.ts';
import type { LoopLimits } from './limits.ts';
import type { SchedulingPolicy } from './policy.ts';
import type { Threads } from './threads.ts';
import type { Ties } from './timer-heap.ts';

export interface LoopOptions {
  readonly clock?: VirtualClock;
  /** The program's threads, on the same clock. */
  readonly threads?: Threads;
  readonly ties?: Ties;
  /** Null for the default, which decides as CPython does and is never asked. */
  readonly policy?: SchedulingPolicy | null;
  readonly limits?: LoopLimits;
  readonly tracer?: Tracer | null;
  /** Virtual seconds at which `run` stops; nothing later is run. */
  readonly until?: number;
}

/**
 * Why `run` returned: `stopped` by stop(), `deadlocked` with nothing ready and no timer, `until`
 * when the next timer is later than asked for, `sliced` when the slice is used up.
 */
export type LoopStatus = 'stopped' | 'deadlocked' | 'until' | 'sliced';
