// What create_task can be told of a task. Source: CPython Lib/asyncio/tasks.py (create_task).

import type { Context } from './contextvars.ts';

export interface TaskOptions {
  /** `Task-N` by default, from one counter for the whole program. */
  readonly name?: string;
  /** Runs the first step at once, inside the call. Default false. */
  readonly eagerStart?: boolean;
  /** Its steps run in it. Default: a copy of the current one. */
  readonly context?: Context;
}
