// Exact integer arithmetic: an int is a number while it is safe (never -0), else a bigint. Every
// function takes and gives ints in that normal form.
// Source: CPython Objects/longobject.c.

import { OverflowError, ValueError, ZeroDivisionError } from '../../asyncio/exceptions.ts';
import type { Interpreter } from '../interpreter.ts';
import { reserveBits } from './limits.ts';

export type Int = number | bigint;

const MAX = Number.MAX_SAFE_INTEGER;
const BIG_MAX = BigInt(MAX);

/** A bigint in normal form. */
export function normalise(value: bigint): Int {
  return value <= BIG_MAX && value >= -BIG_MAX ? Number(value) : value;
}

/** True for a number that is an int in normal form, -0 apart. */
export function isSafe(value: number): boolean {
  return value <= MAX && value >= -MAX;
}

/** The int as a float, rounded half to even. Throws OverflowError where it is too large. */
export function toFloat(value: Int): number {
  if (typeof value === 'number') return value;
  const result = Number(value);
  if (result === Infinity || result === -Infinity) {
    throw new OverflowError('int too large to convert to float');
  }
  return result;
}

/** The int that an integral float is; the float must be finite. */
export function fromFloat(value: number): Int {
  return isSafe(value) ? value + 0 : BigInt(value);
}

export function addInts(a: Int, b: Int): Int {
  if (typeof a === 'number' && typeof b === 'number') {
    const sum = a + b;
    if (isSafe(sum)) return sum;
  }
  return normalise(BigInt(a) + BigInt(b));
}

export function subtractInts(a: Int, b: Int): Int {
  if (typeof a === 'number' && typeof b === 'number') {
    const difference = a - b;
    if (isSafe(difference)) return difference;
  }
  return normalise(BigInt(a) - BigInt(b));
}

/** `a * b`; counts the work of long factors. */
export function multiplyInts(run: Interpreter, a: Int, b: Int): Int {
  if (typeof a === 'number' && typeof b === 'number') {
    const product = a * b;
    if (isSafe(product)) return product + 0;
  } else {
    reserveBits(run, bitLength(a) + bitLength(b));
  }
  return normalise(BigInt(a) * BigInt(b));
}

/** `a // b`, towards minus infinity. Throws ZeroDivisionError. */
export function floorDivideInts(a: Int, b: Int): Int {
  if (typeof a === 'number' && typeof b === 'number') {
    if (b === 0) throw new ZeroDivisionError('division by zero');
    const rest = a % b;
    const quotient = (a - rest) / b;
    return (rest !== 0 && rest < 0 !== b < 0 ? quotient - 1 : quotient) + 0;
  }
  const [x, y] = [BigInt(a), BigInt(b)];
  if (y === 0n) throw new ZeroDivisionError('division by zero');
  const quotient = x / y;
  return normalise(x % y !== 0n && x < 0n !== y < 0n ? quotient - 1n : quotient);
}

/** `a % b`: has the sign of `b`. Throws ZeroDivisionError. */
export function moduloInts(a: Int, b: Int): Int {
  if (typeof a === 'number' && typeof b === 'number') {
    if (b === 0) throw new ZeroDivisionError('division by zero');
    const rest = a % b;
    return (rest !== 0 && rest < 0 !== b < 0 ? rest + b : rest) + 0;
  }
  const [x, y] = [BigInt(a), BigInt(b)];
  if (y === 0n) throw new ZeroDivisionError('division by zero');
  const rest = x % y;
  return normalise(rest !== 0n && rest < 0n !== y < 0n ? rest + y : rest);
}

/** Bits of the absolute value: `int.bit_length`. */
export function bitLength(value: Int): number {
  if (typeof value === 'number') {
    const size = value < 0 ? -value : value;
    if (size < 0x100000000) return 32 - Math.clz32(size);
    return 64 - Math.clz32(Math.floor(size / 0x100000000));
  }
  const digits = (value < 0n ? -value : value).toString(16);
  return (digits.length - 1) * 4 + bitLength(Number('0x' + digits.charAt(0)));
}

/**
 * `a / b`, correctly rounded. Throws ZeroDivisionError, and OverflowError for a result out of
 * range. Source: long_true_divide; here by one long division to 55 bits or more, the last of them
 * sticky.
 */
export function trueDivideInts(a: Int, b: Int): number {
  if (typeof a === 'number' && typeof b === 'number') {
    if (b === 0) throw new ZeroDivisionError('division by zero');
    return a / b;
  }
  let [x, y] = [BigInt(a), BigInt(b)];
  if (y === 0n) throw new ZeroDivisionError('division by zero');
  const negative = x < 0n !== y < 0n;
  if (x < 0n) x = -x;
  if (y < 0n) y = -y;
  // The quotient gets at least 66 bits, but none below 2**-1076, so that one rounding is all there
  // is.
  const shift = Math.min(66 - (bitLength(x) - bitLength(y)), 1076);
  const scaled = shift >= 0 ? x << BigInt(shift) : x;
  const divisor = shift >= 0 ? y : y << BigInt(-shift);
  let quotient = scaled / divisor;
  if (scaled % divisor !== 0n) quotient |= 1n;
  const result = scale(quotient, -shift);
  if (result === Infinity) {
    throw new OverflowError('integer division result too large for a float');
  }
  return negative ? -result : result;
}

