// Module `urllib.parse`: addresses taken apart and put together, queries, and the quoting of what
// may not stand in them. Left out: bytes, other encodings than UTF-8, urldefrag's kin.
// Source: CPython 3.14 Lib/urllib/parse.py, RFC 3986.

import { PyTypeError, ValueError } from '../../asyncio/exceptions.ts';
import type { Interpreter } from '../interpreter.ts';
import { builtinClass, declareType, define, tupleClass } from '../objects/classes.ts';
import { defineGetters, Getter } from '../objects/descriptors.ts';
import { Dict } from '../objects/dict.ts';
import { items } from '../objects/iteration.ts';
import { invoke } from '../objects/native-class.ts';
import { LibraryFunction } from '../objects/signature.ts';
import { truthy } from '../objects/truth.ts';
import { type PyClass, PyModule, plainText, Tuple } from '../values.ts';

const HEX = '0123456789ABCDEF';

/** The UTF-8 bytes of a character. */
function bytesOf(character: string): number[] {
  const code = character.codePointAt(0) as number;
  if (code < 0x80) return [code];
  const tail = (shift: number): number => 0x80 | ((code >> shift) & 0x3f);
  if (code < 0x800) return [0xc0 | (code >> 6), tail(0)];
  if (code < 0x10000) return [0xe0 | (code >> 12), tail(6), tail(0)];
  return [0xf0 | (code >> 18), tail(12), tail(6), tail(0)];
}

function quote(text: string, safe: string): string {
  let result = '';
  for (const character of text) {
    const isPlain = /^[\w.~-]$/.test(character) || (character < '\x80' && safe.includes(character));
    if (isPlain) result += character;
    else for (const byte of bytesOf(character)) result += `%${HEX[byte >> 4]}${HEX[byte & 15]}`;
  }
  return result;
}

/** Length of the character that begins with a byte, and its first bits; 0 for no such byte. */
function lead(byte: number): readonly [length: number, bits: number] {
  if (byte < 0x80) return [1, byte];
  if (byte >= 0xc2 && byte < 0xe0) return [2, byte & 0x1f];
  if (byte >= 0xe0 && byte < 0xf0) return [3, byte & 0x0f];
  return byte >= 0xf0 && byte < 0xf5 ? [4, byte & 0x07] : [0, 0];
}

/** UTF-8 as text; what is none becomes U+FFFD. */
function decoded(bytes: readonly number[]): string {
  let text = '';
  for (let i = 0; i < bytes.length; ) {
    const [length, bits] = lead(bytes[i]);
    const tail = bytes.slice(i + 1, i + length);
    const isWhole = length > 0 && tail.length === length - 1 && tail.every((b) => b >> 6 === 2);
    const code = tail.reduce((sum, byte) => (sum << 6) | (byte & 0x3f), bits);
    text += isWhole ? String.fromCodePoint(code) : '\ufffd';
    i += isWhole ? length : 1;
  }
  return text;
}

function unquote(text: string): string {
  return text.replace(/(?:%[\da-fA-F]{2})+/g, (run) =>
    decoded(
      run
        .slice(1)
        .split('%')
        .map((pair) => Number.parseInt(pair, 16)),
    ),
  );
}

class SplitResult extends Tuple {}
class ParseResult extends Tuple {}

const FIELDS = {
  SplitResult: ['scheme', 'netloc', 'path', 'query', 'fragment'],
  ParseResult: ['scheme', 'netloc', 'path', 'params', 'query', 'fragment'],
} as const;

/** Host and port of a network location, and who asks. */
function partsOf(netloc: string) {
  const at = netloc.lastIndexOf('@');
  const user = at < 0 ? null : netloc.slice(0, at);
  const host = netloc.slice(at + 1);
  const found = /^(?:\[([^\]]*)\]|([^:]*))(?::(.*))?$/.exec(host);
  const colon = user?.indexOf(':') ?? -1;
  return {
    username: user === null ? null : colon < 0 ? user : user.slice(0, colon),
    password: user === null || colon < 0 ? null : user.slice(colon + 1),
    hostname: (found?.[1] ?? found?.[2])?.toLowerCase() || null,
    port: found?.[3] ? found[3] : null,
  };
}

function portOf(netloc: string): number | null {
  const { port } = partsOf(netloc);
  if (port === null) return null;
  if (!/^\d+$/.test(port))
    throw new ValueError(`Port could not be cast to integer value as '${port}'`);
  const number = Number(port);
  if (number > 65535) throw new ValueError('Port out of range 0-65535');
  return number;
}

function unsplit(scheme: string, netloc: string, path: string, query: string, fragment: string) {
  let url = path;
  if (netloc !== '') url = `//${netloc}${url !== '' && !url.startsWith('/') ? '/' : ''}${url}`;
  else if (url.startsWith('//')) url = `//${url}`;
  if (scheme !== '') url = `${scheme}:${url}`;
  if (query !== '') url += `?${query}`;
  return fragment === '' ? url : `${url}#${fragment}`;
}

