// run(): a loop from its making to its closing. Driving a loop is left to whoever can slice it, so
// the steps are a generator that yields the loop each time it is to be run until it stops. Source:
// CPython Lib/asyncio/runners.py (Runner, _cancel_all_tasks), base_events.py (run_until_complete).

import { SimulationStop } from '../base/stop.ts';
import type { Runnable } from '../kernel/handle.ts';
import type { LoopStatus } from '../kernel/loop.ts';
import { EventLoop, type EventLoopOptions } from './base-events.ts';
import { type Coroutine, coroutine } from './coroutines.ts';
import { asCoroutine, ensureFuture } from './ensure-future.ts';
import { currentLoop } from './events.ts';
import { KeyboardInterrupt, RuntimeError, SystemExit } from './exceptions.ts';
import { Future } from './futures.ts';
import { gather } from './gather.ts';
import { RUN_UNTIL_COMPLETE } from './handle-kinds.ts';
import { Task } from './tasks.ts';

/** Yields a loop that is to be run until it stops; an error out of the loop is thrown in. */
export type LoopSteps<T> = Generator<EventLoop, T, void>;

/** Source: BaseEventLoop's `_run_until_complete_cb`, which also marks an exception as retrieved. */
class StopWhenDone implements Runnable {
  run(_operation: number, argument: unknown): void {
    const future = argument as Future;
    const error = future.cancelled() ? null : future.exception();
    if (error instanceof SystemExit || error instanceof KeyboardInterrupt) return;
    future.loop.stop();
  }
}

/** Source: BaseEventLoop.run_until_complete. */
export function* runUntilComplete<T>(
  loop: EventLoop,
  awaitable: Future<T> | Coroutine<T>,
): LoopSteps<T> {
  const isNew = !(awaitable instanceof Future);
  const future = ensureFuture(awaitable, loop, '_log_destroy_pending');
  if (isNew && future instanceof Task) future.logDestroyPending = false;
  const stop = new StopWhenDone();
  future.addCallback(stop, RUN_UNTIL_COMPLETE);
  try {
    yield loop;
  } catch (error) {
    if (isNew && future.done() && !future.cancelled()) future.exception();
    throw error;
  } finally {
    future.removeCallback(stop, RUN_UNTIL_COMPLETE);
  }
  if (!future.done()) throw new RuntimeError('Event loop stopped before Future completed.');
  return future.result();
}

/** Source: runners._cancel_all_tasks. */
export function* cancelAllTasks(loop: EventLoop): LoopSteps<void> {
  const tasks = loop.arrange('sets', loop.allTasks(), (task) => task.traceName());
  if (tasks.length === 0) return;
  for (const task of tasks) task.cancel();
  yield* runUntilComplete(loop, gather([...tasks], { returnExceptions: true }));
  for (const task of tasks) {
    if (task.cancelled() || !task.failed()) continue;
    const message = 'unhandled exception during asyncio.run() shutdown';
    loop.callExceptionHandler({ message, exception: task.exception(), task });
  }
}

const shutdownAsyncgens = coroutine(function* (): Generator<unknown, null, unknown> {
  return null;
}, 'BaseEventLoop.shutdown_asyncgens');

const shutdownDefaultExecutor = coroutine(function* (): Generator<unknown, null, unknown> {
  return null;
}, 'BaseEventLoop.shutdown_default_executor');

/** Runner.close: cancels what is left, closes generators, executor and loop. */
export function* closeRunner(loop: EventLoop): LoopSteps<void> {
  try {
    yield* cancelAllTasks(loop);
    yield* runUntilComplete(loop, shutdownAsyncgens());
    yield* runUntilComplete(loop, shutdownDefaultExecutor());
  } finally {
    loop.close();
  }
}

/** asyncio.run on a loop that was made for it. */
export function* runMain<T>(loop: EventLoop, main: Coroutine<T>): LoopSteps<T> {
  try {
    return yield* runUntilComplete(loop, loop.createTask(main));
  } finally {
    yield* closeRunner(loop);
  }
}

/** Every task waits, and nothing will ever happen again. */
export class Deadlock extends Error {
  /** The tasks that wait, in order of creation. */
  readonly tasks: readonly Task[];

  constructor(tasks: readonly Task[]) {
    super(`deadlock: ${tasks.map((task) => task.getName()).join(', ')} wait for ever`);
    this.name = 'Deadlock';
    this.tasks = tasks;
  }
}

/**
 * Runs a coroutine on a virtual clock to its end and gives its result, as `asyncio.run`. Throws
 * what it throws, Deadlock where all tasks wait for ever, LimitReached, and RuntimeError inside a
 * running loop.
 */
export function run<T>(
  main: Coroutine<T> | Generator<unknown, T, unknown>,
  options: EventLoopOptions = {},
): T {
  if (currentLoop() !== null) {
    throw new RuntimeError('asyncio.run() cannot be called from a running event loop');
  }
  const steps = runMain(new EventLoop(options), asCoroutine(main));
  let step = steps.next();
  while (step.done !== true) step = drive(steps, step.value);
  return step.value;
}

/** Runs the loop that the steps ask for until it stops. */
function drive<T>(steps: LoopSteps<T>, loop: EventLoop): IteratorResult<EventLoop, T> {
  let status: LoopStatus;
  try {
    status = loop.run();
  } catch (error) {
    if (error instanceof SimulationStop) throw error;
    return steps.throw(error);
  }
  if (status === 'deadlocked') throw new Deadlock(loop.allTasks());
  return steps.next();
}
