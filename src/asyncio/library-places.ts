// Where CPython 3.14.2 has the functions of asyncio that programs see: in reprs of futures, tasks
// and handles. The path is that below the standard library's folder, `asyncio/tasks.py:810`; what
// stands before it depends on the machine. Source: the files and lines of CPython 3.14.2's
// Lib/asyncio, read from their code objects.

import {
  AS_COMPLETED_CHILD,
  AS_COMPLETED_TIMEOUT,
  GATHER_CHILD,
  GROUP_CHILD,
  handleName,
  RELEASE_WAITER,
  RUN_UNTIL_COMPLETE,
  SHIELD_AWAITED_BY,
  SHIELD_INNER,
  SHIELD_LOG,
  SHIELD_OUTER,
  SLEEP,
  TIMEOUT,
  WAIT_CHILD,
  WAKEUP,
} from './handle-kinds.ts';

/** Where objects are made; a program's own line for what it makes itself. */
export const CREATE_FUTURE = 'asyncio/base_events.py:459';
export const CREATE_GATHERING = 'asyncio/tasks.py:749';
export const CREATE_TASK = 'asyncio/tasks.py:395';
export const ENSURE_FUTURE = 'asyncio/tasks.py:732';
export const GROUP_CREATE_TASK = 'asyncio/taskgroups.py:196';
export const RUNNER_CREATE_TASK = 'asyncio/runners.py:109';
export const RUN_HANDLE = 'asyncio/events.py:94';

const CALLBACKS: readonly (readonly [operation: number, text: string])[] = [
  [WAKEUP, 'Task.task_wakeup()'],
  [SLEEP, '_set_result_unless_cancelled() at asyncio/futures.py:319'],
  [TIMEOUT, 'Timeout._on_timeout()'],
  [GATHER_CHILD, 'gather.<locals>._done_callback() at asyncio/tasks.py:810'],
  [WAIT_CHILD, '_wait.<locals>._on_completion() at asyncio/tasks.py:503'],
  [RELEASE_WAITER, '_release_waiter()() at asyncio/tasks.py:435'],
  [SHIELD_INNER, 'shield.<locals>._inner_done_callback() at asyncio/tasks.py:978'],
  [SHIELD_OUTER, 'shield.<locals>._outer_done_callback() at asyncio/tasks.py:991'],
  [SHIELD_AWAITED_BY, 'shield.<locals>._clear_awaited_by_callback() at asyncio/tasks.py:975'],
  [SHIELD_LOG, '_log_on_exception() at asyncio/tasks.py:911'],
  [GROUP_CHILD, 'TaskGroup._on_task_done()'],
  [AS_COMPLETED_CHILD, '_AsCompletedIterator._handle_completion()'],
  [AS_COMPLETED_TIMEOUT, '_AsCompletedIterator._handle_timeout()'],
  [RUN_UNTIL_COMPLETE, '_run_until_complete_cb() at asyncio/base_events.py:181'],
];

/** A callback of asyncio's own as reprs show it. */
export function callbackText(operation: number): string {
  const known = CALLBACKS.find(([each]) => each === operation);
  return known === undefined ? `${handleName(operation)}()` : known[1];
}

/** A coroutine function of asyncio: its file, its first line, the line at which it waits. */
export interface LibraryCoroutine {
  readonly file: string;
  readonly first: number;
  readonly waits: number;
}

const COROUTINES: readonly (readonly [string, readonly (readonly [string, number, number])[]])[] = [
  [
    'asyncio/tasks.py',
    [
      ['sleep', 687, 702],
      ['wait', 405, 432],
      ['wait_for', 440, 488],
      ['_AsCompletedIterator._wait_for_one', 610, 614],
      ['_AsCompletedIterator.__anext__', 582, 587],
      ['ensure_future.<locals>._wrap_awaitable', 720, 721],
    ],
  ],
  [
    'asyncio/locks.py',
    [
      ['_ContextManagerMixin.__aenter__', 13, 14],
      ['_ContextManagerMixin.__aexit__', 19, 19],
      ['Lock.acquire', 90, 110],
      ['Event.wait', 200, 213],
      ['Condition.wait', 248, 272],
      ['Condition.wait_for', 303, 313],
      ['Semaphore.acquire', 386, 407],
      ['Barrier.wait', 511, 527],
    ],
  ],
  [
    'asyncio/queues.py',
    [
      ['Queue.put', 125, 139],
      ['Queue.get', 172, 186],
      ['Queue.join', 239, 248],
    ],
  ],
  [
    'asyncio/taskgroups.py',
    [
      ['TaskGroup.__aenter__', 55, 55],
      ['TaskGroup.__aexit__', 69, 72],
    ],
  ],
  [
    'asyncio/timeouts.py',
    [
      ['Timeout.__aenter__', 83, 83],
      ['Timeout.__aexit__', 95, 95],
    ],
  ],
  [
    'asyncio/base_events.py',
    [
      ['BaseEventLoop.shutdown_asyncgens', 570, 582],
      ['BaseEventLoop.shutdown_default_executor', 595, 610],
    ],
  ],
  ['asyncio/threads.py', [['to_thread', 12, 25]]],
];

/** The coroutine function of asyncio with this `__qualname__`, undefined for others. */
export function libraryCoroutine(name: string): LibraryCoroutine | undefined {
  for (const [file, functions] of COROUTINES) {
    const found = functions.find(([each]) => each === name);
    if (found !== undefined) return { file, first: found[1], waits: found[2] };
  }
  return undefined;
}
