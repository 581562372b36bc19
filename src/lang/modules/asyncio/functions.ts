// asyncio's functions as programs call them. Source: CPython Lib/asyncio/tasks.py, runners.py,
// events.py.

import { AsCompletedIterator, asCompleted } from '../../../asyncio/as-completed.ts';
import { EventLoop } from '../../../asyncio/base-events.ts';
import { Coroutine } from '../../../asyncio/coroutines.ts';
import { allTasks, currentTask } from '../../../asyncio/current.ts';
import { ensureFuture } from '../../../asyncio/ensure-future.ts';
import { DeprecationWarning, PyTypeError, StopIteration } from '../../../asyncio/exceptions.ts';
import { Future } from '../../../asyncio/futures.ts';
import { gather } from '../../../asyncio/gather.ts';
import { shield } from '../../../asyncio/shield.ts';
import { sleep } from '../../../asyncio/sleep.ts';
import { timeout, timeoutAt } from '../../../asyncio/timeouts.ts';
import {
  ALL_COMPLETED,
  type DoneAndPending,
  FIRST_COMPLETED,
  FIRST_EXCEPTION,
  type ReturnWhen,
  wait,
} from '../../../asyncio/wait.ts';
import { waitFor } from '../../../asyncio/wait-for.ts';
import type { Interpreter } from '../../interpreter.ts';
import { builtinClass, declareType, define } from '../../objects/classes.ts';
import { PySet } from '../../objects/set.ts';
import { LibraryFunction } from '../../objects/signature.ts';
import { truthy } from '../../objects/truth.ts';
import { typeName } from '../../objects/type-of.ts';
import { type Builtin, Tuple } from '../../values.ts';
import { isCoroutineFunction } from '../inspect.ts';
import { warnProgram } from '../warnings/issuing.ts';
import { awaitable, Converted, optionalSeconds, seconds } from './arguments.ts';
import { threadFunctions } from './threads.ts';

/** A set of the program, in this order. */
function setOf(run: Interpreter, items: Iterable<unknown>): PySet {
  return new PySet(run, items);
}

/** The loop for what is no future yet: null where it is one, and brings its own. */
function loopFor(run: Interpreter, value: unknown): EventLoop | null {
  return value instanceof Future ? null : run.policy.getEventLoop();
}

/** ensure_future on the current loop. */
function futureOf(run: Interpreter, value: unknown): Future {
  const runs = awaitable(run, value);
  return ensureFuture(runs, loopFor(run, runs));
}

const tasks: readonly Builtin[] = [
  new LibraryFunction('sleep(delay, result=None)', (_run, delay: unknown, result: unknown) =>
    sleep(seconds(delay), result),
  ),
  new LibraryFunction(
    'gather(*coros_or_futures, return_exceptions=False)',
    (run, values: readonly unknown[], returnExceptions: unknown) =>
      gather(
        values.map((each) => awaitable(run, each)),
        { returnExceptions: truthy(run, returnExceptions), loop: loopFor(run, values[0]) },
      ),
  ),
  new LibraryFunction('shield(arg)', (run, value: unknown) => shield(futureOf(run, value))),
  new LibraryFunction('wait_for(fut, timeout)', (run, value: unknown, limit: unknown) =>
    waitFor(awaitable(run, value), optionalSeconds(limit)),
  ),
  new LibraryFunction(
    "wait(fs, *, timeout=None, return_when='ALL_COMPLETED')",
    (run, values: unknown, limit: unknown, returnWhen: unknown) =>
      waitForSet(run, values, optionalSeconds(limit), returnWhen as ReturnWhen),
  ),
  new LibraryFunction(
    'as_completed(fs, *, timeout=None)',
    (run, values: unknown, limit: unknown) => {
      if (values instanceof Future || values instanceof Coroutine) {
        const name = typeName(values);
        throw new PyTypeError(`expects an iterable of awaitables, not ${name}`);
      }
      const all = [...run.objects.iterate(run, values)].map((each) => awaitable(run, each));
      return asCompleted(all, {
        timeout: optionalSeconds(limit),
        loop: run.policy.getEventLoop(),
      });
    },
  ),
  new LibraryFunction('timeout(delay)', (_run, delay: unknown) => timeout(optionalSeconds(delay))),
  new LibraryFunction('timeout_at(when)', (_run, when: unknown) =>
    timeoutAt(optionalSeconds(when)),
  ),
  new LibraryFunction('current_task(loop=None)', (_run, loop: unknown) =>
    loop instanceof EventLoop ? loop.currentTask : currentTask(),
  ),
  new LibraryFunction('all_tasks(loop=None)', (run, loop: unknown) =>
    setOf(run, loop instanceof EventLoop ? allTasks(loop) : allTasks()),
  ),
  new LibraryFunction('iscoroutine(obj)', (_run, value: unknown) => value instanceof Coroutine),
  new LibraryFunction('iscoroutinefunction(func)', (run, value: unknown) => {
    warnProgram(
      run,
      DeprecationWarning,
      "'asyncio.iscoroutinefunction' is deprecated and slated for removal in Python 3.16; " +
        'use inspect.iscoroutinefunction() instead',
    );
    return isCoroutineFunction(value);
  }),
  new LibraryFunction('isfuture(obj)', (_run, value: unknown) => value instanceof Future),
];

function waitForSet(
  run: Interpreter,
  values: unknown,
  limit: number | null,
  returnWhen: ReturnWhen,
): Coroutine {
  if (values instanceof Future || values instanceof Coroutine) {
    throw new PyTypeError(`expect a list of futures, not ${typeName(values)}`);
  }
  const futures = [...run.objects.iterate(run, values)] as Future[];
  const inner = wait(futures, { timeout: limit, returnWhen });
  return new Converted(inner, (result) => {
    const [done, pending] = result as DoneAndPending<Future>;
    return new Tuple([setOf(run, done), setOf(run, pending)]);
  });
}

const asCompletedClass = define(builtinClass('_AsCompletedIterator', undefined, 'asyncio.tasks'), [
  new LibraryFunction('__iter__(self)', (_run, self: unknown) => self),
  new LibraryFunction('__aiter__(self)', (_run, self: unknown) => self),
  new LibraryFunction('__next__(self)', (_run, self: AsCompletedIterator<unknown>) => {
    const next = self.nextCoroutine();
    if (next === null) throw new StopIteration();
    return next;
  }),
  new LibraryFunction('__anext__(self)', (_run, self: AsCompletedIterator<unknown>) =>
    self.anext(),
  ),
]);
declareType(AsCompletedIterator, asCompletedClass);

export const asyncioFunctions = [...tasks, ...threadFunctions];

export const asyncioConstants: ReadonlyMap<string, string> = new Map([
  ['ALL_COMPLETED', ALL_COMPLETED],
  ['FIRST_COMPLETED', FIRST_COMPLETED],
  ['FIRST_EXCEPTION', FIRST_EXCEPTION],
]);
