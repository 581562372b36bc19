// What hashlib and hmac share: the hash functions by name, and objects that take octets bit by bit.
// Source: FIPS 180-4, FIPS 202, RFC 1321, RFC 7693; CPython 3.14 Modules/md5module.c and its
// neighbours.

import { blake2b, blake2s } from '@noble/hashes/blake2.js';
import { md5, sha1 } from '@noble/hashes/legacy.js';
import { sha224, sha256, sha384, sha512 } from '@noble/hashes/sha2.js';
import { sha3_224, sha3_256, sha3_384, sha3_512, shake128, shake256 } from '@noble/hashes/sha3.js';
import type { CHash } from '@noble/hashes/utils.js';
import { PyTypeError } from '../../asyncio/exceptions.ts';
import { Octets, textOfOctets } from '../bytes/octets.ts';
import type { Interpreter } from '../interpreter.ts';

/** A hash that is being fed. */
interface Hashing {
  update(octets: Uint8Array): unknown;
  clone(): Hashing;
  digest(): Uint8Array;
  /** Of those of any length. */
  xof?(size: number): Uint8Array;
}

export interface Algorithm {
  readonly name: string;
  /** 0 where whoever asks says how long it is to be. */
  readonly digestSize: number;
  readonly blockSize: number;
  readonly hash: CHash;
  readonly begin: () => Hashing;
}

/** The algorithms by name, in the order of CPython's documentation. */
export const algorithms: ReadonlyMap<string, Algorithm> = new Map(
  (
    [
      ['md5', 16, 64, md5],
      ['sha1', 20, 64, sha1],
      ['sha224', 28, 64, sha224],
      ['sha256', 32, 64, sha256],
      ['sha384', 48, 128, sha384],
      ['sha512', 64, 128, sha512],
      ['blake2b', 64, 128, blake2b],
      ['blake2s', 32, 64, blake2s],
      ['sha3_224', 28, 144, sha3_224],
      ['sha3_256', 32, 136, sha3_256],
      ['sha3_384', 48, 104, sha3_384],
      ['sha3_512', 64, 72, sha3_512],
      ['shake_128', 0, 168, shake128],
      ['shake_256', 0, 136, shake256],
    ] as const
  ).map(([name, digestSize, blockSize, hash]) => [
    name,
    { name, digestSize, blockSize, hash, begin: () => hash.create() as Hashing },
  ]),
);

/** Octets as the hash functions take them. */
export function arrayOf(text: string): Uint8Array {
  return Uint8Array.from(text, (each) => each.charCodeAt(0));
}

/** The octets that are to be hashed. Throws TypeError. */
export function hashable(value: unknown): string {
  if (value instanceof Octets) return value.text;
  throw new PyTypeError(
    typeof value === 'string'
      ? 'Strings must be encoded before hashing'
      : 'object supporting the buffer API required',
  );
}

/** A hash object: `hashlib.sha256()`. */
export class Digest {
  readonly algorithm: Algorithm;
  readonly #hash: Hashing;

  constructor(algorithm: Algorithm, hash: Hashing = algorithm.begin()) {
    this.algorithm = algorithm;
    this.#hash = hash;
  }

  update(run: Interpreter, text: string): void {
    run.charge(text.length);
    this.#hash.update(arrayOf(text));
  }

  copy(): Digest {
    return new Digest(this.algorithm, this.#hash.clone());
  }

  /** Of all so far, which may go on. */
  octets(size = this.algorithm.digestSize): string {
    const { digestSize } = this.algorithm;
    const hash = this.#hash.clone();
    return textOfOctets(digestSize === 0 ? hash.xof!(size) : hash.digest());
  }

  hex(size?: number): string {
    return hexOfText(this.octets(size));
  }
}

export function hexOfText(text: string): string {
  return Array.from(text, (each) => each.charCodeAt(0).toString(16).padStart(2, '0')).join('');
}
