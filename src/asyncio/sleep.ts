// sleep(): a bare yield for `delay <= 0`, else a future with a timer. Every program's time goes
// through here, so one object is all of it: the future that the task waits for, its own timer in
// the heap, and the iterator that `yield*` runs. The coroutine is not kept by it. Source: CPython
// Lib/asyncio/tasks.py (sleep).

import type { Timer } from '../kernel/handle.ts';
import type { EventLoop } from './base-events.ts';
import {
  Coroutine,
  type CoroutineState,
  RETURNED,
  type Signal,
  THREW,
  YIELDED,
} from './coroutines.ts';
import { getRunningLoop } from './events.ts';
import { RuntimeError, ValueError } from './exceptions.ts';
import { Future, OWN_FLAG } from './futures.ts';
import { SLEEP } from './handle-kinds.ts';
import { InPlace } from './operation.ts';

/**
 * Flags of a pause: it has begun; its timer is in the heap; its timer is cancelled; the sleep is
 * over.
 */
const BEGUN = OWN_FLAG;
const SCHEDULED = OWN_FLAG * 2;
const TIMER_CANCELLED = OWN_FLAG * 4;
const OVER = OWN_FLAG * 8;

/** The future of a sleep that waits. */
class Pause<T> extends Future<T> implements Timer, Iterator<unknown, T, unknown> {
  scheduledFor: number;
  serial = 0;

  constructor(loop: EventLoop, delay: number, result: T) {
    super(loop);
    // A length until it begins, then a time.
    this.scheduledFor = delay;
    this.keepResult(result);
  }

  override waitLabel(): number {
    return this.scheduledFor;
  }

  protected override isAnnounced(): boolean {
    return false;
  }

  get operation(): number {
    return SLEEP;
  }

  /** The result: of the sleep, kept until it is the future's. */
  get argument(): unknown {
    return this.keptResult;
  }

  /** Of the timer, not of the future. */
  get isCancelled(): boolean {
    return this.hasFlag(TIMER_CANCELLED);
  }

  get isScheduled(): boolean {
    return this.hasFlag(SCHEDULED);
  }

  set isScheduled(value: boolean) {
    this.setFlag(SCHEDULED, value);
  }

  get isOver(): boolean {
    return this.hasFlag(OVER);
  }

  begin(): void {
    const loop = this.loop;
    this.setFlag(BEGUN, true);
    this.scheduledFor = loop.duration(this.scheduledFor) + loop.time();
    loop.scheduleTimer(this);
  }

  /** The sleeper goes on: its timer is not needed any more. */
  end(): void {
    if (!this.isCancelled) this.loop.timerCancelled(this);
    this.setFlag(TIMER_CANCELLED | OVER, true);
  }

  /** The timer. */
  override run(operation: number, argument: unknown): void {
    if (!this.isCancelled) super.run(operation, argument);
  }

  next(): IteratorResult<unknown, T> {
    if (!this.hasFlag(BEGUN)) {
      this.begin();
      return { done: false, value: this };
    }
    this.end();
    return { done: true, value: this.argument as T };
  }

  throw(error: unknown): IteratorResult<unknown, T> {
    this.end();
    throw error;
  }
}

class Sleep<T> extends Coroutine<T> {
  readonly #delay: number;
  readonly #result: T;
  #state: CoroutineState = 'CREATED';
  /** Null for a bare yield. */
  #pause: Pause<T> | null = null;

  constructor(delay: number, result: T) {
    super();
    this.#delay = delay;
    this.#result = result;
  }

  get name(): string {
    return 'sleep';
  }

  override calls(): readonly string[] {
    return [this.#delay > 0 ? 'sleep' : 'sleep, giving way'];
  }

  get isPrimitive(): boolean {
    return true;
  }

  get state(): CoroutineState {
    return this.#pause?.isOver === true ? 'CLOSED' : this.#state;
  }

  send(): Signal {
    const state = this.state;
    if (state === 'CREATED') return this.begin();
    if (state === 'CLOSED') return this.fail(reused());
    this.#pause?.end();
    this.#state = 'CLOSED';
    this.payload = this.#result;
    return RETURNED;
  }

  throw(error: unknown): Signal {
    this.started = true;
    if (this.state === 'CLOSED') return this.fail(reused());
    this.#pause?.end();
    return this.fail(error);
  }

  override [Symbol.iterator](): Iterator<unknown, T, unknown> {
    return this.#delay > 0 && this.state === 'CREATED' ? this.pause() : new InPlace<T>(this, false);
  }

  private begin(): Signal {
    if (this.#delay > 0) {
      const pause = this.pause();
      pause.begin();
      this.payload = pause;
      return YIELDED;
    }
    this.started = true;
    if (Number.isNaN(this.#delay)) {
      return this.fail(new ValueError('Invalid delay: NaN (not a number)'));
    }
    this.#state = 'SUSPENDED';
    this.payload = null;
    return YIELDED;
  }

  private pause(): Pause<T> {
    this.started = true;
    this.#state = 'SUSPENDED';
    this.#pause = new Pause<T>(getRunningLoop(), this.#delay, this.#result);
    return this.#pause;
  }

  private fail(error: unknown): Signal {
    this.#state = 'CLOSED';
    this.payload = error;
    return THREW;
  }
}

function reused(): RuntimeError {
  return new RuntimeError('cannot reuse already awaited coroutine');
}

/**
 * A coroutine that completes after `delay` virtual seconds with `result`. A delay of 0 or less
 * gives way for one iteration. Throws ValueError for NaN.
 */
export function sleep(delay: number): Coroutine<void>;
export function sleep<T>(delay: number, result: T): Coroutine<T>;
export function sleep(delay: number, result?: unknown): Coroutine<unknown> {
  return new Sleep(delay, result === undefined ? null : result);
}
