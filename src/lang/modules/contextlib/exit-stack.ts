// ExitStack and AsyncExitStack: callbacks that run in reverse order when the `with` block is left,
// each as if it stood in a `with` statement of its own around those after it.
// Source: CPython Lib/contextlib.py (_BaseExitStack, ExitStack, AsyncExitStack).

import type { BaseException } from '../../../asyncio/exceptions.ts';
import type { Interpreter } from '../../interpreter.ts';
import { awaitable } from '../../machine/awaiting.ts';
import type { Frame, Runtime } from '../../machine/frame.ts';
import { handledBy } from '../../machine/unwind.ts';
import { builtinClass, declareType, define } from '../../objects/classes.ts';
import { LibraryFunction } from '../../objects/signature.ts';
import { callFound } from '../../objects/special.ts';
import { truthy } from '../../objects/truth.ts';
import { typeOf } from '../../objects/type-of.ts';
import type { PyClass } from '../../values.ts';
import { constructs } from '../asyncio/construct.ts';
import { abstractAsyncManagerClass, abstractManagerClass, coroutineOf } from './abstract.ts';
import {
  asException,
  type ExitArguments,
  exitArguments,
  methodsOf,
  NOTHING,
  throwAsIs,
} from './protocol.ts';
import type { Keywords } from './wrapped.ts';

interface ExitCallback {
  readonly isSync: boolean;
  /** What the callback gives: the answer, or what is to be awaited for it. */
  readonly call: (given: ExitArguments) => unknown;
}

abstract class BaseExitStack {
  callbacks: ExitCallback[] = [];
}
class ExitStack extends BaseExitStack {}
class AsyncExitStack extends BaseExitStack {}

const baseClass = builtinClass('_BaseExitStack', undefined, 'contextlib');

function stackClass(name: string, abstract: PyClass, make: () => BaseExitStack): PyClass {
  const cls = builtinClass(name, [baseClass, abstract], 'contextlib');
  constructs(baseClass, `${name}()`, make);
  cls.construct = baseClass.construct;
  cls.signature = baseClass.signature;
  return cls;
}

export const exitStackClass = stackClass('ExitStack', abstractManagerClass, () => new ExitStack());
export const asyncExitStackClass = stackClass(
  'AsyncExitStack',
  abstractAsyncManagerClass,
  () => new AsyncExitStack(),
);
declareType(ExitStack, exitStackClass);
declareType(AsyncExitStack, asyncExitStackClass);

/** Registers the exit method of an object that has one, else the object as a callback. */
function push(run: Interpreter, self: BaseExitStack, exit: unknown, isSync: boolean): unknown {
  const found = typeOf(exit).lookup(isSync ? '__exit__' : '__aexit__');
  const call = (given: ExitArguments): unknown =>
    found === undefined ? run.call(exit, given) : callFound(run, found, exit, given);
  self.callbacks.push({ isSync, call });
  return exit;
}

/** Registers a function that is called with these arguments and has no say. */
function pushCallback(
  run: Interpreter,
  self: BaseExitStack,
  callback: unknown,
  args: readonly unknown[],
  keywords: Keywords,
): unknown {
  const call = (): unknown => {
    run.call(callback, args, keywords);
    return null;
  };
  self.callbacks.push({ isSync: true, call });
  return callback;
}

function* awaitedCallback(
  run: Interpreter,
  callback: unknown,
  args: readonly unknown[],
  keywords: Keywords,
): Generator<unknown, null, unknown> {
  yield* awaitable(run as Runtime, run.call(callback, args, keywords));
  return null;
}

function* enterAsync(
  run: Interpreter,
  self: AsyncExitStack,
  manager: unknown,
): Generator<unknown, unknown, unknown> {
  const { enter, exit } = methodsOf(run, manager, true);
  const result = yield* awaitable(run as Runtime, enter());
  self.callbacks.push({ isSync: false, call: exit });
  return result;
}

/** How far an exit has come. */
class Unwinding {
  readonly #run: Interpreter;
  readonly #received: boolean;
  /** What was handled where the exit began. */
  readonly #handled: BaseException | null;
  #error: BaseException | null;
  #isSuppressed = false;
  #isPending = false;

  constructor(run: Interpreter, error: BaseException | null, handled: BaseException | null) {
    this.#run = run;
    this.#error = error;
    this.#received = error !== null;
    this.#handled = handled;
  }

