// Module `struct`: values as octets by a format, in one piece or out of the middle of a buffer.
// Source: CPython 3.14 Modules/_struct.c; 3.14's messages.

import { PyTypeError } from '../../asyncio/exceptions.ts';
import { MemoryView } from '../bytes/memory-view.ts';
import { ByteArray, Bytes, type Octets, octetsArgument } from '../bytes/octets.ts';
import type { Interpreter } from '../interpreter.ts';
import { builtinClass, declareType, define } from '../objects/classes.ts';
import { defineGetters, Getter } from '../objects/descriptors.ts';
import { toSize } from '../objects/index-of.ts';
import { countedClass, PyIterator, STOP } from '../objects/iterator.ts';
import { replaceItems } from '../objects/splicing.ts';
import { typeName } from '../objects/type-of.ts';
import { Builtin, PyModule, Tuple } from '../values.ts';
import { Format, structError, structErrorClass } from './struct-formats.ts';

/** A format as a program gives it. Throws TypeError, struct.error. */
function formatOf(run: Interpreter, value: unknown): Format {
  if (typeof value === 'string') return new Format(run, value);
  if (value instanceof Bytes) return new Format(run, value.text);
  throw new PyTypeError(
    `Struct() argument 1 must be a str or bytes object, not ${typeName(value)}`,
  );
}

function checkCount(format: Format, values: readonly unknown[], name: string): void {
  if (values.length === format.count) return;
  throw structError(`${name} expected ${format.count} items for packing (got ${values.length})`);
}

function pack(run: Interpreter, format: Format, values: readonly unknown[]): Bytes {
  checkCount(format, values, 'pack');
  return new Bytes(format.pack(run, values));
}

function unpack(run: Interpreter, format: Format, data: unknown): Tuple {
  const text = octetsArgument(data);
  if (text.length === format.size) return new Tuple(format.unpack(run, text));
  throw structError(`unpack requires a buffer of ${format.size} bytes`);
}

/** Where in a buffer a value begins. Throws struct.error. */
function placeIn(
  run: Interpreter,
  given: unknown,
  size: number,
  needed: number,
  verb: 'pack' | 'unpack',
): number {
  const offset = toSize(run, given);
  if (offset < 0) {
    if (offset + needed > 0) {
      const doing = verb === 'pack' ? 'no space to pack' : 'not enough data to unpack';
      throw structError(`${doing} ${needed} bytes at offset ${offset}`);
    }
    if (offset + size < 0) {
      throw structError(`offset ${offset} out of range for ${size}-byte buffer`);
    }
  }
  const place = offset < 0 ? offset + size : offset;
  if (size - place >= needed) return place;
  const name = verb === 'pack' ? 'pack_into' : 'unpack_from';
  throw structError(
    `${name} requires a buffer of at least ${needed + place} bytes for ${verb}ing ` +
      `${needed} bytes at offset ${place} (actual buffer size is ${size})`,
  );
}

function unpackFrom(run: Interpreter, format: Format, data: unknown, offset: unknown): Tuple {
  const text = octetsArgument(data);
  const place = placeIn(run, offset, text.length, format.size, 'unpack');
  return new Tuple(format.unpack(run, text.slice(place, place + format.size)));
}

function packInto(run: Interpreter, format: Format, args: readonly unknown[]): null {
  const [buffer, offset, ...values] = args;
  if (args.length === 0) throw structError('pack_into expected buffer argument');
  if (args.length === 1) throw structError('pack_into expected offset argument');
  checkCount(format, values, 'pack_into');
  const isOpen =
    buffer instanceof ByteArray || (buffer instanceof MemoryView && !buffer.isReadOnly);
  if (!isOpen) {
    throw new PyTypeError(`argument must be read-write bytes-like object, not ${typeName(buffer)}`);
  }
  const place = placeIn(run, offset, (buffer as Octets).text.length, format.size, 'pack');
  const text = format.pack(run, values);
  if (buffer instanceof MemoryView) buffer.write(place, text);
  else {
    const octets = Array.from(text, (each) => each.charCodeAt(0));
    replaceItems((buffer as ByteArray).changing, place, octets.length, octets);
  }
  return null;
}

