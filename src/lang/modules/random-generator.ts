// CPython's random.Random: the Mersenne Twister MT19937 with CPython's seeding and its way of
// making floats, bits and bounded ints, so that a seed gives CPython's own draws. The state is the
// generator's alone; every draw is reported, as the trace records it.
// Source: CPython 3.14 Modules/_randommodule.c, Lib/random.py.

import { sha256, sha512 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
// @ts-expect-error The package ships no declarations; TwisterClass states what is used of it.
import MersenneTwister from 'mersenne-twister';
import { PyTypeError, ValueError } from '../../asyncio/exceptions.ts';
import { decompose } from '../../base/float-text.ts';
import { OctetString } from '../bytes/octets.ts';
import { bitLength, normalise } from '../objects/integers.ts';
import { Float } from '../values.ts';

/** What is used of npm's mersenne-twister: the reference implementation of MT19937. */
interface Twister {
  /** The state: 624 words, and how many of them have been used. */
  readonly mt: readonly number[];
  readonly mti: number;
  init_by_array(key: readonly number[], length: number): void;
  random_int(): number;
}
type TwisterClass = new (seed: number) => Twister;

/** Called with the generator and the value of every draw from it: a float in [0, 1), or bits. */
export type OnDraw = (random: PyRandom, value: number | bigint | Float) => void;

const WORD = 0x100000000;
const HASH_MODULUS = (1n << 61n) - 1n;

/** `hash` of a finite float or an infinity, as the unsigned word that seeding takes. */
function floatHash(value: number): bigint {
  if (Number.isNaN(value)) return 0n;
  if (!Number.isFinite(value)) return value > 0 ? 314159n : (1n << 64n) - 314159n;
  const { mantissa, exponent } = decompose(value);
  const turned = ((exponent % 61) + 61) % 61;
  const hash = (mantissa << BigInt(turned)) % HASH_MODULUS;
  if (value >= 0) return hash;
  return (1n << 64n) - (hash === 1n ? 2n : hash);
}

function fromBytes(bytes: Uint8Array): bigint {
  let hex = '0x0';
  for (const byte of bytes) hex += byte.toString(16).padStart(2, '0');
  return BigInt(hex);
}

/** The number that a text seeds with: as its octets do. */
function textSeed(text: string): bigint {
  return seedOf(utf8ToBytes(text));
}

function octetSeed(text: string): bigint {
  return seedOf(Uint8Array.from(text, (each) => each.charCodeAt(0)));
}

/** The octets, then their SHA-512, as one number. */
function seedOf(bytes: Uint8Array): bigint {
  const digest = sha512(bytes);
  return (fromBytes(bytes) << 512n) | fromBytes(digest);
}

/** Seeding of texts as it was before Python 3.2. */
function oldTextSeed(text: string): bigint {
  const codes = Array.from(text, (character) => BigInt(character.codePointAt(0) as number));
  let x = codes.length > 0 ? codes[0] << 7n : 0n;
  for (const code of codes) x = ((1000003n * x) ^ code) & 0xffffffffffffffffn;
  return x ^ BigInt(codes.length);
}

/** A generator equal to `random.Random(seed)`, draw for draw. */
export class PyRandom {
  /** Its state is made of `#key` when the first number is drawn: most runs draw none. */
  #seeded: Twister | null = null;
  #key: readonly number[] = [];
  onDraw: OnDraw | null;
  #entropy: PyRandom | null = null;
  #seedText = '';
  /** The second of two normal deviates that `gauss` makes at a time. */
  gaussNext: number | null = null;

  /**
   * `seed` is an int, Float, str or bool; null is an int 0 here (there is no randomness outside).
   */
  constructor(seed: unknown, onDraw: OnDraw | null = null) {
    this.onDraw = onDraw;
    this.seed(seed ?? 0);
  }

  /**
   * `seed(value, version)`. None takes the next number of a stream of its own, which the last
   * seed determines: reproducible, and no draw of the program moves.
   * Throws TypeError for a value of another type.
   */
  seed(value: unknown, version = 2): void {
    this.gaussNext = null;
    if (value === null) {
      this.#entropy ??= new PyRandom(`${this.#seedText}/entropy`);
      this.#setKey(BigInt(this.#entropy.bits(128)));
      return;
    }
    let number: bigint;
    if (typeof value === 'string') {
      number = version === 1 ? oldTextSeed(value) : textSeed(value);
    } else if (value instanceof Float) number = floatHash(value.value);
    else if (typeof value === 'number' || typeof value === 'bigint') number = BigInt(value);
    else if (typeof value === 'boolean') number = BigInt(value);
    else if (value instanceof OctetString && version === 2) number = octetSeed(value.text);
    else {
      throw new PyTypeError(
        'The only supported seed types are:\nNone, int, float, str, bytes, and bytearray.',
      );
    }
    this.#entropy = null;
    this.#setKey(number);
  }

  /** The seed of another generator made without one. */
  fresh(): bigint {
    this.#entropy ??= new PyRandom(`${this.#seedText}/entropy`);
    return BigInt(this.#entropy.bits(128));
  }

  #setKey(number: bigint): void {
    const size = number < 0n ? -number : number;
    const hex = size.toString(16);
    this.#seedText = hex;
    const key: number[] = [];
    for (let end = hex.length; end > 0; end -= 8) {
      key.push(Number.parseInt(hex.slice(Math.max(0, end - 8), end), 16));
    }
    this.#key = key;
    this.#seeded = null;
  }

  get #twister(): Twister {
    let seeded = this.#seeded;
    if (seeded === null) {
      seeded = new (MersenneTwister as TwisterClass)(0);
      seeded.init_by_array(this.#key, this.#key.length);
      this.#seeded = seeded;
    }
    return seeded;
  }

  /** A digest of its state, 16 hexadecimal digits: equal ones will draw the same. */
  get state(): string {
    const { mt, mti } = this.#twister;
    const words = `${mti} ${mt.map((word) => word >>> 0).join(' ')} ${this.gaussNext}`;
    return bytesToHex(sha256(utf8ToBytes(words))).slice(0, 16);
  }

  /** `random()`: a multiple of 2^-53 in [0, 1). */
  random(): number {
    const high = this.#twister.random_int() >>> 5;
    const low = this.#twister.random_int() >>> 6;
    const value = (high * 67108864 + low) / 9007199254740992;
    this.onDraw?.(this, new Float(value));
    return value;
  }

  /** `getrandbits(count)`, an int in normal form. Throws ValueError for a negative count. */
  bits(count: number): number | bigint {
    const value = this.#bits(count);
    this.onDraw?.(this, value);
    return value;
  }

  #bits(count: number): number | bigint {
    if (count < 0) throw new ValueError('Cannot convert negative int');
    if (count === 0) return 0;
    const next = () => this.#twister.random_int();
    if (count <= 32) return next() >>> (32 - count);
    if (count <= 53) {
      const low = next();
      return (next() >>> (64 - count)) * WORD + low;
    }
    const words: string[] = [];
    for (let left = count; left > 0; left -= 32) {
      const word = left < 32 ? next() >>> (32 - left) : next();
      words.push(word.toString(16).padStart(8, '0'));
    }
    return normalise(BigInt(`0x${words.reverse().join('')}`));
  }

  /** `_randbelow(limit)`: an int in [0, limit), for a limit above 0. */
  below(limit: number | bigint): number | bigint {
    const count = bitLength(limit);
    let value = this.bits(count);
    while (value >= limit) value = this.bits(count);
    return value;
  }

  /** `below` for limits that index a collection. */
  indexBelow(limit: number): number {
    return this.below(limit) as number;
  }
}
