// Task: a future that drives a coroutine. The coroutines that await each other are its stack, a
// chain of `caller` links: a resume costs the same at any depth. Nothing runs when a task is made,
// its first step is scheduled. cancel() first tries the future that it waits for.
// Source: CPython Lib/asyncio/tasks.py (Task), Modules/_asynciomodule.c (task_step_impl).

import type { Position } from '../base/span.ts';
import { Kind } from '../trace/tracer.ts';
import { awaitRefusal } from './await-errors.ts';
import { adoptOn, positionOf, pushOn, stackOf } from './await-stack.ts';
import type { EventLoop } from './base-events.ts';
import { type Cancellation, deliverCancellation } from './cancellation.ts';
import { type ContextHolder, contextOf, startInContext } from './contexts.ts';
import type { Context } from './contextvars.ts';
import { Coroutine, PREEMPTED, reused, THREW, YIELDED } from './coroutines.ts';
import { wakeupError } from './exception-context.ts';
import {
  CancelledError,
  InvalidStateError,
  KeyboardInterrupt,
  RuntimeError,
  SystemExit,
} from './exceptions.ts';
import { Future, OWN_FLAG } from './futures.ts';
import { STEP, THROW, WAKEUP } from './handle-kinds.ts';
import {
  emitStep,
  emitSuspended,
  enterCancelRequested,
  enterCreated,
  enterFinished,
} from './task-events.ts';
import type { TaskOptions } from './task-options.ts';

/** The task has to wait: its step is over. */
const WAITING = Symbol('waiting');

const MUST_CANCEL = OWN_FLAG;
const UNREPORTED = OWN_FLAG * 2;
/** It ended inside its own making: CPython lets go of its coroutine then. */
const ENDED_EAGERLY = OWN_FLAG * 8;
/** A cancellation is delivered just before it goes on. */
const DOOMED = OWN_FLAG * 4;

export class Task<T = unknown> extends Future<T> implements ContextHolder {
  /** Creation number in the program; main is 1. */
  readonly number: number;
  /** The coroutine that it was made of. */
  readonly coroutine: Coroutine<T>;
  /** A number stands for the default name `Task-N`: most names are never asked for. */
  #name: string | number;
  /** The innermost coroutine: the one that runs or waits. */
  #top: Coroutine;
  #waiter: Future | null = null;
  /** Null as long as nobody has asked: most tasks are never cancelled. */
  #cancellation: Cancellation | null = null;
  /** Neighbours among the loop's tasks, in order of creation. */
  previous: Task | null = null;
  next: Task | null = null;
  context: Context | null;

  constructor(loop: EventLoop, coroutine: Coroutine<T>, options: TaskOptions = {}) {
    super(loop);
    const eager = options.eagerStart === true && loop.isRunning();
    if (eager) loop.enterEager();
    this.coroutine = coroutine;
    this.#top = coroutine.started ? reused() : coroutine;
    coroutine.started = true;
    this.number = loop.counters.nextTask();
    this.context = options.context ?? loop.contexts.capture();
    this.#name = options.name ?? loop.counters.nextName();
    loop.register(this as Task);
    const tracer = loop.tracer;
    const outer = tracer === null ? 0 : enterCreated(tracer, this as Task, eager);
    if (eager) this.startEagerly(outer);
    else loop.schedule(this, STEP, undefined);
    tracer?.leave(outer);
  }

  /** The first step, now; whoever makes the task waits for it. Source: task_eager_start. */
  private startEagerly(outerCause: number): void {
    const { loop } = this;
    try {
      startInContext(this as Task);
    } catch (error) {
      loop.tracer?.leave(outerCause);
      throw error;
    } finally {
      loop.leaveEager();
      if (this.done()) this.setFlag(ENDED_EAGERLY, true);
    }
  }

  getName(): string {
    return typeof this.#name === 'number' ? `Task-${this.#name}` : this.#name;
  }

  setName(name: string): void {
    this.#name = name;
  }

  /** Null for a task that ended inside its own making, as in CPython. */
  getCoro(): Coroutine<T> | null {
    return this.hasFlag(ENDED_EAGERLY) ? null : this.coroutine;
  }

  getContext(): Context {
    return contextOf(this);
  }

  /** What it waits for, null while it runs or is ready. */
  get waiter(): Future | null {
    return this.#waiter;
  }

