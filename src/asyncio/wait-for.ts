// wait_for: `async with timeout(t): return await fut`, without a task of its own for a coroutine; a
// time-out of 0 or less has its own path. Source: CPython Lib/asyncio/tasks.py (wait_for,
// _cancel_and_wait).

import type { Runnable } from '../kernel/handle.ts';
import { type Coroutine, coroutine, GeneratorCoroutine } from './coroutines.ts';
import { ensureFuture, type Runs } from './ensure-future.ts';
import { getRunningLoop } from './events.ts';
import { CancelledError } from './exceptions.ts';
import { type Future, LabelledFuture } from './futures.ts';
import { RELEASE_WAITER } from './handle-kinds.ts';
import { timeout, timeoutFrom } from './timeouts.ts';

/**
 * Waits for `awaitable` for `seconds` virtual seconds at most (null for ever); its result. A
 * time-out cancels it and throws TimeoutError, unless it swallows the cancellation and returns a
 * value.
 */
export function waitFor<T>(awaitable: Runs<T>, seconds: number | null): Coroutine<T> {
  const waits = seconds === null || !(seconds <= 0);
  return (waits ? waitWithin(awaitable, seconds) : new CancelUnlessDone(awaitable)) as Coroutine<T>;
}

/** `async with timeout(seconds): return await awaitable`, written out: most programs have many. */
const waitWithin = coroutine(function* (
  awaitable: Runs<unknown>,
  seconds: number | null,
): Generator<unknown, unknown, unknown> {
  const limit = timeout(seconds).enter();
  let result: unknown;
  try {
    result = yield* awaitable;
  } catch (error) {
    limit.exit(error);
    throw error;
  }
  limit.exit(null);
  return result;
}, 'wait_for');

/** No time at all: what is not done yet is cancelled. */
function* cancelUnlessDone(awaitable: Runs<unknown>): Generator<unknown, unknown, unknown> {
  const future = ensureFuture(awaitable);
  if (future.done()) return future.result();
  yield* cancelAndWait(future);
  try {
    return future.result();
  } catch (error) {
    if (error instanceof CancelledError) throw timeoutFrom(error);
    throw error;
  }
}

class CancelUnlessDone extends GeneratorCoroutine<unknown> {
  constructor(awaitable: Runs<unknown>) {
    super(cancelUnlessDone(awaitable), 'wait_for');
  }

  override calls(): readonly string[] {
    return ['wait_for, cancelling', '_cancel_and_wait'];
  }
}

/** Released when the future that is cancelled is done. */
class Release implements Runnable {
  readonly waiter: LabelledFuture;

  constructor(waiter: LabelledFuture) {
    this.waiter = waiter;
  }

  run(): void {
    if (!this.waiter.done()) this.waiter.setResult(null);
  }
}

function* cancelAndWait(future: Future): Generator<unknown, void, unknown> {
  const release = new Release(new LabelledFuture(getRunningLoop()));
  release.waiter.label = future.traceName();
  future.addCallback(release, RELEASE_WAITER);
  try {
    future.cancel();
    yield* release.waiter;
  } finally {
    future.removeCallback(release, RELEASE_WAITER);
  }
}
