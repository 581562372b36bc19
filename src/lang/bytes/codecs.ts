// Text to octets and back: str.encode and bytes.decode, in UTF-8, UTF-16, UTF-32, ASCII and
// Latin-1, with the error handlers of CPython. Other encodings of CPython are refused by name.
// Source: CPython Objects/unicodeobject.c, Python/codecs.c, Lib/encodings/aliases.py.

import {
  LookupError,
  NotImplementedError,
  PyTypeError,
  UnicodeDecodeError,
  UnicodeEncodeError,
  ValueError,
} from '../../asyncio/exceptions.ts';
import type { Interpreter } from '../interpreter.ts';
import { reserve } from '../objects/limits.ts';
import { shownTypeName } from '../text/arguments.ts';
import { type Decoding, decoders } from './decoders.ts';
import { Bytes, type Octets } from './octets.ts';

/** Encodings by their names in lower case without punctuation. */
const ALIASES: ReadonlyMap<string, string> = new Map(
  [
    ['utf-8', 'utf8 u8 utf cp65001 utf8ucs2 utf8ucs4'],
    ['utf-8-sig', 'utf8sig'],
    ['ascii', 'ascii usascii 646 ansix341968 ansix341986 cp367 us iso646us isoir6'],
    ['latin-1', 'latin1 latin iso88591 8859 cp819 l1 iso8859 iso885911987 isoir100'],
    ['utf-16', 'utf16 u16'],
    ['utf-16-le', 'utf16le unicodelittleunmarked'],
    ['utf-16-be', 'utf16be unicodebigunmarked'],
    ['utf-32', 'utf32 u32'],
    ['utf-32-le', 'utf32le'],
    ['utf-32-be', 'utf32be'],
  ].flatMap(([name, aliases]) => aliases.split(' ').map((alias) => [alias, name] as const)),
);

/** Encodings that CPython has besides. */
const OTHERS = new RegExp(
  `^(?:${[
    ...['cp\\d+', 'windows\\d+', 'iso8859\\d+', 'latin\\d+', 'koi8\\w*', 'mac\\w+', 'gb\\w+'],
    ...['big5\\w*', 'euc\\w+', 'shiftjis\\w*', 'sjis', 'utf7', 'idna', 'punycode', 'charmap'],
    ...['(?:raw)?unicodeescape', 'hz', 'johab', 'kz1048', 'ptcp154', 'tis620', 'iso2022\\w*'],
  ].join('|')})$`,
);
/** Codecs that are none of text. */
const NO_TEXT = new Map([
  ['hex', 'hex'],
  ['base64', 'base64'],
  ['bz2', 'bz2'],
  ['zlib', 'zlib'],
  ['zip', 'zip'],
  ['rot13', 'rot13'],
  ['quopri', 'quopri'],
  ['uu', 'uu'],
]);

function encodingOf(name: string, asked: 'encode' | 'decode'): string {
  const plain = name.toLowerCase().replace(/[^a-z0-9]/g, '');
  const known = ALIASES.get(plain);
  if (known !== undefined) return known;
  if (NO_TEXT.has(plain.replace(/codec$/, ''))) {
    throw new LookupError(
      `'${name}' is not a text encoding; use codecs.${asked}() to handle arbitrary codecs`,
    );
  }
  if (OTHERS.test(plain)) throw new NotImplementedError(`the encoding '${name}' is not supported`);
  throw new LookupError(`unknown encoding: ${name}`);
}

/** The name of an encoding or an error handler. Throws TypeError. */
export function codingArgument(
  run: Interpreter,
  value: unknown,
  method: string,
  parameter: string,
): string {
  if (typeof value !== 'string') {
    const shown = shownTypeName(run, value);
    throw new PyTypeError(`${method}() argument '${parameter}' must be str, not ${shown}`);
  }
  if (value.includes('\0')) throw new ValueError('embedded null character');
  return value;
}

const HANDLERS = new Set([
  ...['strict', 'ignore', 'replace', 'backslashreplace', 'xmlcharrefreplace', 'namereplace'],
  ...['surrogateescape', 'surrogatepass'],
]);

function checkHandler(errors: string): void {
  if (!HANDLERS.has(errors)) throw new LookupError(`unknown error handler name '${errors}'`);
  if (errors === 'namereplace') {
    throw new NotImplementedError("the error handler 'namereplace' is not supported");
  }
}

// ---- encoding

type EncodeOne = (code: number) => string | null;

const chars = (...codes: readonly number[]): string => String.fromCharCode(...codes);

function utf8Of(code: number): string {
  if (code < 0x80) return chars(code);
  const tail = (shift: number): number => 0x80 | ((code >> shift) & 0x3f);
  if (code < 0x800) return chars(0xc0 | (code >> 6), tail(0));
  if (code < 0x10000) return chars(0xe0 | (code >> 12), tail(6), tail(0));
  return chars(0xf0 | (code >> 18), tail(12), tail(6), tail(0));
}

const unit = (value: number, isBig: boolean): string =>
  isBig ? chars(value >> 8, value & 255) : chars(value & 255, value >> 8);

function utf16Of(code: number, isBig: boolean): string {
  if (code < 0x10000) return unit(code, isBig);
  const high = 0xd800 | ((code - 0x10000) >> 10);
  return unit(high, isBig) + unit(0xdc00 | ((code - 0x10000) & 0x3ff), isBig);
}

function utf32Of(code: number, isBig: boolean): string {
  const [low, high] = [unit(code & 0xffff, isBig), unit(code >> 16, isBig)];
  return isBig ? high + low : low + high;
}

const isSurrogate = (code: number): boolean => code >= 0xd800 && code < 0xe000;
const unlessSurrogate =
  (encode: (code: number) => string): EncodeOne =>
  (code) =>
    isSurrogate(code) ? null : encode(code);
