// What `@contextmanager` and `@asynccontextmanager` make: managers whose body is a generator with
// one `yield`. An exception of the `with` block is raised at that `yield`; whatever the generator
// does about it decides whether it goes on.
// Source: CPython Lib/contextlib.py (_GeneratorContextManager, _AsyncGeneratorContextManager).

import { setContext } from '../../../asyncio/exception-context.ts';
import type { BaseException } from '../../../asyncio/exceptions.ts';
import {
  AttributeError,
  PyTypeError,
  RuntimeError,
  StopAsyncIteration,
  StopIteration,
  type TracebackEntry,
} from '../../../asyncio/exceptions.ts';
import type { Interpreter } from '../../interpreter.ts';
import { awaitable } from '../../machine/awaiting.ts';
import type { Runtime } from '../../machine/frame.ts';
import { nextItem } from '../../machine/generator.ts';
import { handledBy } from '../../machine/unwind.ts';
import { getAttribute } from '../../objects/attributes.ts';
import { builtinClass, declareType, define } from '../../objects/classes.ts';
import { Traceback } from '../../objects/exception-methods.ts';
import { LibraryFunction } from '../../objects/signature.ts';
import { callFound } from '../../objects/special.ts';
import { typeName, typeOf } from '../../objects/type-of.ts';
import type { PyClass } from '../../values.ts';
import {
  abstractAsyncManagerClass,
  abstractManagerClass,
  coroutineOf,
  decorated,
} from './abstract.ts';
import { asException, chain, throwAsIs } from './protocol.ts';
import { type Keywords, WrappedFunction } from './wrapped.ts';

/** The call that a manager was made by: a manager is used once, a decorator makes more. */
interface Recipe {
  readonly callee: unknown;
  readonly args: readonly unknown[];
  readonly keywords: Keywords;
}

abstract class GeneratorManager {
  readonly generator: unknown;
  /** None once it was entered. */
  recipe: Recipe | null;

  constructor(run: Interpreter, recipe: Recipe) {
    this.generator = run.call(recipe.callee, recipe.args, recipe.keywords);
    this.recipe = recipe;
  }

  /** Lets go of the call. Throws AttributeError where it was entered before. */
  begin(): void {
    this.taken('args');
    this.recipe = null;
  }

  taken(name: string): Recipe {
    if (this.recipe !== null) return this.recipe;
    throw new AttributeError(`'${typeName(this)}' object has no attribute '${name}'`);
  }
}
class SyncManager extends GeneratorManager {}
class AsyncManager extends GeneratorManager {}

const managerClass = builtinClass('_GeneratorContextManager', [abstractManagerClass], 'contextlib');
const asyncManagerClass = builtinClass(
  '_AsyncGeneratorContextManager',
  [abstractAsyncManagerClass],
  'contextlib',
);
declareType(SyncManager, managerClass);
declareType(AsyncManager, asyncManagerClass);

/** What is being handled where the running built-in was called. */
function handledHere(run: Interpreter): BaseException | null {
  return handledBy((run as Runtime).top);
}

function didNotYield(run: Interpreter, stop: BaseException, around: BaseException | null): never {
  setContext(stop, around);
  const error = new RuntimeError("generator didn't yield");
  error.context = stop;
  error.suppressContext = true;
  throwAsIs(run, error);
}

function enter(run: Interpreter, self: SyncManager): unknown {
  self.begin();
  try {
    return nextItem(run, self.generator);
  } catch (error) {
    if (error instanceof StopIteration) didNotYield(run, error, handledHere(run));
    throw error;
  }
}

/** The `with` block's exception, and its traceback as it was before the generator got it. */
interface Thrown {
  readonly value: BaseException;
  readonly traceback: TracebackEntry[] | null;
}

function thrownIn(run: Interpreter, type: unknown, value: unknown, traceback: unknown): Thrown {
  const error = (value === null ? run.call(type, []) : value) as BaseException;
  return {
    value: error,
    traceback: traceback instanceof Traceback ? [...traceback.entries] : null,
  };
}

/** What `__exit__` answers when the generator has let `error` out. Throws it where it is new. */
function answer(
  { value, traceback }: Thrown,
  error: BaseException,
  end: typeof StopIteration | typeof StopAsyncIteration,
): boolean {
  if (error instanceof end) return error !== value;
  const isStop =
    value instanceof StopIteration ||
    (end === StopAsyncIteration && value instanceof StopAsyncIteration);
  const isWrapped = error instanceof RuntimeError && isStop && error.cause === value;
  if (error !== value && !isWrapped) throw error;
  value.traceback = traceback;
  return false;
}

function method(run: Interpreter, self: GeneratorManager, name: string, ...args: unknown[]) {
  return run.call(getAttribute(run, self.generator, name), args);
}

