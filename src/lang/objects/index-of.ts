// `operator.index` and its neighbours: the int that an argument stands for, or the TypeError that
// CPython raises. bool is an int; an object of the program may have `__index__`.
// Source: CPython Objects/abstract.c (PyNumber_Index, PyNumber_AsSsize_t).

import { IndexError, OverflowError, PyTypeError } from '../../asyncio/exceptions.ts';
import type { Interpreter } from '../interpreter.ts';
import { NumberInstance } from '../values.ts';
import type { Int } from './integers.ts';
import { callSpecial } from './special.ts';
import { typeName } from './type-of.ts';

/** The int that `value` is or stands for by `__index__`; undefined where it is none. */
export function indexOrUndefined(run: Interpreter, value: unknown): Int | undefined {
  if (typeof value === 'number' || typeof value === 'bigint') return value;
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (value instanceof NumberInstance) return value.number;
  const result = callSpecial(run, value, '__index__', []);
  if (result === undefined) return undefined;
  if (typeof result === 'number' || typeof result === 'bigint') return result;
  if (typeof result === 'boolean') return result ? 1 : 0;
  throw new PyTypeError(`__index__ returned non-int (type ${typeName(result)})`);
}

/** `operator.index(value)`. Throws TypeError for anything that is not an int. */
export function toIndex(run: Interpreter, value: unknown): Int {
  const index = indexOrUndefined(run, value);
  if (index !== undefined) return index;
  throw new PyTypeError(`'${typeName(value)}' object cannot be interpreted as an integer`);
}

/** An index that must fit into a machine word. Throws OverflowError, or IndexError for an index. */
export function toSize(run: Interpreter, value: unknown, asIndex = false): number {
  const index = toIndex(run, value);
  // A machine word has 64 bits: more than a safe integer, and always out of every range.
  if (typeof index === 'number' || BigInt.asIntN(64, index) === index) return Number(index);
  if (asIndex) {
    throw new IndexError(`cannot fit '${typeName(value)}' into an index-sized integer`);
  }
  throw new OverflowError('Python int too large to convert to C ssize_t');
}
