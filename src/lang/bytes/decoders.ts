// Reading characters out of octets, one at a time: each decoder gives the character at a place, or
// how many octets there mean nothing and why.
// Source: CPython Objects/stringlib/codecs.h (utf8_decode, utf16_decode), Objects/unicodeobject.c
// (PyUnicode_DecodeUTF16Stateful, PyUnicode_DecodeUTF32Stateful).

/** What stands at a place: a text, or undefined and the reason. */
export interface Decoded {
  readonly value: string | undefined;
  readonly end: number;
  readonly reason: string;
}

export interface Decoding {
  /** As messages call it. */
  readonly name: string;
  /** Behind a mark of the order of octets. */
  readonly start: number;
  next(octets: string, at: number): Decoded;
  /** A surrogate that is written as a character would be; null where there is none. */
  surrogate(octets: string, at: number): Decoded | null;
}

const good = (value: string, end: number): Decoded => ({ value, end, reason: '' });
const bad = (end: number, reason: string): Decoded => ({ value: undefined, end, reason });

const FIRST = 'invalid start byte';
const NEXT = 'invalid continuation byte';
const CUT = 'unexpected end of data';

/** The least and the greatest second octet behind a first one. */
function secondRange(first: number): readonly [number, number] {
  if (first === 0xe0) return [0xa0, 0xbf];
  if (first === 0xed) return [0x80, 0x9f];
  if (first === 0xf0) return [0x90, 0xbf];
  return first === 0xf4 ? [0x80, 0x8f] : [0x80, 0xbf];
}

function utf8At(octets: string, at: number): Decoded {
  const first = octets.charCodeAt(at);
  if (first < 0x80) {
    let end = at + 1;
    while (end < octets.length && octets.charCodeAt(end) < 0x80) end++;
    return good(octets.slice(at, end), end);
  }
  if (first < 0xc2 || first > 0xf4) return bad(at + 1, FIRST);
  const size = first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
  let code = first & (0xff >> (size + 1));
  const [least, most] = secondRange(first);
  for (let place = at + 1; place < at + size; place++) {
    if (place >= octets.length) return bad(octets.length, CUT);
    const next = octets.charCodeAt(place);
    const isSecond = place === at + 1;
    if (next < (isSecond ? least : 0x80) || next > (isSecond ? most : 0xbf)) {
      return bad(place, NEXT);
    }
    code = (code << 6) | (next & 0x3f);
  }
  return good(String.fromCodePoint(code), at + size);
}

function utf8Surrogate(octets: string, at: number): Decoded | null {
  const found = /^\xed[\xa0-\xbf][\x80-\xbf]/.exec(octets.slice(at, at + 3));
  if (found === null) return null;
  const [, second, third] = Array.from(found[0], (each) => each.charCodeAt(0) & 0x3f);
  return good(String.fromCharCode(0xd000 | (second << 6) | third), at + 3);
}

function asciiAt(octets: string, at: number): Decoded {
  if (octets.charCodeAt(at) > 127) return bad(at + 1, 'ordinal not in range(128)');
  return good(octets[at], at + 1);
}

function unitAt(octets: string, at: number, isBig: boolean): number {
  const [a, b] = [octets.charCodeAt(at), octets.charCodeAt(at + 1)];
  return isBig ? (a << 8) | b : (b << 8) | a;
}

function utf16At(octets: string, at: number, isBig: boolean): Decoded {
  if (at + 1 >= octets.length) return bad(octets.length, 'truncated data');
  const high = unitAt(octets, at, isBig);
  if (high < 0xd800 || high >= 0xe000) return good(String.fromCharCode(high), at + 2);
  if (high >= 0xdc00) return bad(at + 2, 'illegal encoding');
  if (at + 3 >= octets.length) return bad(octets.length, CUT);
  const low = unitAt(octets, at + 2, isBig);
  if (low < 0xdc00 || low >= 0xe000) return bad(at + 2, 'illegal UTF-16 surrogate');
  return good(String.fromCharCode(high, low), at + 4);
}

function utf32At(octets: string, at: number, isBig: boolean): Decoded {
  if (at + 3 >= octets.length) return bad(octets.length, 'truncated data');
  const [a, b] = [unitAt(octets, at, isBig), unitAt(octets, at + 2, isBig)];
  const code = isBig ? a * 0x10000 + b : b * 0x10000 + a;
  if (code >= 0x110000) return bad(at + 4, 'code point not in range(0x110000)');
  if (code >= 0xd800 && code < 0xe000) {
    return bad(at + 4, 'code point in surrogate code point range(0xd800, 0xe000)');
  }
  return good(String.fromCodePoint(code), at + 4);
}

const none = (): null => null;

function ofUnits(
  read: (octets: string, at: number, isBig: boolean) => Decoded,
  name: string,
  isBig: boolean,
  start = 0,
): Decoding {
  return { name, start, next: (octets, at) => read(octets, at, isBig), surrogate: none };
}

function marked(octets: string, marks: readonly string[]): readonly [isBig: boolean, at: number] {
  const found = marks.findIndex((mark) => octets.startsWith(mark));
  return [found === 1, found < 0 ? 0 : marks[found].length];
}

type DecoderFor = (octets: string) => Decoding;

const utf8 = (start: number): Decoding => ({
  name: 'utf-8',
  start,
  next: utf8At,
  surrogate: utf8Surrogate,
});

/** How each encoding reads given octets, which may begin with a mark. */
export const decoders: ReadonlyMap<string, DecoderFor> = new Map<string, DecoderFor>([
  ['utf-8', () => utf8(0)],
  ['utf-8-sig', (octets) => utf8(octets.startsWith('\xef\xbb\xbf') ? 3 : 0)],
  ['ascii', () => ({ name: 'ascii', start: 0, next: asciiAt, surrogate: none })],
  [
    'utf-16',
    (octets) => {
      const [isBig, start] = marked(octets, ['\xff\xfe', '\xfe\xff']);
      return ofUnits(utf16At, isBig ? 'utf-16-be' : 'utf-16-le', isBig, start);
    },
  ],
  ['utf-16-le', () => ofUnits(utf16At, 'utf-16-le', false)],
  ['utf-16-be', () => ofUnits(utf16At, 'utf-16-be', true)],
  [
    'utf-32',
    (octets) => {
      const [isBig, start] = marked(octets, ['\xff\xfe\0\0', '\0\0\xfe\xff']);
      return ofUnits(utf32At, isBig ? 'utf-32-be' : 'utf-32-le', isBig, start);
    },
  ],
  ['utf-32-le', () => ofUnits(utf32At, 'utf-32-le', false)],
  ['utf-32-be', () => ofUnits(utf32At, 'utf-32-be', true)],
]);
