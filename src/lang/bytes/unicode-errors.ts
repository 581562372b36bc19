// UnicodeEncodeError and UnicodeDecodeError: their five parts as attributes, and what they say.
// Source: CPython Objects/exceptions.c (UnicodeEncodeError_str, UnicodeDecodeError_str).

import {
  type BaseException,
  PyTypeError,
  UnicodeDecodeError,
  UnicodeEncodeError,
} from '../../asyncio/exceptions.ts';
import { defineGetters, Getter } from '../objects/descriptors.ts';
import { exceptionClassOf } from '../objects/exception-classes.ts';
import { Octets } from './octets.ts';

const PARTS = ['encoding', 'object', 'start', 'end', 'reason'];

for (const jsClass of [UnicodeDecodeError, UnicodeEncodeError]) {
  defineGetters(
    exceptionClassOf(jsClass),
    PARTS.map(
      (name, index) =>
        new Getter(
          name,
          (_run, self: BaseException) => self.args[index] ?? null,
          (_run, self: BaseException, value) => {
            self.args = self.args.map((each, place) => (place === index ? value : each));
          },
        ),
    ),
  );
}

/** Checks what one is made with. Throws TypeError. */
export function checkParts(error: BaseException): void {
  if (!(error instanceof UnicodeDecodeError) && !(error instanceof UnicodeEncodeError)) return;
  const given = error.args.length;
  if (given !== 5) throw new PyTypeError(`function takes exactly 5 arguments (${given} given)`);
}

function escaped(character: string): string {
  const code = character.codePointAt(0) as number;
  const hex = code.toString(16);
  if (code < 0x100) return `\\x${hex.padStart(2, '0')}`;
  return code < 0x10000 ? `\\u${hex.padStart(4, '0')}` : `\\U${hex.padStart(8, '0')}`;
}

/** `str(error)`; undefined for any other exception. */
export function unicodeErrorText(error: BaseException): string | undefined {
  const isDecoding = error instanceof UnicodeDecodeError;
  if (!isDecoding && !(error instanceof UnicodeEncodeError)) return undefined;
  const [encoding, object, start, end, reason] = error.args;
  const first = Number(start);
  const last = Number(end) - 1;
  const verb = isDecoding ? 'decode' : 'encode';
  const intro = `'${String(encoding)}' codec can't ${verb}`;
  const what = first === last ? shownOne(object, first) : undefined;
  const [one, many] = isDecoding ? ['byte', 'bytes'] : ['character', 'characters'];
  if (what !== undefined) return `${intro} ${one} ${what} in position ${first}: ${String(reason)}`;
  return `${intro} ${many} in position ${first}-${last}: ${String(reason)}`;
}

function shownOne(object: unknown, at: number): string | undefined {
  if (object instanceof Octets) {
    const octet = object.text.charCodeAt(at);
    return Number.isNaN(octet) ? undefined : `0x${octet.toString(16).padStart(2, '0')}`;
  }
  const character = typeof object === 'string' ? Array.from(object)[at] : undefined;
  return character === undefined ? undefined : `'${escaped(character)}'`;
}
