// Where the coroutines of CPython's own library stand while they wait: file, line, name. A stack
// that a program asks for shows them between its own frames, by 3.14.2's lines. One coroutine here
// may stand for several there: `Queue.join` waits in `Event.wait`.
// Source: CPython 3.14.2 Lib/asyncio, the line of each `await`.

import type { Coroutine } from './coroutines.ts';

/** A frame of the library. */
export interface LibraryFrame {
  /** The file's base name. */
  readonly file: string;
  readonly qualname: string;
  readonly line: number;
  /** The line of its `async def`. */
  readonly firstLine: number;
}

type Row = readonly [calls: string, file: string, qualname: string, first: number, line: number];

/** `calls` are the words by which `Coroutine.calls` knows a frame. */
const ROWS: readonly Row[] = [
  ['sleep', 'tasks.py', 'sleep', 687, 702],
  ['sleep, giving way', 'tasks.py', 'sleep', 687, 690],
  ['wait', 'tasks.py', 'wait', 405, 432],
  ['_wait', 'tasks.py', '_wait', 490, 521],
  ['wait_for', 'tasks.py', 'wait_for', 440, 488],
  ['wait_for, cancelling', 'tasks.py', 'wait_for', 440, 481],
  ['_cancel_and_wait', 'tasks.py', '_cancel_and_wait', 537, 549],
  ['__anext__', 'tasks.py', '_AsCompletedIterator.__anext__', 582, 587],
  ['_wait_for_one', 'tasks.py', '_AsCompletedIterator._wait_for_one', 610, 614],
  ['__aenter__', 'locks.py', '_ContextManagerMixin.__aenter__', 13, 14],
  ['Lock.acquire', 'locks.py', 'Lock.acquire', 90, 110],
  ['Event.wait', 'locks.py', 'Event.wait', 200, 213],
  ['Condition.wait', 'locks.py', 'Condition.wait', 248, 272],
  ['Condition.wait, acquiring', 'locks.py', 'Condition.wait', 248, 284],
  ['Condition.wait_for', 'locks.py', 'Condition.wait_for', 303, 313],
  ['Semaphore.acquire', 'locks.py', 'Semaphore.acquire', 386, 407],
  ['Barrier.__aenter__', 'locks.py', 'Barrier.__aenter__', 503, 506],
  ['Barrier.wait, acquiring', 'locks.py', 'Barrier.wait', 511, 518],
  ['Barrier.wait, blocked', 'locks.py', 'Barrier.wait', 511, 519],
  ['Barrier.wait', 'locks.py', 'Barrier.wait', 511, 527],
  ['Barrier._block', 'locks.py', 'Barrier._block', 534, 540],
  ['Barrier._wait', 'locks.py', 'Barrier._wait', 558, 564],
  ['Barrier.reset', 'locks.py', 'Barrier.reset', 577, 583],
  ['Barrier.abort', 'locks.py', 'Barrier.abort', 592, 598],
  ['Queue.get', 'queues.py', 'Queue.get', 172, 186],
  ['Queue.put', 'queues.py', 'Queue.put', 125, 139],
  ['Queue.join', 'queues.py', 'Queue.join', 239, 248],
  ['TaskGroup.__aexit__', 'taskgroups.py', 'TaskGroup.__aexit__', 69, 72],
  ['TaskGroup._aexit', 'taskgroups.py', 'TaskGroup._aexit', 83, 121],
];

const FRAMES: ReadonlyMap<string, LibraryFrame> = new Map(
  ROWS.map(([calls, file, qualname, firstLine, line]) => [
    calls,
    { file, qualname, line, firstLine },
  ]),
);

/** Coroutines that stand for more than one. */
const INNER: ReadonlyMap<string, readonly string[]> = new Map([
  ['Queue.join', ['Queue.join', 'Event.wait']],
  ['TaskGroup.__aexit__', ['TaskGroup.__aexit__', 'TaskGroup._aexit']],
  ['_AsCompletedIterator._wait_for_one', ['_wait_for_one', 'Queue.get']],
  ['_AsCompletedIterator.__anext__', ['__anext__', '_wait_for_one', 'Queue.get']],
]);

/**
 * The frames of CPython's library that `coroutine` stands for, outermost first: none once it is
 * over, and none for coroutines that are not of the library.
 */
export function libraryFramesOf(coroutine: Coroutine): readonly LibraryFrame[] {
  if (coroutine.state === 'CLOSED') return [];
  const calls = coroutine.calls().flatMap((each) => INNER.get(each) ?? [each]);
  const frames = calls.flatMap((each) => FRAMES.get(each) ?? []);
  if (coroutine.state !== 'CREATED') return frames;
  return frames.slice(0, 1).map((frame) => ({ ...frame, line: frame.firstLine }));
}