/** `mantissa * 2**exponent` rounded once, half to even; Infinity where it is out of range. */
export function scale(mantissa: bigint, exponent: number): number {
  if (mantissa === 0n) return 0;
  if (exponent >= 0) {
    if (bitLength(mantissa) + exponent > 1100) return Infinity;
    return Number(mantissa << BigInt(exponent));
  }
  // Cuts to what a double holds at this magnitude (fewer bits where it is subnormal), then scales
  // exactly.
  const top = bitLength(mantissa) + exponent;
  const bits = Math.min(53, top + 1074);
  const drop = bitLength(mantissa) - bits;
  if (bits < 0) return 0;
  const kept = drop > 0 ? roundShift(mantissa, drop) : mantissa;
  return multiplyByPowerOfTwo(Number(kept), exponent + Math.max(drop, 0));
}

/** `value >> bits` rounded half to even, for a positive value. */
export function roundShift(value: bigint, bits: number): bigint {
  const count = BigInt(bits);
  const kept = value >> count;
  const rest = value - (kept << count);
  const half = 1n << (count - 1n);
  return rest > half || (rest === half && (kept & 1n) === 1n) ? kept + 1n : kept;
}

/** `value * 2**exponent`, exact where the result can be held. */
export function multiplyByPowerOfTwo(value: number, exponent: number): number {
  let result = value;
  let left = exponent;
  while (left > 1000) {
    result *= POWER_1000;
    left -= 1000;
  }
  while (left < -1000) {
    result *= 1 / POWER_1000;
    left += 1000;
  }
  return result * (left >= 0 ? powerOfTwo(left) : 1 / powerOfTwo(-left));
}

function powerOfTwo(exponent: number): number {
  return Number(1n << BigInt(exponent));
}
const POWER_1000 = powerOfTwo(1000);

/** `base ** exponent` for an exponent of 0 or more. Ends the run where the result gets too long. */
export function powerInts(run: Interpreter, base: Int, exponent: Int): Int {
  if (base === 1 || exponent === 0) return 1;
  if (base === 0) return 0;
  if (base === -1) return BigInt(exponent) % 2n === 0n ? 1 : -1;
  const bits = (bitLength(base) - 1) * Number(exponent);
  reserveBits(run, bits);
  if (bits > 100_000) run.charge(bits);
  let result = 1n;
  let square = BigInt(base);
  for (let left = Number(exponent); ; square *= square) {
    if (left % 2 === 1) result *= square;
    left = Math.floor(left / 2);
    if (left === 0) return normalise(result);
  }
}

/**
 * `pow(base, exponent, modulus)`. Throws ValueError where there is no inverse. Source: long_pow.
 */
export function powerModulo(run: Interpreter, base: Int, exponent: Int, modulus: Int): Int {
  let m = BigInt(modulus);
  if (m === 0n) throw new ValueError('pow() 3rd argument cannot be 0');
  const negative = m < 0n;
  if (negative) m = -m;
  let left = BigInt(exponent);
  let square = BigInt(base) % m;
  if (square < 0n) square += m;
  if (left < 0n) {
    square = inverse(square, m);
    left = -left;
  }
  let result = 1n % m;
  const digits = bitLength(modulus) / 30 + 1;
  for (; left > 0n; left >>= 1n) {
    run.charge(Math.ceil(digits * digits));
    if ((left & 1n) === 1n) result = (result * square) % m;
    square = (square * square) % m;
  }
  return normalise(negative && result > 0n ? result - m : result);
}

function inverse(value: bigint, modulus: bigint): bigint {
  let [r0, r1] = [modulus, value];
  let [t0, t1] = [0n, 1n];
  while (r1 !== 0n) {
    const quotient = r0 / r1;
    [r0, r1] = [r1, r0 - quotient * r1];
    [t0, t1] = [t1, t0 - quotient * t1];
  }
  if (r0 !== 1n) throw new ValueError('base is not invertible for the given modulus');
  return t0 < 0n ? t0 + modulus : t0;
}

/** `value << count`. Throws ValueError for a negative count. */
export function shiftLeft(run: Interpreter, value: Int, count: Int): Int {
  if (count < 0) throw new ValueError('negative shift count');
  if (value === 0) return 0;
  if (typeof count === 'bigint') throw new OverflowError('too many digits in integer');
  if (typeof value === 'number' && count < 53) {
    const result = value * Number(1n << BigInt(count));
    if (isSafe(result)) return result;
  }
  reserveBits(run, bitLength(value) + count);
  return normalise(BigInt(value) << BigInt(count));
}

/** `value >> count`, towards minus infinity. Throws ValueError for a negative count. */
export function shiftRight(value: Int, count: Int): Int {
  if (count < 0) throw new ValueError('negative shift count');
  if (typeof value === 'number') {
    if (count > 53) return value < 0 ? -1 : 0;
    return Math.floor(value / Number(1n << BigInt(count)));
  }
  if (count > 0x7fffffff) return value < 0n ? -1 : 0;
  return normalise(value >> BigInt(count));
}
