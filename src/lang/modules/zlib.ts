// Module `zlib`: its checksums. Left out: compression, whose octets are those of one library.
// Source: CPython 3.14 Modules/zlibmodule.c.

import { octetsArgument } from '../bytes/octets.ts';
import type { Interpreter } from '../interpreter.ts';
import { builtinClass } from '../objects/classes.ts';
import { exceptionClass } from '../objects/exception-classes.ts';
import { toIndex } from '../objects/index-of.ts';
import { Builtin, PyModule } from '../values.ts';
import { adler32, crc32 } from './checksums.ts';

/** A sum of 32 bits over octets, going on from an earlier one. */
export function checksum(signature: string, sum: (text: string, start: number) => number): Builtin {
  return new Builtin(signature, (run: Interpreter, data: unknown, value: unknown) => {
    const text = octetsArgument(data);
    run.charge(text.length);
    return sum(text, Number(BigInt.asUintN(32, BigInt(toIndex(run, value)))));
  });
}

/** The module; the same for every run. */
export const zlibModule = new PyModule(
  'zlib',
  new Map<string, unknown>([
    ['crc32', checksum('crc32(data, value=0, /)', crc32)],
    ['adler32', checksum('adler32(data, value=1, /)', adler32)],
    ['error', builtinClass('error', [exceptionClass], 'zlib')],
  ]),
);
