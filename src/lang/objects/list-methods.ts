// The methods of list and tuple. A list is a JavaScript array; it is changed in place, piece by
// piece, because V8 takes only so many arguments in one call.
// Source: CPython Objects/listobject.c, Objects/tupleobject.c; 3.14's messages.

import { IndexError, PyTypeError, ValueError } from '../../asyncio/exceptions.ts';
import type { Interpreter } from '../interpreter.ts';
import { Builtin, Tuple } from '../values.ts';
import { define, listClass, tupleClass } from './classes.ts';
import { matches } from './compare.ts';
import { indexOrUndefined, toSize } from './index-of.ts';
import { iterate, lengthHint, STOP, toArray } from './iteration.ts';
import { reserve } from './limits.ts';
import { sortInPlace } from './sorting.ts';
import { truthy } from './truth.ts';

/** `list.extend` and `+=`: appends all items of an iterable. */
export function extend(run: Interpreter, list: unknown[], iterable: unknown): null {
  if (Array.isArray(iterable) || iterable instanceof Tuple) {
    const items = toArray(run, iterable);
    reserve(run, list.length + items.length);
    for (const item of items) list.push(item);
    return null;
  }
  const iterator = iterate(run, iterable);
  lengthHint(run, iterable);
  for (let item = iterator.next(); item !== STOP; item = iterator.next()) {
    list.push(item);
    if (list.length % 1024 === 0) reserve(run, list.length);
  }
  return null;
}

function clip(run: Interpreter, value: unknown, size: number): number {
  return clipIndex(toSize(run, value, true), size);
}

function clipIndex(index: number, size: number): number {
  return Math.max(0, Math.min(size, index < 0 ? index + size : index));
}

/** A bound of `index`: ints of any size. Throws TypeError in the words of slices. */
function bound(run: Interpreter, value: unknown): number {
  const index = indexOrUndefined(run, value);
  if (index === undefined) {
    throw new PyTypeError('slice indices must be integers or have an __index__ method');
  }
  return Number(index);
}

/** The index of the first match between two bounds; -1 where there is none. */
function find(
  run: Interpreter,
  items: readonly unknown[],
  value: unknown,
  start: unknown,
  stop: unknown,
): number {
  const [first, last] = [bound(run, start), bound(run, stop)];
  run.charge(items.length >> 3);
  let i = clipIndex(first, items.length);
  for (; i < items.length && i < clipIndex(last, items.length); i++) {
    if (matches(run, items[i], value)) return i;
  }
  return -1;
}

function count(run: Interpreter, items: readonly unknown[], value: unknown): number {
  run.charge(items.length >> 3);
  let result = 0;
  for (let i = 0; i < items.length; i++) if (matches(run, items[i], value)) result++;
  return result;
}

function pop(run: Interpreter, list: unknown[], where: unknown): unknown {
  const index = toSize(run, where, true);
  if (list.length === 0) throw new IndexError('pop from empty list');
  if (index === -1) return list.pop();
  const at = index < 0 ? index + list.length : index;
  if (at < 0 || at >= list.length) throw new IndexError('pop index out of range');
  if (at === 0) return list.shift();
  run.charge((list.length - at) >> 3);
  return list.splice(at, 1)[0];
}

const END = Number.MAX_SAFE_INTEGER;

define(listClass, [
  new Builtin('append(self, object, /)', (run, self: unknown[], item: unknown) => {
    if (self.push(item) > run.limits.collection) reserve(run, self.length);
    return null;
  }),
  new Builtin('extend(self, iterable, /)', extend),
  new Builtin('insert(self, index, object, /)', (run, self: unknown[], index, item: unknown) => {
    const at = clip(run, toSize(run, index), self.length);
    reserve(run, self.length + 1);
    self.splice(at, 0, item);
    return null;
  }),
  new Builtin('remove(self, value, /)', (run, self: unknown[], value: unknown) => {
    const at = find(run, self, value, 0, END);
    if (at < 0) throw new ValueError('list.remove(x): x not in list');
    self.splice(at, 1);
    return null;
  }),
  new Builtin('pop(self, index=-1, /)', pop),
  new Builtin('clear(self, /)', (_run, self: unknown[]) => {
    self.length = 0;
    return null;
  }),
  new Builtin(
    `index(self, value, start=0, stop=${END}, /)`,
    (run, self: unknown[], value: unknown, start: unknown, stop: unknown) => {
      const at = find(run, self, value, start, stop);
      if (at < 0) throw new ValueError('list.index(x): x not in list');
      return at;
    },
  ),
  new Builtin('count(self, value, /)', count),
  new Builtin(
    'sort(self, /, *, key=None, reverse=False)',
    (run, self: unknown[], key: unknown, reverse: unknown) => {
      sortInPlace(run, self, key, truthy(run, reverse));
      return null;
    },
  ),
  new Builtin('reverse(self, /)', (run, self: unknown[]) => {
    run.charge(self.length >> 3);
    self.reverse();
    return null;
  }),
  new Builtin('copy(self, /)', (run, self: unknown[]) => toArray(run, self)),
]);

define(tupleClass, [
  new Builtin('count(self, value, /)', (run, self: Tuple, value: unknown) =>
    count(run, self.items, value),
  ),
  new Builtin(
    `index(self, value, start=0, stop=${END}, /)`,
    (run, self: Tuple, value: unknown, start: unknown, stop: unknown) => {
      const at = find(run, self.items, value, start, stop);
      if (at < 0) throw new ValueError('tuple.index(x): x not in tuple');
      return at;
    },
  ),
]);
