// `functools.singledispatch`: the function that is registered for the class of the first argument,
// or for the nearest class that it derives from. Classes are named in the call of `register`; one
// that only an annotation names is refused, since annotations are not evaluated.
// Source: CPython 3.14 Lib/functools.py (singledispatch).

import { NotImplementedError, PyTypeError } from '../../asyncio/exceptions.ts';
import type { Interpreter } from '../interpreter.ts';
import { getAttributeOr, setAttribute } from '../objects/attributes.ts';
import { isCallable } from '../objects/callable.ts';
import { objectClass } from '../objects/classes.ts';
import { Dict } from '../objects/dict.ts';
import { LibraryFunction } from '../objects/signature.ts';
import { typeOf, UnionType } from '../objects/type-of.ts';
import { PyClass } from '../values.ts';
import { updateWrapper } from './functools-wrapping.ts';

/** A function that has attributes of its own, `register` among them. */
class DispatchingFunction extends LibraryFunction {
  readonly attributes = new Map<string, unknown>();
}

/** The function for a class: its own, an abstract class's that accepts it, or the first one's. */
function chosen(table: ReadonlyMap<PyClass, unknown>, cls: PyClass): unknown {
  for (const each of cls.mro) {
    if (each === objectClass) break;
    const own = table.get(each);
    if (own !== undefined) return own;
    for (const [abstract, found] of table) if (abstract.accepts?.(each) === true) return found;
  }
  return table.get(objectClass);
}

function classesOf(run: Interpreter, given: unknown): readonly PyClass[] {
  const members = given instanceof UnionType ? given.members : [given];
  const classes = members.filter((each) => each instanceof PyClass);
  if (classes.length === members.length) return classes;
  const shown = run.objects.repr(run, given);
  throw new PyTypeError(
    'Invalid first argument to `register()`: ' +
      `${shown}. Use either \`@register(some_class)\` or plain \`@register\` on an annotated function.`,
  );
}

function dispatcher(run: Interpreter, first: unknown): unknown {
  const table = new Map<PyClass, unknown>([[objectClass, first]]);
  const name = getAttributeOr(run, first, '__name__') ?? 'singledispatch function';
  const shownName = run.objects.str(run, name);
  const wrapper = new DispatchingFunction(
    `${shownName}(*args, **kw)`,
    (_run: Interpreter, args: readonly unknown[], keywords: ReadonlyMap<string, unknown>) => {
      if (args.length === 0) {
        throw new PyTypeError(`${shownName} requires at least 1 positional argument`);
      }
      return _run.call(chosen(table, typeOf(args[0])), args, keywords);
    },
  );
  const enter = (cls: unknown, registered: unknown): unknown => {
    for (const each of classesOf(run, cls)) table.set(each, registered);
    return registered;
  };
  const register = new LibraryFunction(
    'register(cls, func=None)',
    (_run, cls: unknown, registered: unknown) => {
      if (registered !== null) return enter(cls, registered);
      if (!isCallable(cls) || cls instanceof PyClass) {
        classesOf(run, cls);
        return new LibraryFunction('register(func)', (_inner, func: unknown) => enter(cls, func));
      }
      throw new NotImplementedError(
        `register() by annotation is not supported: write @${shownName}.register(SomeClass)`,
      );
    },
  );
  const dispatch = new LibraryFunction('dispatch(cls)', (_run, cls: PyClass) => chosen(table, cls));
  updateWrapper(run, wrapper, first);
  setAttribute(run, wrapper, 'register', register);
  setAttribute(run, wrapper, 'dispatch', dispatch);
  const registry = new Dict(run);
  for (const [cls, func] of table) registry.set(cls, func);
  setAttribute(run, wrapper, 'registry', registry);
  return wrapper;
}

export const singledispatch = new LibraryFunction('singledispatch(func)', dispatcher);