  /** Its await stack, outermost first: empty once it is done. */
  getStack(): Coroutine[] {
    return this.done() ? [] : stackOf(this.#top);
  }

  override get message(): unknown {
    return this.#cancellation === null ? null : this.#cancellation.message;
  }

  /** Where its innermost coroutine that has a source stands. */
  get position(): Position | null {
    return positionOf(this.#top);
  }

  /** Whether the next step throws CancelledError: CPython's `_must_cancel`. */
  get mustCancel(): boolean {
    return this.hasFlag(MUST_CANCEL);
  }

  /** Whether the end of the run reports it if it is still pending. */
  get logDestroyPending(): boolean {
    return !this.hasFlag(UNREPORTED);
  }

  set logDestroyPending(value: boolean) {
    this.setFlag(UNREPORTED, !value);
  }

  override setResult(): never {
    throw new RuntimeError('Task does not support set_result operation');
  }

  override setException(): never {
    throw new RuntimeError('Task does not support set_exception operation');
  }

  /**
   * Asks the task to end: CancelledError is thrown where it waits. Returns false if it is done.
   * Throws RecursionError where awaiting tasks form a cycle. Source: Task.cancel.
   */
  override cancel(message: unknown = null): boolean {
    this.logTraceback = false;
    if (this.done()) return false;
    const { tracer } = this.loop;
    this.#cancellation ??= { requests: 0, message: null };
    const requests = ++this.#cancellation.requests;
    if (tracer === null) {
      this.requestCancel(message);
      return true;
    }
    const outer = enterCancelRequested(tracer, this as Task, message, requests);
    this.requestCancel(message);
    tracer.leave(outer);
    return true;
  }

  private requestCancel(message: unknown): void {
    const waiter = this.#waiter;
    if (waiter !== null) {
      this.loop.enterCancel();
      try {
        if (waiter.cancel(message)) return;
      } finally {
        this.loop.leaveCancel();
      }
    }
    this.setFlag(MUST_CANCEL, true);
    if (this.#cancellation !== null) this.#cancellation.message = message;
  }

  /** Number of cancellation requests that were not taken back. */
  cancelling(): number {
    return this.#cancellation === null ? 0 : this.#cancellation.requests;
  }

  /**
   * Takes one request back; returns how many are left. At 0 a pending cancellation is dropped
   * (3.13).
   */
  uncancel(): number {
    const cancellation = this.#cancellation;
    if (cancellation === null || cancellation.requests === 0) return 0;
    cancellation.requests--;
    if (cancellation.requests === 0) this.setFlag(MUST_CANCEL, false);
    this.loop.tracer?.emitFor(this.number, Kind.taskUncancelled, cancellation.requests);
    return cancellation.requests;
  }

  override run(operation: number, argument: unknown): void {
    if (this.hasFlag(DOOMED)) {
      this.setFlag(DOOMED, false);
      this.cancel();
    }
    if (operation === WAKEUP) {
      const future = argument as Future;
      if (future.failed()) this.step(wakeupError(future), true);
      else this.step(future.result(), false);
    } else {
      this.step(argument, operation === THROW);
    }
  }

  /** Goes on with a step whose slice was used up. */
  goOn(): void {
    const loop = this.loop;
    loop.currentTask = this as Task;
    if (loop.tracer !== null) loop.tracer.task = this.number;
    try {
      this.drive(undefined, false);
    } finally {
      loop.currentTask = null;
      if (loop.tracer !== null) loop.tracer.task = 0;
    }
  }

  private step(value: unknown, failed: boolean): void {
    if (this.done()) throw new InvalidStateError('__step(): already done');
    let thrown = failed;
    let sent = value;
    if (this.mustCancel) {
      if (!(thrown && sent instanceof CancelledError)) sent = this.makeCancelledError();
      thrown = true;
      this.setFlag(MUST_CANCEL, false);
    }
    this.#waiter = null;
    this.enter(sent, thrown);
  }

  /** One step. Not `finally`, which takes as long as all the rest of it. */
  private enter(value: unknown, failed: boolean): void {
    const { loop } = this;
    const { currentTask, tracer } = loop;
    const tracedTask = tracer === null ? 0 : tracer.task;
    loop.currentTask = this as Task;
    if (tracer !== null) emitStep(tracer, this as Task, failed, value);
    try {
      this.drive(value, failed);
    } catch (error) {
      loop.currentTask = currentTask;
      if (tracer !== null) tracer.task = tracedTask;
      throw error;
    }
    loop.currentTask = currentTask;
    if (tracer !== null) tracer.task = tracedTask;
  }

  /** Resumes the innermost coroutine until the task has to wait, ends, or its slice is used up. */
  private drive(first: unknown, failed: boolean): void {
    let value = first;
    let thrown = failed;
    for (;;) {
      const top = this.#top;
      const signal = thrown ? top.throw(value) : top.send(value);
      value = top.payload;
      if (signal === YIELDED) {
        const isCommon = value === null || value instanceof Future;
        const refused = isCommon ? this.suspend(value) : this.delegate(value);
        if (refused === WAITING) {
          if (this.loop.choices?.cancel === true) this.setFlag(DOOMED, deliverCancellation(this));
          return;
        }
        thrown = refused !== null;
        value = refused ?? undefined;
      } else if (signal === PREEMPTED) {
        value = undefined;
        thrown = false;
        if (this.loop.isStartingEagerly) continue;
        this.loop.preempt(this);
        return;
      } else {
        thrown = signal === THREW;
        if (!this.pop(top)) {
          if (thrown) this.fail(value);
          else this.finish(value as T);
          return;
        }
      }
    }
  }

  /** Goes on with the coroutine that was yielded, as `suspend` with anything else. */
  private delegate(yielded: unknown): unknown {
    let value = yielded;
    while (value instanceof Coroutine && value.handedOver) value = this.adopt(value);
    return value instanceof Coroutine ? this.push(value) : this.suspend(value);
  }

  /** Puts an awaited coroutine on the stack; an error to throw where that is not possible. */
  private push(coroutine: Coroutine): unknown {
    const error = pushOn(this.#top, coroutine, this.loop.recursionLimit);
    if (error !== null) return error;
    this.#top = coroutine;
    this.loop.tracer?.emit(Kind.coroutineCalled, coroutine.name, coroutine.depth + 1);
    return null;
  }

  /** Puts a coroutine on the stack that has begun already; gives what it waits for. */
  private adopt(coroutine: Coroutine): unknown {
    const waitsFor = adoptOn(this.#top, coroutine);
    this.#top = coroutine;
    return waitsFor;
  }

  /** Takes the ended coroutine off the stack; false when it was the last. */
  private pop(ended: Coroutine): boolean {
    const caller = ended.caller;
    if (caller === null) return false;
    ended.caller = null;
    this.#top = caller;
    this.loop.tracer?.emit(Kind.coroutineReturned, ended.name, ended.depth + 1);
    return true;
  }

  /** Waits for what was yielded: WAITING, or an error to throw into the coroutine at once. */
  private suspend(yielded: unknown): unknown {
    const loop = this.loop;
    if (yielded instanceof Future) {
      if (yielded.blocking) return new RuntimeError("await wasn't used with future");
      const error = this.waitFor(yielded);
      if (error !== null) {
        yielded.blocking = true;
        loop.schedule(this, THROW, new RuntimeError(error));
      }
      return WAITING;
    }
    if (yielded === null || yielded === undefined) {
      loop.tracer?.emit(Kind.taskSuspended, 'yield', null);
      loop.schedule(this, STEP, undefined);
    } else {
      const error = new RuntimeError(`Task got bad yield: ${loop.host.repr(yielded)}`);
      loop.schedule(this, THROW, error);
    }
    return WAITING;
  }

  /** Registers with a future; the message of an error where that is not allowed. */
  private waitFor(future: Future): string | null {
    if (future.loop !== this.loop || (future as unknown) === this) {
      return awaitRefusal(this as Task, future);
    }
    const { tracer } = this.loop;
    if (tracer !== null) emitSuspended(tracer, future);
    future.addCallback(this, WAKEUP);
    this.#waiter = future;
    if (this.mustCancel && future.cancel(this.message)) this.setFlag(MUST_CANCEL, false);
    return null;
  }

  private finish(value: T): void {
    const cancelled = this.mustCancel;
    this.setFlag(MUST_CANCEL, false);
    const outer = this.ended(cancelled ? 'cancelled' : 'returned', value);
    if (cancelled) super.cancel(this.message);
    else super.setResult(value);
    this.loop.tracer?.leave(outer);
  }

  private fail(error: unknown): void {
    const cancelled = error instanceof CancelledError;
    const outer = this.ended(cancelled ? 'cancelled' : 'raised', error);
    if (cancelled) {
      if (this.#cancellation !== null) this.#cancellation.message = null;
      super.cancel();
      this.keepError(error);
    } else {
      super.setException(error);
    }
    this.loop.tracer?.leave(outer);
    if (error instanceof SystemExit || error instanceof KeyboardInterrupt) throw error;
  }

  private ended(outcome: 'returned' | 'raised' | 'cancelled', value: unknown): number {
    this.loop.unregister(this as Task);
    return enterFinished(this.loop.tracer, outcome, value);
  }

  protected override isAnnounced(): boolean {
    return false;
  }

  override traceName(): string {
    return `task#${this.number}`;
  }
}
