// Cancellations of tasks: what was asked, and what a policy delivers from outside, as whoever holds
// the task might have asked for it at that very moment. A task is told as soon as it waits, or just
// before it goes on: then what it waited for is done already, and its result is lost.

import type { Runnable } from '../kernel/handle.ts';
import { CALLBACK } from './handle-kinds.ts';
import type { Task } from './tasks.ts';

/** What was asked of a task. */
export interface Cancellation {
  /** Requests that were not taken back. */
  requests: number;
  /** Of the last request that had to wait for a step; it outlives the task. */
  message: unknown;
}

/** What cancels a task from a handle of its own. */
class Deliverer implements Runnable {
  run(_operation: number, argument: unknown): void {
    (argument as Task).cancel();
  }
}

const deliverer = new Deliverer();

/**
 * Asks what is done to a task that has just suspended. True where it is to be cancelled as it
 * wakes.
 */
export function deliverCancellation(task: Task): boolean {
  const delivery = task.loop.choices?.delivery();
  // A bare yield waits for nothing: whoever cancels it does so before it goes on.
  const isAtOnce = delivery === 'at once' && task.waiter !== null;
  if (isAtOnce) task.loop.schedule(deliverer, CALLBACK, task);
  return delivery !== 'no' && !isAtOnce;
}
