// Task factories: what a loop makes its tasks with, in place of the class Task. An eager one runs
// the first step of each task inside its making. Source: CPython Lib/asyncio/tasks.py
// (create_eager_task_factory), base_events.py (create_task, set_task_factory).

import type { EventLoop } from './base-events.ts';
import type { Coroutine } from './coroutines.ts';
import type { TaskOptions } from './task-options.ts';
import { Task } from './tasks.ts';

/** Makes a task of a coroutine, with the options that `createTask` was given. */
export type TaskFactory = <T>(
  loop: EventLoop,
  coroutine: Coroutine<T>,
  options: TaskOptions,
) => Task<T>;

/** A factory that asks `make` for tasks which start eagerly, unless the options say otherwise. */
export function createEagerTaskFactory(make: TaskFactory): TaskFactory {
  return (loop, coroutine, options) => {
    const { eagerStart = true } = options;
    return make(loop, coroutine, { ...options, eagerStart });
  };
}

/** `loop.setTaskFactory(eagerTaskFactory)`: every task starts eagerly. */
export const eagerTaskFactory: TaskFactory = createEagerTaskFactory(
  (loop, coroutine, options) => new Task(loop, coroutine, options),
);
