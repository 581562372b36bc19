// The hash of a fraction, so that equal numbers have equal hashes whatever their kind.
// Source: CPython Python/pyhash.c, the documentation's "Hashing of numeric types".

import { type Int, normalise } from '../objects/integers.ts';
import { Float } from '../values.ts';

const MODULUS = (1n << 61n) - 1n;
const INFINITE = 314159n;
/** Numerators and denominators within which the quotient is exact. */
const LARGE = 1n << 53n;
const LEAST = 1n << 1000n;

/** `base ** (MODULUS - 2)` modulo MODULUS: the inverse of `base`. */
function inverse(base: bigint): bigint {
  let result = 1n;
  let square = base % MODULUS;
  for (let power = MODULUS - 2n; power > 0n; power >>= 1n) {
    if ((power & 1n) === 1n) result = (result * square) % MODULUS;
    square = (square * square) % MODULUS;
  }
  return result;
}

/** The int or the float that above/below is exactly; undefined for none. */
export function plainRatio(above: bigint, below: bigint): Int | Float | undefined {
  if (below === 1n) return normalise(above);
  // What is no double at a glance: too long, or over another number than a power of two.
  if ((below & (below - 1n)) !== 0n || below > LEAST || above > LARGE || above < -LARGE) {
    return undefined;
  }
  return new Float(Number(above) / Number(below));
}

/** Of above/below; `below` is greater than 0. */
export function hashOfRatio(above: bigint, below: bigint): Int {
  const size = above < 0n ? -above : above;
  const isWhole = below === 1n;
  const result =
    below % MODULUS === 0n
      ? INFINITE
      : isWhole
        ? size % MODULUS
        : ((size % MODULUS) * inverse(below)) % MODULUS;
  const signed = above < 0n ? -result : result;
  return normalise(signed === -1n ? -2n : signed);
}