function resultClass(name: keyof typeof FIELDS, Kind: typeof SplitResult): PyClass {
  const cls = builtinClass(name, [tupleClass], 'urllib.parse');
  declareType(Kind, cls);
  define(cls, [
    new LibraryFunction('geturl(self)', (_run, { items: parts }: Tuple) => {
      const texts = parts as string[];
      if (name === 'SplitResult')
        return unsplit(...(texts as [string, string, string, string, string]));
      const [scheme, netloc, path, params, query, fragment] = texts;
      return unsplit(scheme, netloc, params === '' ? path : `${path};${params}`, query, fragment);
    }),
    new LibraryFunction('__repr__(self)', (run, { items: parts }: Tuple) => {
      const shown = FIELDS[name].map((field, i) => `${field}=${run.objects.repr(run, parts[i])}`);
      return `${name}(${shown.join(', ')})`;
    }),
    new LibraryFunction(
      '_replace(self, /, **kwds)',
      (_run, { items: parts }: Tuple, given: Map<string, unknown>) =>
        new Kind(FIELDS[name].map((field, i) => (given.has(field) ? given.get(field) : parts[i]))),
    ),
  ]);
  defineGetters(cls, [
    ...FIELDS[name].map((field, i) => new Getter(field, (_run, self: Tuple) => self.items[i])),
    ...(['username', 'password', 'hostname'] as const).map(
      (field) => new Getter(field, (_run, self: Tuple) => partsOf(self.items[1] as string)[field]),
    ),
    new Getter('port', (_run, self: Tuple) => portOf(self.items[1] as string)),
  ]);
  return cls;
}
const splitResultClass = resultClass('SplitResult', SplitResult);
const parseResultClass = resultClass('ParseResult', ParseResult);

