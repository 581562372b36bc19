// The unary operators and `abs`.
// Source: CPython Objects/abstract.c (UNARY_FUNC), Objects/longobject.c.

import { PyTypeError } from '../../asyncio/exceptions.ts';
import type { Interpreter } from '../interpreter.ts';
import { Float, Instance } from '../values.ts';
import { intClass } from './classes.ts';
import { normalise } from './integers.ts';
import { intOf } from './numbers.ts';
import { callSpecial, specialOf } from './special.ts';
import { truthy } from './truth.ts';
import { typeName } from './type-of.ts';

/** `-value`. */
export function negative(run: Interpreter, value: unknown): unknown {
  if (typeof value === 'number') return value === 0 ? 0 : -value;
  if (value instanceof Float) return new Float(-value.value);
  if (typeof value === 'bigint') return -value;
  const whole = ownInt(value, '__neg__');
  if (whole !== undefined) return whole === 0 ? 0 : -whole;
  return callSpecial(run, value, '__neg__', []) ?? bad('unary -', value);
}

/** `+value`. */
export function positive(run: Interpreter, value: unknown): unknown {
  if (typeof value === 'number' || typeof value === 'bigint') return value;
  if (value instanceof Float) return value;
  return (
    ownInt(value, '__pos__') ?? callSpecial(run, value, '__pos__', []) ?? bad('unary +', value)
  );
}

/** `~value`. */
export function invert(run: Interpreter, value: unknown): unknown {
  const whole = ownInt(value, '__invert__');
  if (whole !== undefined) return normalise(-BigInt(whole) - 1n);
  return callSpecial(run, value, '__invert__', []) ?? bad('unary ~', value);
}

/** `not value`. */
export function not(run: Interpreter, value: unknown): boolean {
  return !truthy(run, value);
}

/** `abs(value)`. */
export function absolute(run: Interpreter, value: unknown): unknown {
  if (typeof value === 'number') return Math.abs(value);
  if (value instanceof Float) return new Float(Math.abs(value.value));
  const whole = ownInt(value, '__abs__');
  if (whole !== undefined) return whole < 0 ? -whole : whole;
  return callSpecial(run, value, '__abs__', []) ?? bad('abs()', value);
}

/** The int that a value is, unless its class has a way of its own for the operator. */
function ownInt(value: unknown, name: string): number | bigint | undefined {
  const isOther = value instanceof Instance && specialOf(value, name) !== intClass.lookup(name);
  return isOther ? undefined : intOf(value);
}

function bad(operation: string, value: unknown): never {
  throw new PyTypeError(`bad operand type for ${operation}: '${typeName(value)}'`);
}
