// What programs use to leave a blocking call to a thread: to_thread, run_coroutine_threadsafe, and
// the methods of the loop around executors. Source: CPython Lib/asyncio/threads.py, base_events.py
// (run_in_executor, set_default_executor, shutdown_default_executor, call_soon_threadsafe).

import type { EventLoop } from '../../../asyncio/base-events.ts';
import { Coroutine } from '../../../asyncio/coroutines.ts';
import { AssertionError, PyTypeError, RuntimeError } from '../../../asyncio/exceptions.ts';
import {
  bodyToThread,
  runBody,
  runCoroutineThreadsafe,
  shutdownDefaultExecutor,
  wrapFuture,
} from '../../../asyncio/executor.ts';
import { Future } from '../../../asyncio/futures.ts';
import { Job, ThreadPoolExecutor } from '../../../asyncio/thread-pool.ts';
import type { Interpreter } from '../../interpreter.ts';
import { LibraryFunction } from '../../objects/signature.ts';
import type { Builtin } from '../../values.ts';
import { threadBody } from '../concurrent-futures.ts';
import { callback, optionalSeconds } from './arguments.ts';

/** An executor of another kind: whatever has a `submit` that gives a future. */
function submitTo(
  run: Interpreter,
  loop: EventLoop,
  executor: unknown,
  args: readonly unknown[],
): Future {
  const submit = run.objects.getAttribute(run, executor, 'submit');
  const future = run.call(submit, args);
  if (future instanceof Future) return future;
  if (future instanceof Job) return wrapFuture(loop, future);
  const shown = run.objects.repr(run, future);
  throw new AssertionError(`concurrent.futures.Future is expected, got ${shown}`);
}

function runInExecutor(
  run: Interpreter,
  self: EventLoop,
  executor: unknown,
  func: unknown,
  args: readonly unknown[],
): Future {
  if (executor === null || executor instanceof ThreadPoolExecutor) {
    return runBody(self, executor, threadBody(run, func, args, null));
  }
  if (self.isClosed()) throw new RuntimeError('Event loop is closed');
  return submitTo(run, self, executor, [func, ...args]);
}

/** Functions of module asyncio. */
export const threadFunctions: readonly Builtin[] = [
  new LibraryFunction(
    'to_thread(func, /, *args, **kwargs)',
    (run, func: unknown, args: readonly unknown[], keywords: ReadonlyMap<string, unknown>) => {
      // The context is copied when the coroutine begins.
      const makeBody = (): Coroutine =>
        threadBody(run, func, args, keywords, run.contexts.capture());
      return bodyToThread(makeBody);
    },
  ),
  new LibraryFunction(
    'run_coroutine_threadsafe(coro, loop)',
    (_run, coro: unknown, loop: EventLoop) => {
      if (!(coro instanceof Coroutine)) throw new PyTypeError('A coroutine object is required');
      return runCoroutineThreadsafe(coro, loop);
    },
  ),
];

/** Methods of the loop. */
export const threadMethods: readonly Builtin[] = [
  new LibraryFunction(
    'call_soon_threadsafe(self, callback, *args, context=None)',
    (run, self: EventLoop, callee: unknown, args: readonly unknown[], context: unknown) => {
      const handle = self.callTarget(null, callback(run, callee, args, context));
      self.wake();
      return handle;
    },
  ),
  new LibraryFunction('run_in_executor(self, executor, func, *args)', runInExecutor),
  new LibraryFunction(
    'set_default_executor(self, executor)',
    (_run, self: EventLoop, executor: unknown) => {
      if (!(executor instanceof ThreadPoolExecutor)) {
        throw new PyTypeError('executor must be ThreadPoolExecutor instance');
      }
      self.defaultExecutor.pool = executor;
      return null;
    },
  ),
  new LibraryFunction(
    'shutdown_default_executor(self, timeout=None)',
    (_run, self: EventLoop, limit: unknown) =>
      shutdownDefaultExecutor(self, optionalSeconds(limit)),
  ),
];
