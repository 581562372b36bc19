// How a deque is made, and its methods.
// Source: CPython Modules/_collectionsmodule.c; 3.14's messages.

import { IndexError, PyTypeError, ValueError } from '../../../asyncio/exceptions.ts';
import type { Interpreter } from '../../interpreter.ts';
import { define } from '../../objects/classes.ts';
import { matches } from '../../objects/compare.ts';
import { derivable } from '../../objects/derivable.ts';
import { derivedClass, shortName } from '../../objects/derived.ts';
import { defineGetters, Getter } from '../../objects/descriptors.ts';
import { indexOrUndefined, toSize } from '../../objects/index-of.ts';
import { iterate, STOP } from '../../objects/iteration.ts';
import { reserve } from '../../objects/limits.ts';
import { nested, repr } from '../../objects/repr.ts';
import { typeName } from '../../objects/type-of.ts';
import { Builtin } from '../../values.ts';
import { DequeReverseIterator, dequeClass, PyDeque } from './deque.ts';

function whole(run: Interpreter, value: unknown): number {
  const index = indexOrUndefined(run, value);
  if (index !== undefined) return Number(index);
  throw new PyTypeError(`'${typeName(value)}' object cannot be interpreted as an integer`);
}

function maximumOf(value: unknown): number | null {
  if (value === null) return null;
  const given = typeof value === 'boolean' ? Number(value) : value;
  if (typeof given !== 'number') throw new PyTypeError('an integer is required');
  if (given < 0) throw new ValueError('maxlen must be non-negative');
  return given;
}

function extend(run: Interpreter, self: PyDeque, iterable: unknown): null {
  const source = iterable === self ? self.items() : iterable;
  const iterator = iterate(run, source);
  for (let item = iterator.next(); item !== STOP; item = iterator.next()) {
    run.charge(1);
    self.append(run, item);
  }
  return null;
}

function extendLeft(run: Interpreter, self: PyDeque, iterable: unknown): null {
  const source = iterable === self ? self.items() : iterable;
  const iterator = iterate(run, source);
  for (let item = iterator.next(); item !== STOP; item = iterator.next()) {
    run.charge(1);
    self.appendLeft(run, item);
  }
  return null;
}

derivable(
  dequeClass,
  'deque(iterable=..., maxlen=None)',
  () => new PyDeque(null),
  (run, deque: PyDeque, iterable: unknown, maximum: unknown) => {
    deque.maximum = maximumOf(maximum);
    if (deque.size > 0) deque.replace(run, []);
    if (iterable !== undefined) extend(run, deque, iterable);
  },
);

function placeOf(run: Interpreter, self: PyDeque, key: unknown): number {
  if (indexOrUndefined(run, key) === undefined) {
    throw new PyTypeError(`sequence index must be integer, not '${typeName(key)}'`);
  }
  const index = toSize(run, key, true);
  const place = index < 0 ? index + self.size : index;
  if (place >= 0 && place < self.size) return place;
  throw new IndexError('deque index out of range');
}

function rotate(run: Interpreter, self: PyDeque, count: unknown): null {
  const steps = whole(run, count);
  if (self.size < 2) return null;
  const shift = ((steps % self.size) + self.size) % self.size;
  run.charge(self.size >> 3);
  const items = self.items();
  self.replace(run, [...items.slice(items.length - shift), ...items.slice(0, -shift || undefined)]);
  return null;
}

function insert(run: Interpreter, self: PyDeque, index: unknown, item: unknown): null {
  const at = toSize(run, index);
  if (self.size === self.maximum) throw new IndexError('deque already at its maximum size');
  const items = self.items();
  items.splice(at, 0, item);
  self.replace(run, items);
  return null;
}

function remove(run: Interpreter, self: PyDeque, value: unknown): null {
  const place = self.find(run, value, 0, self.size);
  if (place < 0) throw new ValueError('deque.remove(x): x not in deque');
  deleteAt(run, self, place);
  return null;
}

function deleteAt(run: Interpreter, self: PyDeque, place: number): void {
  const items = self.items();
  items.splice(place, 1);
  self.replace(run, items);
}

function indexOf(
  run: Interpreter,
  self: PyDeque,
  value: unknown,
  start: unknown,
  stop: unknown,
): number {
  const bound = (given: unknown, otherwise: number): number => {
    if (given === undefined) return otherwise;
    const index = indexOrUndefined(run, given);
    if (index === undefined) {
      throw new PyTypeError('slice indices must be integers or have an __index__ method');
    }
    const place = Number(index) < 0 ? Number(index) + self.size : Number(index);
    return Math.max(0, Math.min(self.size, place));
  };
  const place = self.find(run, value, bound(start, 0), bound(stop, self.size));
  if (place >= 0) return place;
  throw new ValueError('deque.index(x): x not in deque');
}

