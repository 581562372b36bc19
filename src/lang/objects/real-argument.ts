// The double that an argument of module math or random, or of `'%f'`, stands for.
// Source: CPython Objects/floatobject.c (PyFloat_AsDouble).

import { PyTypeError } from '../../asyncio/exceptions.ts';
import type { Interpreter } from '../interpreter.ts';
import { Float, NumberInstance } from '../values.ts';
import { indexOrUndefined } from './index-of.ts';
import { toFloat } from './integers.ts';
import { callSpecial } from './special.ts';
import { typeName } from './type-of.ts';

/** What `__float__` of a value gives; undefined where it has none. Throws TypeError. */
export function floatMethod(run: Interpreter, value: unknown): number | undefined {
  const made = callSpecial(run, value, '__float__', []);
  if (made === undefined || made instanceof Float) return made?.value;
  throw new PyTypeError(`${typeName(value)}.__float__ returned non-float (type ${typeName(made)})`);
}

/**
 * `float(value)` for numbers and objects with `__float__` or `__index__`. Throws TypeError,
 * OverflowError.
 */
export function realArgument(run: Interpreter, value: unknown): number {
  if (value instanceof Float) return value.value;
  if (typeof value === 'number') return value;
  if (typeof value === 'bigint') return toFloat(value);
  if (typeof value === 'boolean') return Number(value);
  if (value instanceof NumberInstance) return toFloat(value.number);
  const float = floatMethod(run, value);
  if (float !== undefined) return float;
  const index = indexOrUndefined(run, value);
  if (index !== undefined) return toFloat(index);
  throw new PyTypeError(`must be real number, not ${typeName(value)}`);
}
