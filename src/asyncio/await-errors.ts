// Why a task refuses to wait for something, in CPython's words. Source: CPython
// Lib/asyncio/tasks.py (Task.__step_run_and_handle_result), Objects/genobject.c (gen_send_ex2,
// _PyCoro_GetAwaitableIter).

import type { Coroutine } from './coroutines.ts';
import { RuntimeError } from './exceptions.ts';
import type { Future } from './futures.ts';
import type { Task } from './tasks.ts';

/** Of a future that is the task itself or belongs to another loop. */
export function awaitRefusal(task: Task, future: Future): string {
  const { host } = task.loop;
  return future === task
    ? `Task cannot await on itself: ${host.repr(task)}`
    : `Task ${host.repr(task)} got Future ${host.repr(future)} attached to a different loop`;
}

/** Of a coroutine that was begun already. */
export function reuseError(coroutine: Coroutine): RuntimeError {
  return coroutine.state === 'CLOSED'
    ? new RuntimeError('cannot reuse already awaited coroutine')
    : new RuntimeError('coroutine is being awaited already');
}
