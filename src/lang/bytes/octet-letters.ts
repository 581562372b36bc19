// The methods of bytes and bytearray that read octets as letters of ASCII: isalpha and its like,
// upper, title, center, zfill, expandtabs.
// Source: CPython Objects/bytes_methods.c, Objects/stringlib/transmogrify.h; 3.14's messages.

import { PyTypeError } from '../../asyncio/exceptions.ts';
import type { Interpreter } from '../interpreter.ts';
import { reserve } from '../objects/limits.ts';
import { typeName } from '../objects/type-of.ts';
import { chargeText, shownTypeName, sizeArgument } from '../text/arguments.ts';
import { Builtin } from '../values.ts';
import { alike, ByteArray, Bytes, type OctetString } from './octets.ts';

function asking(method: string, pattern: RegExp): Builtin {
  return new Builtin(`${method}(self, /)`, (run: Interpreter, self: OctetString) => {
    chargeText(run, self.text);
    return pattern.test(self.text);
  });
}

const upper = (text: string): string => text.replace(/[a-z]+/g, (some) => some.toUpperCase());
const lower = (text: string): string => text.replace(/[A-Z]+/g, (some) => some.toLowerCase());
const capital = (text: string): string => upper(text.slice(0, 1)) + lower(text.slice(1));
const swapped = (text: string): string =>
  text.replace(/[a-z]+|[A-Z]+/g, (some) => (/[a-z]/.test(some) ? upper(some) : lower(some)));

function mapping(method: string, map: (text: string) => string): Builtin {
  return new Builtin(`${method}(self, /)`, (run: Interpreter, self: OctetString) => {
    chargeText(run, self.text);
    return alike(self, map(self.text));
  });
}

/** The octet that fills. Throws TypeError. */
function fillerOf(run: Interpreter, method: string, value: unknown): string {
  const wanted = 'argument 2 must be a byte string of length 1, not';
  if (!(value instanceof Bytes) && !(value instanceof ByteArray)) {
    throw new PyTypeError(`${method}() ${wanted} ${shownTypeName(run, value)}`);
  }
  if (value.size === 1) return value.text;
  throw new PyTypeError(
    `${method}(): ${wanted} a ${typeName(value)} object of length ${value.size}`,
  );
}

function padder(method: string, split: (missing: number, width: number) => number): Builtin {
  return new Builtin(
    `${method}(self, width, fillchar=..., /)`,
    (run: Interpreter, self: OctetString, widthValue: unknown, fill: unknown) => {
      const width = sizeArgument(run, widthValue);
      const filler = fill === undefined ? ' ' : fillerOf(run, method, fill);
      const missing = width - self.size;
      if (missing <= 0) return alike(self, self.text);
      reserve(run, width);
      const left = split(missing, width);
      return alike(self, filler.repeat(left) + self.text + filler.repeat(missing - left));
    },
  );
}

function zeroFiller(): Builtin {
  return new Builtin(
    'zfill(self, width, /)',
    (run: Interpreter, self: OctetString, value: unknown) => {
      const missing = sizeArgument(run, value) - self.size;
      if (missing <= 0) return alike(self, self.text);
      reserve(run, self.size + missing);
      const sign = /^[+-]?/.exec(self.text)![0];
      return alike(self, sign + '0'.repeat(missing) + self.text.slice(sign.length));
    },
  );
}

function tabExpander(): Builtin {
  return new Builtin(
    'expandtabs(self, /, tabsize=8)',
    (run: Interpreter, self: OctetString, value: unknown) => {
      const size = sizeArgument(run, value);
      chargeText(run, self.text);
      let column = 0;
      const expanded = self.text.replace(/\t|[\n\r]|[^\t\n\r]+/g, (part) => {
        if (part !== '\t') {
          column = part === '\n' || part === '\r' ? 0 : column + part.length;
          return part;
        }
        const spaces = size > 0 ? size - (column % size) : 0;
        reserve(run, spaces);
        column += spaces;
        return ' '.repeat(spaces);
      });
      reserve(run, expanded.length);
      return alike(self, expanded);
    },
  );
}

/** Made anew for each of the two classes. */
export function letterMethods(): Builtin[] {
  return [
    asking('isalpha', /^[A-Za-z]+$/),
    asking('isalnum', /^[A-Za-z0-9]+$/),
    asking('isdigit', /^[0-9]+$/),
    asking('isspace', /^[\t-\r ]+$/),
    asking('isascii', /^[\0-\x7f]*$/),
    asking('islower', /^[^A-Z]*[a-z][^A-Z]*$/),
    asking('isupper', /^[^a-z]*[A-Z][^a-z]*$/),
    asking('istitle', /^[^A-Za-z]*(?:[A-Z][a-z]*(?:[^A-Za-z]+|$))+$/),
    mapping('upper', upper),
    mapping('lower', lower),
    mapping('capitalize', capital),
    mapping('swapcase', swapped),
    mapping('title', (text) => text.replace(/[A-Za-z]+/g, capital)),
    // CPython gives the odd blank to the left where the width is odd as well.
    padder('center', (missing, width) => (missing >> 1) + (missing & width & 1)),
    padder('ljust', () => 0),
    padder('rjust', (missing) => missing),
    zeroFiller(),
    tabExpander(),
  ];
}
