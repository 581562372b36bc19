// The classes Future, Task, Handle and TimerHandle as programs see them.
// Source: CPython Lib/asyncio/futures.py, tasks.py, events.py, Modules/_asynciomodule.c.

import type { CallbackTarget } from '../../../asyncio/callback.ts';
import { contextOf } from '../../../asyncio/contexts.ts';
import { Coroutine } from '../../../asyncio/coroutines.ts';
import { BaseException, PyTypeError, RuntimeError } from '../../../asyncio/exceptions.ts';
import { Future } from '../../../asyncio/futures.ts';
import { Task } from '../../../asyncio/tasks.ts';
import { Handle, TimerHandle } from '../../../kernel/handle.ts';
import type { Interpreter } from '../../interpreter.ts';
import { builtinClass, coroutineClass, declareType, define } from '../../objects/classes.ts';
import { equal } from '../../objects/compare.ts';
import { baseExceptionClass } from '../../objects/exception-classes.ts';
import { LibraryFunction } from '../../objects/signature.ts';
import { isSubclass } from '../../objects/type-of.ts';
import { Builtin, PyClass } from '../../values.ts';
import { callback, ForeignCallback } from './arguments.ts';
import { futureRepr, handleRepr, whenOf } from './reprs.ts';

export const futureClass = builtinClass('Future', undefined, '_asyncio');
export const taskClass = builtinClass('Task', [futureClass], '_asyncio');
export const handleClass = builtinClass('Handle', undefined, 'asyncio.events');
export const timerHandleClass = builtinClass('TimerHandle', [handleClass], 'asyncio.events');
declareType(Future, futureClass);
declareType(Task, taskClass);
declareType(Handle, handleClass);
declareType(TimerHandle, timerHandleClass);
declareType(Coroutine, coroutineClass);

/** An exception instance of what `set_exception` was given: a class is called. */
function exceptionOf(run: Interpreter, value: unknown): BaseException {
  const made =
    value instanceof PyClass && isSubclass(value, baseExceptionClass) ? run.call(value, []) : value;
  if (made instanceof BaseException) return made;
  throw new PyTypeError('invalid exception object');
}

define(futureClass, [
  new Builtin('result(self)', (_run, self: Future) => self.result()),
  new Builtin('exception(self)', (_run, self: Future) => self.exception()),
  new Builtin('done(self)', (_run, self: Future) => self.done()),
  new Builtin('cancelled(self)', (_run, self: Future) => self.cancelled()),
  new Builtin('cancel(self, msg=None)', (_run, self: Future, message: unknown) =>
    self.cancel(message),
  ),
  new Builtin('set_result(self, result)', (_run, self: Future, result: unknown) => {
    self.setResult(result);
    return null;
  }),
  new Builtin('set_exception(self, exception)', (run, self: Future, value: unknown) => {
    self.setException(exceptionOf(run, value));
    return null;
  }),
  new Builtin(
    'add_done_callback(self, fn, *, context=None)',
    (run, self: Future, fn: unknown, context: unknown) => {
      self.addDoneTarget(callback(run, fn, [self], context));
      return null;
    },
  ),
  new Builtin('remove_done_callback(self, fn)', (run, self: Future, fn: unknown) =>
    self.removeCallbacksWhere((key) => equal(run, key, fn)),
  ),
  new Builtin('get_loop(self)', (_run, self: Future) => self.loop),
  new Builtin('__repr__(self)', (run, self: Future) => futureRepr(run, self)),
]);

define(taskClass, [
  new Builtin('cancelling(self)', (_run, self: Task) => self.cancelling()),
  new Builtin('uncancel(self)', (_run, self: Task) => self.uncancel()),
  new Builtin('get_name(self)', (_run, self: Task) => self.getName()),
  new Builtin('set_name(self, value)', (run, self: Task, value: unknown) => {
    self.setName(run.objects.str(run, value));
    return null;
  }),
  new Builtin('get_coro(self)', (_run, self: Task) => self.getCoro()),
  new Builtin('get_context(self)', (_run, self: Task) => self.getContext()),
  new Builtin('set_result(self, result)', () => {
    throw new RuntimeError('Task does not support set_result operation');
  }),
  new Builtin('set_exception(self, exception)', () => {
    throw new RuntimeError('Task does not support set_exception operation');
  }),
]);

define(handleClass, [
  new LibraryFunction('cancel(self)', (_run, self: Handle) => {
    self.cancel();
    return null;
  }),
  new LibraryFunction('cancelled(self)', (_run, self: Handle) => self.cancelled()),
  new LibraryFunction('get_context(self)', (_run, self: Handle) => {
    const { target } = self;
    if (target instanceof ForeignCallback) return target.given;
    return contextOf(target as CallbackTarget);
  }),
  new LibraryFunction('__repr__(self)', (run, self: Handle) => handleRepr(run, self)),
]);
define(timerHandleClass, [
  new LibraryFunction('when(self)', (_run, self: TimerHandle) => whenOf(self)),
]);
