// A fold that knows every synchronisation object of a run: what it is called, how it stands
// (permits left, items in it, set or not), and which tasks wait for it, in the order in which they
// began to.

import type { EventKind, EventOf, TraceEvent } from './event.ts';
import type { EventFold } from './fold.ts';
import { waitKindOf, waitObjectOf } from './task-states.ts';

export interface ObjectState {
  /** `semaphore#1`. */
  readonly object: string;
  /** Its class in the program; empty where it was never announced. */
  readonly class: string;
  /** The program's name for it, else `object`. */
  readonly name: string;
  /** Permits, size or parties; null where it has none or it was not told. */
  readonly capacity: number | null;
  /** Permits left, items in it, parties that wait; null where nothing was told yet. */
  readonly value: number | null;
  /** Whether an event is set, a barrier broken, a queue shut down. */
  readonly flag: boolean;
  /** The tasks that wait for it, first in line first. */
  readonly waiters: ReadonlySet<number>;
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };
type Kept = Mutable<Omit<ObjectState, 'waiters'>> & { readonly waiters: Set<number> };

const FLAGS: ReadonlyMap<EventKind, boolean> = new Map<EventKind, boolean>([
  ['event.set', true],
  ['event.cleared', false],
  ['barrier.aborted', true],
  ['barrier.reset', false],
  ['queue.shut-down', true],
]);

export class ObjectStates implements EventFold {
  readonly wants = null;
  readonly #objects = new Map<string, Kept>();
  /** What each waiting task waits for. */
  readonly #waits = new Map<number, Kept>();

  see(event: TraceEvent): void {
    switch (event.kind) {
      case 'object.created':
        this.#create(event);
        return;
      case 'task.suspended':
        this.#wait(event.task, event.on);
        return;
      case 'task.resumed':
      case 'task.cancelled':
      case 'task.finished':
        this.#leave(event.task);
        return;
    }
    if ('object' in event) this.#change(event);
  }

  /** Every object that was announced or waited for, in that order. */
  all(): readonly ObjectState[] {
    return [...this.#objects.values()];
  }

  get(object: string): ObjectState | null {
    return this.#objects.get(object) ?? null;
  }

  #create(event: EventOf<'object.created'>): void {
    const { object, name, capacity } = event;
    this.#objects.set(object, {
      ...{ object, class: event.class, name: name ?? object, capacity },
      ...{ value: null, flag: false, waiters: new Set() },
    });
  }

  #wait(task: number, on: string): void {
    this.#leave(task);
    if (waitKindOf(on) !== 'object') return;
    const object = waitObjectOf(on);
    let state = this.#objects.get(object);
    if (state === undefined) {
      const nothing = { class: '', name: object, capacity: null, value: null, flag: false };
      state = { object, ...nothing, waiters: new Set() };
      this.#objects.set(object, state);
    }
    state.waiters.add(task);
    this.#waits.set(task, state);
  }

  #leave(task: number): void {
    this.#waits.get(task)?.waiters.delete(task);
    this.#waits.delete(task);
  }

  #change(event: Extract<TraceEvent, { readonly object: string }>): void {
    const state = this.#objects.get(event.object);
    if (state === undefined) return;
    if ('value' in event && typeof event.value === 'number') state.value = event.value;
    if ('size' in event) state.value = event.size;
    if ('waiting' in event) state.value = event.waiting;
    if (event.kind === 'barrier.released') state.value = 0;
    state.flag = FLAGS.get(event.kind) ?? state.flag;
  }
}
