// Future: a result that is not there yet. Done callbacks are scheduled, never called directly, in the order
// in which they were registered. A callback is a Runnable with an operation code; the first is held in
// fields, since most futures have one. Awaiting a done future does not suspend.
// Methods are `private` and not `#private`, which would cost each future one more field.
// Source: CPython Lib/asyncio/futures.py, Modules/_asynciomodule.c (FutureObj).

import type { Runnable } from '../kernel/handle.ts';
import { Kind } from '../trace/tracer.ts';
import type { EventLoop } from './base-events.ts';
import { CallbackTarget } from './callback.ts';
import { getRunningLoop } from './events.ts';
import { CancelledError, InvalidStateError, RuntimeError, StopIteration } from './exceptions.ts';
import { CALLBACK } from './handle-kinds.ts';

const PENDING = 0;
const CANCELLED = 1;
const RESULT = 2;
const EXCEPTION = 3;
const STATE_NAMES = ['PENDING', 'CANCELLED', 'FINISHED', 'FINISHED'] as const;

interface Registration {
  readonly target: Runnable;
  readonly operation: number;
}

export class Future<T = unknown> implements Runnable, Iterable<unknown, T, unknown> {
  readonly loop: EventLoop;
  #state: 0 | 1 | 2 | 3 = PENDING;
  /** The result or the exception, by state. */
  #value: unknown = undefined;
  #first: Runnable | null = null;
  #firstOperation = 0;
  #more: Registration[] | null = null;
  /** CPython's `_cancel_message`. */
  protected cancelMessage: unknown = null;
  /** The CancelledError that ended a task, to be raised once more by whoever awaits it. */
  protected cancelledError: unknown = null;
  /** An exception was set and nobody has asked for it. */
  logTraceback = false;
  /** Set once a task has awaited itself: see `Task`, and CPython's `_asyncio_future_blocking`. */
  blocking = false;
  /** For traces: what waiting for it is called, a number for "asleep until". */
  label: string | number | null = null;

  constructor(loop: EventLoop = getRunningLoop()) {
    this.loop = loop;
  }

  getLoop(): EventLoop {
    return this.loop;
  }

  done(): boolean {
    return this.#state !== PENDING;
  }

  cancelled(): boolean {
    return this.#state === CANCELLED;
  }

