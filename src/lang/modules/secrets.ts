// Module `secrets`: tokens and numbers. What is secret on a real machine comes from the stream that
// module random seeds itself from: the run's seed gives it, and no draw of the program moves.
// Source: CPython 3.14 Lib/secrets.py.

import { ValueError } from '../../asyncio/exceptions.ts';
import { octetsOfInt } from '../bytes/octet-integers.ts';
import { Bytes } from '../bytes/octets.ts';
import type { Interpreter } from '../interpreter.ts';
import { toSize } from '../objects/index-of.ts';
import { reserve } from '../objects/limits.ts';
import { LibraryFunction } from '../objects/signature.ts';
import { PyModule } from '../values.ts';
import { toBase64 } from './base64-codec.ts';
import { hexOfText } from './digests.ts';
import { compareDigest } from './hashlib.ts';
import { randomMethods, SystemRandom, systemRandomClass } from './random.ts';

const DEFAULT_ENTROPY = 32;

function tokenOf(run: Interpreter, size: unknown): string {
  const count = size === null ? DEFAULT_ENTROPY : toSize(run, size);
  if (count < 0) throw new ValueError('negative argument not allowed');
  reserve(run, count);
  if (count === 0) return '';
  return octetsOfInt(new SystemRandom(run).bits(count * 8), count, false);
}

/** A method of random, called on a fresh generator. */
function drawn(run: Interpreter, method: string, args: readonly unknown[]): unknown {
  const found = randomMethods.find(({ name }) => name === method);
  return run.call(found, [new SystemRandom(run), ...args]);
}

const functions = [
  new LibraryFunction('token_bytes(nbytes=None)', (run, size) => new Bytes(tokenOf(run, size))),
  new LibraryFunction('token_hex(nbytes=None)', (run, size) => hexOfText(tokenOf(run, size))),
  new LibraryFunction('token_urlsafe(nbytes=None)', (run, size) =>
    toBase64(tokenOf(run, size)).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, ''),
  ),
  new LibraryFunction('randbelow(exclusive_upper_bound)', (run, bound: unknown) => {
    if (run.objects.lessThan(run, 0, bound)) return drawn(run, 'randrange', [bound]);
    throw new ValueError('Upper bound must be positive.');
  }),
  new LibraryFunction('randbits(k)', (run, bits: unknown) => drawn(run, 'getrandbits', [bits])),
  new LibraryFunction('choice(seq)', (run, sequence: unknown) => drawn(run, 'choice', [sequence])),
];

/** The module; the same for every run. */
export const secretsModule = new PyModule(
  'secrets',
  new Map<string, unknown>([
    ...functions.map((each): [string, unknown] => [each.name, each]),
    ['compare_digest', compareDigest],
    ['SystemRandom', systemRandomClass],
    ['DEFAULT_ENTROPY', DEFAULT_ENTROPY],
  ]),
);
