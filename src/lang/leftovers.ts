// What CPython's garbage collector would report: coroutines that were never awaited, exceptions
// that nobody asked for, tasks that were still pending. Here they are reported at the end of the
// run: coroutines and tasks in order of creation, exceptions in order of failure. Source: CPython
// Python/_warnings.c, Lib/asyncio/futures.py and tasks.py (__del__).

import type { EventLoop } from '../asyncio/base-events.ts';
import { sourceOf } from '../asyncio/debugging.ts';
import type { Future } from '../asyncio/futures.ts';
import type { LanguageHost } from './host.ts';
import type { Machine } from './machine/machine.ts';
import { futureName } from './modules/asyncio/reprs.ts';

/**
 * Reports them to the program's stderr; `left` is the exception that ends the program, null for
 * none.
 */
export function reportLeftovers(
  machine: Machine,
  host: LanguageHost,
  loops: readonly EventLoop[],
  left: unknown,
): void {
  for (const coroutine of machine.unstarted()) host.reportNeverAwaited(coroutine);
  for (const loop of loops) {
    for (const future of loop.unretrieved()) {
      if (future.failure !== left) reportUnretrieved(host, future);
    }
    for (const task of loop.allTasks()) {
      if (!task.logDestroyPending) continue;
      const message = 'Task was destroyed but it is pending!';
      host.report({ message, task, ...sourceOf(task) });
    }
  }
}

function reportUnretrieved(host: LanguageHost, future: Future): void {
  const message = `${futureName(future)} exception was never retrieved`;
  host.report({ message, exception: future.failure, future, ...sourceOf(future) });
}
