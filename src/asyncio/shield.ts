// shield: waiting for a future without passing a cancellation on to it.
// Source: CPython Lib/asyncio/tasks.py (shield, _log_on_exception), 3.14.

import type { Runnable } from '../kernel/handle.ts';
import type { AwaitsFor } from './callback.ts';
import { sourceOf } from './debugging.ts';
import { ensureFuture, type Runs } from './ensure-future.ts';
import { BaseException } from './exceptions.ts';
import { Future } from './futures.ts';
import { SHIELD_AWAITED_BY, SHIELD_INNER, SHIELD_LOG, SHIELD_OUTER } from './handle-kinds.ts';

class Shield implements Runnable, AwaitsFor {
  readonly #inner: Future;
  readonly #outer: Future;
  /** The task that called shield. */
  readonly awaiter: Future | null;

  constructor(inner: Future, outer: Future) {
    this.#inner = inner;
    this.#outer = outer;
    this.awaiter = outer.loop.currentTask;
  }

  run(operation: number): void {
    if (operation === SHIELD_INNER) this.#innerDone();
    else if (operation === SHIELD_OUTER) this.#outerDone();
  }

  #innerDone(): void {
    const inner = this.#inner;
    const outer = this.#outer;
    if (outer.cancelled()) return;
    if (inner.cancelled()) outer.cancel();
    else if (inner.failed()) outer.setException(inner.exception());
    else outer.setResult(inner.result());
  }

  #outerDone(): void {
    const inner = this.#inner;
    if (inner.done()) return;
    inner.removeCallback(this, SHIELD_INNER);
    inner.removeCallback(logFailure, SHIELD_LOG);
    inner.addCallback(logFailure, SHIELD_LOG);
  }
}

/** Reports a late error: one for all shields of a future, so that it is reported once. */
const logFailure: Runnable = {
  run(_operation, argument) {
    const inner = argument as Future;
    if (inner.cancelled() || !inner.failed()) return;
    const error = inner.exception();
    const name = error instanceof BaseException ? error.typeName : 'Exception';
    const message = `${name} exception in shielded future`;
    const source = sourceOf(inner);
    inner.loop.callExceptionHandler({ message, exception: error, future: inner, ...source });
  },
};

/** A future for `awaitable`'s outcome; cancelling it leaves `awaitable` alone. */
export function shield<T>(awaitable: Runs<T>): Future<T> {
  const inner = ensureFuture(awaitable);
  if (inner.done()) return inner;
  const loop = inner.loop;
  const outer = new Future<T>(loop);
  const shield = new Shield(inner as Future, outer as Future);
  if (loop.currentTask !== null) inner.addCallback(shield, SHIELD_AWAITED_BY);
  inner.addCallback(shield, SHIELD_INNER);
  outer.addCallback(shield, SHIELD_OUTER);
  return outer;
}
