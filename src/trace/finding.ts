// What judges of a run hand to those who present it: violations of rules, the anatomy of a
// deadlock, where a run parts from its trace. Plain data. Tasks are creation numbers, times virtual
// seconds.

import type { TraceEvent } from './event.ts';
import type { TraceEnd } from './header.ts';

/** A rule that a run broke. */
export interface Violation {
  /**
   * Which rule, `noun.verb` in the negative or a noun: `timer.early`, `lock.shared`, `deadlock`.
   */
  readonly rule: string;
  readonly time: number;
  /** Who is involved. */
  readonly tasks: readonly number[];
  readonly message: string;
  /** `[line, column]` where it shows, where there is such a place. */
  readonly at?: Place;
  /** What led to it, in order of time. */
  readonly related?: readonly RelatedPlace[];
}

/** `[line, column]` in the source; null for none. */
export type Place = readonly [number, number] | null;

/** A place in the source that has to do with a violation. */
export interface RelatedPlace {
  readonly at: Place;
  /** Who was there; 0 outside of tasks. */
  readonly task: number;
  /** What happened there, as a clause without its subject: "takes left". */
  readonly text: string;
}

/** A task that waits when nothing can happen any more. */
export interface WaitingTask {
  readonly task: number;
  readonly name: string;
  readonly coroutine: string;
  /** The `on` of its suspension: `lock#1`, `task#4`, `queue#1 get`. */
  readonly on: string;
  /** What the program calls it where it has a name, else as `on`. */
  readonly onName: string;
  /** Since when it waits. */
  readonly since: number;
  /** `[line, column]` of the wait. */
  readonly at: readonly [number, number] | null;
  /** What it holds itself, by the program's names. */
  readonly holds: readonly string[];
  /** The tasks that would have to act: holders of the lock, the awaited task. */
  readonly heldBy: readonly number[];
}

/** Why nothing can happen any more. */
export interface Deadlock {
  readonly time: number;
  /** Every waiting task in order of creation. */
  readonly waiting: readonly WaitingTask[];
  /** Tasks that wait for each other in a ring: each waits for the next, the last for the first. */
  readonly cycles: readonly (readonly number[])[];
}

/** What stands at a place of a trace; null where it has ended. */
export type Found = TraceEvent | TraceEnd | null;

/** The first difference between a trace and the run of its program. */
export interface Divergence {
  /** Number of the event, from 1; that of the end line follows the last event's. */
  readonly seq: number;
  /** What the trace has. */
  readonly expected: Found;
  /** What the run has. */
  readonly got: Found;
  /** Up to five events before, which were the same. */
  readonly before: readonly TraceEvent[];
}

/**
 * The violations in order of time; those of one instant stay in the order in which they were found.
 */
export function inOrderOfTime(violations: readonly Violation[]): Violation[] {
  return [...violations].sort((a, b) => a.time - b.time);
}
