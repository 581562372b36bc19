// `keys()` and `items()` as sets: `&`, `|`, `^` and `-` with any iterable on the other side, and
// `isdisjoint`. The members of the result are put in as CPython puts them in, since that gives their
// order.
// Source: CPython Objects/dictobject.c (_PyDictView_Intersect, dictviews_sub, dictviews_or,
// dictviews_xor, dictviews_isdisjoint).

import type { Interpreter } from '../interpreter.ts';
import { Builtin } from '../values.ts';
import type { BitOperator } from './bit-operators.ts';
import { define } from './classes.ts';
import { DictItems, DictKeys, type DictView } from './dict-views.ts';
import { items } from './iteration.ts';
import { length } from './membership.ts';
import { PySet } from './set.ts';
import { setOf, sourceOf } from './set-methods.ts';
import { typeOf } from './type-of.ts';

function isSetLike(value: unknown): value is DictView {
  return value instanceof DictKeys || value instanceof DictItems;
}

/** `a operator b`; undefined where neither is a view of keys or items. Throws TypeError. */
export function combineViews(
  run: Interpreter,
  operator: '-' | BitOperator,
  a: unknown,
  b: unknown,
): PySet | undefined {
  if (!isSetLike(a) && !isSetLike(b)) return undefined;
  if (operator === '&') return isSetLike(a) ? shared(run, a, b) : shared(run, b as DictView, a);
  const result = setOf(run, a instanceof DictKeys ? a.dict : a, false);
  const other = sourceOf(run, b);
  if (operator === '|') result.update(other);
  else if (operator === '^') result.symmetricUpdate(other);
  else result.subtract(other);
  return result;
}

/** The longer one is asked, the shorter one walked. */
function shared(run: Interpreter, view: DictView, other: unknown): PySet {
  if (other instanceof PySet && view.size <= other.size) {
    return other.intersection(items(run, view));
  }
  const isLonger = isSetLike(other) && other.size > view.size;
  const [asked, walked] = isLonger ? [other, view] : [view, other];
  const result = new PySet(run);
  for (const key of items(run, walked)) if (asked.has(run, key)) result.add(key);
  return result;
}

function areDisjoint(run: Interpreter, view: DictView, other: unknown): boolean {
  if (other instanceof PySet && length(run, other) > view.size) {
    for (const key of view.shown()) if (other.has(key)) return false;
    return true;
  }
  for (const key of items(run, other)) if (view.has(run, key)) return false;
  return true;
}

for (const view of [DictKeys, DictItems]) {
  define(typeOf(Object.create(view.prototype)), [
    new Builtin('isdisjoint(self, other, /)', areDisjoint),
  ]);
}
