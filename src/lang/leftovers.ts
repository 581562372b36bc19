// What CPython's garbage collector would report: coroutines that were never awaited, exceptions
// that nobody asked for, tasks that were still pending. Here they are reported at the end of the
// run, in order of creation. Source: CPython Python/_warnings.c, Lib/asyncio/futures.py and
// tasks.py (__del__).

import type { EventLoop } from '../asyncio/base-events.ts';
import type { Future } from '../asyncio/futures.ts';
import type { Host } from '../asyncio/host.ts';
import { Task } from '../asyncio/tasks.ts';
import type { Machine } from './machine/machine.ts';

/**
 * Reports them to the program's stderr; `left` is the exception that ends the program, null for
 * none.
 */
export function reportLeftovers(
  machine: Machine,
  host: Host,
  loops: readonly EventLoop[],
  left: unknown,
): void {
  for (const warning of machine.neverAwaited()) machine.write('stderr', warning);
  for (const loop of loops) {
    for (const future of loop.unretrieved()) {
      if (future.failure !== left) reportUnretrieved(host, future);
    }
    for (const task of loop.allTasks()) {
      if (!task.logDestroyPending) continue;
      host.report({ message: 'Task was destroyed but it is pending!', task });
    }
  }
}

function reportUnretrieved(host: Host, future: Future): void {
  const name = future instanceof Task ? 'Task' : 'Future';
  const message = `${name} exception was never retrieved`;
  host.report({ message, exception: future.failure, future });
}
