// The built-in classes, and the table from JavaScript constructors to Python classes. The table is
// filled while modules load (`declareType`) and constant from then on. A class's methods are added
// by the module that holds them (`define`), at load too.
// Source: CPython Objects/typeobject.c (mro_implementation, pmerge).

import { PyTypeError } from '../../asyncio/exceptions.ts';
import {
  type Builtin,
  ellipsis,
  Float,
  PyClass,
  PyModule,
  Range,
  Singleton,
  Slice,
  Tuple,
} from '../values.ts';

/**
 * The C3 linearisation of a class: itself first, every class before its bases.
 * Throws TypeError where the bases contradict each other.
 */
export function linearise(self: PyClass): readonly PyClass[] {
  const pending = [...self.bases.map((base) => [...base.mro]), [...self.bases]];
  const result: PyClass[] = [self];
  for (;;) {
    const open = pending.filter((list) => list.length > 0);
    if (open.length === 0) return result;
    const next = open
      .map((list) => list[0])
      .find((cls) => !open.some((list) => list.indexOf(cls, 1) > 0));
    if (next === undefined) {
      const names = self.bases.map((base) => base.name).join(', ');
      throw new PyTypeError(
        `Cannot create a consistent method resolution order (MRO) for bases ${names}`,
      );
    }
    result.push(next);
    for (const list of pending) if (list[0] === next) list.shift();
  }
}

export const objectClass = new PyClass('object', [], linearise);

/** Makes a built-in class; `bases` defaults to `object` alone. */
export function builtinClass(
  name: string,
  bases: readonly PyClass[] = [objectClass],
  module = 'builtins',
): PyClass {
  return new PyClass(name, bases, linearise, module);
}

export const typeClass = builtinClass('type');
export const intClass = builtinClass('int');
export const boolClass = builtinClass('bool', [intClass]);
export const floatClass = builtinClass('float');
export const strClass = builtinClass('str');
export const noneClass = builtinClass('NoneType');
export const listClass = builtinClass('list');
export const tupleClass = builtinClass('tuple');
export const dictClass = builtinClass('dict');
export const setClass = builtinClass('set');
export const frozensetClass = builtinClass('frozenset');
export const rangeClass = builtinClass('range');
export const sliceClass = builtinClass('slice');
export const functionClass = builtinClass('function');
export const builtinFunctionClass = builtinClass('builtin_function_or_method');
export const methodDescriptorClass = builtinClass('method_descriptor');
export const methodClass = builtinClass('method');
export const moduleClass = builtinClass('module');
export const coroutineClass = builtinClass('coroutine');
export const generatorClass = builtinClass('generator');
export const asyncGeneratorClass = builtinClass('async_generator');
export const notImplementedClass = builtinClass('NotImplementedType');
export const ellipsisClass = builtinClass('ellipsis');

/** The class of a class: `type`, or what it or a parent has after `metaclass=`. */
export function metaclassOf(cls: PyClass): PyClass {
  for (const { metaclass } of cls.mro) if (metaclass !== null) return metaclass;
  return typeClass;
}

type JsConstructor = abstract new (...args: never[]) => object;

type Classifier = (value: never) => PyClass;

const declared = new Map<unknown, PyClass | Classifier>();

/**
 * Says which Python class the instances of a JavaScript class have: one, or one chosen by value. A
 * subclass that is not declared itself has the class of its parent. To be called while modules load
 * only.
 */
export function declareType(jsClass: JsConstructor, cls: PyClass | Classifier): void {
  declared.set(jsClass, cls);
}

/** Adds methods and other attributes to a built-in class while modules load; returns the class. */
export function define(cls: PyClass, builtins: readonly Builtin[]): PyClass {
  for (const builtin of builtins) {
    builtin.owner ??= cls;
    cls.attributes.set(builtin.name, builtin);
  }
  return cls;
}

declareType(Float, floatClass);
declareType(Tuple, tupleClass);
declareType(Range, rangeClass);
declareType(Slice, sliceClass);
declareType(PyClass, metaclassOf);
declareType(PyModule, moduleClass);

/** The class declared for an object's constructor or for the nearest parent of it. */
export function declaredType(value: object): PyClass {
  const made: unknown = value.constructor;
  if (made instanceof PyClass) return made;
  const direct = declared.get(made);
  if (direct instanceof PyClass) return direct;
  if (value instanceof Singleton) return value === ellipsis ? ellipsisClass : notImplementedClass;
  let prototype: unknown = Object.getPrototypeOf(value);
  while (typeof prototype === 'object' && prototype !== null) {
    const found = declared.get(prototype.constructor);
    if (found instanceof PyClass) return found;
    if (found !== undefined) return found(value as never);
    prototype = Object.getPrototypeOf(prototype);
  }
  return objectClass;
}