function copy(run: Interpreter, self: PyDeque): PyDeque {
  const cls = derivedClass(self);
  if (cls !== null) {
    return run.call(cls, self.maximum === null ? [self] : [self, self.maximum]) as PyDeque;
  }
  const made = new PyDeque(self.maximum);
  made.replace(run, self.items());
  return made;
}

function repeated(run: Interpreter, self: PyDeque, count: unknown): unknown[] {
  const index = indexOrUndefined(run, count);
  if (index === undefined) {
    throw new PyTypeError(`can't multiply sequence by non-int of type '${typeName(count)}'`);
  }
  const times = Math.max(0, Number(index));
  reserve(run, times * self.size);
  const items = self.items();
  return Array.from({ length: times }, () => items).flat();
}

function count(run: Interpreter, self: PyDeque, value: unknown): number {
  return self.items().filter((item) => matches(run, item, value)).length;
}

function shown(run: Interpreter, self: PyDeque): string {
  return nested(run, self, '[...]', () => {
    const items = self.items().map((item) => repr(run, item));
    const maximum = self.maximum === null ? '' : `, maxlen=${self.maximum}`;
    return `${shortName(self)}([${items.join(', ')}]${maximum})`;
  });
}

function taken(item: unknown): unknown {
  if (item === undefined) throw new IndexError('pop from an empty deque');
  return item;
}

define(dequeClass, [
  new Builtin('append(self, item, /)', (run, self: PyDeque, item: unknown) => {
    self.append(run, item);
    return null;
  }),
  new Builtin('appendleft(self, item, /)', (run, self: PyDeque, item: unknown) => {
    self.appendLeft(run, item);
    return null;
  }),
  new Builtin('clear(self, /)', (run, self: PyDeque) => {
    self.replace(run, []);
    return null;
  }),
  new Builtin('copy(self, /)', copy),
  new Builtin('__copy__(self, /)', copy),
  new Builtin('count(self, value, /)', count),
  new Builtin('extend(self, iterable, /)', extend),
  new Builtin('extendleft(self, iterable, /)', extendLeft),
  new Builtin('index(self, value, start=..., stop=..., /)', indexOf),
  new Builtin('insert(self, index, value, /)', insert),
  new Builtin('pop(self, /)', (_run, self: PyDeque) => taken(self.pop())),
  new Builtin('popleft(self, /)', (_run, self: PyDeque) => taken(self.popLeft())),
  new Builtin('remove(self, value, /)', remove),
  new Builtin('reverse(self, /)', (run, self: PyDeque) => {
    self.replace(run, self.items().reverse());
    return null;
  }),
  new Builtin('rotate(self, n=1, /)', rotate),
  new Builtin('__len__(self, /)', (_run, self: PyDeque) => self.size),
  new Builtin('__iter__(self, /)', (_run, self: PyDeque) => self.iterator()),
  new Builtin('__reversed__(self, /)', (_run, self: PyDeque) => new DequeReverseIterator(self)),
  new Builtin('__repr__(self, /)', shown),
  new Builtin('__getitem__(self, key, /)', (run, self: PyDeque, key: unknown) =>
    self.at(placeOf(run, self, key)),
  ),
  new Builtin('__setitem__(self, key, value, /)', (run, self: PyDeque, key, value: unknown) => {
    self.put(placeOf(run, self, key), value);
    return null;
  }),
  new Builtin('__delitem__(self, key, /)', (run, self: PyDeque, key: unknown) => {
    deleteAt(run, self, placeOf(run, self, key));
    return null;
  }),
  new Builtin('__add__(self, value, /)', (run, self: PyDeque, other: unknown) => {
    if (!(other instanceof PyDeque)) {
      const message = `can only concatenate deque (not "${typeName(other)}") to deque`;
      throw new PyTypeError(message);
    }
    const made = copy(run, self);
    extend(run, made, other);
    return made;
  }),
  new Builtin('__iadd__(self, value, /)', (run, self: PyDeque, other: unknown) => {
    extend(run, self, other);
    return self;
  }),
  new Builtin('__mul__(self, value, /)', (run, self: PyDeque, times: unknown) => {
    const made = copy(run, self);
    made.replace(run, repeated(run, self, times));
    return made;
  }),
  new Builtin('__rmul__(self, value, /)', (run, self: PyDeque, times: unknown) => {
    const made = copy(run, self);
    made.replace(run, repeated(run, self, times));
    return made;
  }),
  new Builtin('__imul__(self, value, /)', (run, self: PyDeque, times: unknown) => {
    self.replace(run, repeated(run, self, times));
    return self;
  }),
]);
dequeClass.attributes.set('__hash__', null);
dequeClass.attributes.set(
  '__class_getitem__',
  new Builtin('__class_getitem__(cls, item, /)', (_run, cls: unknown) => cls),
);
defineGetters(dequeClass, [new Getter('maxlen', (_run, self: PyDeque) => self.maximum)]);
