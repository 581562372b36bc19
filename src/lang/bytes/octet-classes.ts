// Calling `bytes(…)` and `bytearray(…)`, and their items: reading, and of a bytearray writing and
// deleting, octets and slices.
// Source: CPython Objects/bytesobject.c (bytes_new_impl), Objects/bytearrayobject.c
// (bytearray___init___impl, bytearray_ass_subscript); 3.14's messages.

import { IndexError, PyTypeError, ValueError } from '../../asyncio/exceptions.ts';
import type { Interpreter } from '../interpreter.ts';
import { define } from '../objects/classes.ts';
import { derivable } from '../objects/derivable.ts';
import { derive } from '../objects/derived.ts';
import { indexOrUndefined, toSize } from '../objects/index-of.ts';
import { isIterable, toList } from '../objects/iteration.ts';
import { reserve } from '../objects/limits.ts';
import { callBuiltin } from '../objects/signature.ts';
import { sliceIndices, takeSlice } from '../objects/slices.ts';
import { callSpecial } from '../objects/special.ts';
import { typeName } from '../objects/type-of.ts';
import { quoteOctets } from '../text/quote.ts';
import { Builtin, Slice } from '../values.ts';
import { codingArgument, encode } from './codecs.ts';
import { letterMethods } from './octet-letters.ts';
import { classMethods, octetMethods, octetPlace } from './octet-methods.ts';
import { searchMethods } from './octet-search.ts';
import { splitMethods } from './octet-splits.ts';
import {
  alike,
  ByteArray,
  Bytes,
  bytearrayClass,
  bytesClass,
  type OctetString,
  Octets,
  octetsOfText,
  textOfOctets,
  toOctet,
} from './octets.ts';

type Kind = 'bytes' | 'bytearray';

/** The octets that `bytes(source, encoding, errors)` holds. Throws TypeError, ValueError. */
function octetsFrom(
  run: Interpreter,
  kind: Kind,
  source: unknown,
  encoding: unknown,
  errors: unknown,
): string {
  if (encoding !== undefined || errors !== undefined) {
    const [coding, handler] = [
      encoding === undefined ? 'utf-8' : codingArgument(run, encoding, kind, 'encoding'),
      errors === undefined ? 'strict' : codingArgument(run, errors, kind, 'errors'),
    ];
    if (typeof source === 'string') return encode(run, source, coding, handler).text;
    const named = encoding === undefined ? 'errors' : 'encoding';
    throw new PyTypeError(`${named} without a string argument`);
  }
  if (source === undefined) return '';
  if (typeof source === 'string') throw new PyTypeError('string argument without an encoding');
  if (kind === 'bytes') {
    const made = callSpecial(run, source, '__bytes__', []);
    if (made instanceof Bytes) return made.text;
    if (made !== undefined) {
      throw new PyTypeError(`__bytes__ returned non-bytes (type ${typeName(made)})`);
    }
  }
  if (source instanceof Octets) return source.text;
  const count = indexOrUndefined(run, source);
  if (count !== undefined) {
    const size = toSize(run, source);
    if (size < 0) throw new ValueError('negative count');
    reserve(run, size);
    return '\0'.repeat(size);
  }
  if (!isIterable(source)) {
    throw new PyTypeError(`cannot convert '${typeName(source)}' object to ${kind}`);
  }
  const plural = kind === 'bytes' ? 's' : '';
  return textOfOctets(toList(run, source).map((each) => toOctet(run, each, plural)));
}

const SIGNATURE = '(source=..., encoding=..., errors=...)';
const bytesCall = new Builtin(
  `bytes${SIGNATURE}`,
  (run, source: unknown, encoding: unknown, errors: unknown) =>
    octetsFrom(run, 'bytes', source, encoding, errors),
);
bytesClass.signature = bytesCall.signature;
bytesClass.construct = (run, asked, args, keywords) => {
  if (asked === bytesClass && args.length === 1 && keywords === null) {
    const [source] = args;
    if (source instanceof Bytes && source.constructor === Bytes) return source;
  }
  const value = new Bytes(callBuiltin(run, bytesCall, args, keywords) as string);
  return asked === bytesClass ? value : derive(value, asked);
};

derivable(
  bytearrayClass,
  `bytearray${SIGNATURE}`,
  () => new ByteArray([]),
  (run, self: ByteArray, source: unknown, encoding: unknown, errors: unknown) => {
    const octets = octetsOfText(octetsFrom(run, 'bytearray', source, encoding, errors));
    const { changing } = self;
    changing.length = 0;
    for (const each of octets) changing.push(each);
  },
);

function itemOf(run: Interpreter, self: OctetString, key: unknown): unknown {
  if (key instanceof Slice) {
    const indices = sliceIndices(run, key, self.size);
    reserve(run, indices.count);
    const { start, stop, step } = indices;
    if (step === 1) return alike(self, self.text.slice(start, Math.max(start, stop)));
    return alike(self, takeSlice(Array.from(self.text), indices).join(''));
  }
  const name = self instanceof ByteArray ? 'bytearray' : 'byte';
  const place = octetPlace(run, key, self.size, name);
  if (place >= 0) return self.octet(place);
  throw new IndexError(`${name === 'byte' ? '' : 'bytearray '}index out of range`);
}

for (const cls of [bytesClass, bytearrayClass]) {
  define(cls, [
    ...octetMethods(),
    ...searchMethods(),
    ...splitMethods(),
    ...letterMethods(),
    new Builtin('__len__(self, /)', (_run, self: OctetString) => self.size),
    new Builtin('__contains__(self, key, /)', (run, self: OctetString, key: unknown) =>
      self.contains(run, key),
    ),
    new Builtin('__iter__(self, /)', (run, self: OctetString) => self.iterator(run)),
    new Builtin('__getitem__(self, key, /)', itemOf),
  ]);
  classMethods(cls);
}
define(bytesClass, [
  new Builtin('__repr__(self, /)', (_run, self: Bytes) => quoteOctets(self.text)),
  new Builtin('__bytes__(self, /)', (_run, self: Bytes) =>
    self.constructor === Bytes ? self : new Bytes(self.text),
  ),
  new Builtin('__hash__(self, /)', (run, self: Bytes) => self.hash(run)),
]);
bytearrayClass.attributes.set('__hash__', null);
