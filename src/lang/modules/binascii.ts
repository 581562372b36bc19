// Module `binascii`: digits, base 64 and checksums of octets. Left out: uuencoding and
// quoted-printable.
// Source: CPython 3.14 Modules/binascii.c; 3.14's messages.

import { PyTypeError, ValueError } from '../../asyncio/exceptions.ts';
import { hexOf } from '../bytes/octet-methods.ts';
import { Bytes, Octets, octetsArgument } from '../bytes/octets.ts';
import type { Interpreter } from '../interpreter.ts';
import { builtinClass } from '../objects/classes.ts';
import { exceptionClass } from '../objects/exception-classes.ts';
import { reserve } from '../objects/limits.ts';
import { truthy } from '../objects/truth.ts';
import { typeName } from '../objects/type-of.ts';
import { Builtin, PyModule } from '../values.ts';
import { encodingError, encodingErrorClass, fromBase64, toBase64 } from './base64-codec.ts';
import { crc32, crcHqx } from './checksums.ts';
import { checksum } from './zlib.ts';

/** Octets, or a text of ASCII for them. Throws TypeError, ValueError. */
function asciiOrOctets(value: unknown): string {
  if (value instanceof Octets) return value.text;
  if (typeof value !== 'string') {
    throw new PyTypeError(
      `argument should be bytes, buffer or ASCII string, not '${typeName(value)}'`,
    );
  }
  if (/[^\0-\x7f]/.test(value)) {
    throw new ValueError('string argument should contain only ASCII characters');
  }
  return value;
}

function unhexlify(run: Interpreter, value: unknown): Bytes {
  return new Bytes(fromDigits(run, asciiOrOctets(value)));
}

/** The octets of pairs of digits. Throws binascii.Error. */
export function fromDigits(run: Interpreter, text: string): string {
  run.charge(text.length);
  if (text.length % 2 === 1) throw encodingError('Odd-length string');
  if (/[^0-9a-fA-F]/.test(text)) throw encodingError('Non-hexadecimal digit found');
  return text.replace(/../g, (pair) => String.fromCharCode(Number.parseInt(pair, 16)));
}

function hexlify(run: Interpreter, data: unknown, sep: unknown, every: unknown): Bytes {
  return new Bytes(hexOf(run, octetsArgument(data), sep, every));
}

const ENCODE = '(data, sep=..., bytes_per_sep=...)';

/** The module; the same for every run. */
export const binasciiModule = new PyModule(
  'binascii',
  new Map<string, unknown>(
    [
      new Builtin(`hexlify${ENCODE}`, hexlify),
      new Builtin(`b2a_hex${ENCODE}`, hexlify),
      new Builtin('unhexlify(hexstr, /)', unhexlify),
      new Builtin('a2b_hex(hexstr, /)', unhexlify),
      new Builtin(
        'b2a_base64(data, /, *, newline=True)',
        (run, data: unknown, newline: unknown) => {
          const text = octetsArgument(data);
          reserve(run, text.length * 2);
          return new Bytes(toBase64(text) + (truthy(run, newline) ? '\n' : ''));
        },
      ),
      new Builtin(
        'a2b_base64(data, /, *, strict_mode=False)',
        (run, data: unknown, strict: unknown) => {
          const text = asciiOrOctets(data);
          run.charge(text.length);
          return new Bytes(fromBase64(text, truthy(run, strict)));
        },
      ),
      checksum('crc32(data, crc=0, /)', crc32),
      checksum('crc_hqx(data, crc, /)', crcHqx),
    ]
      .map((each): [string, unknown] => [each.name, each])
      .concat([
        ['Error', encodingErrorClass],
        ['Incomplete', builtinClass('Incomplete', [exceptionClass], 'binascii')],
      ]),
  ),
);