/** The generator yielded once more. */
function refuse(run: Interpreter, self: SyncManager, message: string): never {
  const error = new RuntimeError(message);
  const around = handledHere(run);
  setContext(error, around);
  try {
    method(run, self, 'close');
  } catch (thrown) {
    const raised = asException(thrown);
    chain(raised, error, around);
    throwAsIs(run, raised);
  }
  throw error;
}

function exit(
  run: Interpreter,
  self: SyncManager,
  type: unknown,
  value: unknown,
  traceback: unknown,
): boolean {
  if (type === null) {
    try {
      nextItem(run, self.generator);
    } catch (error) {
      if (error instanceof StopIteration) return false;
      throw error;
    }
    refuse(run, self, "generator didn't stop");
  }
  const thrown = thrownIn(run, type, value, traceback);
  try {
    method(run, self, 'throw', thrown.value);
  } catch (error) {
    return answer(thrown, asException(error), StopIteration);
  }
  refuse(run, self, "generator didn't stop after throw()");
}

type Steps<T> = Generator<unknown, T, unknown>;

function next(run: Interpreter, self: AsyncManager): unknown {
  const found = typeOf(self.generator).lookup('__anext__');
  if (found !== undefined) return callFound(run, found, self.generator, []);
  throw new PyTypeError(`'${typeName(self.generator)}' object is not an async iterator`);
}

function* enterAsync(
  run: Interpreter,
  self: AsyncManager,
  around: BaseException | null,
): Steps<unknown> {
  self.begin();
  try {
    return yield* awaitable(run as Runtime, next(run, self));
  } catch (error) {
    if (error instanceof StopAsyncIteration) didNotYield(run, error, around);
    throw error;
  }
}

function* refuseAsync(
  run: Interpreter,
  self: AsyncManager,
  message: string,
  around: BaseException | null,
): Steps<never> {
  yield* awaitable(run as Runtime, method(run, self, 'aclose'));
  const error = new RuntimeError(message);
  setContext(error, around);
  throwAsIs(run, error);
}

function* exitAsync(
  run: Interpreter,
  self: AsyncManager,
  type: unknown,
  value: unknown,
  traceback: unknown,
  around: BaseException | null,
): Steps<boolean> {
  if (type === null) {
    try {
      yield* awaitable(run as Runtime, next(run, self));
    } catch (error) {
      if (error instanceof StopAsyncIteration) return false;
      throw error;
    }
    yield* refuseAsync(run, self, "generator didn't stop", around);
  }
  const thrown = thrownIn(run, type, value, traceback);
  try {
    yield* awaitable(run as Runtime, method(run, self, 'athrow', thrown.value));
  } catch (error) {
    return answer(thrown, asException(error), StopAsyncIteration);
  }
  return yield* refuseAsync(run, self, "generator didn't stop after athrow()", around);
}

type ManagerConstructor = new (run: Interpreter, recipe: Recipe) => GeneratorManager;

/** `__call__`: managers of the same call around each call of a function. */
function decorator(Manager: ManagerConstructor): LibraryFunction {
  return new LibraryFunction('__call__(self, func)', (run, self: GeneratorManager, callee) =>
    decorated(run, callee, Manager === AsyncManager, () => new Manager(run, self.taken('func'))),
  );
}

const EXIT = '(self, typ, value, traceback)';
define(managerClass, [
  new LibraryFunction('__enter__(self)', enter),
  new LibraryFunction(`__exit__${EXIT}`, exit),
  decorator(SyncManager),
]);
const asyncName = '_AsyncGeneratorContextManager';
define(asyncManagerClass, [
  new LibraryFunction('__aenter__(self)', (run, self: AsyncManager) =>
    coroutineOf(`${asyncName}.__aenter__`, enterAsync(run, self, handledHere(run))),
  ),
  new LibraryFunction(
    `__aexit__${EXIT}`,
    (run, self: AsyncManager, type: unknown, value: unknown, traceback: unknown) => {
      const steps = exitAsync(run, self, type, value, traceback, handledHere(run));
      return coroutineOf(`${asyncName}.__aexit__`, steps);
    },
  ),
  decorator(AsyncManager),
]);

function factory(name: string, Manager: ManagerConstructor): LibraryFunction {
  return new LibraryFunction(
    `${name}(func)`,
    (run, callee: unknown) =>
      new WrappedFunction(run, callee, 'helper', (_run, args, keywords) => {
        return new Manager(run, { callee, args, keywords });
      }),
  );
}

export const contextmanager = factory('contextmanager', SyncManager);
export const asynccontextmanager = factory('asynccontextmanager', AsyncManager);

/** The classes of the managers. */
export const generatorManagerClasses: readonly PyClass[] = [managerClass, asyncManagerClass];
