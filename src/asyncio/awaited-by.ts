// Who waits for a future: the tasks that await it, and those that called gather, shield, wait or
// opened the group by which it is watched. Nothing is kept for this while a program runs: its
// callbacks tell, and for a future that is done, the tasks that have not woken up yet. What a
// program adds by hand is kept by the loop.
// Source: CPython Lib/asyncio/futures.py (future_add_to_awaited_by), Modules/_asynciomodule.c
// (future_awaited_by_add), the calls in tasks.py and taskgroups.py.

import type { AwaitsFor } from './callback.ts';
import type { Future } from './futures.ts';
import {
  GATHER_CHILD,
  GROUP_CHILD,
  SHIELD_AWAITED_BY,
  WAIT_CHILD,
  WAKEUP,
} from './handle-kinds.ts';

const WATCHING: ReadonlySet<number> = new Set([
  GATHER_CHILD,
  GROUP_CHILD,
  SHIELD_AWAITED_BY,
  WAIT_CHILD,
]);

/** The futures (tasks, as a rule) that wait for `future`, in the order in which they began. */
export function awaitersOf(future: Future): Future[] {
  const found = new Set<Future>();
  for (const { target, operation } of future.registrations()) {
    if (operation === WAKEUP) found.add(target as unknown as Future);
    else if (WATCHING.has(operation)) {
      const { awaiter } = target as unknown as AwaitsFor;
      if (awaiter !== null) found.add(awaiter);
    }
  }
  if (future.done()) {
    for (const task of future.loop.allTasks()) if (task.waiter === future) found.add(task);
  }
  for (const each of future.loop.addedAwaiters?.get(future) ?? []) found.add(each);
  return [...found];
}

/** Notes by hand that `waiter` waits for `future`, for call graphs. */
export function futureAddToAwaitedBy(future: Future, waiter: Future): void {
  const { loop } = future;
  loop.addedAwaiters ??= new Map();
  const known = loop.addedAwaiters.get(future);
  if (known === undefined) loop.addedAwaiters.set(future, new Set([waiter]));
  else known.add(waiter);
}

/** Takes back what `futureAddToAwaitedBy` noted. */
export function futureDiscardFromAwaitedBy(future: Future, waiter: Future): void {
  const added = future.loop.addedAwaiters;
  const known = added?.get(future);
  if (!known?.delete(waiter)) return;
  if (known.size === 0) added?.delete(future);
}
