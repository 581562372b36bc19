// Lock, Event and Condition. A lock is fair: release wakes the first waiter but does not lock for
// it, and newcomers queue behind. Source: CPython Lib/asyncio/locks.py.

import { Kind } from '../trace/tracer.ts';
import type { EventLoop } from './base-events.ts';
import { type AsyncContextManager, Immediate } from './context-managers.ts';
import type { Coroutine } from './coroutines.ts';
import { CancelledError, RuntimeError } from './exceptions.ts';
import { LoopBound } from './loop-bound.ts';
import { Operation } from './operation.ts';
import { type Enclosing, trace, traceAround, waitLabel } from './primitive-events.ts';
import { LineOperation, Waiter, WaiterList } from './waiters.ts';

export class Lock extends LoopBound implements AsyncContextManager<void> {
  #isLocked = false;
  readonly #waiters = new WaiterList(true);
  readonly within: Enclosing | null;

  constructor(within: Enclosing | null = null) {
    super();
    this.within = within;
  }

  locked(): boolean {
    return this.#isLocked;
  }

  /** Tasks that wait for it. */
  get waiting(): number {
    return this.#waiters.length;
  }

  /** Locks it, after waiting until it is free; true. */
  acquire(): Coroutine<true> {
    return new LockAcquire<true>(this, true);
  }

