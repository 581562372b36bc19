// Runner and run(): a loop from its making to its closing. Driving a loop is left to whoever can
// slice it, so the steps are a generator that yields the loop each time it is to be run until it
// stops. Source: CPython Lib/asyncio/runners.py (Runner, run, _cancel_all_tasks), base_events.py
// (run_until_complete, run_forever).

import { SimulationStop } from '../base/stop.ts';
import type { Runnable } from '../kernel/handle.ts';
import type { LoopStatus } from '../kernel/loop.ts';
import { shutdownAsyncgens } from './async-generators.ts';
import { EventLoop, type EventLoopOptions } from './base-events.ts';
import { type ContextHolder, contextOf } from './contexts.ts';
import type { Context } from './contextvars.ts';
import type { Coroutine } from './coroutines.ts';
import { asCoroutine, ensureFuture } from './ensure-future.ts';
import { EventLoopPolicy } from './event-loop-policy.ts';
import { currentLoop } from './events.ts';
import { setContext } from './exception-context.ts';
import { BaseException, KeyboardInterrupt, RuntimeError, SystemExit } from './exceptions.ts';
import { shutdownDefaultExecutor } from './executor.ts';
import { Future } from './futures.ts';
import { gather } from './gather.ts';
import { RUN_UNTIL_COMPLETE } from './handle-kinds.ts';
import { RUNNER_CREATE_TASK } from './library-places.ts';
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

/**
 * Runs the loop until it stops. `handled` is the exception that whoever runs it is handling. Throws
 * RuntimeError where a loop runs already. Source: BaseEventLoop.run_forever.
 */
export function* runForever(
  loop: EventLoop,
  handled: BaseException | null = null,
): LoopSteps<null> {
  loop.checkRunnable();
  loop.handled = handled;
  yield loop;
  return null;
}

