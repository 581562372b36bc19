// Elementary functions to hundreds of bits in integer arithmetic: what elementary.ts falls back to
// where its fast path cannot tell how to round, and what fills its tables. A "fixed" number is a
// bigint, its value times 2^bits. Results are cut to 130 bits and then rounded half to even: no
// function here comes that close to the middle of two doubles without lying on it (Lefèvre, Muller,
// "Worst cases for correct rounding of the elementary functions in double precision", 2001: 118
// bits), so what is on it (pow, log2) is found too.

import { decompose, powerOfTwo } from './float-text.ts';

/** Bits after the point in most of this file. */
export const BITS = 320;
const ONE = 1n << BigInt(BITS);
/** Bits of pi for the reduction of the largest doubles. */
const PI_BITS = BITS + 1100;

export function bitLength(value: bigint): number {
  const digits = value.toString(16);
  return (digits.length - 1) * 4 + (32 - Math.clz32(Number.parseInt(digits.charAt(0), 16)));
}

function shift(value: bigint, bits: number): bigint {
  return bits >= 0 ? value << BigInt(bits) : value >> BigInt(-bits);
}

/** `value >> bits`, rounded half to even; value >= 0. */
function roundShift(value: bigint, bits: number): bigint {
  if (bits <= 0) return shift(value, -bits);
  const kept = value >> BigInt(bits);
  const rest = value - (kept << BigInt(bits));
  const half = 1n << BigInt(bits - 1);
  return rest > half || (rest === half && (kept & 1n) === 1n) ? kept + 1n : kept;
}

/** The double nearest to `value / 2^bits`, value of either sign, after cutting to 130 bits. */
export function toDouble(value: bigint, bits: number): number {
  if (value === 0n) return 0;
  const negative = value < 0n;
  let size = negative ? -value : value;
  let exponent = -bits;
  const spare = bitLength(size) - 130;
  if (spare > 0) {
    size = roundShift(size, spare);
    exponent += spare;
  }
  const top = bitLength(size) + exponent;
  if (top > 1025) return negative ? -Infinity : Infinity;
  const unit = Math.max(top - 53, -1074);
  const mantissa = Number(roundShift(size, unit - exponent));
  // Two steps, as 2^unit alone may be out of range where the product is not.
  const low = Math.max(unit, -1000);
  const result = mantissa * powerOfTwo(unit - low) * powerOfTwo(low);
  return negative ? -result : result;
}

/** A finite double as a fixed number: exact where `bits` allow. */
export function toFixed(x: number, bits = BITS): bigint {
  const { mantissa, exponent } = decompose(x);
  const size = shift(mantissa, exponent + bits);
  return x < 0 ? -size : size;
}

/** atanh(numerator / denominator) for a ratio well below 1. */
function atanhRatio(numerator: bigint, denominator: bigint, bits: number): bigint {
  const ratio = (numerator << BigInt(bits)) / denominator;
  const square = (ratio * ratio) >> BigInt(bits);
  let term = ratio;
  let sum = ratio;
  for (let n = 3n; term !== 0n && term !== -1n; n += 2n) {
    term = (term * square) >> BigInt(bits);
    sum += term / n;
  }
  return sum;
}

/** arctan(1 / n). */
function arctanInverse(n: bigint, bits: number): bigint {
  let power = (1n << BigInt(bits)) / n;
  let sum = power;
  for (let k = 3n, sign = -1n; power !== 0n; k += 2n, sign = -sign) {
    power /= n * n;
    sum += (sign * power) / k;
  }
  return sum;
}

/** A constant, computed when first asked for. */
class Constant {
  readonly #compute: () => bigint;
  #value: bigint | null = null;

  constructor(compute: () => bigint) {
    this.#compute = compute;
  }

  get value(): bigint {
    this.#value ??= this.#compute();
    return this.#value;
  }
}

const guard = 32;
const ln2Constant = new Constant(() => (2n * atanhRatio(1n, 3n, BITS + guard)) >> BigInt(guard));
const ln10Constant = new Constant(() => 3n * ln2Constant.value + 2n * atanhRatio(1n, 9n, BITS));
// Machin 1706.
const longPi = new Constant(
  () =>
    (16n * arctanInverse(5n, PI_BITS + guard) - 4n * arctanInverse(239n, PI_BITS + guard)) >>
    BigInt(guard),
);

/** Natural logarithms of 2 and 10, and pi, as fixed numbers. */
export const ln2 = (): bigint => ln2Constant.value;
export const ln10 = (): bigint => ln10Constant.value;
export const pi = (): bigint => longPi.value >> BigInt(PI_BITS - BITS);

/** log of `mantissa * 2^exponent`, a positive number given exactly. */
export function lnOf(mantissa: bigint, exponent: number): bigint {
  let bits = bitLength(mantissa);
  // Scales to [0.7, 1.4], so that no digits cancel.
  if (shift(mantissa, 8 - bits) < 181n) bits -= 1;
  const denominator = 1n << BigInt(bits);
  const scaled = 2n * atanhRatio(mantissa - denominator, mantissa + denominator, BITS);
  return scaled + BigInt(exponent + bits) * ln2();
}

