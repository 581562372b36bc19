// How an exception learns which other one was being handled when it was raised: the language does
// it for every `raise`, a runner for what goes wrong while it shuts down, a task for the
// cancellation that wakes it. Source: CPython Python/errors.c (_PyErr_SetObject),
// Modules/_asynciomodule.c (future_get_result, task_wakeup).

import { BaseException } from './exceptions.ts';
import type { Future } from './futures.ts';

/** Sets `__context__` as raising does, without making a cycle. Source: _PyErr_SetObject. */
export function setContext(error: BaseException, handled: BaseException | null): void {
  if (handled === null || handled === error) return;
  let each: BaseException | null = handled;
  for (let steps = 0; each !== null && steps < 10_000; steps++) {
    const next: BaseException | null = each.context;
    if (next === error) {
      each.context = null;
      break;
    }
    each = next;
  }
  error.context = handled;
}

/**
 * What a task that waits for a failed or cancelled future is woken up with. A cancellation is
 * raised by the loop, and so is what `result()` throws where it is called; what is handled where
 * the loop is driven from is the context then.
 */
export function wakeupError(future: Future): unknown {
  const error = future.takeError();
  const { handled } = future.loop;
  const isRaised = future.cancelled() || future.isResultCalled;
  if (handled !== null && isRaised && error instanceof BaseException) setContext(error, handled);
  return error;
}