/** As `runForever`, until what is awaited is done. Source: BaseEventLoop.run_until_complete. */
export function* runUntilComplete<T>(
  loop: EventLoop,
  awaitable: Future<T> | Coroutine<T>,
  handled: BaseException | null = null,
): LoopSteps<T> {
  loop.checkRunnable();
  const isNew = !(awaitable instanceof Future);
  const future = ensureFuture(awaitable, loop, '_log_destroy_pending');
  if (isNew && future instanceof Task) future.logDestroyPending = false;
  const stop = new StopWhenDone();
  future.addCallback(stop, RUN_UNTIL_COMPLETE);
  try {
    yield* runForever(loop, handled);
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
function* cancelAllTasks(loop: EventLoop, handled: BaseException | null): LoopSteps<void> {
  const tasks = loop.arrange('sets', loop.allTasks(), (task) => task.traceName());
  if (tasks.length === 0) return;
  for (const task of tasks) task.cancel();
  const all = gather([...tasks], { returnExceptions: true });
  yield* runUntilComplete(loop, all, handled);
  for (const task of tasks) {
    if (task.cancelled() || !task.failed()) continue;
    const message = 'unhandled exception during asyncio.run() shutdown';
    loop.callExceptionHandler({ message, exception: task.exception(), task });
  }
}

/** Seconds for which a closing runner waits for threads. Source: asyncio/constants.py. */
const THREAD_JOIN_TIMEOUT = 300;

/** Cancels what is left, closes generators, executor and loop. */
function* closeLoop(loop: EventLoop, handled: BaseException | null): LoopSteps<void> {
  try {
    yield* cancelAllTasks(loop, handled);
    yield* runUntilComplete(loop, shutdownAsyncgens(loop), handled);
    yield* runUntilComplete(loop, shutdownDefaultExecutor(loop, THREAD_JOIN_TIMEOUT), handled);
  } finally {
    loop.close();
  }
}

export interface RunnerOptions {
  /** Of the loop; null to leave it as it is made. Default null. */
  readonly debug?: boolean | null;
  /** Makes the loop; null for the policy's, which is the current one meanwhile. Default null. */
  readonly loopFactory?: (() => EventLoop) | null;
  readonly policy?: EventLoopPolicy;
}

/**
 * Runs coroutines one after the other on one loop, which is made when it is first needed. `run` and
 * `getLoop` throw RuntimeError once it is closed, `run` also inside a running loop.
 */
export class Runner {
  readonly #debug: boolean | null;
  readonly #loopFactory: (() => EventLoop) | null;
  readonly #policy: EventLoopPolicy;
  #loop: EventLoop | null = null;
  /** Of all that it runs. */
  readonly #holder: ContextHolder = { context: null };
  #isClosed = false;

  constructor(options: RunnerOptions = {}) {
    this.#debug = options.debug ?? null;
    this.#loopFactory = options.loopFactory ?? null;
    this.#policy = options.policy ?? new EventLoopPolicy(() => new EventLoop());
  }

  /** Its loop. */
  getLoop(): EventLoop {
    if (this.#isClosed) throw new RuntimeError('Runner is closed');
    if (this.#loop === null) {
      this.#loop = this.#makeLoop();
      if (this.#debug !== null) this.#loop.setDebug(this.#debug);
      this.#holder.context = this.#loop.contexts.capture();
    }
    return this.#loop;
  }

  /** Runs `main` to its end and gives its result; throws what it throws, as `run`. */
  run<T>(main: Coroutine<T> | Generator<unknown, T, unknown>): T {
    return driveAll(this.running(() => asCoroutine(main)));
  }

  /** Cancels what is left on the loop and closes it. Does nothing where none was made. */
  close(): void {
    driveAll(this.closing());
  }

  /**
   * The steps of `run`. `makeMain` is called once the loop is there; it is run in `context`, by
   * default in the one that all of this runner's coroutines share.
   */
  *running<T>(makeMain: () => Coroutine<T>, context: Context | null = null): LoopSteps<T> {
    if (currentLoop() !== null) {
      throw new RuntimeError('Runner.run() cannot be called from a running event loop');
    }
    const loop = this.getLoop();
    // A factory is told the context; else it is made when somebody needs it.
    const own = loop.getTaskFactory() === null ? this.#holder.context : contextOf(this.#holder);
    const used = context ?? own;
    const task = loop.createTask(makeMain(), used === null ? {} : { context: used });
    loop.debugging?.amend(task, RUNNER_CREATE_TASK);
    try {
      return yield* runUntilComplete(loop, task);
    } finally {
      if (used === null) this.#holder.context = task.context;
    }
  }

  /** The steps of `close`; `handled` is the exception for which it is closed. */
  *closing(handled: BaseException | null = null): LoopSteps<void> {
    const loop = this.#loop;
    if (loop === null) return;
    try {
      yield* closeLoop(loop, handled);
    } finally {
      if (this.#loopFactory === null) this.#policy.setEventLoop(null);
      this.#loop = null;
      this.#isClosed = true;
    }
  }

  #makeLoop(): EventLoop {
    if (this.#loopFactory !== null) return this.#loopFactory();
    const loop = this.#policy.newEventLoop();
    this.#policy.setEventLoop(loop);
    return loop;
  }
}

/** The steps of asyncio.run: a runner for one coroutine. */
export function* runMain<T>(options: RunnerOptions, makeMain: () => Coroutine<T>): LoopSteps<T> {
  if (currentLoop() !== null) {
    throw new RuntimeError('asyncio.run() cannot be called from a running event loop');
  }
  const runner = new Runner(options);
  runner.getLoop();
  let result: T;
  try {
    result = yield* runner.running(makeMain);
  } catch (error) {
    yield* closeAfter(runner, error);
    throw error;
  }
  yield* runner.closing();
  return result;
}

/** Closes the runner for an error; what goes wrong then has it for its context. */
function* closeAfter(runner: Runner, error: unknown): LoopSteps<void> {
  const handled = error instanceof BaseException ? error : null;
  try {
    yield* runner.closing(handled);
  } catch (late) {
    if (late instanceof BaseException && late.context === null) setContext(late, handled);
    throw late;
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
  const loopFactory = (): EventLoop => new EventLoop(options);
  return driveAll(runMain({ loopFactory }, () => asCoroutine(main)));
}

/** Takes the steps to their end. */
function driveAll<T>(steps: LoopSteps<T>): T {
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
