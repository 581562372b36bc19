// Future: a result that is not there yet. Done callbacks are scheduled, never called directly, in
// the order in which they were registered. A callback is a Runnable with an operation code; one
// alone is held without an array, since most futures have one. Awaiting a done future does not
// suspend. A run may have a million futures, so flags share one number, and methods are `private`
// and not `#private`, which costs every object one more field. Source: CPython
// Lib/asyncio/futures.py, Modules/_asynciomodule.c (FutureObj).

import type { Runnable } from '../kernel/handle.ts';
import { Kind } from '../trace/tracer.ts';
import type { EventLoop } from './base-events.ts';
import { CallbackTarget, FunctionTarget } from './callback.ts';
import type { Context } from './contextvars.ts';
import { getRunningLoop } from './events.ts';
import { CancelledError, InvalidStateError, RuntimeError, StopIteration } from './exceptions.ts';
import { CALLBACK } from './handle-kinds.ts';
import { CREATE_FUTURE } from './library-places.ts';

const PENDING = 0;
const CANCELLED = 1;
const RESULT = 2;
const EXCEPTION = 3;
const STATE_NAMES = ['PENDING', 'CANCELLED', 'FINISHED', 'FINISHED'] as const;

/**
 * What a future's one number holds besides its state: flags, and the first callback's operation.
 */
const STATE = 3;
const LOG_TRACEBACK = 4;
const BLOCKING = 8;
const HOLDS_ERROR = 16;
/** Four flags are left to subclasses, the lowest of them is this one. */
export const OWN_FLAG = 32;
const FLAGS = 511;
const OPERATION_SHIFT = 9;

/** A callback that is to be scheduled when a future is done. */
export interface Registration {
  readonly target: Runnable;
  readonly operation: number;
}

export class Future<T = unknown> implements Runnable, Iterable<unknown, T, unknown> {
  // Assigned by the constructor: see Coroutine.
  declare readonly loop: EventLoop;
  declare private bits: number;
  /**
   * The result or the exception, by state; of a cancelled future the message, or the CancelledError
   * that ended a task, which is raised once more by whoever awaits it.
   */
  declare private value: unknown;
  /** One callback, whose operation is in the bits, or several. */
  declare private callbacks: Runnable | Registration[] | null;
  /** Where it was made; only in debug mode. */
  declare origin?: unknown;

  constructor(loop: EventLoop = getRunningLoop()) {
    this.loop = loop;
    this.bits = PENDING;
    this.value = null;
    this.callbacks = null;
    if (loop.debugging !== null) loop.debugging.note(this, CREATE_FUTURE);
  }

  /** An exception was set and nobody has asked for it. */
  get logTraceback(): boolean {
    return (this.bits & LOG_TRACEBACK) !== 0;
  }

  set logTraceback(value: boolean) {
    this.bits = value ? this.bits | LOG_TRACEBACK : this.bits & ~LOG_TRACEBACK;
  }

  /** Set once a task has awaited itself: see `Task`, and CPython's `_asyncio_future_blocking`. */
  get blocking(): boolean {
    return (this.bits & BLOCKING) !== 0;
  }

  set blocking(value: boolean) {
    this.bits = value ? this.bits | BLOCKING : this.bits & ~BLOCKING;
  }

  /**
   * For traces: what waiting for it is called, a number for "asleep until"; null for its own name.
   */
  waitLabel(): string | number | null {
    return null;
  }

  getLoop(): EventLoop {
    return this.loop;
  }

  private get state(): 0 | 1 | 2 | 3 {
    return (this.bits & STATE) as 0 | 1 | 2 | 3;
  }

  done(): boolean {
    return (this.bits & STATE) !== PENDING;
  }

  cancelled(): boolean {
    return this.state === CANCELLED;
  }

  /** PENDING, CANCELLED or FINISHED. */
  get stateName(): 'PENDING' | 'CANCELLED' | 'FINISHED' {
    return STATE_NAMES[this.state];
  }

