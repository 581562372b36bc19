// Semaphore and BoundedSemaphore, in the design of 3.11 and later: release hands the permit to the
// first waiter at once, so newcomers cannot take it, and a waiter that is cancelled after the
// hand-over gives it back. Source: CPython Lib/asyncio/locks.py (Semaphore, BoundedSemaphore).

import { Kind } from '../trace/tracer.ts';
import { type AsyncContextManager, Immediate } from './context-managers.ts';
import type { Coroutine } from './coroutines.ts';
import { CancelledError, ValueError } from './exceptions.ts';
import { LoopBound } from './loop-bound.ts';
import { trace, traceAround, waitLabel } from './primitive-events.ts';
import { LineOperation, type Waiter, WaiterList } from './waiters.ts';

export class Semaphore extends LoopBound implements AsyncContextManager<void> {
  #value = 0;
  #initial = 0;
  readonly #waiters = new WaiterList(false);

  /** `value`: permits, 0 or more. Throws ValueError for less. */
  constructor(value = 1) {
    super();
    this.begin(value);
  }

  /** Sets the permits that there are to begin with. Throws ValueError. */
  begin(value: number): void {
    if (value < 0) throw new ValueError('Semaphore initial value must be >= 0');
    this.#value = value;
    this.#initial = value;
  }

  /** Permits that are free. */
  get value(): number {
    return this.#value;
  }

  /** Permits it was made with. */
  get initialValue(): number {
    return this.#initial;
  }

  get waiting(): number {
    return this.#waiters.length;
  }

  /** Whether acquire would wait: no permit, or a live waiter stands before. */
  locked(): boolean {
    return this.#value === 0 || this.#waiters.uncancelled > 0;
  }

  /** Takes a permit, after waiting for one; true. */
  acquire(): Coroutine<true> {
    return new SemaphoreAcquire<true>(this, this.#waiters, true);
  }

  /** Gives a permit back, to the first waiter if there is one. */
  release(): void {
    this.#value++;
    const act = (): boolean => this.wakeUpNext();
    traceAround(this, 'Semaphore', Kind.semaphoreReleased, act, this.#value, this.#initial);
  }

  aenter(): Coroutine<void> {
    const acquire = new SemaphoreAcquire<null>(this, this.#waiters, null);
    return acquire as Coroutine<unknown> as Coroutine<void>;
  }

  aexit(_error: unknown): Coroutine<boolean> {
    return new Immediate('Semaphore.__aexit__', () => {
      this.release();
      return false;
    });
  }

  tryAcquire(): boolean {
    if (this.locked()) return false;
    this.#value--;
    this.traceAcquired();
    return true;
  }

  traceAcquired(): void {
    trace(this, 'Semaphore', Kind.semaphoreAcquired, this.#value, this.#initial);
  }

  /** The permit that was handed over is not wanted any more. */
  giveBack(): void {
    this.#value++;
  }

  /** Hands a permit to the first waiter that is not done; false where there is none. */
  wakeUpNext(): boolean {
    const first: Waiter | null = this.#waiters.first;
    if (first === null) return false;
    this.#value--;
    first.setResult(true);
    return true;
  }

  /** Hands out permits while there are some and someone waits. */
  wakeUpAllowed(): void {
    while (this.#value > 0 && this.wakeUpNext());
  }
}

class SemaphoreAcquire<T> extends LineOperation<T> {
  readonly #semaphore: Semaphore;
  readonly #waiters: WaiterList;
  readonly #result: T;

  constructor(semaphore: Semaphore, waiters: WaiterList, result: T) {
    super();
    this.#semaphore = semaphore;
    this.#waiters = waiters;
    this.#result = result;
  }

  get name(): string {
    return 'Semaphore.acquire';
  }

  override calls(): readonly string[] {
    return this.#result === null ? ['__aenter__', 'Semaphore.acquire'] : ['Semaphore.acquire'];
  }

  protected override attempt(): boolean {
    this.payload = this.#result;
    return this.#semaphore.tryAcquire();
  }

  protected override join(): Waiter {
    const semaphore = this.#semaphore;
    const loop = semaphore.getLoop();
    trace(semaphore, 'Semaphore', Kind.semaphoreWaited, undefined, semaphore.initialValue);
    return this.#waiters.add(loop, waitLabel(semaphore, 'Semaphore'));
  }

  protected override woken(): boolean {
    this.payload = this.#result;
    this.#semaphore.traceAcquired();
    this.#semaphore.wakeUpAllowed();
    return true;
  }

  protected override ended(waiter: Waiter, error: unknown): void {
    this.#waiters.remove(waiter);
    if (error instanceof CancelledError && waiter.done() && !waiter.cancelled()) {
      this.#semaphore.giveBack();
    }
    this.#semaphore.wakeUpAllowed();
  }
}

/** A semaphore that refuses more releases than acquires. */
export class BoundedSemaphore extends Semaphore {
  /** Throws ValueError where it was not acquired. */
  override release(): void {
    if (this.value >= this.initialValue) {
      throw new ValueError('BoundedSemaphore released too many times');
    }
    super.release();
  }
}
