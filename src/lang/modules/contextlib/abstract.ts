// The bases of context managers: AbstractContextManager and AbstractAsyncContextManager, which
// recognise any class with the two methods and which programs derive from, and the decorator
// classes. Source: CPython Lib/contextlib.py; Objects/typeobject.c (object_new) for the message.

import { GeneratorCoroutine } from '../../../asyncio/coroutines.ts';
import { PyTypeError } from '../../../asyncio/exceptions.ts';
import type { Interpreter } from '../../interpreter.ts';
import { awaitable } from '../../machine/awaiting.ts';
import type { Runtime } from '../../machine/frame.ts';
import { builtinClass, define } from '../../objects/classes.ts';
import { LibraryFunction } from '../../objects/signature.ts';
import { truthy } from '../../objects/truth.ts';
import { Builtin, Instance, type PyClass } from '../../values.ts';
import { asException, chain, exitArguments, methodsOf, NOTHING, throwAsIs } from './protocol.ts';
import { type Keywords, WrappedFunction } from './wrapped.ts';

/** A coroutine whose body is written here. */
export function coroutineOf<T>(name: string, body: Generator<unknown, T, unknown>): unknown {
  return new GeneratorCoroutine(body, name);
}

function* self(value: unknown): Generator<unknown, unknown, unknown> {
  return value;
}

function* nothing(): Generator<unknown, null, unknown> {
  return null;
}

/** Whether a class has methods, None apart. Source: Lib/_collections_abc.py (_check_methods). */
export function hasMethods(cls: PyClass, ...names: readonly string[]): boolean {
  return names.every((name) => (cls.lookup(name) ?? null) !== null);
}

export const abstractManagerClass = builtinClass('AbstractContextManager', undefined, 'contextlib');
export const abstractAsyncManagerClass = builtinClass(
  'AbstractAsyncContextManager',
  undefined,
  'contextlib',
);
abstractManagerClass.accepts = (cls) => hasMethods(cls, '__enter__', '__exit__');
abstractAsyncManagerClass.accepts = (cls) => hasMethods(cls, '__aenter__', '__aexit__');

const abstractExit = new LibraryFunction(
  '__exit__(self, exc_type, exc_value, traceback)',
  () => null,
);
const abstractAsyncExit = new LibraryFunction(
  '__aexit__(self, exc_type, exc_value, traceback)',
  () => coroutineOf('AbstractAsyncContextManager.__aexit__', nothing()),
);
define(abstractManagerClass, [
  new LibraryFunction('__enter__(self)', (_run, manager: unknown) => manager),
  abstractExit,
]);
define(abstractAsyncManagerClass, [
  new LibraryFunction('__aenter__(self)', (_run, manager: unknown) =>
    coroutineOf('AbstractAsyncContextManager.__aenter__', self(manager)),
  ),
  abstractAsyncExit,
]);

/** An instance of a class that the program derives: all that is abstract is to be written. */
function constructDerived(_run: Interpreter, cls: PyClass, args: readonly unknown[]): unknown {
  const missing = [abstractAsyncExit, abstractExit].filter(
    (each) => cls.lookup(each.name) === each,
  );
  if (missing.length > 0) {
    const names = missing.map(({ name }) => `'${name}'`).join(', ');
    const methods = missing.length === 1 ? 'method' : 'methods';
    throw new PyTypeError(
      `Can't instantiate abstract class ${cls.name} without an implementation for abstract ` +
        `${methods} ${names}`,
    );
  }
  const initialiser = cls.lookup('__init__');
  if (args.length > 0 && (initialiser === undefined || initialiser instanceof Builtin)) {
    throw new PyTypeError(`${cls.name}() takes no arguments`);
  }
  return new Instance(cls);
}
abstractManagerClass.construct = constructDerived;
abstractAsyncManagerClass.construct = constructDerived;
for (const cls of [abstractManagerClass, abstractAsyncManagerClass]) {
  cls.attributes.set(
    '__class_getitem__',
    new Builtin('__class_getitem__(cls, item, /)', (_run, each: unknown) => each),
  );
}

/** Calls `callee` inside a manager made for the call, as `with` would. */
export function calledWithin(
  run: Interpreter,
  manager: unknown,
  callee: unknown,
  args: readonly unknown[],
  keywords: Keywords,
): unknown {
  const { enter, exit } = methodsOf(run, manager, false);
  enter();
  let result: unknown;
  try {
    result = run.call(callee, args, keywords);
  } catch (thrown) {
    const error = asException(thrown);
    try {
      if (truthy(run, exit(exitArguments(error)))) return null;
    } catch (other) {
      const raised = asException(other);
      chain(raised, error);
      throwAsIs(run, raised);
    }
    throwAsIs(run, error);
  }
  exit(NOTHING);
  return result;
}

/** The same for `async with` and a coroutine function. */
export function* awaitedWithin(
  run: Interpreter,
  manager: unknown,
  callee: unknown,
  args: readonly unknown[],
  keywords: Keywords,
): Generator<unknown, unknown, unknown> {
  const machine = run as Runtime;
  const { enter, exit } = methodsOf(run, manager, true);
  yield* awaitable(machine, enter());
  let result: unknown;
  try {
    result = yield* awaitable(machine, run.call(callee, args, keywords));
  } catch (thrown) {
    const error = asException(thrown);
    let answer: unknown;
    try {
      answer = yield* awaitable(machine, exit(exitArguments(error)));
    } catch (other) {
      const raised = asException(other);
      chain(raised, error);
      throwAsIs(run, raised);
    }
    if (truthy(run, answer)) return null;
    throwAsIs(run, error);
  }
  yield* awaitable(machine, exit(NOTHING));
  return result;
}

/** `manager(function)`: the function that runs inside what `recreate` gives for each call. */
export function decorated(
  run: Interpreter,
  callee: unknown,
  isAsync: boolean,
  recreate: () => unknown,
): unknown {
  return new WrappedFunction(run, callee, 'inner', (_run, args, keywords) => {
    if (!isAsync) return calledWithin(run, recreate(), callee, args, keywords);
    const body = function* (): Generator<unknown, unknown, unknown> {
      return yield* awaitedWithin(run, recreate(), callee, args, keywords);
    };
    return coroutineOf('inner', body());
  });
}

export const decoratorClass = builtinClass('ContextDecorator', undefined, 'contextlib');
export const asyncDecoratorClass = builtinClass('AsyncContextDecorator', undefined, 'contextlib');
for (const cls of [decoratorClass, asyncDecoratorClass]) {
  define(cls, [
    new LibraryFunction('_recreate_cm(self)', (_run, manager: unknown) => manager),
    new LibraryFunction('__call__(self, func)', (run, manager: unknown, callee: unknown) =>
      decorated(run, callee, cls === asyncDecoratorClass, () => manager),
    ),
  ]);
}
