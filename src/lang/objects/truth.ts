// Truth of values: what `if`, `and`, `not` and `bool()` ask.
// Source: CPython Objects/object.c (PyObject_IsTrue).

import { Context } from '../../asyncio/contextvars.ts';
import { PyTypeError, ValueError } from '../../asyncio/exceptions.ts';
import type { Interpreter } from '../interpreter.ts';
import {
  Float,
  Instance,
  NumberInstance,
  notImplemented,
  Range,
  TextInstance,
  Tuple,
} from '../values.ts';
import { overriding } from './derived.ts';
import { callSpecial } from './special.ts';
import { isSized, Structural } from './structural.ts';
import { typeName } from './type-of.ts';

/** `bool(value)`. */
export function truthy(run: Interpreter, value: unknown): boolean {
  switch (typeof value) {
    case 'boolean':
      return value;
    case 'number':
      return value !== 0;
    case 'string':
      return value !== '';
    case 'bigint':
      return true;
    default:
      return value !== null && objectTruth(run, value);
  }
}

function objectTruth(run: Interpreter, value: unknown): boolean {
  const own = overriding(value, '__bool__') ?? overriding(value, '__len__');
  return own === undefined ? builtinTruth(run, value) : instanceTruth(run, value as Instance);
}

function builtinTruth(run: Interpreter, value: unknown): boolean {
  if (Array.isArray(value)) return value.length > 0;
  if (value instanceof Float) return value.value !== 0;
  if (value instanceof Tuple) return value.items.length > 0;
  if (isSized(value)) return value.size > 0;
  if (value instanceof Range) return rangeLength(value) > 0;
  if (value instanceof Context) return value.size > 0;
  if (value === notImplemented) {
    throw new PyTypeError('NotImplemented should not be used in a boolean context');
  }
  const isAsked = value instanceof Instance || value instanceof Structural;
  return isAsked ? instanceTruth(run, value) : true;
}

/** The number of items of a range. */
export function rangeLength({ start, stop, step }: Range): number {
  const distance = step > 0 ? stop - start : start - stop;
  return distance <= 0 ? 0 : Math.floor((distance - 1) / Math.abs(step)) + 1;
}

function instanceTruth(run: Interpreter, value: Instance | Structural): boolean {
  const truth = callSpecial(run, value, '__bool__', []);
  if (truth !== undefined) {
    if (typeof truth === 'boolean') return truth;
    throw new PyTypeError(`__bool__ should return bool, returned ${typeName(truth)}`);
  }
  if (value instanceof NumberInstance) return Number(value.number) !== 0;
  const length = callSpecial(run, value, '__len__', []);
  if (length === undefined && value instanceof TextInstance) return value.text !== '';
  return length === undefined ? true : checkedLength(length) > 0;
}

/** The result of a `__len__` of the program as a length. Throws TypeError and ValueError. */
export function checkedLength(length: unknown): number {
  if (typeof length === 'boolean') return length ? 1 : 0;
  if (typeof length !== 'number') {
    throw new PyTypeError(`'${typeName(length)}' object cannot be interpreted as an integer`);
  }
  if (length < 0) throw new ValueError('__len__() should return >= 0');
  return length;
}
