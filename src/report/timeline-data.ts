// The plain data between the fold that reads a run and the picture of its tasks.

import type { EventFields } from '../trace/event.ts';

/** On the processor; takes virtual time only where it blocks. */
export const RUNNING = 0;
/** Could run: created, after a bare yield, or held up by somebody who blocks. */
export const READY = 1;
export const SLEEPING = 2;
/** Waits for a future, task or group. */
export const AWAITING = 3;
/** Waits for a lock, semaphore, queue, event, condition or barrier. */
export const WAITING = 4;
/** Sleeps or awaits while it holds a lock or permit. */
export const HOLDING = 5;
/** Waits for one object while it holds another. */
export const HOLDING_WAITING = 6;
export const STATES = 7;

export type State = 0 | 1 | 2 | 3 | 4 | 5 | 6;

export interface TimePoint {
  /** Virtual seconds. */
  readonly time: number;
  readonly iteration: number;
}

/** A task's life: state `i` lasts from point `i` to point `i + 1`, the last to its end. */
export interface TimelineTask {
  readonly task: number;
  readonly name: string;
  readonly states: readonly State[];
  readonly times: readonly number[];
  readonly iterations: readonly number[];
  /** Null for a task that has not finished. */
  readonly end: (TimePoint & { readonly outcome: Outcome }) | null;
}

export type Outcome = EventFields['task.finished']['outcome'];

/** The tasks of one coroutine function, in order of creation. */
export interface TimelineCoroutine {
  readonly name: string;
  /** How many there were. */
  readonly total: number;
  /** One in how many was followed. */
  readonly stride: number;
  readonly tasks: readonly TimelineTask[];
}

export interface TimelineData {
  readonly endTime: number;
  readonly endIteration: number;
  /** All tasks, followed or not. */
  readonly total: number;
  /** In order of their first task. */
  readonly coroutines: readonly TimelineCoroutine[];
  /** Names of objects that tasks waited for, the first few. */
  readonly waited: readonly string[];
  /** Names of locks and semaphores that were held, the first few. */
  readonly held: readonly string[];
  /** Stretches shorter than this may have been merged; 0 where everything is exact. */
  readonly quantum: number;
}
