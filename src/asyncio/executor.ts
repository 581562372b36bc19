// run_in_executor and to_thread: a function in a thread of a pool, its outcome brought back by
// call_soon_threadsafe. Cancelling the future cancels a job that has not begun; one that runs goes
// on, and its outcome is dropped. Source: CPython Lib/asyncio/base_events.py (run_in_executor,
// shutdown_default_executor), threads.py (to_thread), futures.py (wrap_future, _chain_future).

import type { EventLoop } from './base-events.ts';
import { using } from './context-managers.ts';
import { type Coroutine, coroutine, GeneratorCoroutine } from './coroutines.ts';
import { getRunningLoop } from './events.ts';
import { RuntimeError, TimeoutError } from './exceptions.ts';
import { Future, LabelledFuture } from './futures.ts';
import { CALLBACK } from './handle-kinds.ts';
import { Job, ThreadPoolExecutor } from './thread-pool.ts';
import { timeout } from './timeouts.ts';

/**
 * A function for a thread: its value is the result. A generator function blocks its thread for the
 * seconds that it yields, and until each job that it yields is done: it is sent the job's result.
 */
export type ThreadFunction<T> = () => T | Generator<number | Job, T, unknown>;

export interface ThreadOptions {
  /** How long it takes before it is called, in virtual seconds. Default 0. */
  readonly seconds?: number;
  /** For traces. Default: the function's name. */
  readonly name?: string;
}

/** The default executor of one loop. */
export class DefaultExecutor {
  pool: ThreadPoolExecutor | null = null;
  isShutDown = false;
  readonly maxWorkers: number;

  constructor(maxWorkers: number) {
    this.maxWorkers = maxWorkers;
  }

  /** The pool, made when it is first asked for. Throws RuntimeError after its shutdown. */
  get(loop: EventLoop): ThreadPoolExecutor {
    if (this.isShutDown) throw new RuntimeError('Executor shutdown has been called');
    this.pool ??= new ThreadPoolExecutor(loop.threads, this.maxWorkers, 'asyncio');
    return this.pool;
  }

  /** The loop is closed: nothing waits for the threads any more. */
  close(): void {
    this.isShutDown = true;
    this.pool?.shutdown();
    this.pool = null;
  }
}

/** A job's outcome as a future of the loop. Source: futures.wrap_future. */
class Chained<T> extends LabelledFuture<T> {
  readonly #job: Job<T>;

  constructor(loop: EventLoop, job: Job<T>) {
    super(loop);
    this.#job = job;
    this.label = loop.tracer === null ? '' : job.traceName();
    this.addCallback({ run: () => this.#checkCancel() }, CALLBACK);
    job.addDoneCallback(() => {
      if (!loop.isClosed()) loop.callSoonThreadsafe(() => this.#copy());
    });
  }

  #checkCancel(): void {
    if (this.cancelled()) this.#job.cancel();
  }

  #copy(): void {
    const job = this.#job;
    if (this.cancelled()) return;
    if (job.cancelled()) {
      this.cancel();
      return;
    }
    const error = job.exception();
    if (error === null) this.setResult(job.result());
    else this.setException(error);
  }
}

/** A future of the loop for a job. */
export function wrapFuture<T>(loop: EventLoop, job: Job<T>): Future<T> {
  return new Chained<T>(loop, job);
}

/** Runs a body in `executor`, null for the default one. Throws RuntimeError after its shutdown. */
export function runBody<T>(
  loop: EventLoop,
  executor: ThreadPoolExecutor | null,
  body: Coroutine<T>,
): Future<T> {
  if (loop.isClosed()) throw new RuntimeError('Event loop is closed');
  const pool = executor ?? loop.defaultExecutor.get(loop);
  return wrapFuture(loop, pool.submit(body));
}

function isGenerator<T>(value: unknown): value is Generator<number | Job, T, unknown> {
  return (
    typeof value === 'object' && value !== null && typeof (value as Iterator<T>).next === 'function'
  );
}

/** A function of TypeScript as what a thread runs. */
function bodyOf<T>(fn: ThreadFunction<T>, options: ThreadOptions): Coroutine<T> {
  const work = function* (): Generator<unknown, T, unknown> {
    if (options.seconds !== undefined) yield options.seconds;
    const value = fn();
    return isGenerator<T>(value) ? yield* value : value;
  };
  return new GeneratorCoroutine<T>(work(), options.name ?? fn.name);
}

/**
 * Runs `fn` in a thread of `executor`, null for the loop's own pool: a future for what it gives.
 * Throws RuntimeError outside of a loop and after a shutdown.
 */
export function runInExecutor<T>(
  executor: ThreadPoolExecutor | null,
  fn: ThreadFunction<T>,
  options: ThreadOptions = {},
): Future<T> {
  return runBody(getRunningLoop(), executor, bodyOf(fn, options));
}

/** As `runInExecutor` with the loop's own pool, as a coroutine: it begins when it is awaited. */
export function toThread<T>(fn: ThreadFunction<T>, options: ThreadOptions = {}): Coroutine<T> {
  return bodyToThread(() => bodyOf(fn, options));
}

/** The same for a body, which is made when the coroutine begins. */
export const bodyToThread: <T>(make: (loop: EventLoop) => Coroutine<T>) => Coroutine<T> = coroutine(
  function* (make: (loop: EventLoop) => Coroutine<never>) {
    const loop = getRunningLoop();
    return yield* runBody(loop, null, make(loop));
  },
  'to_thread',
) as never;

/**
 * Waits until the default executor's jobs are done; it takes no more. After `limit` seconds (null
 * for no limit) a warning is reported, and they are left alone.
 */
export const shutdownDefaultExecutor = coroutine(function* (
  loop: EventLoop,
  limit: number | null,
): Generator<unknown, null, unknown> {
  const { defaultExecutor } = loop;
  defaultExecutor.isShutDown = true;
  const { pool } = defaultExecutor;
  if (pool === null) return null;
  const future = new Future<null>(loop);
  pool.shutdown();
  pool.whenIdle(() => {
    if (loop.isClosed()) return;
    loop.callSoonThreadsafe(() => {
      if (!future.done()) future.setResult(null);
    });
  });
  try {
    yield* using(timeout(limit), () => future);
  } catch (error) {
    if (!(error instanceof TimeoutError)) throw error;
    const message =
      'RuntimeWarning: The executor did not finishing joining its threads within ' +
      `${limit} seconds.`;
    loop.host.report({ message });
  }
  return null;
}, 'BaseEventLoop.shutdown_default_executor');

/**
 * Runs a coroutine as a task of `loop`, from a thread: what a thread may wait for. Source:
 * tasks.run_coroutine_threadsafe.
 */
export function runCoroutineThreadsafe<T>(body: Coroutine<T>, loop: EventLoop): Job<T> {
  const job = new Job<T>(loop.threads, null);
  loop.callSoonThreadsafe(() => {
    const task = loop.createTask(body);
    job.addDoneCallback(() => {
      if (job.cancelled()) loop.callSoonThreadsafe(() => task.cancel());
    });
    task.addCallback({ run: () => settleFrom(job, task) }, CALLBACK);
  });
  return job;
}

/** Source: futures._set_concurrent_future_state. */
function settleFrom<T>(job: Job<T>, task: Future<T>): void {
  if (task.cancelled()) job.cancel();
  if (!job.begin()) return;
  const error = task.exception();
  if (error === null) job.setResult(task.result());
  else job.setException(error);
}