  get given(): ExitArguments {
    return exitArguments(this.#error);
  }

  answered(answer: unknown): void {
    if (!truthy(this.#run, answer)) return;
    this.#isSuppressed = true;
    this.#isPending = false;
    this.#error = null;
  }

  failed(thrown: unknown): void {
    const error = asException(thrown);
    this.#fixContext(error);
    this.#isPending = true;
    this.#error = error;
  }

  /** The context is to be the error that the callback got, not what is handled around all. */
  #fixContext(error: BaseException): void {
    const old = this.#error;
    let last = error;
    for (;;) {
      const { context } = last;
      if (context === null || context === old) return;
      if (context === this.#handled) break;
      last = context;
    }
    last.context = old;
  }

  end(): boolean {
    if (this.#isPending) throwAsIs(this.#run, this.#error);
    return this.#received && this.#isSuppressed;
  }
}

function exit(run: Interpreter, self: ExitStack, given: readonly unknown[]): boolean {
  const unwinding = new Unwinding(
    run,
    given[1] as BaseException | null,
    handledBy((run as Runtime).top),
  );
  for (let each = self.callbacks.pop(); each !== undefined; each = self.callbacks.pop()) {
    try {
      unwinding.answered(each.call(unwinding.given));
    } catch (thrown) {
      unwinding.failed(thrown);
    }
  }
  return unwinding.end();
}

/** Calls from a coroutine of ours as from the frame that awaits it. */
function callFrom(machine: Runtime, frame: Frame | null, call: () => unknown): unknown {
  const { top } = machine;
  machine.top = frame;
  try {
    return call();
  } finally {
    machine.top = top;
  }
}

function* exitAsync(
  run: Interpreter,
  self: AsyncExitStack,
  given: readonly unknown[],
  frame: Frame | null,
): Generator<unknown, boolean, unknown> {
  const machine = run as Runtime;
  const unwinding = new Unwinding(run, given[1] as BaseException | null, handledBy(frame));
  for (let each = self.callbacks.pop(); each !== undefined; each = self.callbacks.pop()) {
    const { call, isSync } = each;
    try {
      const called = callFrom(machine, frame, () => call(unwinding.given));
      unwinding.answered(isSync ? called : yield* awaitable(machine, called));
    } catch (thrown) {
      unwinding.failed(thrown);
    }
  }
  return unwinding.end();
}

function exitOf(run: Interpreter, self: AsyncExitStack, given: readonly unknown[]): unknown {
  const { top } = run as Runtime;
  return coroutineOf('AsyncExitStack.__aexit__', exitAsync(run, self, given, top));
}

function* itself(self: unknown): Generator<unknown, unknown, unknown> {
  return self;
}

function* closed(exiting: unknown, machine: Runtime): Generator<unknown, null, unknown> {
  yield* awaitable(machine, exiting);
  return null;
}

function defineShared(cls: PyClass, make: () => BaseExitStack): void {
  define(cls, [
    new LibraryFunction('pop_all(self)', (_run, self: BaseExitStack) => {
      const stack = make();
      stack.callbacks = self.callbacks;
      self.callbacks = [];
      return stack;
    }),
    new LibraryFunction('push(self, exit)', (run, self: BaseExitStack, given: unknown) =>
      push(run, self, given, true),
    ),
    new LibraryFunction('enter_context(self, cm)', (run, self: BaseExitStack, manager: unknown) => {
      const methods = methodsOf(run, manager, false);
      const result = methods.enter();
      self.callbacks.push({ isSync: true, call: methods.exit });
      return result;
    }),
    new LibraryFunction('callback(self, callback, /, *args, **kwds)', pushCallback),
  ]);
}
defineShared(exitStackClass, () => new ExitStack());
defineShared(asyncExitStackClass, () => new AsyncExitStack());

define(exitStackClass, [
  new LibraryFunction('__enter__(self)', (_run, self: ExitStack) => self),
  new LibraryFunction('__exit__(self, *exc_details)', exit),
  new LibraryFunction('close(self)', (run, self: ExitStack) => {
    exit(run, self, NOTHING);
    return null;
  }),
]);
define(asyncExitStackClass, [
  new LibraryFunction('enter_async_context(self, cm)', (run, self: AsyncExitStack, manager) =>
    coroutineOf('AsyncExitStack.enter_async_context', enterAsync(run, self, manager)),
  ),
  new LibraryFunction('push_async_exit(self, exit)', (run, self: AsyncExitStack, given) =>
    push(run, self, given, false),
  ),
  new LibraryFunction(
    'push_async_callback(self, callback, /, *args, **kwds)',
    (run, self: AsyncExitStack, callback: unknown, args: unknown[], keywords: Keywords) => {
      const call = (): unknown =>
        coroutineOf('_exit_wrapper', awaitedCallback(run, callback, args, keywords));
      self.callbacks.push({ isSync: false, call });
      return callback;
    },
  ),
  new LibraryFunction('aclose(self)', (run, self: AsyncExitStack) =>
    coroutineOf('AsyncExitStack.aclose', closed(exitOf(run, self, NOTHING), run as Runtime)),
  ),
  new LibraryFunction('__aenter__(self)', (_run, self: AsyncExitStack) =>
    coroutineOf('AsyncExitStack.__aenter__', itself(self)),
  ),
  new LibraryFunction('__aexit__(self, *exc_details)', exitOf),
]);