  /** Unlocks it and wakes the first waiter. Throws RuntimeError where it is not locked. */
  release(): void {
    if (!this.#isLocked) throw new RuntimeError('Lock is not acquired.');
    this.#isLocked = false;
    traceAround(this, 'Lock', Kind.lockReleased, () => this.wakeUpFirst());
  }

  aenter(): Coroutine<void> {
    return new LockAcquire<null>(this, null) as Coroutine<unknown> as Coroutine<void>;
  }

  aexit(_error: unknown): Coroutine<boolean> {
    return new Immediate('Lock.__aexit__', () => {
      this.release();
      return false;
    });
  }

  /** Locks it if nobody holds it or waits. */
  tryAcquire(): boolean {
    if (this.#isLocked || this.#waiters.uncancelled > 0) return false;
    this.take();
    return true;
  }

  take(): void {
    this.#isLocked = true;
    trace(this, 'Lock', Kind.lockAcquired);
  }

  addWaiter(): Waiter {
    const loop = this.getLoop();
    trace(this, 'Lock', Kind.lockWaited);
    return this.#waiters.add(loop, waitLabel(this, 'Lock'));
  }

  removeWaiter(waiter: Waiter): void {
    this.#waiters.remove(waiter);
  }

  wakeUpFirst(): void {
    const first = this.#waiters.first;
    if (first !== null && !first.done()) first.setResult(true);
  }
}

class LockAcquire<T> extends LineOperation<T> {
  readonly #lock: Lock;
  readonly #result: T;

  constructor(lock: Lock, result: T) {
    super();
    this.#lock = lock;
    this.#result = result;
  }

  get name(): string {
    return 'Lock.acquire';
  }

  override calls(): readonly string[] {
    return this.#result === null ? ['__aenter__', 'Lock.acquire'] : ['Lock.acquire'];
  }

  protected override attempt(): boolean {
    this.payload = this.#result;
    return this.#lock.tryAcquire();
  }

  protected override join(): Waiter {
    return this.#lock.addWaiter();
  }

  protected override woken(): boolean {
    this.payload = this.#result;
    this.#lock.take();
    return true;
  }

  protected override ended(waiter: Waiter, error: unknown): void {
    const lock = this.#lock;
    lock.removeWaiter(waiter);
    if (error instanceof CancelledError && !lock.locked()) lock.wakeUpFirst();
  }
}

export class Event extends LoopBound {
  #isSet = false;
  /** Those who wait for it: a queue's join() waits for an event that the queue keeps. */
  readonly waiters = new WaiterList(false);

  isSet(): boolean {
    return this.#isSet;
  }

  get waiting(): number {
    return this.waiters.length;
  }

  /** Sets it and wakes all who wait. */
  set(): void {
    if (this.#isSet) return;
    this.#isSet = true;
    traceAround(this, 'Event', Kind.eventSet, () => {
      for (let each = this.waiters.first; each !== null; each = this.waiters.first) {
        each.setResult(true);
      }
    });
  }

  clear(): void {
    this.#isSet = false;
    trace(this, 'Event', Kind.eventCleared);
  }

  /** Waits until it is set; true. */
  wait(): Coroutine<true> {
    return new EventWait(this);
  }
}

class EventWait extends LineOperation<true> {
  readonly #event: Event;

  constructor(event: Event) {
    super();
    this.#event = event;
  }

  get name(): string {
    return 'Event.wait';
  }

  protected override attempt(): boolean {
    this.payload = true;
    return this.#event.isSet();
  }

  protected override join(): Waiter {
    const loop = this.#event.getLoop();
    trace(this.#event, 'Event', Kind.eventWaited);
    return this.#event.waiters.add(loop, waitLabel(this.#event, 'Event'));
  }

  protected override woken(): boolean {
    this.payload = true;
    return true;
  }

  protected override ended(waiter: Waiter): void {
    this.#event.waiters.remove(waiter);
  }
}

/** A condition variable around a lock. */
export class Condition extends LoopBound implements AsyncContextManager<void> {
  #lock: Lock;
  readonly #waiters = new WaiterList(false);

  constructor(lock: Lock = new Lock()) {
    super();
    this.#lock = lock;
  }

  /** Works with another lock from now on. */
  useLock(lock: Lock): void {
    this.#lock = lock;
  }

  get within(): Enclosing | null {
    return this.#lock.within;
  }

  get waiting(): number {
    return this.#waiters.length;
  }

  locked(): boolean {
    return this.#lock.locked();
  }

  acquire(): Coroutine<true> {
    return this.#lock.acquire();
  }

  release(): void {
    this.#lock.release();
  }

  aenter(): Coroutine<void> {
    return this.#lock.aenter();
  }

  aexit(error: unknown): Coroutine<boolean> {
    return this.#lock.aexit(error);
  }

  /** Releases the lock, waits to be notified, takes the lock again; true. */
  wait(): Coroutine<true> {
    return new ConditionWait(this, this.#waiters);
  }

  /** Waits until `predicate()` is true, as `isTrue` judges; its value. */
  waitFor<T>(predicate: () => T, isTrue: (value: T) => boolean = Boolean): Coroutine<T> {
    return new ConditionWaitFor(this, predicate, isTrue);
  }

  /** Wakes `count` of the waiters. Throws RuntimeError where the lock is not held. */
  notify(count = 1): void {
    if (!this.locked()) throw new RuntimeError('cannot notify on un-acquired lock');
    this.wake(count);
  }

  notifyAll(): void {
    this.notify(this.#waiters.length);
  }

  /** The calls inside `wait` that stand by `waiter`: it is notified, or the lock is free. */
  callsAt(waiter: unknown): readonly string[] {
    const isNotified = waiter instanceof Waiter && waiter.list === this.#waiters;
    return isNotified ? ['Condition.wait'] : ['Condition.wait, acquiring', 'Lock.acquire'];
  }

  wake(count: number): void {
    const act = (): void => {
      for (let i = 0; i < count && this.#waiters.first !== null; i++) {
        this.#waiters.first.setResult(false);
      }
    };
    traceAround(this, 'Condition', Kind.conditionNotified, act, count);
  }
}

class ConditionWait extends Operation<true> {
  readonly #condition: Condition;
  readonly #waiters: WaiterList;

  constructor(condition: Condition, waiters: WaiterList) {
    super();
    this.#condition = condition;
    this.#waiters = waiters;
  }

  get name(): string {
    return 'Condition.wait';
  }

  override calls(): readonly string[] {
    return this.#condition.callsAt(this.payload);
  }

  protected override attempt(): boolean {
    if (!this.#condition.locked()) throw new RuntimeError('cannot wait on un-acquired lock');
    return false;
  }

  protected override *wait(): Generator<unknown, true, unknown> {
    const condition = this.#condition;
    const loop = condition.getLoop();
    condition.release();
    try {
      try {
        yield* this.#untilNotified(loop);
      } finally {
        yield* this.#reacquire();
      }
      return true;
    } catch (error) {
      condition.wake(1);
      throw error;
    }
  }

  *#untilNotified(loop: EventLoop): Generator<unknown, void, unknown> {
    trace(this.#condition, 'Condition', Kind.conditionWaited);
    const waiter = this.#waiters.add(loop, waitLabel(this.#condition, 'Condition'));
    try {
      yield* waiter;
    } finally {
      this.#waiters.remove(waiter);
    }
  }

  /**
   * Takes the lock again whatever happens; the last cancellation meanwhile is thrown afterwards.
   */
  *#reacquire(): Generator<unknown, void, unknown> {
    let cancelled: CancelledError | null = null;
    for (;;) {
      try {
        yield* this.#condition.acquire();
        break;
      } catch (error) {
        if (!(error instanceof CancelledError)) throw error;
        cancelled = error;
      }
    }
    if (cancelled !== null) throw cancelled;
  }
}

class ConditionWaitFor<T> extends Operation<T> {
  readonly #condition: Condition;
  readonly #predicate: () => T;
  readonly #isTrue: (value: T) => boolean;

  constructor(condition: Condition, predicate: () => T, isTrue: (value: T) => boolean) {
    super();
    this.#condition = condition;
    this.#predicate = predicate;
    this.#isTrue = isTrue;
  }

  get name(): string {
    return 'Condition.wait_for';
  }

  override calls(): readonly string[] {
    return ['Condition.wait_for', ...this.#condition.callsAt(this.payload)];
  }

  protected override attempt(): boolean {
    const result = this.#predicate();
    this.payload = result;
    return this.#isTrue(result);
  }

  protected override *wait(): Generator<unknown, T, unknown> {
    for (;;) {
      yield* this.#condition.wait();
      const result = this.#predicate();
      if (this.#isTrue(result)) return result;
    }
  }
}
