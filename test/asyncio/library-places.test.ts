// Files and lines are those of CPython 3.14.2's code objects.
import { expect, test } from 'vitest';
import {
  GATHER_CHILD,
  GROUP_CHILD,
  RELEASE_WAITER,
  RUN_UNTIL_COMPLETE,
  STEP,
  WAKEUP,
} from '../../src/asyncio/handle-kinds.ts';
import { callbackText, libraryCoroutine } from '../../src/asyncio/library-places.ts';

test('callbacks of asyncio have CPython’s names and places; methods have no place', () => {
  expect([GATHER_CHILD, RUN_UNTIL_COMPLETE, RELEASE_WAITER].map(callbackText)).toEqual([
    'gather.<locals>._done_callback() at asyncio/tasks.py:810',
    '_run_until_complete_cb() at asyncio/base_events.py:181',
    '_release_waiter()() at asyncio/tasks.py:435',
  ]);
  expect([WAKEUP, GROUP_CHILD].map(callbackText)).toEqual([
    'Task.task_wakeup()',
    'TaskGroup._on_task_done()',
  ]);
});

test('what has no place of its own is called as a trace calls it', () => {
  expect(callbackText(STEP)).toBe('step()');
});

test('coroutines of asyncio are known by their qualified names', () => {
  expect(libraryCoroutine('sleep')).toEqual({ file: 'asyncio/tasks.py', first: 687, waits: 702 });
  expect(libraryCoroutine('Queue.get')).toEqual({
    file: 'asyncio/queues.py',
    first: 172,
    waits: 186,
  });
  expect(libraryCoroutine('worker')).toBeUndefined();
});