class UnpackIterator extends PyIterator {
  readonly #run: Interpreter;
  readonly #format: Format;
  readonly #text: string;
  #place = 0;

  constructor(run: Interpreter, format: Format, text: string) {
    super();
    this.#run = run;
    this.#format = format;
    this.#text = text;
  }

  get left(): number {
    return (this.#text.length - this.#place) / this.#format.size;
  }

  next(): unknown {
    if (this.#place >= this.#text.length) return STOP;
    const piece = this.#text.slice(this.#place, this.#place + this.#format.size);
    this.#place += this.#format.size;
    return new Tuple(this.#format.unpack(this.#run, piece));
  }
}
declareType(UnpackIterator, countedClass('unpack_iterator', '_struct'));

function iterUnpack(run: Interpreter, format: Format, data: unknown): UnpackIterator {
  if (format.size === 0) {
    throw structError('cannot iteratively unpack with a struct of length 0');
  }
  const text = octetsArgument(data);
  if (text.length % format.size !== 0) {
    throw structError(
      `iterative unpacking requires a buffer of a multiple of ${format.size} bytes`,
    );
  }
  return new UnpackIterator(run, format, text);
}

const structClass = builtinClass('Struct', undefined, '_struct');
structClass.messageName = '_struct.Struct';
structClass.isFinal = true;
declareType(Format, structClass);
const make = new Builtin('Struct(format)', formatOf);
structClass.signature = make.signature;
structClass.construct = (run, _cls, args, keywords) => run.call(make, args, keywords);
define(structClass, [
  new Builtin('pack(self, /, *values)', pack),
  new Builtin('unpack(self, buffer, /)', unpack),
  new Builtin('unpack_from(self, /, buffer, offset=0)', unpackFrom),
  new Builtin('pack_into(self, /, *values)', packInto),
  new Builtin('iter_unpack(self, buffer, /)', iterUnpack),
  new Builtin('__repr__(self, /)', (run, self: Format) => {
    return `Struct(${run.objects.repr(run, self.text)})`;
  }),
]);
defineGetters(structClass, [
  new Getter('size', (_run, self: Format) => self.size),
  new Getter('format', (_run, self: Format) => self.text),
]);

/** The format that stands before the other arguments. */
function formatFirst(
  run: Interpreter,
  args: readonly unknown[],
): readonly [Format, readonly unknown[]] {
  if (args.length === 0) throw new PyTypeError('missing format argument');
  return [formatOf(run, args[0]), args.slice(1)];
}

const functions = [
  new Builtin('pack(*values)', (run, args: readonly unknown[]) =>
    pack(run, ...formatFirst(run, args)),
  ),
  new Builtin('pack_into(*values)', (run, args: readonly unknown[]) =>
    packInto(run, ...formatFirst(run, args)),
  ),
  new Builtin('unpack(format, buffer, /)', (run, format: unknown, data: unknown) =>
    unpack(run, formatOf(run, format), data),
  ),
  new Builtin(
    'unpack_from(format, /, buffer, offset=0)',
    (run, format: unknown, data: unknown, offset: unknown) =>
      unpackFrom(run, formatOf(run, format), data, offset),
  ),
  new Builtin('iter_unpack(format, buffer, /)', (run, format: unknown, data: unknown) =>
    iterUnpack(run, formatOf(run, format), data),
  ),
  new Builtin('calcsize(format, /)', (run, format: unknown) => formatOf(run, format).size),
];

/** The module; the same for every run. */
export const structModule = new PyModule(
  'struct',
  new Map<string, unknown>([
    ...functions.map((each): [string, unknown] => [each.name, each]),
    ['Struct', structClass],
    ['error', structErrorClass],
  ]),
);