  /** Whether `result` would throw: it failed or was cancelled. */
  failed(): boolean {
    return this.state === CANCELLED || this.state === EXCEPTION;
  }

  /** What `result` would throw, where `failed` is true. */
  takeError(): unknown {
    if (this.state === CANCELLED) return this.makeCancelledError();
    this.logTraceback = false;
    return this.value;
  }

  /** The exception without marking it as retrieved; undefined where there is none. */
  get failure(): unknown {
    return this.state === EXCEPTION ? this.value : undefined;
  }

  /**
   * The result. Throws the exception that was set, CancelledError if it was cancelled,
   * InvalidStateError while it is pending.
   */
  result(): T {
    if (this.state === RESULT) return this.value as T;
    if (this.state === CANCELLED) throw this.makeCancelledError();
    if (this.state === PENDING) throw new InvalidStateError('Result is not set.');
    this.logTraceback = false;
    throw this.value;
  }

  /** The exception that was set, null for none. Throws as `result` while pending or cancelled. */
  exception(): unknown {
    if (this.state === CANCELLED) throw this.makeCancelledError();
    if (this.state === PENDING) throw new InvalidStateError('Exception is not set.');
    this.logTraceback = false;
    return this.state === EXCEPTION ? this.value : null;
  }

  /** Marks it done. Throws InvalidStateError if it is done already. */
  setResult(result: T): void {
    if (this.state !== PENDING) this.refuse();
    this.bits |= RESULT;
    this.value = result;
    this.settled();
  }

  /** Marks it failed. Throws InvalidStateError if it is done already. */
  setException(exception: unknown): void {
    if (this.state !== PENDING) this.refuse();
    this.bits |= EXCEPTION;
    this.value = exception;
    if (exception instanceof StopIteration) {
      const wrapped = new RuntimeError(
        'StopIteration interacts badly with generators and cannot be raised into a Future',
      );
      wrapped.cause = exception;
      wrapped.context = exception;
      this.value = wrapped;
    }
    this.logTraceback = true;
    this.loop.noteFailure(this);
    this.settled();
  }

  /** Cancels it; false if it is done already. */
  cancel(message: unknown = null): boolean {
    this.logTraceback = false;
    if (this.state !== PENDING) return false;
    this.bits |= CANCELLED;
    this.value = message;
    this.settled();
    return true;
  }

  /**
   * Calls `fn(future)` through call_soon when it is done, also if it is done already: in `context`,
   * by default a copy of the current one. `key` is what `removeDoneCallback` knows it by.
   */
  addDoneCallback(
    fn: (future: this) => unknown,
    key: unknown = fn,
    context: Context | null = null,
  ): void {
    const call = fn as (...args: never[]) => unknown;
    this.addDoneTarget(new FunctionTarget(call, [this], key, context));
  }

  /** As `addDoneCallback`, of what is to be called. */
  addDoneTarget(target: CallbackTarget): void {
    target.context ??= this.loop.contexts.capture();
    this.addCallback(target, CALLBACK);
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
    if (this.state !== PENDING) {
      this.loop.schedule(target, operation, this);
    } else if (this.callbacks === null) {
      this.setOnly(target, operation);
    } else if (Array.isArray(this.callbacks)) {
      this.callbacks.push({ target, operation });
    } else {
      this.callbacks = [...this.registrations(), { target, operation }];
    }
  }

  /** As `removeDoneCallback`, for a target and its operation. */
  removeCallback(target: Runnable, operation: number): number {
    return this.remove((each, code) => each === target && code === operation);
  }

  /** What is to be scheduled when it is done, in order. */
  registrations(): readonly Registration[] {
    const callbacks = this.callbacks;
    if (callbacks === null) return [];
    if (Array.isArray(callbacks)) return callbacks;
    return [{ target: callbacks, operation: this.bits >> OPERATION_SHIFT }];
  }

  /** The timer of a sleep: sets the result unless it is done. */
  run(_operation: number, argument: unknown): void {
    if (this.state === PENDING) this.setResult(argument as T);
  }

