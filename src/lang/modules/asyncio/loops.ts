// The event loop as programs see it. Source: CPython Lib/asyncio/base_events.py, events.py.

import { EventLoop } from '../../../asyncio/base-events.ts';
import type { ExceptionContext } from '../../../asyncio/host.ts';
import type { Interpreter } from '../../interpreter.ts';
import { builtinClass, declareType, define } from '../../objects/classes.ts';
import { LibraryFunction } from '../../objects/signature.ts';
import { Float } from '../../values.ts';
import { abstractLoopClass } from './abstract-loop.ts';
import { callback, seconds } from './arguments.ts';
import { createTaskOn, setTaskFactory } from './task-making.ts';

export const loopClass = builtinClass(
  '_UnixSelectorEventLoop',
  [abstractLoopClass],
  'asyncio.unix_events',
);
declareType(EventLoop, loopClass);

/** The context of an exception handler as the program's dict. */
function contextDict(run: Interpreter, context: ExceptionContext): unknown {
  const pairs: [string, unknown][] = [['message', context.message]];
  if (context.exception !== undefined) pairs.push(['exception', context.exception]);
  if (context.future !== undefined) pairs.push(['future', context.future]);
  if (context.task !== undefined) pairs.push(['task', context.task]);
  return run.objects.newDict(run, pairs);
}

define(loopClass, [
  new LibraryFunction('time(self)', (_run, self: EventLoop) => new Float(self.time())),
  new LibraryFunction(
    'call_soon(self, callback, *args, context=None)',
    (run, self: EventLoop, callee: unknown, args: readonly unknown[], context: unknown) =>
      self.callTarget(null, callback(run, callee, args, context)),
  ),
  new LibraryFunction(
    'call_later(self, delay, callback, *args, context=None)',
    (run, self: EventLoop, delay: unknown, callee: unknown, args: readonly unknown[], context) =>
      self.callTarget(self.time() + seconds(delay), callback(run, callee, args, context)),
  ),
  new LibraryFunction(
    'call_at(self, when, callback, *args, context=None)',
    (run, self: EventLoop, when: unknown, callee: unknown, args: readonly unknown[], context) =>
      self.callTarget(seconds(when), callback(run, callee, args, context)),
  ),
  new LibraryFunction('create_future(self)', (_run, self: EventLoop) => self.createFuture()),
  new LibraryFunction(
    'create_task(self, coro, **kwargs)',
    (run, self: EventLoop, coro: unknown, keywords: ReadonlyMap<string, unknown>) =>
      createTaskOn(run, self, coro, keywords),
  ),
  new LibraryFunction('set_task_factory(self, factory)', (run, self: EventLoop, factory: unknown) =>
    setTaskFactory(run, self, factory),
  ),
  new LibraryFunction('get_task_factory(self)', (_run, self: EventLoop) => self.getTaskFactory()),
  new LibraryFunction(
    'set_exception_handler(self, handler)',
    (run, self: EventLoop, handler: unknown) => {
      self.setExceptionHandler(
        handler === null
          ? null
          : (loop, context) => run.call(handler, [loop, contextDict(run, context)]),
      );
      return null;
    },
  ),
  new LibraryFunction('stop(self)', (_run, self: EventLoop) => {
    self.stop();
    return null;
  }),
  new LibraryFunction('is_running(self)', (_run, self: EventLoop) => self.isRunning()),
  new LibraryFunction('is_closed(self)', (_run, self: EventLoop) => self.isClosed()),
  new LibraryFunction('get_debug(self)', () => false),
]);
