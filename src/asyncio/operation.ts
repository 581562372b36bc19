// A primitive's coroutine: what `lock.acquire()` or `queue.get()` gives. Most of them finish
// without waiting, so a first attempt is plain code; only where that fails does a generator take
// over, or a state machine (LineOperation in waiters.ts). In a generator `yield*` runs it in place,
// without a place on the task's stack.

import { SimulationStop } from '../base/stop.ts';
import {
  Coroutine,
  type CoroutineState,
  RETURNED,
  type Signal,
  THREW,
  YIELDED,
} from './coroutines.ts';
import { RuntimeError } from './exceptions.ts';

export abstract class Primitive<T> extends Coroutine<T> {
  // Assigned by the constructor: see Coroutine.
  declare state: CoroutineState;

  constructor() {
    super();
    this.state = 'CREATED';
  }

  /** Drivers may resume it in place instead of pushing it on a stack. */
  get isPrimitive(): boolean {
    return true;
  }

  /** Begins: most are over then, and all that `yield*` needs is the result. */
  override [Symbol.iterator](): Iterator<unknown, T, unknown> {
    const signal = this.send(undefined);
    if (signal === THREW) throw this.payload;
    if (signal === YIELDED) return new InPlace<T>(this, true);
    return this as unknown as Iterator<unknown, T, unknown>;
  }

  // What `yield*` uses of one that was over at once: it is its own iterator, and its own result.

  next(): this {
    return this;
  }

  get done(): true {
    return true;
  }

  get value(): unknown {
    return this.payload;
  }

  protected fail(error: unknown): Signal {
    if (error instanceof SimulationStop) throw error;
    this.state = 'CLOSED';
    this.payload = error;
    return THREW;
  }
}

/** A primitive that waits by a generator. */
export abstract class Operation<T> extends Primitive<T> {
  // Assigned by the constructor: see Coroutine.
  declare private waiting: Iterator<unknown, T, unknown> | null;

  constructor() {
    super();
    this.waiting = null;
  }

  /** Does it at once if that is possible: true, and the result is in `payload`. */
  protected abstract attempt(): boolean;
  /** Does it with waiting; called where `attempt` gave false. */
  protected abstract wait(): Generator<unknown, T, unknown>;

  send(value: unknown): Signal {
    try {
      if (this.waiting === null) return this.begin();
      return this.settle(this.waiting.next(value));
    } catch (error) {
      return this.fail(error);
    }
  }

  throw(error: unknown): Signal {
    this.started = true;
    try {
      if (this.waiting?.throw === undefined) return this.fail(error);
      return this.settle(this.waiting.throw(error));
    } catch (thrown) {
      return this.fail(thrown);
    }
  }

  private begin(): Signal {
    if (this.state !== 'CREATED') throw new RuntimeError('cannot reuse already awaited coroutine');
    this.started = true;
    if (this.attempt()) {
      this.state = 'CLOSED';
      return RETURNED;
    }
    this.waiting = this.wait();
    return this.settle(this.waiting.next());
  }

  private settle(result: IteratorResult<unknown, T>): Signal {
    this.payload = result.value;
    this.state = result.done === true ? 'CLOSED' : 'SUSPENDED';
    return result.done === true ? RETURNED : YIELDED;
  }
}

/** The results that `yield*` reads most often; nobody writes them. */
const BARE_YIELD: IteratorResult<unknown, never> = { done: false, value: null };
const NONE: IteratorResult<unknown, null> = { done: true, value: null };

/** What `yield* operation` runs while the operation waits. */
export class InPlace<T> implements Iterator<unknown, T, unknown> {
  readonly #coroutine: Coroutine<T>;
  #hasYielded: boolean;

  /** `hasYielded`: the coroutine has begun, and what it yielded is still to be passed on. */
  constructor(coroutine: Coroutine<T>, hasYielded: boolean) {
    this.#coroutine = coroutine;
    this.#hasYielded = hasYielded;
  }

  next(value: unknown): IteratorResult<unknown, T> {
    const coroutine = this.#coroutine;
    if (this.#hasYielded) {
      this.#hasYielded = false;
      return { done: false, value: coroutine.payload };
    }
    return this.result(coroutine.send(value));
  }

  throw(error: unknown): IteratorResult<unknown, T> {
    return this.result(this.#coroutine.throw(error));
  }

  private result(signal: Signal): IteratorResult<unknown, T> {
    const value = this.#coroutine.payload;
    if (signal === THREW) throw value;
    const done = signal !== YIELDED;
    if (value === null) return (done ? NONE : BARE_YIELD) as IteratorResult<unknown, T>;
    return { done, value } as IteratorResult<unknown, T>;
  }
}
