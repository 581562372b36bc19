// timeout: an asynchronous context manager that cancels its task at a deadline and turns the
// cancellation into TimeoutError on the way out, if no one else has asked for one meanwhile.
// Source: CPython Lib/asyncio/timeouts.py, Lib/asyncio/tasks.py (wait_for).

import type { Handle, Runnable } from '../kernel/handle.ts';
import { Kind } from '../trace/tracer.ts';
import type { EventLoop } from './base-events.ts';
import { type AsyncContextManager, Immediate } from './context-managers.ts';
import type { Coroutine } from './coroutines.ts';
import { currentLoop, getRunningLoop } from './events.ts';
import { ExceptionGroup } from './exception-groups.ts';
import { BaseException, CancelledError, RuntimeError, TimeoutError } from './exceptions.ts';
import { TIMEOUT } from './handle-kinds.ts';
import type { Task } from './tasks.ts';

export type TimeoutState = 'created' | 'active' | 'expiring' | 'expired' | 'finished';

export class Timeout implements AsyncContextManager<Timeout>, Runnable {
  #state: TimeoutState = 'created';
  #when: number | null;
  #handle: Handle | null = null;
  #task: Task | null = null;
  #cancelling = 0;

  /** `when`: deadline in virtual seconds, null for none. */
  constructor(when: number | null) {
    this.#when = when;
  }

  when(): number | null {
    return this.#when;
  }

  get state(): TimeoutState {
    return this.#state;
  }

  expired(): boolean {
    return this.#state === 'expiring' || this.#state === 'expired';
  }

  /** Moves the deadline. Throws RuntimeError where it is not entered. */
  reschedule(when: number | null): void {
    if (this.#state === 'created') throw new RuntimeError('Timeout has not been entered');
    if (this.#state !== 'active') {
      throw new RuntimeError(`Cannot change state of ${this.#state} Timeout`);
    }
    traceTimeout(this, Kind.timeoutRescheduled, when);
    this.#arm(getRunningLoop(), when);
  }

  aenter(): Coroutine<Timeout> {
    return new Immediate('Timeout.__aenter__', () => this.enter());
  }

  aexit(error: unknown): Coroutine<boolean> {
    return new Immediate('Timeout.__aexit__', () => {
      this.exit(error);
      return false;
    });
  }

  /** `__aenter__` without the coroutine, which never waits. */
  enter(): this {
    if (this.#state !== 'created') throw new RuntimeError('Timeout has already been entered');
    const task = currentLoop()?.currentTask ?? null;
    if (task === null) throw new RuntimeError('Timeout should be used inside a task');
    this.#state = 'active';
    this.#task = task;
    this.#cancelling = task.cancelling();
    traceTimeout(this, Kind.timeoutEntered, this.#when);
    this.#arm(task.loop, this.#when);
    return this;
  }

  /**
   * `__aexit__` without the coroutine: returns where `error` (null for none) is to go on as it is.
   */
  exit(error: unknown): void {
    this.#handle?.cancel();
    this.#handle = null;
    traceTimeout(this, Kind.timeoutExited);
    if (this.#state === 'expiring') {
      this.#state = 'expired';
      if (error === null) traceTimeout(this, Kind.timeoutOutlived);
      const left = (this.#task as Task).uncancel();
      if (left <= this.#cancelling && error !== null) convert(error);
    } else {
      this.#state = 'finished';
    }
  }

  /** The deadline. */
  run(): void {
    this.#state = 'expiring';
    this.#handle = null;
    const task = this.#task as Task;
    const tracer = task.loop.tracer;
    const outer = tracer?.enter(Kind.timeoutExpired, tracer.object(this, 'Timeout')) ?? 0;
    task.cancel();
    tracer?.leave(outer);
  }

  #arm(loop: EventLoop, when: number | null): void {
    this.#when = when;
    this.#handle?.cancel();
    this.#handle = null;
    if (when === null) return;
    if (when <= loop.time()) this.#handle = loop.scheduleHandle(this, TIMEOUT, undefined);
    else this.#handle = loop.scheduleAt(when, this, TIMEOUT, undefined);
  }
}

function traceTimeout(timeout: Timeout, kind: number, when?: number | null): void {
  const tracer = currentLoop()?.tracer;
  if (tracer) tracer.emit(kind, tracer.object(timeout, 'Timeout'), when);
}

/** The task's own cancellation becomes TimeoutError; in other errors' contexts it is replaced. */
function convert(error: unknown): void {
  if (error instanceof CancelledError) throw timeoutFrom(error);
  if (!(error instanceof BaseException)) return;
  insertTimeoutError(error);
  if (!(error instanceof ExceptionGroup)) return;
  for (const member of error.exceptions) {
    if (member instanceof BaseException) insertTimeoutError(member);
  }
}

/** `TimeoutError() from cause`. */
export function timeoutFrom(cause: BaseException): TimeoutError {
  const error = new TimeoutError();
  error.cause = cause;
  error.context = cause;
  error.suppressContext = true;
  return error;
}

function insertTimeoutError(error: BaseException): void {
  for (let each = error; each.context !== null; each = each.context) {
    if (each.context instanceof CancelledError) {
      each.context = timeoutFrom(each.context);
      return;
    }
  }
}

/**
 * A timeout `delay` virtual seconds from now, null for none. Throws RuntimeError outside a loop.
 */
export function timeout(delay: number | null): Timeout {
  if (delay === null) return new Timeout(null);
  const loop = getRunningLoop();
  return new Timeout(loop.time() + loop.duration(delay));
}

/** A timeout at `when` virtual seconds, null for none. */
export function timeoutAt(when: number | null): Timeout {
  return new Timeout(when);
}
