// How things stand at one event: what every living task does, who holds what since when, who
// signalled what last. A fold: seen up to the end it is the end of the run, seen up to an event it
// is that moment.

import type { EventKind, TraceEvent } from '../../trace/event.ts';
import type { EventFold } from '../../trace/fold.ts';
import { HOLDING_KINDS, Holdings } from '../../trace/holdings.ts';
import { TASK_KINDS, type TaskState, TaskStates } from '../../trace/task-states.ts';
import type { History } from './history.ts';

/** Kinds that let somebody go on who waits on the object. */
export const SIGNAL_KINDS: ReadonlySet<EventKind> = new Set<EventKind>([
  'event.set',
  'condition.notified',
  'queue.put',
  'queue.got',
  'queue.shut-down',
  'barrier.released',
  'barrier.waited',
  'semaphore.released',
  'lock.released',
]);

/** Objects whose signals nobody gets who comes later. */
const LOSABLE = /^(?:event|condition)#/;

export class Moment implements EventFold {
  readonly wants: ReadonlySet<EventKind> = new Set<EventKind>([
    ...HOLDING_KINDS,
    ...TASK_KINDS,
    ...SIGNAL_KINDS,
    'event.cleared',
    'future.created',
  ]);
  readonly states = new TaskStates();
  readonly holdings = new Holdings();
  /** `seq` of the last suspension of a task. */
  readonly #suspended = new Map<number, number>();
  /** `seq` of the last acquisition, by object and task. */
  readonly #acquired = new Map<string, Map<number, number>>();
  /** `seq` of the last signal, by object and kind. */
  readonly #signals = new Map<string, Map<EventKind, number>>();
  /** `seq` of the last time that a task was let go on, by object. */
  readonly #woken = new Map<string, Map<number, number>>();
  /** The living children of each task. */
  readonly #children = new Map<number, Set<number>>();

  see(event: TraceEvent): void {
    switch (event.kind) {
      case 'task.created':
        this.#adopt(event.parent, event.task);
        break;
      case 'task.suspended':
        this.#suspended.set(event.task, event.seq);
        break;
      case 'task.resumed':
        this.#wake(event);
        break;
      case 'task.finished':
        this.#forget(event.task);
        break;
      case 'lock.acquired':
      case 'semaphore.acquired':
        entry(this.#acquired, event.object).set(event.task, event.seq);
        break;
    }
    if ('object' in event && this.#isSignal(event.kind)) {
      entry(this.#signals, event.object).set(event.kind, event.seq);
    }
    this.states.see(event);
    this.holdings.see(event);
  }

  /** The suspension in which a task waits; 0 where it does not. */
  suspensionOf(task: number): number {
    return this.states.get(task)?.phase === 'waiting' ? (this.#suspended.get(task) ?? 0) : 0;
  }

  /** When a task took what it holds, as a `seq`; 0 for unknown. */
  acquiredBy(object: string, task: number): number {
    return this.#acquired.get(object)?.get(task) ?? 0;
  }

  /** The last event of this kind at the object, as a `seq`; 0 for none. */
  lastSignal(object: string, kind: EventKind): number {
    return this.#signals.get(object)?.get(kind) ?? 0;
  }

  /**
   * Whether the last signal of this kind was given before `task` began to wait, and was not what
   * let it go on from the object the last time.
   */
  isLostTo(task: number, object: string, kind: EventKind): boolean {
    const signal = this.lastSignal(object, kind);
    const woken = this.#woken.get(object)?.get(task) ?? 0;
    return signal > 0 && signal < this.suspensionOf(task) && woken < signal;
  }

  /** The living tasks that a task made, in order of creation. */
  childrenOf(task: number): readonly number[] {
    return [...(this.#children.get(task) ?? [])];
  }

  /** Living tasks that wait, in order of creation. */
  waiting(): readonly TaskState[] {
    return this.states.alive().filter((state) => state.phase === 'waiting');
  }

  #isSignal(kind: EventKind): boolean {
    return SIGNAL_KINDS.has(kind) || kind === 'event.cleared' || kind === 'future.created';
  }

  /** Only waits for events and conditions are asked about. */
  #wake(event: TraceEvent): void {
    const on = this.states.get(event.task)?.on ?? '';
    if (LOSABLE.test(on)) entry(this.#woken, on).set(event.task, event.seq);
  }

  #adopt(parent: number, task: number): void {
    const siblings = this.#children.get(parent);
    if (siblings === undefined) this.#children.set(parent, new Set([task]));
    else siblings.add(task);
  }

  #forget(task: number): void {
    const parent = this.states.get(task)?.parent ?? 0;
    const siblings = this.#children.get(parent);
    siblings?.delete(task);
    if (siblings?.size === 0) this.#children.delete(parent);
    this.#suspended.delete(task);
  }
}

function entry<K, V>(map: Map<string, Map<K, V>>, key: string): Map<K, V> {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = new Map<K, V>();
  map.set(key, made);
  return made;
}

/** How things stood after the event `seq`. */
export function momentAt(history: History, seq: number): Moment {
  const moment = new Moment();
  for (const event of history.trace) {
    if (event.seq > seq) break;
    if (moment.wants.has(event.kind)) moment.see(event);
  }
  return moment;
}
