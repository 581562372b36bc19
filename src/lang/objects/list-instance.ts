// A list of a class of the program, `class Stack(list)`: an array with a class and attributes of its
// own. What is made of it, a slice or a sum, is a plain list, as in CPython.
// Source: CPython Objects/listobject.c (list_slice), Objects/typeobject.c (subtype_dict).

import type { PyClass } from '../values.ts';

/** Whether reading or writing `value[key]` is just that of the array. */
export function isPlace(value: unknown, key: unknown): value is Record<number, unknown> {
  if (typeof key !== 'number' || key < 0 || !Array.isArray(value)) return false;
  return key < value.length && !(value instanceof ListInstance);
}

export class ListInstance extends Array<unknown> {
  readonly cls: PyClass;
  readonly attributes = new Map<string, unknown>();

  /** What `slice`, `map` and their like make: plain arrays. */
  static override get [Symbol.species](): ArrayConstructor {
    return Array;
  }

  constructor(cls: PyClass, items: readonly unknown[]) {
    super();
    this.cls = cls;
    for (const item of items) this.push(item);
  }
}
