// A fold that knows what every living task does: created, running, or waiting on what, since when,
// at which place of the source. A finished task is forgotten, so memory is bounded by the tasks
// alive.

import type { EventKind, EventOf, TraceEvent } from './event.ts';
import type { EventFold } from './fold.ts';

export interface TaskState {
  readonly task: number;
  readonly name: string;
  readonly coroutine: string;
  /** Number of the task that created it, 0 for none. */
  readonly parent: number;
  /** `created` until its first step; `running` from a step to the next suspension. */
  readonly phase: 'created' | 'running' | 'waiting';
  /** What it waits on, the `on` of its suspension; empty where it does not wait. */
  readonly on: string;
  /** Deadline of a sleep. */
  readonly until: number | null;
  /** When the phase began, virtual seconds. */
  readonly since: number;
  /** Where the last event of the task stands. */
  readonly at: readonly [number, number] | null;
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

export const TASK_KINDS: ReadonlySet<EventKind> = new Set<EventKind>([
  'task.created',
  'task.started',
  'task.suspended',
  'task.resumed',
  'task.cancelled',
  'task.finished',
]);

export class TaskStates implements EventFold {
  readonly wants = TASK_KINDS;
  readonly #tasks = new Map<number, Mutable<TaskState>>();

  see(event: TraceEvent): void {
    switch (event.kind) {
      case 'task.created':
        this.#tasks.set(event.task, created(event));
        break;
      case 'task.started':
      case 'task.resumed':
      case 'task.cancelled':
        this.#enter(event, 'running', '', null);
        break;
      case 'task.suspended':
        this.#enter(event, 'waiting', event.on, event.until);
        break;
      case 'task.finished':
        this.#tasks.delete(event.task);
        break;
    }
  }

  get(task: number): TaskState | null {
    return this.#tasks.get(task) ?? null;
  }

  /** The tasks that have not finished, in order of creation. */
  alive(): readonly TaskState[] {
    return [...this.#tasks.values()];
  }

  get count(): number {
    return this.#tasks.size;
  }

  #enter(event: TraceEvent, phase: TaskState['phase'], on: string, until: number | null): void {
    const state = this.#tasks.get(event.task);
    if (state === undefined) return;
    state.phase = phase;
    state.on = on;
    state.until = until;
    state.since = event.time;
    if (event.at !== null) state.at = event.at;
  }
}

function created(event: EventOf<'task.created'>): TaskState {
  return {
    task: event.task,
    name: event.name,
    coroutine: event.coroutine,
    parent: event.parent,
    phase: 'created',
    on: '',
    until: null,
    since: event.time,
    at: event.at,
  };
}

/**
 * What kind of thing a task waits on: a synchronisation object, a sleep, a bare yield or an
 * awaitable.
 */
export type WaitKind = 'object' | 'sleep' | 'yield' | 'awaitable';

/** Classes whose waits are for somebody's result rather than for a turn or a signal. */
const AWAITABLES = new Set([
  ...['future', 'task', 'taskgroup', 'group', 'gather', 'wait', 'shield'],
  'job',
]);

/** The kind of a suspension's `on`. */
export function waitKindOf(on: string): WaitKind {
  if (on === 'sleep' || on === 'yield') return on;
  const hash = on.indexOf('#');
  return hash === -1 || AWAITABLES.has(on.slice(0, hash)) ? 'awaitable' : 'object';
}

/** The object of a suspension's `on`, without the operation: `queue#1` of `queue#1 get`. */
export function waitObjectOf(on: string): string {
  const space = on.indexOf(' ');
  return space === -1 ? on : on.slice(0, space);
}

/** Tasks that asyncio itself runs when a loop is closed; reports about a program leave them out. */
const HOUSEKEEPING: ReadonlySet<string> = new Set([
  'BaseEventLoop.shutdown_asyncgens',
  'BaseEventLoop.shutdown_default_executor',
]);

/** Whether a task of this coroutine is asyncio's own, made by `asyncio.run` at its end. */
export function isHousekeeping(coroutine: string): boolean {
  return HOUSEKEEPING.has(coroutine);
}

/** A task in a message: the name that the program gave it, and what it runs. */
export function whoIs(task: { readonly name: string; readonly coroutine: string }): string {
  return `${task.name} (${task.coroutine})`;
}
