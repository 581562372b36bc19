// Module `concurrent.futures`: ThreadPoolExecutor on virtual time and the futures that it gives. A
// wait for one of them holds the loop that waits, as it does on CPython; in a thread, it holds that
// thread only. Source: CPython Lib/concurrent/futures/_base.py, thread.py.

import type { Context } from '../../asyncio/contextvars.ts';
import {
  type BaseException,
  InvalidStateError,
  NotImplementedError,
  TimeoutError,
} from '../../asyncio/exceptions.ts';
import {
  blockUntilDone,
  DEFAULT_WORKERS,
  Job,
  ThreadPoolExecutor,
} from '../../asyncio/thread-pool.ts';
import type { Interpreter } from '../interpreter.ts';
import type { Runtime } from '../machine/frame.ts';
import { PyFunction } from '../machine/function.ts';
import { jobBody } from '../machine/job.ts';
import { Blocking } from '../machine/suspension.ts';
import { builtinClass, declareType, define } from '../objects/classes.ts';
import { exceptionClassOf } from '../objects/exception-classes.ts';
import { LibraryFunction } from '../objects/signature.ts';
import { truthy } from '../objects/truth.ts';
import { typeName } from '../objects/type-of.ts';
import { BoundMethod, Builtin, PyClass, PyModule } from '../values.ts';
import { integer, optionalSeconds } from './asyncio/arguments.ts';
import { constructs } from './asyncio/construct.ts';
import { type BlockingSteps, blocking } from './threading/blocking.ts';

export const executorClass = builtinClass(
  'ThreadPoolExecutor',
  undefined,
  'concurrent.futures.thread',
);
export const jobClass = builtinClass('Future', undefined, 'concurrent.futures._base');
declareType(ThreadPoolExecutor, executorClass);
declareType(Job, jobClass);

/** What a trace calls the function of a job. */
function nameOf(callee: unknown): string {
  if (callee instanceof PyFunction || callee instanceof PyClass) return callee.qualname;
  if (callee instanceof Builtin) return callee.name;
  return callee instanceof BoundMethod ? nameOf(callee.callee) : typeName(callee);
}

type Keywords = ReadonlyMap<string, unknown>;

/** A call of the program as the body of a job, run in `context`; null for a thread's own. */
export function threadBody(
  run: Interpreter,
  callee: unknown,
  args: readonly unknown[],
  keywords: Keywords | null,
  context: Context | null = null,
): ReturnType<typeof jobBody> {
  const named = keywords === null || keywords.size === 0 ? null : keywords;
  return jobBody(run as Runtime, { callee, args, keywords: named, context }, nameOf(callee));
}

/** Waits for a job at most so long. Throws TimeoutError, and what the job failed with. */
function* inTime(job: Job, limit: number): BlockingSteps<unknown> {
  if (!(yield { until: job, limit })) throw new TimeoutError();
  return job.result();
}

/** What a built-in returns that blocks its thread until `job` is done. */
function wait(run: Interpreter, job: Job, limit: number | null): unknown {
  if (!job.done() && (run as Runtime).isInJob) {
    return limit === null ? new Blocking(job) : blocking(run, inTime(job, limit));
  }
  if (!blockUntilDone(job, limit)) throw new TimeoutError();
  return job.result();
}

function errorOf(self: Job): unknown {
  return self.exception();
}

define(jobClass, [
  new LibraryFunction('result(self, timeout=None)', (run, self: Job, limit: unknown) =>
    wait(run, self, optionalSeconds(limit)),
  ),
  new LibraryFunction('exception(self, timeout=None)', (_run, self: Job) => {
    if (self.done()) return errorOf(self);
    throw new InvalidStateError('Exception is not set: await the future instead');
  }),
  new LibraryFunction('done(self)', (_run, self: Job) => self.done()),
  new LibraryFunction('running(self)', (_run, self: Job) => self.running()),
  new LibraryFunction('cancelled(self)', (_run, self: Job) => self.cancelled()),
  new LibraryFunction('cancel(self)', (_run, self: Job) => self.cancel()),
  new LibraryFunction('add_done_callback(self, fn)', (run, self: Job, fn: unknown) => {
    self.addDoneCallback((job) => run.call(fn, [job]));
    return null;
  }),
  new LibraryFunction('__repr__(self)', (run, self: Job) => jobRepr(run, self)),
]);

function jobRepr(run: Interpreter, self: Job): string {
  const start = `<Future at ${run.addresses.text(self)} state=${self.state.toLowerCase()}`;
  if (self.state !== 'FINISHED') return `${start}>`;
  const error = self.exception();
  if (error !== null) return `${start} raised ${(error as BaseException).typeName}>`;
  return `${start} returned ${typeName(self.result())}>`;
}

/** Waits for the jobs of a pool that takes no more. */
function join(run: Interpreter, pool: ThreadPoolExecutor): unknown {
  return wait(run, pool.joined(), null);
}

define(executorClass, [
  new LibraryFunction(
    'submit(self, fn, /, *args, **kwargs)',
    (run, self: ThreadPoolExecutor, fn: unknown, args: readonly unknown[], keywords: Keywords) =>
      self.submit(threadBody(run, fn, args, keywords)),
  ),
  new LibraryFunction('map(self, fn, /, *iterables)', () => {
    throw new NotImplementedError(
      'ThreadPoolExecutor.map() is not modelled: await loop.run_in_executor(pool, fn, item) for each',
    );
  }),
  new LibraryFunction(
    'shutdown(self, wait=True, *, cancel_futures=False)',
    (run, self: ThreadPoolExecutor, waits: unknown, cancels: unknown) => {
      self.shutdown(truthy(run, cancels));
      return truthy(run, waits) ? join(run, self) : null;
    },
  ),
  new LibraryFunction('__enter__(self)', (_run, self: ThreadPoolExecutor) => self),
  new LibraryFunction(
    '__exit__(self, exc_type, exc_val, exc_tb)',
    (run, self: ThreadPoolExecutor) => {
      self.shutdown();
      return join(run, self);
    },
  ),
]);
constructs(
  executorClass,
  "ThreadPoolExecutor(max_workers=None, thread_name_prefix='', initializer=None, initargs=())",
  (run, workers: unknown, prefix: unknown, initializer: unknown) => {
    if (initializer !== null) {
      throw new NotImplementedError('an initializer of threads is not modelled: leave it out');
    }
    const count = workers === null ? DEFAULT_WORKERS : integer(run, workers);
    return new ThreadPoolExecutor(run.threads, count, run.objects.str(run, prefix));
  },
);

/** The module; the same for every run. */
export const concurrentFuturesModule = new PyModule(
  'concurrent.futures',
  new Map<string, unknown>([
    ['ThreadPoolExecutor', executorClass],
    ['Future', jobClass],
    ['TimeoutError', exceptionClassOf(TimeoutError)],
  ]),
);

/** The package around it. */
export const concurrentModule = new PyModule(
  'concurrent',
  new Map<string, unknown>([['futures', concurrentFuturesModule]]),
);
