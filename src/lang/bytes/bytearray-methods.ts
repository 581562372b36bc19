// The methods by which a bytearray changes in place, and `+=` and `*=` of one.
// Source: CPython Objects/bytearrayobject.c; 3.14's messages.

import { IndexError, PyTypeError, ValueError } from '../../asyncio/exceptions.ts';
import type { Interpreter } from '../interpreter.ts';
import { define } from '../objects/classes.ts';
import { toSize } from '../objects/index-of.ts';
import { isIterable, toList } from '../objects/iteration.ts';
import { reserve, reserveMore } from '../objects/limits.ts';
import { quantityOf } from '../objects/numbers.ts';
import { sliceIndices, takeSlice } from '../objects/slices.ts';
import { deleteSlice, replaceItems } from '../objects/splicing.ts';
import { typeName } from '../objects/type-of.ts';
import { quoteOctets } from '../text/quote.ts';
import { Builtin, Slice } from '../values.ts';
import { octetPlace, repetitions } from './octet-methods.ts';
import { ByteArray, bytearrayClass, Octets, octetsOfText, toOctet } from './octets.ts';

type Body = (run: Interpreter, self: ByteArray, ...args: never[]) => unknown;

/** A method that gives None and is refused while a view holds the octets. */
function resizing(signature: string, body: Body): Builtin {
  return new Builtin(signature, (run: Interpreter, self: ByteArray, ...args: never[]) => {
    self.checkResizable();
    return body(run, self, ...args) ?? null;
  });
}

/** What is put in the place of a slice. */
function octetsAssigned(run: Interpreter, value: unknown): number[] {
  if (value instanceof Octets) return octetsOfText(value.text);
  if (typeof value === 'string' || quantityOf(value) !== undefined) {
    throw new PyTypeError('can assign only bytes, buffers, or iterables of ints in range(0, 256)');
  }
  if (!isIterable(value)) {
    throw new PyTypeError(`cannot convert '${typeName(value)}' object to bytearray`);
  }
  return toList(run, value).map((each) => toOctet(run, each));
}

function setSlice(run: Interpreter, self: ByteArray, key: Slice, value: unknown): void {
  sliceIndices(run, key, self.size);
  const octets = octetsAssigned(run, value);
  const { start, step, count } = sliceIndices(run, key, self.size);
  if (step === 1) {
    if (octets.length !== count) self.checkResizable();
    reserveMore(run, self.size - count + octets.length, octets.length);
    replaceItems(self.changing, start, count, octets);
    return;
  }
  if (octets.length === 0) {
    self.checkResizable();
    deleteSlice(self.changing, sliceIndices(run, key, self.size));
    return;
  }
  if (octets.length !== count) {
    throw new ValueError(
      `attempt to assign bytes of size ${octets.length} to extended slice of size ${count}`,
    );
  }
  const { changing } = self;
  for (const [i, octet] of octets.entries()) changing[start + i * step] = octet;
}

/** Throws TypeError for a key that is no int. */
function checkIndex(run: Interpreter, key: unknown): void {
  octetPlace(run, key, 0, 'bytearray');
}

function placeOf(run: Interpreter, self: ByteArray, key: unknown): number {
  const place = octetPlace(run, key, self.size, 'bytearray');
  if (place < 0) throw new IndexError('bytearray index out of range');
  return place;
}

function extend(run: Interpreter, self: ByteArray, value: unknown): void {
  let octets: number[];
  if (value instanceof Octets) octets = octetsOfText(value.text);
  else if (typeof value === 'string') {
    throw new PyTypeError("expected iterable of integers; got: 'str'");
  } else if (!isIterable(value)) {
    throw new PyTypeError(`can't extend bytearray with ${typeName(value)}`);
  } else octets = toList(run, value).map((each) => toOctet(run, each));
  reserveMore(run, self.size + octets.length, octets.length);
  const { changing } = self;
  for (const each of octets) changing.push(each);
}

/** As of bytes, but a single quote is always escaped. */
function quoteChanging(text: string): string {
  const quoted = quoteOctets(text);
  return quoted.startsWith('b"') ? quoted.replaceAll("'", "\\'") : quoted;
}

define(bytearrayClass, [
  new Builtin('__setitem__(self, key, value, /)', (run, self: ByteArray, key, value: unknown) => {
    if ((key as unknown) instanceof Slice) setSlice(run, self, key, value);
    else {
      checkIndex(run, key);
      const octet = toOctet(run, value);
      self.changing[placeOf(run, self, key)] = octet;
    }
    return null;
  }),
  resizing('__delitem__(self, key, /)', (run, self, key: unknown) => {
    if (key instanceof Slice) deleteSlice(self.changing, sliceIndices(run, key, self.size));
    else self.changing.splice(placeOf(run, self, key), 1);
  }),
  resizing('append(self, item, /)', (run, self, item: unknown) => {
    const octet = toOctet(run, item);
    reserveMore(run, self.size + 1, 1);
    self.changing.push(octet);
  }),
  resizing('extend(self, iterable_of_ints, /)', extend),
  resizing('insert(self, index, item, /)', (run, self, index: unknown, item: unknown) => {
    const place = toSize(run, index);
    self.changing.splice(place < 0 ? Math.max(0, place + self.size) : place, 0, toOctet(run, item));
  }),
  resizing('pop(self, index=-1, /)', (run, self, index: unknown) => {
    const place = toSize(run, index);
    if (self.size === 0) throw new IndexError('pop from empty bytearray');
    const at = place < 0 ? place + self.size : place;
    if (at < 0 || at >= self.size) throw new IndexError('pop index out of range');
    return self.changing.splice(at, 1)[0];
  }),
  resizing('remove(self, value, /)', (run, self, value: unknown) => {
    const place = self.changing.indexOf(toOctet(run, value));
    if (place < 0) throw new ValueError('value not found in bytearray');
    self.changing.splice(place, 1);
  }),
  resizing('clear(self, /)', (_run, self) => {
    self.changing.length = 0;
  }),
  resizing('resize(self, size, /)', (run, self, given: unknown) => {
    const size = toSize(run, given);
    if (size < 0) throw new ValueError(`bytearray.resize(): new size must be >= 0, got ${size}`);
    reserve(run, size);
    const { changing } = self;
    while (changing.length < size) changing.push(0);
    changing.length = size;
  }),
  new Builtin('reverse(self, /)', (_run, self: ByteArray) => {
    self.changing.reverse();
    return null;
  }),
  new Builtin('copy(self, /)', (_run, self: ByteArray) => new ByteArray(octetsOfText(self.text))),
  new Builtin('__iadd__(self, value, /)', (run, self: ByteArray, value: unknown) => {
    if (!(value instanceof Octets)) {
      throw new PyTypeError(`can't concat ${typeName(value)} to ${typeName(self)}`);
    }
    self.checkResizable();
    extend(run, self, value);
    return self;
  }),
  new Builtin('__imul__(self, value, /)', (run, self: ByteArray, count: unknown) => {
    const times = repetitions(run, count);
    self.checkResizable();
    reserve(run, self.size * times);
    const octets = takeSlice(self.changing, { start: 0, stop: self.size, step: 1, count: 0 });
    self.changing.length = 0;
    for (let turn = 0; turn < times; turn++) {
      for (const each of octets) self.changing.push(each as number);
    }
    return self;
  }),
  new Builtin('__repr__(self, /)', (_run, self: ByteArray) => {
    const name = self.constructor === ByteArray ? 'bytearray' : typeName(self);
    return `${name}(${quoteChanging(self.text)})`;
  }),
]);
