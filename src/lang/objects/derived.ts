// Instances of classes of the program that derive from a ready-made one, `class Cache(dict)`: the
// ready-made value itself, so that all its methods work on it, with a class and attributes of its
// own. Its property `constructor`, by which the class of any value is found, is the derived class;
// lists, which JavaScript knows by that property, are of a class here.
// Source: CPython Objects/typeobject.c (subtype_dict, slot_mp_subscript and its like).

import { PyClass } from '../values.ts';
import { ListInstance } from './list-instance.ts';
import { specialOf } from './special.ts';
import { typeOf } from './type-of.ts';

export { ListInstance };

/** Makes a fresh value an instance of a class that derives from its own; gives it. */
export function derive(value: object, cls: PyClass): object {
  if (Array.isArray(value)) return new ListInstance(cls, value);
  Object.defineProperty(value, 'constructor', { value: cls });
  Object.defineProperty(value, 'attributes', { value: new Map<string, unknown>() });
  return value;
}

/** The class of the program that a ready-made value is an instance of; null for a plain one. */
export function derivedClass(value: unknown): PyClass | null {
  if (typeof value !== 'object' || value === null) return null;
  if (Array.isArray(value)) return value instanceof ListInstance ? value.cls : null;
  const made: unknown = value.constructor;
  return made instanceof PyClass ? made : null;
}

/**
 * The special method that the program, or a module, has put in the place of a built-in class's
 * own; undefined where there is none, and for every plain value.
 */
export function overriding(value: unknown, name: string): unknown {
  return derivedClass(value) === null ? undefined : specialOf(value, name);
}

/** The name of a value's class without its module, as a repr begins. */
export function shortName(value: unknown): string {
  return typeOf(value).name;
}
