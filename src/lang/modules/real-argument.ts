// The double that an argument of module math or random stands for.
// Source: CPython Objects/floatobject.c (PyFloat_AsDouble).

import { PyTypeError } from '../../asyncio/exceptions.ts';
import type { Interpreter } from '../interpreter.ts';
import { indexOrUndefined } from '../objects/index-of.ts';
import { toFloat } from '../objects/integers.ts';
import { callSpecial } from '../objects/special.ts';
import { typeName } from '../objects/type-of.ts';
import { Float } from '../values.ts';

/**
 * `float(value)` for numbers and objects with `__float__` or `__index__`. Throws TypeError,
 * OverflowError.
 */
export function realArgument(run: Interpreter, value: unknown): number {
  if (value instanceof Float) return value.value;
  if (typeof value === 'number') return value;
  if (typeof value === 'bigint') return toFloat(value);
  if (typeof value === 'boolean') return Number(value);
  const float = callSpecial(run, value, '__float__', []);
  if (float instanceof Float) return float.value;
  const index = float === undefined ? indexOrUndefined(run, value) : undefined;
  if (index !== undefined) return toFloat(index);
  throw new PyTypeError(`must be real number, not ${typeName(value)}`);
}
