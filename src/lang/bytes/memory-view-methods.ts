// The methods and attributes of memoryview: items and slices read and written, cast, tobytes,
// tolist, release. Of one dimension; a shape is refused.
// Source: CPython Objects/memoryobject.c; 3.14's messages.

import {
  IndexError,
  NotImplementedError,
  PyTypeError,
  ValueError,
} from '../../asyncio/exceptions.ts';
import type { Interpreter } from '../interpreter.ts';
import { define } from '../objects/classes.ts';
import { matches } from '../objects/compare.ts';
import { defineGetters, Getter } from '../objects/descriptors.ts';
import { indexOrUndefined } from '../objects/index-of.ts';
import { reserve } from '../objects/limits.ts';
import { callBuiltin } from '../objects/signature.ts';
import { sliceIndices } from '../objects/slices.ts';
import { truthy } from '../objects/truth.ts';
import { typeName } from '../objects/type-of.ts';
import { Builtin, Float, Slice, Tuple } from '../values.ts';
import { itemCodeOf, octetsOfFloat, octetsOfItem, rangeOf, turned } from './item-codes.ts';
import { MemoryView, memoryViewClass } from './memory-view.ts';
import { hexOf } from './octet-methods.ts';
import { ByteArray, Bytes, Octets } from './octets.ts';

const call = new Builtin('memoryview(object)', (_run, object: unknown) => {
  if (object instanceof Bytes || object instanceof ByteArray) return MemoryView.of(object);
  if (object instanceof MemoryView) {
    object.checkOpen();
    return new MemoryView(object.object, object.window, object.code, object.isReadOnly);
  }
  throw new PyTypeError(`memoryview: a bytes-like object is required, not '${typeName(object)}'`);
});
memoryViewClass.signature = call.signature;
memoryViewClass.construct = (run, _cls, args, keywords) => {
  if (args.length === 0 && keywords === null) {
    throw new PyTypeError("memoryview() missing required argument 'object' (pos 1)");
  }
  return callBuiltin(run, call, args, keywords);
};

function slice(run: Interpreter, self: MemoryView, key: Slice): MemoryView {
  const { start, step, count } = sliceIndices(run, key, self.size);
  const { window, code, object } = self;
  const narrower = {
    start: window.start + start * window.step,
    count,
    step: window.step * step,
  };
  return new MemoryView(object, narrower, code, self.isReadOnly);
}

function place(run: Interpreter, self: MemoryView, key: unknown): number {
  if (key instanceof Tuple) {
    throw key.items.some((each) => each instanceof Slice)
      ? new NotImplementedError('multi-dimensional slicing is not implemented')
      : new PyTypeError('cannot index 1-dimension view with 2-element tuple');
  }
  const index = indexOrUndefined(run, key);
  if (index === undefined) throw new PyTypeError('memoryview: invalid slice key');
  if (typeof index === 'bigint' && BigInt.asIntN(64, index) !== index) {
    throw new IndexError(`cannot fit '${typeName(key)}' into an index-sized integer`);
  }
  const at = Number(index) < 0 ? Number(index) + self.size : Number(index);
  if (at >= 0 && at < self.size) return at;
  throw new IndexError('index out of bounds on dimension 1');
}

/** The octets of a value in the view's format. Throws TypeError, ValueError. */
function packed(run: Interpreter, { code }: MemoryView, value: unknown): string {
  const wrongType = `memoryview: invalid type for format '${code.letter}'`;
  const wrongValue = `memoryview: invalid value for format '${code.letter}'`;
  if (code.kind === 'truth') return truthy(run, value) ? '\x01' : '\0';
  if (code.kind === 'octet') {
    if (!(value instanceof Bytes)) throw new PyTypeError(wrongType);
    if (value.size !== 1) throw new ValueError(wrongValue);
    return value.text;
  }
  if (code.kind === 'float') {
    const isNumber = value instanceof Float || indexOrUndefined(run, value) !== undefined;
    if (!isNumber) throw new PyTypeError(wrongType);
    const real = run.objects.real(run, value);
    const octets = octetsOfFloat(real, code.nativeSize);
    if (octets !== null) return turned(octets);
    if (code.letter === 'e') throw new ValueError(wrongValue);
    const infinity = real < 0 ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
    return turned(octetsOfFloat(infinity, code.nativeSize)!);
  }
  const index = indexOrUndefined(run, value);
  if (index === undefined) throw new PyTypeError(wrongType);
  const [least, most] = rangeOf(code, code.nativeSize);
  if (index < least || index > most) throw new ValueError(wrongValue);
  return turned(octetsOfItem(code, index, code.nativeSize));
}

function assign(run: Interpreter, self: MemoryView, key: unknown, value: unknown): null {
  self.checkOpen();
  if (self.isReadOnly) throw new PyTypeError('cannot modify read-only memory');
  if (!(key instanceof Slice)) {
    self.write(place(run, self, key), packed(run, self, value));
    return null;
  }
  if (!(value instanceof Octets)) {
    throw new PyTypeError(`a bytes-like object is required, not '${typeName(value)}'`);
  }
  const target = slice(run, self, key);
  const letter = value instanceof MemoryView ? value.code.letter : 'B';
  if (letter !== self.code.letter || value.size !== target.size) {
    throw new ValueError('memoryview assignment: lvalue and rvalue have different structures');
  }
  target.write(0, value.text);
  return null;
}

