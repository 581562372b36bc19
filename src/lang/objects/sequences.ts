// Joining and repeating sequences: `+` and `*` of str, list and tuple.
// Source: CPython Objects/listobject.c (list_concat, list_repeat), Objects/abstract.c
// (sequence_repeat).

import { OverflowError, PyTypeError } from '../../asyncio/exceptions.ts';
import type { Interpreter } from '../interpreter.ts';
import { plainText, Tuple } from '../values.ts';
import { indexOrUndefined } from './index-of.ts';
import type { Int } from './integers.ts';
import { reserve } from './limits.ts';
import { typeName } from './type-of.ts';

/** True for str, list and tuple. */
export function isSequence(value: unknown): value is string | unknown[] | Tuple {
  return typeof value === 'string' || Array.isArray(value) || value instanceof Tuple;
}

/**
 * `a + b` for a sequence `a`; undefined where `a` is none. Throws TypeError for another kind of
 * `b`.
 */
export function concatenate(run: Interpreter, left: unknown, right: unknown): unknown {
  const [a, b] = [plainText(left), plainText(right)];
  if (typeof a === 'string') {
    if (typeof b !== 'string') throw onlyConcatenate('str', b, '"');
    reserve(run, a.length + b.length);
    return a + b;
  }
  if (Array.isArray(a)) {
    if (!Array.isArray(b)) throw onlyConcatenate('list', b, '"');
    reserve(run, a.length + b.length);
    return a.concat(b);
  }
  if (a instanceof Tuple) {
    if (!(b instanceof Tuple)) throw onlyConcatenate('tuple', b, '"');
    if (b.items.length === 0) return a;
    if (a.items.length === 0) return b;
    reserve(run, a.items.length + b.items.length);
    return new Tuple(a.items.concat(b.items));
  }
  return undefined;
}

function onlyConcatenate(name: string, other: unknown, mark: string): PyTypeError {
  return new PyTypeError(
    `can only concatenate ${name} (not ${mark}${typeName(other)}${mark}) to ${name}`,
  );
}

/** `sequence * count`. Throws TypeError where `count` is no int. */
export function repeat(
  run: Interpreter,
  sequence: string | unknown[] | Tuple,
  count: unknown,
): unknown {
  const times = repeatCount(run, count);
  if (typeof sequence === 'string') {
    reserve(run, sequence.length * times);
    return sequence.repeat(times);
  }
  if (Array.isArray(sequence)) return repeatItems(run, sequence, times);
  if (times === 1) return sequence;
  return new Tuple(repeatItems(run, sequence.items, times));
}

function repeatCount(run: Interpreter, count: unknown): number {
  const times: Int | undefined = indexOrUndefined(run, count);
  if (times === undefined) {
    throw new PyTypeError(`can't multiply sequence by non-int of type '${typeName(count)}'`);
  }
  if (typeof times === 'bigint') {
    throw new OverflowError(`cannot fit '${typeName(count)}' into an index-sized integer`);
  }
  return times < 0 ? 0 : times;
}

export function repeatItems(run: Interpreter, items: readonly unknown[], times: number): unknown[] {
  reserve(run, items.length * times);
  const result: unknown[] = [];
  for (let i = 0; i < times; i++) for (const item of items) result.push(item);
  return result;
}