  /**
   * The CancelledError to raise for it. Each call makes a new one, but that which ended a task is
   * given once. Source: Future._make_cancelled_error.
   */
  makeCancelledError(): unknown {
    if ((this.bits & HOLDS_ERROR) !== 0) {
      const error = this.value;
      this.bits &= ~HOLDS_ERROR;
      this.value = null;
      return error;
    }
    const message = this.message;
    return message === null ? new CancelledError() : new CancelledError(message);
  }

  /** The message of its cancellation, CPython's `_cancel_message`; null for none. */
  get message(): unknown {
    return this.state === CANCELLED && (this.bits & HOLDS_ERROR) === 0 ? this.value : null;
  }

  /** A flag of a subclass. */
  protected hasFlag(flag: number): boolean {
    return (this.bits & flag) !== 0;
  }

  protected setFlag(flag: number, value: boolean): void {
    this.bits = value ? this.bits | flag : this.bits & ~flag;
  }

  /** What `keepResult` was given, while it is pending. */
  protected get keptResult(): unknown {
    return this.value;
  }

  /** Keeps a result that is to be set later. */
  protected keepResult(result: unknown): void {
    this.value = result;
  }

  /** Keeps the CancelledError that ended a cancelled task. */
  protected keepError(error: unknown): void {
    this.bits |= HOLDS_ERROR;
    this.value = error;
  }

  [Symbol.iterator](): Iterator<unknown, T, unknown> {
    return new FutureAwait<T>(this);
  }

  private refuse(): never {
    throw new InvalidStateError('invalid state');
  }

  private remove(matches: (target: Runnable, operation: number) => boolean): number {
    const all = this.registrations();
    const kept = all.filter((each) => !matches(each.target, each.operation));
    if (kept.length === all.length) return 0;
    if (kept.length === 1) this.setOnly(kept[0].target, kept[0].operation);
    else this.callbacks = kept.length === 0 ? null : kept;
    return all.length - kept.length;
  }

  private setOnly(target: Runnable, operation: number): void {
    this.callbacks = target;
    this.bits = (this.bits & FLAGS) | (operation << OPERATION_SHIFT);
  }

  private settled(): void {
    const tracer = this.loop.tracer;
    if (tracer !== null && this.isAnnounced()) {
      const outer = tracer.enter(Kind.futureSettled, this.traceName(), this.outcome());
      this.scheduleCallbacks();
      tracer.leave(outer);
    } else {
      this.scheduleCallbacks();
    }
  }

  private scheduleCallbacks(): void {
    const callbacks = this.callbacks;
    if (callbacks === null) return;
    if (this.loop.debugging !== null) this.loop.debugging.scheduling(this.registrations());
    this.callbacks = null;
    if (Array.isArray(callbacks)) {
      for (const each of callbacks) this.loop.schedule(each.target, each.operation, this);
    } else {
      this.loop.schedule(callbacks, this.bits >> OPERATION_SHIFT, this);
    }
  }

  private outcome(): string {
    if (this.state === CANCELLED) return 'cancelled';
    return this.state === RESULT ? 'result' : 'exception';
  }

  /** Whether a trace tells when it is settled: not for the futures inside a sleep or a lock. */
  protected isAnnounced(): boolean {
    return true;
  }

  /** Whether a task that waits for it is woken by its `result()`, as for CPython's subclasses. */
  get isResultCalled(): boolean {
    return false;
  }

  /** What a trace calls it. */
  traceName(): string {
    return this.loop.tracer?.object(this, 'Future') ?? 'future';
  }
}

/** The future inside a primitive: not announced, and a wait for it is called by its label. */
export class LabelledFuture<T = unknown> extends Future<T> {
  declare label: string;

  constructor(loop: EventLoop) {
    super(loop);
    this.label = '';
  }

  override waitLabel(): string {
    return this.label;
  }

  protected override isAnnounced(): boolean {
    return false;
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