/** log of a positive double. */
export function exactLn(x: number): bigint {
  const { mantissa, exponent } = decompose(x);
  return lnOf(mantissa, exponent);
}

/** e^x of a fixed number as `value * 2^(exponent - BITS)`, value in [0.2, 16]. */
export function exactExp(x: bigint): { readonly value: bigint; readonly exponent: number } {
  const count = Math.floor((Number(x >> BigInt(BITS)) * 13) / 9);
  // 13/9 is 1 / ln 2, nearly. Ten halvings, ten squarings: short series. 24 more bits take up what
  // the squarings lose.
  const work = BITS + 24;
  const reduced = ((x - BigInt(count) * ln2()) << 24n) >> 10n;
  let term = 1n << BigInt(work);
  let sum = 0n;
  for (let n = 1n; term !== 0n && term !== -1n; n++) {
    term = ((term * reduced) >> BigInt(work)) / n;
    sum += term;
  }
  // With e = exp - 1, squaring is 2e + e².
  for (let i = 0; i < 10; i++) sum = 2n * sum + ((sum * sum) >> BigInt(work));
  return { value: (sum >> 24n) + ONE, exponent: count };
}

/** sin and cos of a fixed number of size below 1. */
function sinCosSeries(x: bigint): { readonly sin: bigint; readonly cos: bigint } {
  const square = (x * x) >> BigInt(BITS);
  let sin = x;
  let cos = ONE;
  let sinTerm = x;
  let cosTerm = ONE;
  for (let n = 2n; cosTerm > 1n || cosTerm < -1n; n += 2n) {
    cosTerm = -((cosTerm * square) >> BigInt(BITS)) / (n * (n - 1n));
    sinTerm = -((sinTerm * square) >> BigInt(BITS)) / (n * (n + 1n));
    cos += cosTerm;
    sin += sinTerm;
  }
  return { sin, cos };
}

/** sin and cos of `reduced + quadrant * pi/2`, `reduced` of size below 1. */
function sinCosInQuadrant(
  reduced: bigint,
  quadrant: number,
): { readonly sin: bigint; readonly cos: bigint } {
  const { sin, cos } = sinCosSeries(reduced);
  switch (quadrant & 3) {
    case 0:
      return { sin, cos };
    case 1:
      return { sin: cos, cos: -sin };
    case 2:
      return { sin: -sin, cos: -cos };
    default:
      return { sin: -cos, cos: sin };
  }
}

/** sin and cos of a finite double of any size. */
export function exactSinCos(x: number): { readonly sin: bigint; readonly cos: bigint } {
  const wide = toFixed(x, PI_BITS);
  const halfPi = longPi.value >> 1n;
  const quarter = halfPi >> 1n;
  let quadrant = (wide + quarter) / halfPi;
  if (wide + quarter < quadrant * halfPi) quadrant -= 1n;
  const reduced = (wide - quadrant * halfPi) >> BigInt(PI_BITS - BITS);
  return sinCosInQuadrant(reduced, Number(BigInt.asUintN(2, quadrant)));
}

/** sin of `steps * pi/64`. */
export function sineOfSteps(steps: number): bigint {
  const quadrant = Math.floor((steps + 16) / 32);
  return sinCosInQuadrant((BigInt(steps - quadrant * 32) * pi()) / 64n, quadrant).sin;
}

/** The square root, rounded down. */
export function squareRoot(value: bigint): bigint {
  if (value < 2n) return value;
  let root = 1n << BigInt((bitLength(value) + 1) >> 1);
  for (;;) {
    const next = (root + value / root) >> 1n;
    if (next >= root) return root;
    root = next;
  }
}

/** The cube root of a positive value, rounded down. */
export function cubeRoot(value: bigint): bigint {
  let root = 1n << BigInt(Math.ceil(bitLength(value) / 3));
  for (;;) {
    const next = (2n * root + value / (root * root)) / 3n;
    if (next >= root) return root;
    root = next;
  }
}

/**
 * The angle of the point (x, y), both positive or zero and not both zero: the result in `bits`
 * fixed bits. They are given as fixed numbers of one scale, and only their ratio counts.
 */
export function exactAngle(y: bigint, x: bigint, bits = BITS): bigint {
  const one = 1n << BigInt(bits);
  if (y > x) {
    const quarterTurn = shift(longPi.value, bits - PI_BITS) >> 1n;
    return quarterTurn - exactAngle(x, y, bits);
  }
  let ratio = (y << BigInt(bits)) / x;
  // atan(t) = 2 atan(t / (1 + sqrt(1 + t²))): three times, then t < 0.1.
  for (let i = 0; i < 3; i++) {
    const root = squareRoot(one * one + ratio * ratio);
    ratio = (ratio << BigInt(bits)) / (one + root);
  }
  const square = (ratio * ratio) >> BigInt(bits);
  let term = ratio;
  let sum = ratio;
  for (let n = 3n; term > 1n || term < -1n; n += 2n) {
    term = -((term * square) >> BigInt(bits));
    sum += term / n;
  }
  return sum * 8n;
}