  /** PENDING, CANCELLED or FINISHED. */
  get stateName(): 'PENDING' | 'CANCELLED' | 'FINISHED' {
    return STATE_NAMES[this.#state];
  }

  /** Whether `result` would throw: it failed or was cancelled. */
  failed(): boolean {
    return this.#state === CANCELLED || this.#state === EXCEPTION;
  }

  /** What `result` would throw, where `failed` is true. */
  takeError(): unknown {
    if (this.#state === CANCELLED) return this.makeCancelledError();
    this.logTraceback = false;
    return this.#value;
  }

  /** The exception without marking it as retrieved; undefined where there is none. */
  get failure(): unknown {
    return this.#state === EXCEPTION ? this.#value : undefined;
  }

  /**
   * The result. Throws the exception that was set, CancelledError if it was cancelled, InvalidStateError
   * while it is pending.
   */
  result(): T {
    if (this.#state === RESULT) return this.#value as T;
    if (this.#state === CANCELLED) throw this.makeCancelledError();
    if (this.#state === PENDING) throw new InvalidStateError('Result is not set.');
    this.logTraceback = false;
    throw this.#value;
  }

  /** The exception that was set, null for none. Throws as `result` while pending or cancelled. */
  exception(): unknown {
    if (this.#state === CANCELLED) throw this.makeCancelledError();
    if (this.#state === PENDING) throw new InvalidStateError('Exception is not set.');
    this.logTraceback = false;
    return this.#state === EXCEPTION ? this.#value : null;
  }

  /** Marks it done. Throws InvalidStateError if it is done already. */
  setResult(result: T): void {
    if (this.#state !== PENDING) this.refuse();
    this.#state = RESULT;
    this.#value = result;
    this.settled();
  }

  /** Marks it failed. Throws InvalidStateError if it is done already. */
  setException(exception: unknown): void {
    if (this.#state !== PENDING) this.refuse();
    this.#state = EXCEPTION;
    this.#value = exception;
    if (exception instanceof StopIteration) {
      const wrapped = new RuntimeError(
        'StopIteration interacts badly with generators and cannot be raised into a Future',
      );
      wrapped.cause = exception;
      wrapped.context = exception;
      this.#value = wrapped;
    }
    this.logTraceback = true;
    this.loop.noteFailure(this);
    this.settled();
  }

  /** Cancels it; false if it is done already. */
  cancel(message: unknown = null): boolean {
    this.logTraceback = false;
    if (this.#state !== PENDING) return false;
    this.#state = CANCELLED;
    this.cancelMessage = message;
    this.settled();
    return true;
  }

  /**
   * Calls `fn(future)` through call_soon when it is done, also if it is done already. `key` is what
   * `removeDoneCallback` knows it by.
   */
  addDoneCallback(fn: (future: this) => unknown, key: unknown = fn): void {
    const call = fn as (...args: never[]) => unknown;
    this.addCallback(new CallbackTarget(call, [this], key), CALLBACK);
  }

  /** Removes every registration of `fn`; returns how many there were. */
  removeDoneCallback(fn: (future: this) => unknown): number {
    return this.removeCallbacksWhere((key) => key === fn);
  }

  /** Removes every registration whose key `matches`; returns how many there were. */
  removeCallbacksWhere(matches: (key: unknown) => boolean): number {
    return this.remove((target) => target instanceof CallbackTarget && matches(target.key));
  }

  /** As `addDoneCallback`, for a target that is run with this future as its argument. */
  addCallback(target: Runnable, operation: number): void {
    if (this.#state !== PENDING) {
      this.loop.schedule(target, operation, this);
    } else if (this.#first === null) {
      this.#first = target;
      this.#firstOperation = operation;
    } else if (this.#more === null) {
      this.#more = [{ target, operation }];
    } else {
      this.#more.push({ target, operation });
    }
  }

  /** As `removeDoneCallback`, for a target and its operation. */
  removeCallback(target: Runnable, operation: number): number {
    return this.remove((each, code) => each === target && code === operation);
  }

  /** Number of registered callbacks. */
  get callbackCount(): number {
    return (this.#first === null ? 0 : 1) + (this.#more?.length ?? 0);
  }

  /** The timer of a sleep: sets the result unless it is done. */
  run(_operation: number, argument: unknown): void {
    if (this.#state === PENDING) this.setResult(argument as T);
  }

  /**
   * The CancelledError to raise for it. Each call makes a new one, but that which ended a task is given
   * once. Source: Future._make_cancelled_error.
   */
  makeCancelledError(): unknown {
    const saved = this.cancelledError;
    if (saved !== null) {
      this.cancelledError = null;
      return saved;
    }
    return this.cancelMessage === null
      ? new CancelledError()
      : new CancelledError(this.cancelMessage);
  }

  /** The message of its cancellation; null for none. */
  get message(): unknown {
    return this.cancelMessage;
  }

  [Symbol.iterator](): Iterator<unknown, T, unknown> {
    return new FutureAwait<T>(this);
  }

  private refuse(): never {
    throw new InvalidStateError('invalid state');
  }

  private remove(matches: (target: Runnable, operation: number) => boolean): number {
    if (this.#first === null) return 0;
    const all = [{ target: this.#first, operation: this.#firstOperation }, ...(this.#more ?? [])];
    const kept = all.filter((each) => !matches(each.target, each.operation));
    if (kept.length === all.length) return 0;
    this.#first = kept.length > 0 ? kept[0].target : null;
    this.#firstOperation = kept.length > 0 ? kept[0].operation : 0;
    this.#more = kept.length > 1 ? kept.slice(1) : null;
    return all.length - kept.length;
  }

  private settled(): void {
    const first = this.#first;
    const tracer = this.loop.tracer;
    if (tracer !== null && this.isAnnounced()) {
      const outer = tracer.enter(Kind.futureSettled, this.traceName(), this.outcome());
      this.scheduleCallbacks(first);
      tracer.leave(outer);
    } else if (first !== null) {
      this.scheduleCallbacks(first);
    }
  }

  private scheduleCallbacks(first: Runnable | null): void {
    if (first === null) return;
    const more = this.#more;
    this.#first = null;
    this.#more = null;
    this.loop.schedule(first, this.#firstOperation, this);
    if (more === null) return;
    for (const each of more) this.loop.schedule(each.target, each.operation, this);
  }

  private outcome(): string {
    if (this.#state === CANCELLED) return 'cancelled';
    return this.#state === RESULT ? 'result' : 'exception';
  }

  /** Whether a trace tells when it is settled: not for the futures inside a sleep or a lock. */
  protected isAnnounced(): boolean {
    return this.label === null;
  }

  /** What a trace calls it. */
  traceName(): string {
    return this.loop.tracer?.object(this, 'Future') ?? 'future';
  }
}

/** What `yield* future` runs. */
class FutureAwait<T> implements Iterator<unknown, T, unknown> {
  readonly #future: Future<T>;

  constructor(future: Future<T>) {
    this.#future = future;
  }

  next(): IteratorResult<unknown, T> {
    const future = this.#future;
    if (future.done()) return { done: true, value: future.result() };
    return { done: false, value: future };
  }

  throw(error: unknown): IteratorResult<unknown, T> {
    throw error;
  }
}
