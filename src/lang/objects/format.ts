// `format(value, spec)` and the formatting of f-strings: `__format__` of the program, else the text
// layer's.
// Source: CPython Objects/abstract.c (PyObject_Format).

import { PyTypeError } from '../../asyncio/exceptions.ts';
import type { Interpreter } from '../interpreter.ts';
import { formatValue as formatPlain } from '../text/format-spec.ts';
import { quoteAscii } from '../text/quote.ts';
import { repr, str } from './repr.ts';
import { callFound, specialOf } from './special.ts';
import { typeName } from './type-of.ts';

/** `format(value, spec)`. Throws TypeError, ValueError. */
export function format(run: Interpreter, value: unknown, spec: string): string {
  const method = specialOf(value, '__format__');
  if (method !== undefined) {
    const text = callFound(run, method, value, [spec]);
    if (typeof text === 'string') return text;
    throw new PyTypeError(`__format__ must return a str, not ${typeName(text)}`);
  }
  return formatPlain(value, spec, (each) => str(run, each), typeName, run.limits.collection);
}

/** `format` with a spec from the program, checked to be a str. */
export function formatValue(run: Interpreter, value: unknown, spec: unknown, who: string): string {
  if (typeof spec === 'string') return format(run, value, spec);
  const what = who === 'format()' ? 'argument 2' : 'argument';
  throw new PyTypeError(`${who} ${what} must be str, not ${typeName(spec)}`);
}

/** A value of an f-string: converted by `!r`, `!s` or `!a`, then formatted. */
export function formatted(
  run: Interpreter,
  value: unknown,
  conversion: 'r' | 's' | 'a' | null,
  spec: string,
): string {
  if (conversion === null) return format(run, value, spec);
  const text = converted(run, value, conversion);
  return spec === '' ? text : format(run, text, spec);
}

function converted(run: Interpreter, value: unknown, conversion: 'r' | 's' | 'a'): string {
  if (conversion === 's') return str(run, value);
  return conversion === 'r' ? repr(run, value) : ascii(run, value);
}

/** `ascii(value)`. */
export function ascii(run: Interpreter, value: unknown): string {
  if (typeof value === 'string') return quoteAscii(value);
  return escapeNonAscii(repr(run, value));
}

function escapeNonAscii(text: string): string {
  let result = '';
  for (const character of text) {
    const code = character.codePointAt(0) as number;
    if (code < 0x80) result += character;
    else if (code < 0x100) result += `\\x${code.toString(16).padStart(2, '0')}`;
    else if (code < 0x10000) result += `\\u${code.toString(16).padStart(4, '0')}`;
    else result += `\\U${code.toString(16).padStart(8, '0')}`;
  }
  return result;
}
