// The unary operators and `abs`.
// Source: CPython Objects/abstract.c (UNARY_FUNC), Objects/longobject.c.

import { PyTypeError } from '../../asyncio/exceptions.ts';
import type { Interpreter } from '../interpreter.ts';
import { Builtin, Float } from '../values.ts';
import { intClass } from './classes.ts';
import { normalise } from './integers.ts';
import { intOf, isPlainFloat } from './numbers.ts';
import { callSpecial, specialOf } from './special.ts';
import { truthy } from './truth.ts';
import { typeName } from './type-of.ts';

/** `-value`. */
export function negative(run: Interpreter, value: unknown): unknown {
  if (typeof value === 'number') return value === 0 ? 0 : -value;
  if (isPlainFloat(value)) return new Float(-value.value);
  if (typeof value === 'bigint') return -value;
  const own = ownNumber(value, '__neg__');
  if (own instanceof Float) return new Float(-own.value);
  if (own !== undefined) return own === 0 ? 0 : -own;
  return callSpecial(run, value, '__neg__', []) ?? bad('unary -', value);
}

/** `+value`. */
export function positive(run: Interpreter, value: unknown): unknown {
  if (typeof value === 'number' || typeof value === 'bigint') return value;
  if (isPlainFloat(value)) return value;
  return (
    ownNumber(value, '__pos__') ?? callSpecial(run, value, '__pos__', []) ?? bad('unary +', value)
  );
}

/** `~value`. */
export function invert(run: Interpreter, value: unknown): unknown {
  const whole = ownNumber(value, '__invert__');
  if (whole !== undefined && !(whole instanceof Float)) return normalise(-BigInt(whole) - 1n);
  return callSpecial(run, value, '__invert__', []) ?? bad('unary ~', value);
}

/** `not value`. */
export function not(run: Interpreter, value: unknown): boolean {
  return !truthy(run, value);
}

/** `abs(value)`. */
export function absolute(run: Interpreter, value: unknown): unknown {
  if (typeof value === 'number') return Math.abs(value);
  if (isPlainFloat(value)) return new Float(Math.abs(value.value));
  const own = ownNumber(value, '__abs__');
  if (own instanceof Float) return new Float(Math.abs(own.value));
  if (own !== undefined) return own < 0 ? -own : own;
  return callSpecial(run, value, '__abs__', []) ?? bad('abs()', value);
}

/** The number that a value is, unless its class has a way of its own for the operator. */
function ownNumber(value: unknown, name: string): number | bigint | Float | undefined {
  const own = specialOf(value, name);
  if (own !== undefined && !(own instanceof Builtin && own.owner === intClass)) return undefined;
  return value instanceof Float ? new Float(value.value) : intOf(value);
}

function bad(operation: string, value: unknown): never {
  throw new PyTypeError(`bad operand type for ${operation}: '${typeName(value)}'`);
}
