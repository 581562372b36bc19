// `&`, `|` and `^`: bits of ints, truth of bools, members of sets, entries of dicts, unions of
// classes.
// Source: CPython Objects/longobject.c, Objects/boolobject.c, Objects/setobject.c,
// Objects/dictobject.c.

import type { Interpreter } from '../interpreter.ts';
import { PyClass } from '../values.ts';
import { Dict } from './dict.ts';
import { DictView } from './dict-views.ts';
import { type Int, normalise } from './integers.ts';
import { intOf } from './numbers.ts';
import { PySet } from './set.ts';
import { specialOf } from './special.ts';
import { UnionType } from './type-of.ts';
import { combineViews } from './view-operators.ts';

export type BitOperator = '&' | '|' | '^';

/** `a operator b`; undefined where built-in values of these kinds do not support it. */
export function combineBits(
  run: Interpreter,
  operator: BitOperator,
  a: unknown,
  b: unknown,
): unknown {
  if (typeof a === 'boolean' && typeof b === 'boolean') return combineBools(operator, a, b);
  const x = intOf(a);
  if (x !== undefined) {
    const y = intOf(b);
    if (y !== undefined) return combineInts(operator, x, y);
  }
  if (a instanceof PySet && b instanceof PySet) return combineSets(operator, a, b);
  if (a instanceof DictView || b instanceof DictView) return combineViews(run, operator, a, b);
  if (operator !== '|') return undefined;
  if (a instanceof Dict && b instanceof Dict && specialOf(a, '__or__') === undefined) {
    const merged = a.copy();
    for (const { key, value } of b.entries()) merged.set(key, value);
    return merged;
  }
  return isTypeLike(a) && isTypeLike(b) && !(a === null && b === null)
    ? new UnionType([...membersOf(a), ...membersOf(b)])
    : undefined;
}

function isTypeLike(value: unknown): boolean {
  return value === null || value instanceof PyClass || value instanceof UnionType;
}

function membersOf(value: unknown): readonly unknown[] {
  return value instanceof UnionType ? value.members : [value];
}

function combineBools(operator: BitOperator, a: boolean, b: boolean): boolean {
  if (operator === '&') return a && b;
  return operator === '|' ? a || b : a !== b;
}

function isSmall(value: Int): value is number {
  return typeof value === 'number' && value >= -0x80000000 && value <= 0x7fffffff;
}

function combineInts(operator: BitOperator, a: Int, b: Int): Int {
  if (isSmall(a) && isSmall(b)) {
    if (operator === '&') return a & b;
    return operator === '|' ? a | b : a ^ b;
  }
  const [x, y] = [BigInt(a), BigInt(b)];
  if (operator === '&') return normalise(x & y);
  return normalise(operator === '|' ? x | y : x ^ y);
}

function combineSets(operator: BitOperator, a: PySet, b: PySet): PySet {
  if (operator === '&') return a.intersection(b);
  if (operator === '^') return a.symmetricDifference(b);
  const result = a.copy();
  result.update(b);
  return result;
}
