// Python's three kinds of number as one JavaScript quantity, for comparing and mixing them.
// JavaScript compares a bigint with a number exactly, so an int and a float of any size compare as
// in CPython.
// Source: CPython Objects/floatobject.c (float_richcompare), Objects/longobject.c.

import { Float, NumberInstance } from '../values.ts';

export type Quantity = number | bigint;

/** The quantity of an int, a bool or a float; undefined for anything else. */
export function quantityOf(value: unknown): Quantity | undefined {
  switch (typeof value) {
    case 'number':
    case 'bigint':
      return value;
    case 'boolean':
      return value ? 1 : 0;
    default:
      if (value instanceof Float) return value.value;
      return value instanceof NumberInstance ? value.number : undefined;
  }
}

/** Whether it is a float of class float itself, as opposed to one of a class of the program. */
export function isPlainFloat(value: unknown): value is Float {
  return value instanceof Float && value.constructor === Float;
}

/** A number of a class of the program as one of class int or float; any other value as it is. */
export function plainNumber(value: unknown): unknown {
  if (value instanceof NumberInstance) return value.number;
  const isDerived = value instanceof Float && value.constructor !== Float;
  return isDerived ? new Float(value.value) : value;
}

/** The int of an int or bool; undefined for anything else. */
export function intOf(value: unknown): Quantity | undefined {
  return value instanceof Float ? undefined : quantityOf(value);
}

/** Equality of quantities; NaN equals nothing. */
export function sameQuantity(a: Quantity, b: Quantity): boolean {
  if (typeof a === typeof b) return a === b;
  return a <= b && a >= b;
}
