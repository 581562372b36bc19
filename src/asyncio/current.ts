// create_task, current_task and all_tasks of the running loop. Source: CPython
// Lib/asyncio/tasks.py.

import type { EventLoop } from './base-events.ts';
import type { Coroutine } from './coroutines.ts';
import { asCoroutine } from './ensure-future.ts';
import { getRunningLoop } from './events.ts';
import { CREATE_TASK } from './library-places.ts';
import type { TaskOptions } from './task-options.ts';
import type { Task } from './tasks.ts';

/** Runs a coroutine as a task of the running loop. Throws RuntimeError outside of one. */
export function createTask<T>(
  body: Coroutine<T> | Generator<unknown, T, unknown>,
  options?: TaskOptions,
): Task<T> {
  const loop = getRunningLoop();
  const task = loop.createTask(asCoroutine(body), options);
  loop.debugging?.amend(task, CREATE_TASK);
  return task;
}

/** The task whose step runs, null in a plain callback. */
export function currentTask(): Task | null {
  return getRunningLoop().currentTask;
}

/** The tasks of a loop, the running one by default, that are not done, in order of creation. */
export function allTasks(loop: EventLoop = getRunningLoop()): Set<Task> {
  return new Set(loop.arrange('sets', loop.allTasks(), (task) => task.traceName()));
}