const below =
  (end: number): EncodeOne =>
  (code) =>
    code < end ? chars(code) : null;

interface Encoding {
  readonly encode: EncodeOne;
  readonly reason: string;
  /** What stands before all. */
  readonly mark: string;
  /** As `encode`, of surrogates too. */
  readonly any: (code: number) => string;
}

function unicode(any: (code: number) => string, mark = ''): Encoding {
  return { encode: unlessSurrogate(any), reason: 'surrogates not allowed', mark, any };
}

const encodings: ReadonlyMap<string, Encoding> = new Map([
  ['utf-8', unicode(utf8Of)],
  ['utf-8-sig', unicode(utf8Of, '\xef\xbb\xbf')],
  ['utf-16', unicode((code) => utf16Of(code, false), '\xff\xfe')],
  ['utf-16-le', unicode((code) => utf16Of(code, false))],
  ['utf-16-be', unicode((code) => utf16Of(code, true))],
  ['utf-32', unicode((code) => utf32Of(code, false), '\xff\xfe\0\0')],
  ['utf-32-le', unicode((code) => utf32Of(code, false))],
  ['utf-32-be', unicode((code) => utf32Of(code, true))],
  ['ascii', { encode: below(128), reason: 'ordinal not in range(128)', mark: '', any: chars }],
  ['latin-1', { encode: below(256), reason: 'ordinal not in range(256)', mark: '', any: chars }],
]);

function escaped(code: number): string {
  const hex = code.toString(16);
  if (code < 0x100) return `\\x${hex.padStart(2, '0')}`;
  return code < 0x10000 ? `\\u${hex.padStart(4, '0')}` : `\\U${hex.padStart(8, '0')}`;
}

/** What a handler writes for one character; null where it gives up, as 'strict' does. */
function substitute(errors: string, code: number, encoding: Encoding): string | null {
  const put = (text: string): string =>
    Array.from(text, (each) => encoding.any(each.charCodeAt(0))).join('');
  switch (errors) {
    case 'ignore':
      return '';
    case 'replace':
      return put('?');
    case 'backslashreplace':
      return put(escaped(code));
    case 'xmlcharrefreplace':
      return put(`&#${code};`);
    case 'surrogateescape':
      // Where a character takes several octets, a single one has no place.
      if (encoding.any(0).length > 1 || code < 0xdc80 || code >= 0xdd00) return null;
      return chars(code - 0xdc00);
    case 'surrogatepass':
      return isSurrogate(code) && encoding.reason.startsWith('surr') ? encoding.any(code) : null;
    default:
      return null;
  }
}

/** `text.encode(encoding, errors)`. Throws UnicodeEncodeError, LookupError. */
export function encode(run: Interpreter, text: string, name: string, errors: string): Bytes {
  const found = encodingOf(name, 'encode');
  const encoding = encodings.get(found)!;
  reserve(run, text.length);
  if (found === 'utf-8' && /^[\0-\x7f]*$/.test(text)) return new Bytes(text);
  const codes = Array.from(text, (each) => each.codePointAt(0)!);
  const parts = [encoding.mark];
  for (let at = 0; at < codes.length; at++) {
    let part = encoding.encode(codes[at]);
    if (part === null) {
      checkHandler(errors);
      part = substitute(errors, codes[at], encoding);
    }
    if (part === null) {
      let end = at + 1;
      while (end < codes.length && encoding.encode(codes[end]) === null) end++;
      const shown = found === 'utf-8-sig' ? 'utf-8' : found;
      throw new UnicodeEncodeError(shown, text, at, end, encoding.reason);
    }
    parts.push(part);
  }
  return new Bytes(parts.join(''));
}

// ---- decoding

/** What a handler makes of octets that mean nothing; null where it gives up. */
function replacementOf(errors: string, octets: string): string | null {
  switch (errors) {
    case 'ignore':
      return '';
    case 'replace':
      return '\ufffd';
    case 'backslashreplace':
      return Array.from(octets, (each) => escaped(each.charCodeAt(0))).join('');
    case 'surrogateescape':
      return /^[\x80-\xff]+$/.test(octets)
        ? Array.from(octets, (each) => chars(0xdc00 + each.charCodeAt(0))).join('')
        : null;
    default:
      return null;
  }
}

/** The text of octets. Throws UnicodeDecodeError, LookupError. */
export function decode(run: Interpreter, from: Octets, name: string, errors: string): string {
  const octets = from.text;
  run.charge(octets.length >> 3);
  const found = encodingOf(name, 'decode');
  const isAscii = (found === 'utf-8' || found === 'ascii') && /^[\0-\x7f]*$/.test(octets);
  if (isAscii || found === 'latin-1') return octets;
  const decoding: Decoding = decoders.get(found)!(octets);
  const parts: string[] = [];
  let at = decoding.start;
  while (at < octets.length) {
    const one = decoding.next(octets, at);
    if (typeof one.value === 'string') {
      parts.push(one.value);
    } else {
      checkHandler(errors);
      const wrong = octets.slice(at, one.end);
      const passed = errors === 'surrogatepass' ? decoding.surrogate(octets, at) : null;
      if (passed !== null) {
        parts.push(passed.value as string);
        at = passed.end;
        continue;
      }
      if (errors === 'xmlcharrefreplace') {
        throw new PyTypeError("don't know how to handle UnicodeDecodeError in error callback");
      }
      const by = replacementOf(errors, wrong);
      if (by === null) {
        const object = new Bytes(octets);
        throw new UnicodeDecodeError(decoding.name, object, at, one.end, one.reason);
      }
      parts.push(by);
    }
    at = one.end;
  }
  return parts.join('');
}
