// Whether a value can be called.
// Source: CPython Objects/object.c (PyCallable_Check).

import { BoundMethod, Builtin, PyClass } from '../values.ts';
import { functionClass } from './classes.ts';
import { specialOf } from './special.ts';
import { typeOf } from './type-of.ts';

/** `callable(value)`. */
export function isCallable(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (value instanceof PyClass || value instanceof Builtin || value instanceof BoundMethod) {
    return true;
  }
  return typeOf(value) === functionClass || specialOf(value, '__call__') !== undefined;
}
