// Module `base64`: base 64 with its two alphabets, base 32, 16 and 85. Left out: Ascii85, Z85 and
// what reads and writes files.
// Source: CPython 3.14 Lib/base64.py; 3.14's messages.

import { AssertionError, PyTypeError, ValueError } from '../../asyncio/exceptions.ts';
import { Bytes, Octets, octetsArgument } from '../bytes/octets.ts';
import type { Interpreter } from '../interpreter.ts';
import { reserve } from '../objects/limits.ts';
import { LibraryFunction } from '../objects/signature.ts';
import { truthy } from '../objects/truth.ts';
import { typeName } from '../objects/type-of.ts';
import { quoteOctets } from '../text/quote.ts';
import { PyModule } from '../values.ts';
import * as codec from './base64-codec.ts';
import { fromDigits } from './binascii.ts';
import { hexOfText } from './digests.ts';

/** Octets, or a text of ASCII for them. Throws TypeError, ValueError. */
function decodable(value: unknown): string {
  if (value instanceof Octets) return value.text;
  if (typeof value !== 'string') {
    throw new PyTypeError(
      `argument should be a bytes-like object or ASCII string, not '${typeName(value)}'`,
    );
  }
  if (/[^\0-\x7f]/.test(value)) {
    throw new ValueError('string argument should contain only ASCII characters');
  }
  return value;
}

/** The two letters in the place of + and /. Throws AssertionError. */
function alternatives(value: string): string {
  if (value.length === 2) return value;
  throw new AssertionError(quoteOctets(value));
}

/** Puts letters in the place of others, one for one. */
function swapped(text: string, from: string, to: string): string {
  const escaped = from.replace(/[\\\]^-]/g, '\\$&');
  return text.replace(new RegExp(`[${escaped}]`, 'g'), (each) => to[from.indexOf(each)]);
}

function encode64(run: Interpreter, data: unknown): string {
  const text = octetsArgument(data);
  reserve(run, text.length * 2);
  return codec.toBase64(text);
}

function decode64(run: Interpreter, text: string, isStrict = false): Bytes {
  run.charge(text.length);
  return new Bytes(codec.fromBase64(text, isStrict));
}

function checkOctets(data: unknown): void {
  if (data instanceof Octets) return;
  throw new PyTypeError(`expected bytes-like object, not ${typeName(data)}`);
}

/** What is encoded by way of a memoryview. Throws TypeError. */
function viewed(data: unknown): string {
  if (data instanceof Octets) return data.text;
  throw new PyTypeError(`memoryview: a bytes-like object is required, not '${typeName(data)}'`);
}

const PLAIN = '+/';
const URL_SAFE = '-_';

const base64Functions = [
  new LibraryFunction('b64encode(s, altchars=None)', (run, data: unknown, other: unknown) => {
    const text = encode64(run, data);
    if (other === null) return new Bytes(text);
    return new Bytes(swapped(text, PLAIN, alternatives(octetsArgument(other))));
  }),
  new LibraryFunction(
    'b64decode(s, altchars=None, validate=False)',
    (run, data: unknown, other: unknown, validate: unknown) => {
      let text = decodable(data);
      if (other !== null) text = swapped(text, alternatives(decodable(other)), PLAIN);
      return decode64(run, text, truthy(run, validate));
    },
  ),
  new LibraryFunction(
    'standard_b64encode(s)',
    (run, data: unknown) => new Bytes(encode64(run, data)),
  ),
  new LibraryFunction('standard_b64decode(s)', (run, data: unknown) =>
    decode64(run, decodable(data)),
  ),
  new LibraryFunction(
    'urlsafe_b64encode(s)',
    (run, data: unknown) => new Bytes(swapped(encode64(run, data), PLAIN, URL_SAFE)),
  ),
  new LibraryFunction('urlsafe_b64decode(s)', (run, data: unknown) =>
    decode64(run, swapped(decodable(data), URL_SAFE, PLAIN)),
  ),
  new LibraryFunction('encodebytes(s)', (run, data: unknown) => {
    checkOctets(data);
    const lines = encode64(run, data).match(/.{1,76}/g) ?? [];
    return new Bytes(lines.map((line) => `${line}\n`).join(''));
  }),
  new LibraryFunction('decodebytes(s)', (run, data: unknown) => {
    checkOctets(data);
    return decode64(run, octetsArgument(data));
  }),
];

function encoding(
  name: string,
  encode: (text: string) => string,
  octetsOf = viewed,
): LibraryFunction {
  return new LibraryFunction(`${name}(s)`, (run, data: unknown) => {
    const text = octetsOf(data);
    reserve(run, text.length * 2);
    return new Bytes(encode(text));
  });
}

/** The one letter that the digit 1 stands for. */
function readingOfOne(value: unknown): string {
  const letter = decodable(value);
  if (letter.length === 1) return letter;
  throw new AssertionError(quoteOctets(letter));
}

const otherFunctions = [
  encoding('b32encode', (text) => codec.toBase32(text, false)),
  encoding('b32hexencode', (text) => codec.toBase32(text, true)),
  encoding('b16encode', (text) => hexOfText(text).toUpperCase(), octetsArgument),
  new LibraryFunction(
    'b32decode(s, casefold=False, map01=None)',
    (run, data: unknown, casefold: unknown, one: unknown) => {
      let text = decodable(data);
      if (text.length % 8 !== 0) throw codec.encodingError('Incorrect padding');
      if (one !== null) text = swapped(text, '01', `O${readingOfOne(one)}`);
      return new Bytes(codec.fromBase32(inCase(run, text, casefold), false));
    },
  ),
  new LibraryFunction(
    'b32hexdecode(s, casefold=False)',
    (run, data: unknown, casefold: unknown) =>
      new Bytes(codec.fromBase32(inCase(run, decodable(data), casefold), true)),
  ),
  new LibraryFunction('b16decode(s, casefold=False)', (run, data: unknown, casefold: unknown) => {
    const text = inCase(run, decodable(data), casefold);
    if (/[^0-9A-F]/.test(text)) throw codec.encodingError('Non-base16 digit found');
    return new Bytes(fromDigits(run, text));
  }),
  new LibraryFunction('b85encode(b, pad=False)', (run, data: unknown, pad: unknown) => {
    const text = viewed(data);
    reserve(run, text.length * 2);
    return new Bytes(codec.toBase85(text, truthy(run, pad)));
  }),
  new LibraryFunction('b85decode(b)', (run, data: unknown) => {
    const text = decodable(data);
    run.charge(text.length);
    return new Bytes(codec.fromBase85(text));
  }),
];

function inCase(run: Interpreter, text: string, casefold: unknown): string {
  run.charge(text.length);
  return truthy(run, casefold) ? text.toUpperCase() : text;
}

/** The module; the same for every run. */
export const base64Module = new PyModule(
  'base64',
  new Map<string, unknown>(
    [...base64Functions, ...otherFunctions].map((each) => [each.name, each]),
  ),
);
