// Calling a class: `__new__` and `__init__`. Classes of the program whose instances are plain get
// the fast way, in which `__init__` is pushed as a frame; everything else is built by the
// `construct` of a built-in class. Source: CPython Objects/typeobject.c (type_call, object_new,
// object_init).

import { BaseException, PyTypeError } from '../../asyncio/exceptions.ts';
import type { Interpreter } from '../interpreter.ts';
import { objectClass, typeClass } from '../objects/classes.ts';
import { bindAttribute } from '../objects/descriptors.ts';
import { takeKeywords } from '../objects/exception-parts.ts';
import { LibraryFunction } from '../objects/signature.ts';
import { specialOf } from '../objects/special.ts';
import { isOfClass, typeName } from '../objects/type-of.ts';
import { Builtin, type Construct, Instance, type PyClass } from '../values.ts';

type Keywords = ReadonlyMap<string, unknown> | null;

/** The `construct` that a class has or inherits; null where instances are plain. */
export function constructOf(cls: PyClass): Construct | null {
  for (const each of cls.mro) {
    if (each === objectClass) break;
    if (each.construct !== null) return each.construct;
  }
  return null;
}

/**
 * The `__init__` of a class whose instances are made by `object` alone; undefined for all others.
 */
export function plainConstructor(cls: PyClass): unknown {
  if (cls.initialiserChanges !== objectClass.changes) {
    cls.initialiser = findConstructor(cls);
    cls.initialiserChanges = objectClass.changes;
  }
  return cls.initialiser;
}

function findConstructor(cls: PyClass): unknown {
  if (cls.module !== '__main__' || cls.abstractMethods !== null) return undefined;
  if (specialOf(cls, '__call__') !== undefined) return undefined;
  const make = cls.lookup('__new__');
  if (make !== undefined && !(make instanceof Builtin)) return undefined;
  return constructOf(cls) === null ? cls.lookup('__init__') : undefined;
}

/** `cls(*args, **keywords)`, run to its end. */
export function construct(
  run: Interpreter,
  cls: PyClass,
  args: readonly unknown[],
  keywords: Keywords,
): unknown {
  if (cls.module !== '__main__') {
    if (cls.abstractMethods !== null) throw abstractError(cls.name, cls.abstractMethods);
    if (cls === objectClass) refuseArguments(cls, args, keywords);
    const make = constructOf(cls) ?? cls.construct ?? objectClass.construct;
    if (make !== null) return make(run, cls, args, keywords);
    throw new PyTypeError(`cannot create '${cls.name}' instances`);
  }
  const call = specialOf(cls, '__call__');
  if (call !== undefined) return run.call(call, [cls, ...args], keywords);
  return instantiate(run, cls, args, keywords);
}

/** `type.__call__`: an instance of a class of the program, whatever its metaclass does instead. */
export function instantiate(
  run: Interpreter,
  cls: PyClass,
  args: readonly unknown[],
  keywords: Keywords,
): unknown {
  if (cls.abstractMethods !== null) throw abstractError(cls.name, cls.abstractMethods);
  const make = cls.lookup('__new__');
  const instance =
    make === undefined || (make instanceof Builtin && make.owner !== typeClass)
      ? bareInstance(run, cls, args, keywords)
      : run.call(bindAttribute(run, make, undefined, cls), [cls, ...args], keywords);
  if (isOfClass(instance, cls)) initialise(run, cls, instance, args, keywords);
  return instance;
}

function bareInstance(
  run: Interpreter,
  cls: PyClass,
  args: readonly unknown[],
  keywords: Keywords,
): unknown {
  const make = constructOf(cls);
  if (make !== null) return make(run, cls, args, keywords);
  return new Instance(cls);
}

/** Source: CPython Objects/typeobject.c (object_new). */
function abstractError(name: string, methods: readonly string[]): PyTypeError {
  const quoted = methods.map((each) => `'${each}'`).join(', ');
  return new PyTypeError(
    `Can't instantiate abstract class ${name} without an implementation for ` +
      `abstract method${methods.length === 1 ? '' : 's'} ${quoted}`,
  );
}

function initialise(
  run: Interpreter,
  cls: PyClass,
  instance: unknown,
  args: readonly unknown[],
  keywords: Keywords,
): void {
  const initialiser = cls.lookup('__init__');
  const isMadeByCore = isCore(cls.lookup('__new__'));
  if (isCore(initialiser) && (isMadeByCore || !(instance instanceof BaseException))) {
    if (instance instanceof BaseException) takeKeywords(instance, cls.name, keywords);
    refuseArguments(cls, args, keywords);
    return;
  }
  const bound = bindAttribute(run, initialiser, instance, cls);
  checkInitialised(run.call(bound, args, keywords));
}

/** Without an `__init__` of the program: nothing to give arguments to. Source: object_init. */
function refuseArguments(cls: PyClass, args: readonly unknown[], keywords: Keywords): void {
  const hasKeywords = keywords !== null && keywords.size > 0;
  const make = cls.lookup('__new__');
  const isBare = constructOf(cls) === null && (make === undefined || make instanceof Builtin);
  if (isBare && (hasKeywords || args.length > 0)) {
    throw new PyTypeError(`${cls.name}() takes no arguments`);
  }
}

/** Whether it is none, or one of the core's own methods, whose work `construct` has done. */
function isCore(method: unknown): boolean {
  if (method === undefined) return true;
  if (!(method instanceof Builtin) || method instanceof LibraryFunction) return false;
  return method.owner === null || method.owner.bare === null;
}

/** `__init__` has to return None. Throws TypeError. */
export function checkInitialised(value: unknown): void {
  if (value === null) return;
  throw new PyTypeError(`__init__() should return None, not '${typeName(value)}'`);
}