function cast(_run: Interpreter, self: MemoryView, format: unknown, shape: unknown): MemoryView {
  self.checkOpen();
  if (shape !== undefined) throw new NotImplementedError('memoryview of a shape is not supported');
  const letter = typeof format === 'string' ? format.replace(/^@/, '') : '';
  const code = itemCodeOf(letter);
  if (code === undefined) {
    throw new ValueError(
      'memoryview: destination format must be a native single character format prefixed ' +
        "with an optional '@'",
    );
  }
  const isOctet = (each: string): boolean => 'Bbc'.includes(each);
  if (!isOctet(self.code.letter) && !isOctet(letter)) {
    throw new PyTypeError('memoryview: cannot cast between two non-byte formats');
  }
  const { start, step, count } = self.window;
  if (step !== self.code.nativeSize) {
    throw new PyTypeError('memoryview: casts are restricted to C-contiguous views');
  }
  const size = count * self.code.nativeSize;
  if (size % code.nativeSize !== 0) {
    throw new PyTypeError('memoryview: length is not a multiple of itemsize');
  }
  const window = { start, step: code.nativeSize, count: size / code.nativeSize };
  return new MemoryView(self.object, window, code, self.isReadOnly);
}

function itemsOf(run: Interpreter, self: MemoryView): unknown[] {
  reserve(run, self.size);
  return Array.from({ length: self.size }, (_, at) => self.item(at));
}

define(memoryViewClass, [
  new Builtin('__getitem__(self, key, /)', (run, self: MemoryView, key: unknown) => {
    self.checkOpen();
    return key instanceof Slice ? slice(run, self, key) : self.item(place(run, self, key));
  }),
  new Builtin('__setitem__(self, key, value, /)', assign),
  new Builtin('__delitem__(self, key, /)', () => {
    throw new PyTypeError('cannot delete memory');
  }),
  new Builtin('__len__(self, /)', (_run, self: MemoryView) => self.size),
  new Builtin('__iter__(self, /)', (_run, self: MemoryView) => self.iterator()),
  new Builtin('__hash__(self, /)', (run, self: MemoryView) => self.hash(run)),
  new Builtin('__enter__(self, /)', (_run, self: MemoryView) => {
    self.hold();
    return self;
  }),
  new Builtin('__exit__(self, /, *args)', (_run, self: MemoryView) => {
    self.release();
    return null;
  }),
  new Builtin('__repr__(self, /)', (run, self: MemoryView) => {
    const address = run.addresses.text(self);
    return `<${self.isReleased ? 'released ' : ''}memory at ${address}>`;
  }),
  new Builtin('release(self, /)', (_run, self: MemoryView) => {
    self.release();
    return null;
  }),
  new Builtin("tobytes(self, /, order='C')", (run, self: MemoryView) => {
    reserve(run, self.size);
    return new Bytes(self.text);
  }),
  new Builtin('tolist(self, /)', itemsOf),
  new Builtin('hex(self, sep=..., bytes_per_sep=...)', (run, self: MemoryView, sep, every) =>
    hexOf(run, self.text, sep, every),
  ),
  new Builtin('cast(self, /, format, shape=...)', cast),
  new Builtin('toreadonly(self, /)', (_run, self: MemoryView) => {
    self.checkOpen();
    return new MemoryView(self.object, self.window, self.code, true);
  }),
  new Builtin('count(self, value, /)', (run, self: MemoryView, value: unknown) => {
    return itemsOf(run, self).filter((each) => matches(run, each, value)).length;
  }),
  new Builtin(
    'index(self, value, start=0, stop=9223372036854775807, /)',
    (run, self: MemoryView, value: unknown, start: unknown, stop: unknown) => {
      const bound = new Slice(start, stop, null);
      const { start: first, stop: end } = sliceIndices(run, bound, self.size);
      for (let at = first; at < end; at++) if (matches(run, self.item(at), value)) return at;
      throw new ValueError('memoryview.index(x): x not found');
    },
  ),
]);

function getter(name: string, read: (self: MemoryView) => unknown): Getter {
  return new Getter(name, (_run, self: MemoryView) => {
    self.checkOpen();
    return read(self);
  });
}

const isPacked = ({ window, code }: MemoryView): boolean =>
  window.step === code.nativeSize || window.count < 2;

defineGetters(memoryViewClass, [
  getter('obj', (self) => self.object),
  getter('nbytes', (self) => self.window.count * self.code.nativeSize),
  getter('itemsize', (self) => self.code.nativeSize),
  getter('format', (self) => self.code.letter),
  getter('readonly', (self) => self.isReadOnly),
  getter('ndim', () => 1),
  getter('shape', (self) => new Tuple([self.window.count])),
  getter('strides', (self) => new Tuple([self.window.step])),
  getter('suboffsets', () => new Tuple([])),
  getter('contiguous', isPacked),
  getter('c_contiguous', isPacked),
  getter('f_contiguous', isPacked),
]);
