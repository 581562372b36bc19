// Module `json`: loads, dumps, and JSONEncoder to derive from. Files (load, dump) are left out.
// Source: CPython 3.14 Lib/json/__init__.py.

import { PyTypeError } from '../../asyncio/exceptions.ts';
import { decode } from '../bytes/codecs.ts';
import { OctetString } from '../bytes/octets.ts';
import type { Interpreter } from '../interpreter.ts';
import { getAttribute } from '../objects/attributes.ts';
import { items } from '../objects/iteration.ts';
import { invoke, nativeClass } from '../objects/native-class.ts';
import { LibraryFunction } from '../objects/signature.ts';
import { truthy } from '../objects/truth.ts';
import { typeName, typeOf } from '../objects/type-of.ts';
import { type Instance, PyModule } from '../values.ts';
import { decodeErrorClass, decodeJson } from './json-decoder.ts';
import { JsonEncoder } from './json-encoder.ts';

function indentOf(run: Interpreter, indent: unknown): string | null {
  if (indent === null || typeof indent === 'string') return indent;
  return ' '.repeat(Math.max(0, Number(run.objects.index(run, indent))));
}

/** The options of an encoder, as it is made with them, and their attributes. */
const OPTIONS =
  '*, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, ' +
  'sort_keys=False, indent=None, separators=None, default=None';

function initialise(run: Interpreter, self: Instance, ...given: readonly unknown[]): null {
  const [skipKeys, ensureAscii, checkCircular, allowNan, sortKeys, indent, separators] = given;
  const otherwise = given[7] ?? null;
  const parts = separators == null ? [] : [...items(run, separators)];
  const [item = indent === null ? ', ' : ',', key = ': '] = parts;
  const pairs: readonly (readonly [string, unknown])[] = [
    ['skipkeys', skipKeys],
    ['ensure_ascii', ensureAscii],
    ['check_circular', checkCircular],
    ['allow_nan', allowNan],
    ['sort_keys', sortKeys],
    ['indent', indent],
    ['item_separator', item],
    ['key_separator', key],
  ];
  for (const [name, value] of pairs) self.attributes.set(name, value);
  if (otherwise !== null) self.attributes.set('default', otherwise);
  return null;
}

/** Encodes by the attributes of an encoder; its `default` is asked where it has one of its own. */
function encode(run: Interpreter, self: Instance, value: unknown): string {
  const read = (name: string): unknown => getAttribute(run, self, name);
  const isOwn = self.attributes.has('default') || self.cls.lookup('default') !== refuse;
  return new JsonEncoder(run, {
    skipKeys: truthy(run, read('skipkeys')),
    ensureAscii: truthy(run, read('ensure_ascii')),
    allowNan: truthy(run, read('allow_nan')),
    sortKeys: truthy(run, read('sort_keys')),
    indent: indentOf(run, read('indent')),
    itemSeparator: run.objects.str(run, read('item_separator')),
    keySeparator: run.objects.str(run, read('key_separator')),
    otherwise: isOwn ? read('default') : null,
  }).encode(value);
}

const refuse = new LibraryFunction('default(self, o)', (_run, _self: Instance, value: unknown) => {
  throw new PyTypeError(`Object of type ${typeOf(value).name} is not JSON serializable`);
});

const encoderClass = nativeClass('JSONEncoder', 'json.encoder', [
  new LibraryFunction(`__init__(self, ${OPTIONS})`, initialise),
  refuse,
  new LibraryFunction('encode(self, o)', encode),
]);

/** How JSON in octets is written: by its mark, or by the zeros of its first characters. */
function detectedEncoding(octets: string): string {
  if (/^(?:\xff\xfe\0\0|\0\0\xfe\xff)/.test(octets)) return 'utf-32';
  if (/^(?:\xff\xfe|\xfe\xff)/.test(octets)) return 'utf-16';
  if (octets.startsWith('\xef\xbb\xbf')) return 'utf-8-sig';
  const zeros = Array.from(octets.slice(0, 4), (each) => (each === '\0' ? '0' : 'x')).join('');
  if (/^0x/.test(zeros)) return 'utf-16-be';
  if (/^00/.test(zeros)) return 'utf-32-be';
  if (/^x00/.test(zeros)) return 'utf-32-le';
  return /^x0/.test(zeros) ? 'utf-16-le' : 'utf-8';
}

const functions: readonly LibraryFunction[] = [
  new LibraryFunction(
    'dumps(obj, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, ' +
      'cls=None, indent=None, separators=None, default=None, sort_keys=False, **kw)',
    (run, value: unknown, ...given: readonly unknown[]) => {
      const [skipKeys, ensureAscii, checkCircular, allowNan, cls, indent, ...rest] = given;
      const [separators, otherwise, sortKeys, named] = rest;
      const keywords = new Map<string, unknown>([
        ['skipkeys', skipKeys],
        ['ensure_ascii', ensureAscii],
        ['check_circular', checkCircular],
        ['allow_nan', allowNan],
        ['indent', indent],
        ['separators', separators],
        ['default', otherwise],
        ['sort_keys', sortKeys],
        ...(named as ReadonlyMap<string, unknown>),
      ]);
      return invoke(run, run.call(cls ?? encoderClass, [], keywords), 'encode', [value]);
    },
  ),
  new LibraryFunction('loads(s)', (run, text: unknown) => {
    if (typeof text === 'string') return decodeJson(run, text);
    if (text instanceof OctetString) {
      return decodeJson(run, decode(run, text, detectedEncoding(text.text), 'surrogatepass'));
    }
    const shown = typeName(text);
    throw new PyTypeError(`the JSON object must be str, bytes or bytearray, not ${shown}`);
  }),
];

/** The module; the same for every run. */
export const jsonModule = new PyModule(
  'json',
  new Map<string, unknown>([
    ...functions.map((each): [string, unknown] => [each.name, each]),
    ['JSONDecodeError', decodeErrorClass],
    ['JSONEncoder', encoderClass],
  ]),
);
