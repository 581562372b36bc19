// What becomes of requests to cancel. A fold that follows each from `cancel()` or a time-out to the
// CancelledError that it becomes, and on: the task ends cancelled, or the request is taken back
// (uncancel, as a time-out does when its body let the error out), or the task goes on as if nothing
// had happened: it swallowed the cancellation. A normal return proves that, and a time-out that was
// left as if it had not run out; whoever is asked again may have been cleaning up.

import type { EventKind, EventOf, TraceEvent } from '../trace/event.ts';
import type { EventFold } from '../trace/fold.ts';

/** What became of a request to cancel. */
export type CancellationOutcome =
  | 'cancelled'
  | 'handled'
  | 'swallowed'
  | 'asked again'
  | 'not delivered'
  | 'open';

/** A request to cancel a task, as `seq`s of events; 0 for what did not happen. */
export interface Cancellation {
  readonly task: number;
  readonly requested: number;
  readonly delivered: number;
  /** The first that the task did after that which is no leaving. */
  readonly wentOn: number;
  /**
   * The first wait after that at the very place where CancelledError was thrown in, by the very
   * call that it was thrown into: another call of the same coroutine may be a clean-up's.
   */
  readonly wentBack: number;
  /** How often it waited after that. */
  readonly waits: number;
  /** What settled it: the end of the task, uncancel, the next request. */
  readonly settled: number;
  readonly outcome: CancellationOutcome;
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** Kinds that a task leaves blocks with, be it by an error or not. */
const LEAVING: ReadonlySet<EventKind> = new Set<EventKind>([
  'timer.cancelled',
  'coroutine.returned',
  'group.exited',
  'timeout.exited',
  'timeout.outlived',
  'lock.released',
  'lock.acquired',
  'lock.waited',
  'semaphore.released',
  'task.uncancelled',
  'task.cancel-requested',
  'handle.executed',
  'task.resumed',
  'task.cancelled',
  'task.finished',
  'future.settled',
]);

/**
 * What keeps CancelledError by itself before it lets it out: a Condition takes its lock again, a
 * TaskGroup waits for its tasks.
 */
const HOLDS_BACK = /^(?:condition|taskgroup)#/;

export class Cancellations implements EventFold {
  readonly wants: ReadonlySet<EventKind> | null = null;
  readonly #all: Mutable<Cancellation>[] = [];
  /** The request of each task that is not settled yet. */
  readonly #open = new Map<number, Mutable<Cancellation>>();
  /** Where CancelledError was last thrown into each task; null once that call has been left. */
  readonly #places = new Map<number, TraceEvent['at']>();
  readonly #calls = new AwaitedCalls();
  /** Where each task last waited for what holds CancelledError back. */
  readonly #holdingBack = new Map<number, TraceEvent['at']>();

  see(event: TraceEvent): void {
    if (event.kind === 'task.cancel-requested') {
      this.#request(event);
      return;
    }
    if (event.kind === 'task.suspended' && HOLDS_BACK.test(event.on)) {
      this.#holdingBack.set(event.task, event.at);
    }
    const open = this.#open.get(event.task);
    if (this.#calls.see(event)) this.#places.set(event.task, null);
    if (open === undefined) return;
    switch (event.kind) {
      case 'task.cancelled':
        this.#deliver(open, event);
        break;
      case 'timeout.outlived':
        if (open.delivered > 0) this.#settle(open, event, 'swallowed');
        break;
      case 'task.uncancelled':
        this.#settle(open, event, open.delivered > 0 ? 'handled' : 'not delivered');
        break;
      case 'task.finished':
        this.#settle(open, event, outcomeOf(open, event));
        break;
      case 'task.suspended':
        if (open.delivered > 0) this.#wait(open, event);
        break;
    }
    if (open.delivered > 0 && open.wentOn === 0 && !LEAVING.has(event.kind)) {
      open.wentOn = event.seq;
    }
  }

  /** All requests, in order of time; those that nothing settled are `open`. */
  all(): readonly Cancellation[] {
    return this.#all;
  }

  #request(event: EventOf<'task.cancel-requested'>): void {
    const open = this.#open.get(event.task);
    if (open !== undefined) {
      if (open.delivered === 0) return;
      this.#settle(open, event, open.wentOn > 0 ? 'asked again' : 'handled');
    }
    const request = {
      task: event.task,
      requested: event.seq,
      delivered: 0,
      wentOn: 0,
      wentBack: 0,
      waits: 0,
      settled: 0,
      outcome: 'open' as const,
    };
    this.#all.push(request);
    this.#open.set(event.task, request);
  }

  #deliver(open: Mutable<Cancellation>, event: EventOf<'task.cancelled'>): void {
    if (open.delivered > 0) return;
    open.delivered = event.seq;
    this.#places.set(event.task, event.at);
    this.#calls.mark(event);
  }

  #wait(open: Mutable<Cancellation>, event: EventOf<'task.suspended'>): void {
    open.waits++;
    const place = this.#places.get(event.task) ?? null;
    if (open.wentBack > 0 || !isSamePlace(place, event.at)) return;
    if (!isSamePlace(this.#holdingBack.get(event.task) ?? null, event.at)) {
      open.wentBack = event.seq;
    }
  }

  #settle(open: Mutable<Cancellation>, event: TraceEvent, outcome: CancellationOutcome): void {
    open.settled = event.seq;
    open.outcome = outcome;
    this.#open.delete(event.task);
  }
}

/** A coroutine that is awaited: how deep, and from where it was called. */
interface AwaitedCall {
  readonly depth: number;
  readonly from: TraceEvent['at'];
}

/** The calls that each task awaits, and of these the one that CancelledError was thrown into. */
class AwaitedCalls {
  /** By task, outermost first; the task's own coroutine is none. */
  readonly #calls = new Map<number, AwaitedCall[]>();
  /** By task: the depth of the marked call. */
  readonly #marked = new Map<number, number>();

  /** Takes note of calls; true where the marked one is left, or may be. */
  see(event: TraceEvent): boolean {
    if (event.kind !== 'coroutine.called' && event.kind !== 'coroutine.returned') return false;
    const { task, depth } = event;
    const before = this.#calls.get(task) ?? [];
    const around = before.filter((call) => call.depth < depth);
    this.#calls.set(task, around);
    if (event.kind === 'coroutine.returned') {
      const isKnown = before.at(around.length)?.depth === depth;
      return !isKnown || depth <= (this.#marked.get(task) ?? 0);
    }
    around.push({ depth, from: event.at });
    return false;
  }

  /** Marks the innermost call of the program. What asyncio calls for it was called from there. */
  mark({ task, at }: EventOf<'task.cancelled'>): void {
    const own = this.#calls.get(task)?.findLast(({ from }) => !isSamePlace(from, at));
    this.#marked.set(task, own?.depth ?? 0);
  }
}

function isSamePlace(a: TraceEvent['at'], b: TraceEvent['at']): boolean {
  return a !== null && b !== null && a[0] === b[0] && a[1] === b[1];
}

function outcomeOf(open: Cancellation, event: EventOf<'task.finished'>): CancellationOutcome {
  if (event.outcome === 'cancelled') return 'cancelled';
  if (open.delivered === 0) return 'not delivered';
  return event.outcome === 'returned' ? 'swallowed' : 'handled';
}
