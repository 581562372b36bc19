// sleep(): a bare yield for `delay <= 0`, else a future with a timer. Written as a state machine of two
// states, since every program's time goes through here. Source: CPython Lib/asyncio/tasks.py (sleep).

import type { TimerHandle } from '../kernel/handle.ts';
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
import { Future } from './futures.ts';
import { InPlace } from './operation.ts';

class Sleep<T> extends Coroutine<T> {
  readonly name = 'sleep';
  readonly isPrimitive: boolean = true;
  state: CoroutineState = 'CREATED';
  readonly #delay: number;
  readonly #result: T;
  #timer: TimerHandle | null = null;

  constructor(delay: number, result: T) {
    super();
    this.#delay = delay;
    this.#result = result;
  }

  send(): Signal {
    if (this.state === 'CREATED') return this.#begin();
    if (this.state === 'CLOSED') return this.#fail(reused());
    this.#timer?.cancel();
    this.state = 'CLOSED';
    this.payload = this.#result;
    return RETURNED;
  }

  throw(error: unknown): Signal {
    this.started = true;
    if (this.state === 'CLOSED') return this.#fail(reused());
    this.#timer?.cancel();
    return this.#fail(error);
  }

  override [Symbol.iterator](): Iterator<unknown, T, unknown> {
    return new InPlace<T>(this);
  }

  #begin(): Signal {
    this.started = true;
    this.state = 'SUSPENDED';
    if (this.#delay <= 0) {
      this.payload = null;
      return YIELDED;
    }
    if (Number.isNaN(this.#delay)) {
      return this.#fail(new ValueError('Invalid delay: NaN (not a number)'));
    }
    const loop = getRunningLoop();
    const future = new Future<T>(loop);
    future.label = loop.time() + this.#delay;
    this.#timer = loop.settleLater(this.#delay, future as Future<never>, this.#result);
    this.payload = future;
    return YIELDED;
  }

  #fail(error: unknown): Signal {
    this.state = 'CLOSED';
    this.payload = error;
    return THREW;
  }
}

function reused(): RuntimeError {
  return new RuntimeError('cannot reuse already awaited coroutine');
}

/**
 * A coroutine that completes after `delay` virtual seconds with `result`. A delay of 0 or less gives way
 * for one iteration. Throws ValueError for NaN.
 */
export function sleep(delay: number): Coroutine<void>;
export function sleep<T>(delay: number, result: T): Coroutine<T>;
export function sleep(delay: number, result?: unknown): Coroutine<unknown> {
  return new Sleep(delay, result === undefined ? null : result);
}
