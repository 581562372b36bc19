// What a debugger sees of a run between two steps: plain data, read from the run itself and from
// its events so far. Tasks are creation numbers, times virtual seconds, values of the program the
// text of their repr.

import type { ObjectState } from './object-states.ts';
import type { TaskState } from './task-states.ts';

/** An entry of the ready queue. */
export interface ReadyView {
  /** `step`, `wakeup`, `callback` …; `cancelled` where it will be skipped. */
  readonly handle: string;
  /** The task that it goes on with; 0 for none. */
  readonly task: number;
  /** Whose callback it is, where it is of no task: a function, a future. */
  readonly of: string;
  /** `seq` of the event that scheduled it. */
  readonly cause: number;
  /** Whether the current iteration runs it; what is behind waits for the next. */
  readonly isInIteration: boolean;
}

/** An entry of the timer heap. */
export interface TimerView {
  readonly timer: number;
  readonly when: number;
  readonly handle: string;
  readonly of: string;
}

/** A frame of an await stack. */
export interface FrameView {
  /** The name of its function or coroutine. */
  readonly name: string;
  /** `[line, column]` where it stands; null for what is no code of the program. */
  readonly at: readonly [number, number] | null;
  /** Names and reprs of its bound variables, in order of their first mention. */
  readonly locals: readonly (readonly [string, string])[];
}

/** A task that is not done. */
export interface TaskView extends TaskState {
  /** What it waits on, by the program's names; empty where it does not wait. */
  readonly onName: string;
  /** Whether its next step is in the ready queue. */
  readonly isReady: boolean;
  /** `cancelling()`. */
  readonly cancelling: number;
  /** Outermost first. */
  readonly stack: readonly FrameView[];
}

/** An object with who holds it. */
export interface ObjectView extends Omit<ObjectState, 'waiters'> {
  /** First in line first. */
  readonly waiters: readonly number[];
  /** Tasks and how many permits each holds. */
  readonly holders: readonly (readonly [task: number, permits: number])[];
}

/** Where a debugger stands. */
export interface StepView {
  /** Steps since the start; 0 before the first. */
  readonly position: number;
  readonly time: number;
  readonly iteration: number;
  /** `seq` of the first event of the last step and of its last. */
  readonly events: readonly [number, number];
  /** The task whose step it was, 0 for none. */
  readonly task: number;
  /** What was run: `step`, `wakeup`, `callback` …; empty where no handle was. */
  readonly handle: string;
  /** The last line of the program that ran in it; null for none. */
  readonly line: number | null;
}
