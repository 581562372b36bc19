// The methods of set and frozenset. The operators take sets only, the methods any iterable.
// Source: CPython Objects/setobject.c.

import { KeyError } from '../../asyncio/exceptions.ts';
import type { Interpreter } from '../interpreter.ts';
import { Builtin } from '../values.ts';
import { define, frozensetClass, setClass } from './classes.ts';
import { Dict } from './dict.ts';
import { items, toArray } from './iteration.ts';
import { PySet } from './set.ts';

/** What a set takes members from. */
export type Source = PySet | Dict | Iterable<unknown>;

/**
 * An argument as what a set takes: sets and dicts as they are, anything else as its items, which
 * are taken one by one.
 */
export function sourceOf(run: Interpreter, value: unknown): Source {
  if (value instanceof PySet || value instanceof Dict) return value;
  return Array.isArray(value) ? toArray(run, value) : items(run, value);
}

/** `set(iterable)` and `frozenset(iterable)`. */
export function setOf(run: Interpreter, iterable: unknown, frozen: boolean): PySet {
  const set = new PySet(run, [], frozen);
  if (iterable !== undefined) set.update(sourceOf(run, iterable));
  return set;
}

function intersectionOf(run: Interpreter, self: PySet, others: readonly unknown[]): PySet {
  let result = self;
  for (const other of others) result = result.intersection(sourceOf(run, other));
  return others.length === 0 ? self.copy() : result;
}

function differenceOf(run: Interpreter, self: PySet, others: readonly unknown[]): PySet {
  if (others.length === 0) return self.copy();
  const result = self.difference(sourceOf(run, others[0]));
  for (const other of others.slice(1)) result.subtract(sourceOf(run, other));
  return result;
}

/** What a set that is looked for counts as: a set is unhashable, its frozenset is not. */
function lookedFor(run: Interpreter, value: unknown): unknown {
  return value instanceof PySet && !value.frozen ? new PySet(run, value.members(), true) : value;
}

function shared(): Builtin[] {
  return [
    new Builtin('union(self, /, *others)', (run, self: PySet, others: readonly unknown[]) => {
      const result = self.copy();
      for (const other of others) result.update(sourceOf(run, other));
      return result;
    }),
    new Builtin('intersection(self, /, *others)', intersectionOf),
    new Builtin('difference(self, /, *others)', differenceOf),
    new Builtin('symmetric_difference(self, other, /)', (run, self: PySet, other: unknown) =>
      self.symmetricDifference(sourceOf(run, other)),
    ),
    new Builtin('isdisjoint(self, other, /)', (run, self: PySet, other: unknown) => {
      for (const item of items(run, other)) if (self.has(item)) return false;
      return true;
    }),
    new Builtin('issubset(self, other, /)', (run, self: PySet, other: unknown) =>
      other instanceof PySet
        ? self.isSubsetOf(other)
        : self.intersection(sourceOf(run, other)).size === self.size,
    ),
    new Builtin('issuperset(self, other, /)', (run, self: PySet, other: unknown) => {
      if (other instanceof PySet) return other.isSubsetOf(self);
      for (const item of items(run, other)) if (!self.has(item)) return false;
      return true;
    }),
    new Builtin('copy(self, /)', (run, self: PySet) => {
      run.charge(self.size);
      return self.frozen ? self : self.copy();
    }),
  ];
}

define(setClass, shared());
define(frozensetClass, shared());

define(setClass, [
  new Builtin('add(self, object, /)', (_run, self: PySet, item: unknown) => {
    self.add(item);
    return null;
  }),
  new Builtin('remove(self, object, /)', (run, self: PySet, item: unknown) => {
    if (!self.discard(lookedFor(run, item))) throw new KeyError(item);
    return null;
  }),
  new Builtin('discard(self, object, /)', (run, self: PySet, item: unknown) => {
    self.discard(lookedFor(run, item));
    return null;
  }),
  new Builtin('pop(self, /)', (_run, self: PySet) => {
    const item = self.pop();
    if (item === undefined) throw new KeyError('pop from an empty set');
    return item;
  }),
  new Builtin('clear(self, /)', (_run, self: PySet) => {
    self.clear();
    return null;
  }),
  new Builtin('update(self, /, *others)', (run, self: PySet, others: readonly unknown[]) => {
    for (const other of others) self.update(sourceOf(run, other));
    return null;
  }),
  new Builtin(
    'intersection_update(self, /, *others)',
    (run, self: PySet, others: readonly unknown[]) => {
      self.become(intersectionOf(run, self, others));
      return null;
    },
  ),
  new Builtin(
    'difference_update(self, /, *others)',
    (run, self: PySet, others: readonly unknown[]) => {
      for (const other of others) self.subtract(sourceOf(run, other));
      return null;
    },
  ),
  new Builtin('symmetric_difference_update(self, other, /)', (run, self: PySet, other: unknown) => {
    self.symmetricUpdate(sourceOf(run, other));
    return null;
  }),
]);
