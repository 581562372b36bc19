// The event loop as programs see it. Source: CPython Lib/asyncio/base_events.py, events.py.

import { shutdownAsyncgens } from '../../../asyncio/async-generators.ts';
import { EventLoop } from '../../../asyncio/base-events.ts';
import { PyTypeError } from '../../../asyncio/exceptions.ts';
import { type LoopSteps, runForever, runUntilComplete } from '../../../asyncio/runners.ts';
import type { Interpreter } from '../../interpreter.ts';
import { suspended } from '../../machine/suspension.ts';
import { isCallable } from '../../objects/callable.ts';
import { builtinClass, declareType, define } from '../../objects/classes.ts';
import { defineGetters, Getter } from '../../objects/descriptors.ts';
import { LibraryFunction } from '../../objects/signature.ts';
import { truthy } from '../../objects/truth.ts';
import { typeName } from '../../objects/type-of.ts';
import { Float } from '../../values.ts';
import { abstractLoopClass } from './abstract-loop.ts';
import { awaitable, callback, seconds } from './arguments.ts';
import { constructs } from './construct.ts';
import { contextDict, contextOf } from './loop-errors.ts';
import { checkCallback, loopRepr } from './reprs.ts';
import { createTaskOn, setTaskFactory } from './task-making.ts';
import { threadMethods } from './threads.ts';

/** The classes of CPython's loop on Unix; what there is to call is defined in the first. */
export const baseEventLoopClass = builtinClass(
  'BaseEventLoop',
  [abstractLoopClass],
  'asyncio.base_events',
);
const selectorEventLoopClass = builtinClass(
  'BaseSelectorEventLoop',
  [baseEventLoopClass],
  'asyncio.selector_events',
);
export const loopClass = builtinClass(
  '_UnixSelectorEventLoop',
  [selectorEventLoopClass],
  'asyncio.unix_events',
);
declareType(EventLoop, loopClass);
constructs(loopClass, '_UnixSelectorEventLoop(selector=None)', (run) => run.newLoop());

/** When a timer of `delay` seconds is due. Throws the TypeErrors of CPython's addition. */
function deadline(loop: EventLoop, delay: unknown): number {
  if (delay === null) throw new PyTypeError('delay must not be None');
  const isNumber = delay instanceof Float || ['number', 'bigint', 'boolean'].includes(typeof delay);
  if (isNumber) return loop.time() + loop.duration(seconds(delay));
  const name = typeName(delay);
  throw new PyTypeError(`unsupported operand type(s) for +: 'float' and '${name}'`);
}

function* untilComplete(run: Interpreter, loop: EventLoop, awaited: unknown): LoopSteps<unknown> {
  loop.checkRunnable();
  return yield* runUntilComplete(loop, awaitable(run, awaited));
}

function setExceptionHandler(run: Interpreter, loop: EventLoop, handler: unknown): void {
  if (handler === null) {
    loop.setExceptionHandler(null);
    return;
  }
  if (!isCallable(handler)) {
    const repr = run.objects.repr(run, handler);
    throw new PyTypeError(`A callable object or None is expected, got ${repr}`);
  }
  loop.setExceptionHandler(
    (from, context) => run.call(handler, [from, contextDict(run, context)]),
    handler,
  );
}

define(baseEventLoopClass, [
  new LibraryFunction('time(self)', (_run, self: EventLoop) => new Float(self.time())),
  new LibraryFunction(
    'call_soon(self, callback, *args, context=None)',
    (run, self: EventLoop, callee: unknown, args: readonly unknown[], context: unknown) => {
      checkCallback(run, self, callee, 'call_soon');
      return self.callTarget(null, callback(run, callee, args, context));
    },
  ),
  new LibraryFunction(
    'call_later(self, delay, callback, *args, context=None)',
    (run, self: EventLoop, delay: unknown, callee: unknown, args: readonly unknown[], context) => {
      const when = deadline(self, delay);
      checkCallback(run, self, callee, 'call_at');
      return self.callTarget(when, callback(run, callee, args, context));
    },
  ),
  new LibraryFunction(
    'call_at(self, when, callback, *args, context=None)',
    (run, self: EventLoop, when: unknown, callee: unknown, args: readonly unknown[], context) => {
      if (when === null) throw new PyTypeError('when cannot be None');
      checkCallback(run, self, callee, 'call_at');
      const target = callback(run, callee, args, context);
      if (!(when instanceof Float)) target.when = when;
      return self.callTarget(seconds(when), target);
    },
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
      setExceptionHandler(run, self, handler);
      return null;
    },
  ),
  new LibraryFunction('get_exception_handler(self)', (_run, self: EventLoop) =>
    self.getExceptionHandler(),
  ),
  new LibraryFunction(
    'default_exception_handler(self, context)',
    (run, self: EventLoop, context: unknown) => {
      self.defaultExceptionHandler(contextOf(run, context));
      return null;
    },
  ),
  new LibraryFunction(
    'call_exception_handler(self, context)',
    (run, self: EventLoop, context: unknown) => {
      self.callExceptionHandler(contextOf(run, context));
      return null;
    },
  ),
  new LibraryFunction('run_forever(self)', (_run, self: EventLoop) =>
    suspended(runForever(self), false),
  ),
  new LibraryFunction('run_until_complete(self, future)', (run, self: EventLoop, awaited) =>
    suspended(untilComplete(run, self, awaited), true),
  ),
  new LibraryFunction('stop(self)', (_run, self: EventLoop) => {
    self.stop();
    return null;
  }),
  new LibraryFunction('close(self)', (_run, self: EventLoop) => {
    self.close();
    return null;
  }),
  new LibraryFunction('shutdown_asyncgens(self)', (_run, self: EventLoop) =>
    shutdownAsyncgens(self),
  ),
  new LibraryFunction('is_running(self)', (_run, self: EventLoop) => self.isRunning()),
  new LibraryFunction('is_closed(self)', (_run, self: EventLoop) => self.isClosed()),
  new LibraryFunction('get_debug(self)', (_run, self: EventLoop) => self.getDebug()),
  new LibraryFunction('set_debug(self, enabled)', (run, self: EventLoop, enabled: unknown) => {
    self.setDebug(truthy(run, enabled));
    return null;
  }),
  new LibraryFunction('__repr__(self)', (_run, self: EventLoop) => loopRepr(self)),
  ...threadMethods,
]);
defineGetters(baseEventLoopClass, [
  new Getter(
    'slow_callback_duration',
    (_run, self: EventLoop) => self.slowCallbackGiven ?? new Float(self.slowCallbackDuration),
    (_run, self: EventLoop, value) => {
      self.slowCallbackDuration = seconds(value);
      self.slowCallbackGiven = value;
    },
  ),
]);
