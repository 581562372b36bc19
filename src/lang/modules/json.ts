// Module `json`: loads and dumps. Files (load, dump) and encoders of the program's own are left out.
// Source: CPython 3.14 Lib/json/__init__.py.

import { PyTypeError } from '../../asyncio/exceptions.ts';
import type { Interpreter } from '../interpreter.ts';
import { items } from '../objects/iteration.ts';
import { LibraryFunction } from '../objects/signature.ts';
import { truthy } from '../objects/truth.ts';
import { typeName } from '../objects/type-of.ts';
import { PyModule } from '../values.ts';
import { decodeErrorClass, decodeJson } from './json-decoder.ts';
import { JsonEncoder } from './json-encoder.ts';

function indentOf(run: Interpreter, indent: unknown): string | null {
  if (indent === null || typeof indent === 'string') return indent;
  return ' '.repeat(Math.max(0, Number(run.objects.index(run, indent))));
}

function dumps(
  run: Interpreter,
  value: unknown,
  skipKeys: unknown,
  ensureAscii: unknown,
  allowNan: unknown,
  indent: unknown,
  separators: unknown,
  otherwise: unknown,
  sortKeys: unknown,
): string {
  const given = separators === null ? [] : [...items(run, separators)];
  const [item, key] = given.map((each) => run.objects.str(run, each));
  return new JsonEncoder(run, {
    skipKeys: truthy(run, skipKeys),
    ensureAscii: truthy(run, ensureAscii),
    allowNan: truthy(run, allowNan),
    sortKeys: truthy(run, sortKeys),
    indent: indentOf(run, indent),
    itemSeparator: item ?? (indent === null ? ', ' : ','),
    keySeparator: key ?? ': ',
    otherwise,
  }).encode(value);
}

const functions: readonly LibraryFunction[] = [
  new LibraryFunction(
    'dumps(obj, *, skipkeys=False, ensure_ascii=True, allow_nan=True, indent=None, ' +
      'separators=None, default=None, sort_keys=False)',
    dumps,
  ),
  new LibraryFunction('loads(s)', (run, text: unknown) => {
    if (typeof text === 'string') return decodeJson(run, text);
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
  ]),
);