function split(given: string, otherwise: string): [string, string, string, string, string] {
  let url = given.replace(/^[\0- ]+/, '').replace(/[\t\r\n]/g, '');
  let [scheme, netloc, query, fragment] = [otherwise, '', '', ''];
  const named = /^([a-zA-Z][\w+.-]*):/.exec(url);
  if (named !== null) {
    scheme = named[1].toLowerCase();
    url = url.slice(named[0].length);
  }
  if (url.startsWith('//')) {
    const end = url.slice(2).search(/[/?#]/);
    netloc = end < 0 ? url.slice(2) : url.slice(2, end + 2);
    url = end < 0 ? '' : url.slice(end + 2);
    if (netloc.includes('[') !== netloc.includes(']')) throw new ValueError('Invalid IPv6 URL');
  }
  const hash = url.indexOf('#');
  if (hash >= 0) [url, fragment] = [url.slice(0, hash), url.slice(hash + 1)];
  const mark = url.indexOf('?');
  if (mark >= 0) [url, query] = [url.slice(0, mark), url.slice(mark + 1)];
  return [scheme, netloc, url, query, fragment];
}

function parse(url: string, otherwise: string): ParseResult {
  const [scheme, netloc, path, query, fragment] = split(url, otherwise);
  const last = path.lastIndexOf('/') + 1;
  const mark = path.indexOf(';', last);
  const params = mark < 0 ? '' : path.slice(mark + 1);
  return new ParseResult([
    scheme,
    netloc,
    mark < 0 ? path : path.slice(0, mark),
    params,
    query,
    fragment,
  ]);
}

/** Without `.` and `..`. */
function resolved(path: string): string {
  const out: string[] = [];
  const segments = path.split('/');
  segments.forEach((segment, i) => {
    const isLast = i === segments.length - 1;
    if (segment === '..') {
      if (out.length > 1) out.pop();
      if (isLast) out.push('');
    } else if (segment === '.') {
      if (isLast) out.push('');
    } else out.push(segment);
  });
  return out.join('/');
}

function join(base: string, url: string): string {
  if (base === '') return url;
  if (url === '') return base;
  const [scheme, netloc, path, query] = split(base, '');
  const [ownScheme, ownNetloc, ownPath, ownQuery, fragment] = split(url, scheme);
  if (ownScheme !== scheme) return url;
  if (ownNetloc !== '') return unsplit(scheme, ownNetloc, ownPath, ownQuery, fragment);
  if (ownPath === '')
    return unsplit(scheme, netloc, path, ownQuery === '' ? query : ownQuery, fragment);
  const whole = ownPath.startsWith('/')
    ? ownPath
    : `${path.slice(0, path.lastIndexOf('/') + 1) || '/'}${ownPath}`;
  return unsplit(scheme, netloc, resolved(whole) || '/', ownQuery, fragment);
}

function pairsOf(text: string, keepsBlanks: boolean, isStrict: boolean, separator: string) {
  const pairs: [string, string][] = [];
  for (const part of text.split(separator)) {
    if (part === '' && !isStrict) continue;
    const mark = part.indexOf('=');
    if (mark < 0 && isStrict) throw new ValueError(`bad query field: '${part}'`);
    const [name, value] = mark < 0 ? [part, ''] : [part.slice(0, mark), part.slice(mark + 1)];
    if (value === '' && !keepsBlanks) continue;
    pairs.push([unquote(name.replaceAll('+', ' ')), unquote(value.replaceAll('+', ' '))]);
  }
  return pairs;
}

function textOf(run: Interpreter, value: unknown): string {
  const text = plainText(value);
  if (typeof text === 'string') return text;
  if (value === null) throw new PyTypeError('quote_from_bytes() expected bytes');
  return run.objects.str(run, value);
}

function encode(run: Interpreter, query: unknown, several: unknown, safe: string, plus: boolean) {
  const quoted = (value: unknown): string => {
    const text = quote(run.objects.str(run, value), plus ? `${safe} ` : safe);
    return plus ? text.replaceAll(' ', '+') : text;
  };
  const source = query instanceof Dict ? invoke(run, query, 'items', []) : query;
  const parts: string[] = [];
  for (const pair of items(run, source)) {
    const [name, value] = [...items(run, pair)];
    const isMany =
      truthy(run, several) && typeof value !== 'string' && run.objects.isIterable(value);
    const values = isMany ? [...items(run, value)] : [value];
    for (const each of values) parts.push(`${quoted(name)}=${quoted(each)}`);
  }
  return parts.join('&');
}

const QUERY =
  '(qs, keep_blank_values=False, strict_parsing=False, encoding=None, errors=None, ' +
  "max_num_fields=None, separator='&')";
type QueryOptions = [unknown, unknown, unknown, unknown, unknown, unknown];

function queryPairs(run: Interpreter, text: unknown, given: QueryOptions): [string, string][] {
  const [blanks, strict, , , , separator] = given;
  return pairsOf(textOf(run, text), truthy(run, blanks), truthy(run, strict), String(separator));
}

const functions: readonly LibraryFunction[] = [
  new LibraryFunction(
    "quote(string, safe='/', encoding=None, errors=None)",
    (run, text, safe: string) => quote(textOf(run, text), safe),
  ),
  new LibraryFunction(
    "quote_plus(string, safe='', encoding=None, errors=None)",
    (run, text, safe: string) => quote(textOf(run, text), `${safe} `).replaceAll(' ', '+'),
  ),
  new LibraryFunction("unquote(string, encoding='utf-8', errors='replace')", (run, text: unknown) =>
    unquote(textOf(run, text)),
  ),
  new LibraryFunction(
    "unquote_plus(string, encoding='utf-8', errors='replace')",
    (run, text: unknown) => unquote(textOf(run, text).replaceAll('+', ' ')),
  ),
  new LibraryFunction(
    "urlencode(query, doseq=False, safe='', encoding=None, errors=None, quote_via=...)",
    (run, query: unknown, several: unknown, safe: string, _e: unknown, _r: unknown, via: unknown) =>
      encode(
        run,
        query,
        several,
        safe,
        via === undefined || (via as LibraryFunction).name !== 'quote',
      ),
  ),
  new LibraryFunction(`parse_qsl${QUERY}`, (run, text: unknown, ...given: QueryOptions) =>
    queryPairs(run, text, given).map((pair) => new Tuple(pair)),
  ),
  new LibraryFunction(`parse_qs${QUERY}`, (run, text: unknown, ...given: QueryOptions) => {
    const dict = new Dict(run);
    for (const [name, value] of queryPairs(run, text, given)) {
      const known = dict.get(name);
      if (Array.isArray(known)) known.push(value);
      else dict.set(name, [value]);
    }
    return dict;
  }),
  new LibraryFunction(
    "urlsplit(url, scheme='', allow_fragments=True)",
    (run, url, scheme: string) => new SplitResult(split(textOf(run, url), scheme)),
  ),
  new LibraryFunction(
    "urlparse(url, scheme='', allow_fragments=True)",
    (run, url, scheme: string) => parse(textOf(run, url), scheme),
  ),
  new LibraryFunction('urlunsplit(components)', (run, parts: unknown) =>
    unsplit(...([...items(run, parts)] as [string, string, string, string, string])),
  ),
  new LibraryFunction('urlunparse(components)', (run, given: unknown) => {
    const [scheme, netloc, path, params, query, fragment] = [...items(run, given)] as string[];
    return unsplit(scheme, netloc, params ? `${path};${params}` : path, query, fragment);
  }),
  new LibraryFunction(
    'urljoin(base, url, allow_fragments=True)',
    (run, base: unknown, url: unknown) => join(textOf(run, base), textOf(run, url)),
  ),
];

/** The module; the same for every run. */
export const urlParseModule = new PyModule(
  'urllib.parse',
  new Map<string, unknown>([
    ...functions.map((each): [string, unknown] => [each.name, each]),
    ['SplitResult', splitResultClass],
    ['ParseResult', parseResultClass],
  ]),
);

/** The package around it. */
export const urllibModule = new PyModule('urllib', new Map([['parse', urlParseModule]]));
