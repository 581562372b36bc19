// Which class a value has, and isinstance and issubclass. Every value of values.ts has exactly one
// class; `undefined` has none and never gets here.

import { BaseException, PyTypeError } from '../../asyncio/exceptions.ts';
import { Instance, PyClass, Tuple } from '../values.ts';
import {
  boolClass,
  builtinClass,
  declaredType,
  declareType,
  floatClass,
  intClass,
  listClass,
  noneClass,
  strClass,
} from './classes.ts';
import { constructorOf, exceptionClassOf } from './exception-classes.ts';
import { ListInstance } from './list-instance.ts';

/** `int | str`: a union of classes, for isinstance and issubclass. */
export class UnionType {
  readonly members: readonly unknown[];

  constructor(members: readonly unknown[]) {
    this.members = members;
  }
}
export const unionClass = builtinClass('Union', undefined, 'typing');
declareType(UnionType, unionClass);

/** `type(value)`. */
export function typeOf(value: unknown): PyClass {
  switch (typeof value) {
    case 'number':
    case 'bigint':
      return intClass;
    case 'string':
      return strClass;
    case 'boolean':
      return boolClass;
    case 'object':
      return value === null ? noneClass : typeOfObject(value);
    default:
      return noneClass;
  }
}

function typeOfObject(value: object): PyClass {
  if (value instanceof Instance) return value.cls;
  if (Array.isArray(value)) return value instanceof ListInstance ? value.cls : listClass;
  if (value instanceof BaseException && value.userClass !== null) {
    if (value.userClass instanceof PyClass) return value.userClass;
  }
  return declaredType(value);
}

/** The name of a value's class, as messages show it. */
export function typeName(value: unknown): string {
  return typeOf(value).messageName;
}

/** True where `cls` is `parent` or derives from it. */
export function isSubclass(cls: PyClass, parent: PyClass): boolean {
  return cls === parent || cls.mro.includes(parent);
}

/** True where `value` is an instance of the one class `cls`. */
export function isOfClass(value: unknown, cls: PyClass): boolean {
  return isSubclass(typeOf(value), cls);
}

/** As `isSubclass`, and what an abstract class recognises. Source: Lib/abc.py. */
function countsAs(cls: PyClass, parent: PyClass): boolean {
  return isSubclass(cls, parent) || parent.accepts?.(cls) === true;
}

function matchesAny(cls: PyClass, classes: unknown, message: string): boolean {
  if (classes instanceof PyClass) return countsAs(cls, classes);
  if (classes instanceof Tuple) {
    return classes.items.some((member) => matchesAny(cls, member, message));
  }
  if (classes instanceof UnionType) {
    return classes.members.some((member) => matchesAny(cls, member ?? noneClass, message));
  }
  throw new PyTypeError(message);
}

/** `isinstance(value, classes)`: a class, a union, or a tuple of these, nested at will. */
export function isInstance(value: unknown, classes: unknown): boolean {
  if (classes instanceof PyClass) {
    const { acceptsValue } = classes;
    if (acceptsValue !== null && !isOfClass(value, classes)) return acceptsValue(value);
    return countsAs(typeOf(value), classes);
  }
  return matchesAny(
    typeOf(value),
    classes,
    'isinstance() arg 2 must be a type, a tuple of types, or a union',
  );
}

/** `issubclass(cls, classes)`. */
export function isSubclassOf(cls: unknown, classes: unknown): boolean {
  if (!(cls instanceof PyClass)) throw new PyTypeError('issubclass() arg 1 must be a class');
  return matchesAny(
    cls,
    classes,
    'issubclass() arg 2 must be a class, a tuple of classes, or a union',
  );
}

/** True for ints and bools: what `operator.index` takes without a method call. */
export function isInt(value: unknown): value is number | bigint | boolean {
  return typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean';
}

/** True for a value of the class float. */
export function isFloat(value: unknown): boolean {
  return typeOf(value) === floatClass;
}

export { constructorOf, exceptionClassOf };
