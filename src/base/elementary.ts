// exp, log, pow, sin and cos (and log2, log10), correctly rounded: the double nearest to the true
// value, on every engine. The engine's own may differ in the last bit from version to version, so
// Math has them banned. Each is computed in double-double to some 70 bits by table and short
// series; where that does not settle the rounding (one time in a thousand), elementary-exact.ts
// decides with 320 bits. Tables are computed when first used and constant from then on.
// Source: Ziv, "Fast evaluation of elementary mathematical functions with correctly rounded last
// bit", 1991; Tang, table-driven exp and log, 1989 and 1990. Special cases: C99, annex F.

import {
  add,
  addExact,
  addOrdered,
  divide,
  multiply,
  multiplyExact,
  rest,
} from './double-double.ts';
import {
  BITS,
  bitLength,
  exactExp,
  exactLn,
  exactSinCos,
  ln2,
  ln10,
  pi,
  sineOfSteps,
  toDouble,
  toFixed,
} from './elementary-exact.ts';
import { decompose } from './float-text.ts';

const ONE = 1n << BigInt(BITS);

/** Pairs of doubles: the parts of the entries of a table, or of one constant. */
interface Pairs {
  readonly high: Float64Array;
  readonly low: Float64Array;
}

/** The first two doubles of each fixed number. */
function toPairs(values: readonly bigint[]): Pairs {
  const high = Float64Array.from(values, (value) => toDouble(value, BITS));
  const low = Float64Array.from(values, (value, i) => toDouble(value - toFixed(high[i]), BITS));
  return { high, low };
}

/** `value` cut to its first `bits` bits, as a double. */
function leading(value: bigint, bits: number): number {
  const drop = BigInt(bitLength(value) - bits);
  return toDouble((value >> drop) << drop, BITS);
}

/** What log and pow need: reciprocals of 46/64 … 91/64 to nine bits, and minus their logarithms. */
interface LogTables {
  readonly reciprocals: Float64Array;
  readonly logs: Pairs;
  readonly ln2: Pairs;
}

/** What exp needs: 2^(i/64), and ln 2 / 64 in three parts, the first two short. */
interface ExpTables {
  readonly powers: Pairs;
  readonly step: readonly number[];
}

/** What sin and cos need: the sine at i * pi/64 for a full turn, and pi/64 in three parts. */
interface SineTables {
  readonly sines: Pairs;
  readonly step: readonly number[];
}

function makeLogTables(): LogTables {
  const reciprocals = Float64Array.from({ length: 92 }, (_, i) =>
    i < 45 ? 1 : Math.round(32768 / i) / 512,
  );
  const logs = toPairs(Array.from(reciprocals, (c) => (c === 1 ? 0n : -exactLn(c))));
  return { reciprocals, logs, ln2: toPairs([ln2()]) };
}

function threeParts(value: bigint, bits: number): number[] {
  const first = leading(value, bits);
  const second = leading(value - toFixed(first), bits);
  return [first, second, toDouble(value - toFixed(first) - toFixed(second), BITS)];
}

function makeExpTables(): ExpTables {
  const powers = Array.from({ length: 64 }, (_, i) => {
    const { value, exponent } = exactExp((BigInt(i) * ln2()) / 64n);
    return value << BigInt(exponent);
  });
  return { powers: toPairs(powers), step: threeParts(ln2() / 64n, 36) };
}

function makeSineTables(): SineTables {
  const sines = toPairs(Array.from({ length: 128 }, (_, i) => sineOfSteps(i)));
  return { sines, step: threeParts(pi() / 64n, 28) };
}

/** A value computed when first asked for. */
class Lazy<T> {
  readonly #make: () => T;
  #value: T | null = null;

  constructor(make: () => T) {
    this.#make = make;
  }

  get value(): T {
    this.#value ??= this.#make();
    return this.#value;
  }
}

const logTables = new Lazy(makeLogTables);
const expTables = new Lazy(makeExpTables);
const sineTables = new Lazy(makeSineTables);
const perLn2 = new Lazy(() => toPairs([(ONE << BigInt(BITS)) / ln2()]));
const perLn10 = new Lazy(() => toPairs([(ONE << BigInt(BITS)) / ln10()]));

/** high + low rounded to a double; NaN where an error of `relative` could change the result. */
function settle(high: number, low: number, relative: number): number {
  const error = Math.abs(high) * relative;
  const result = high + (low + error);
  return result === high + (low - error) ? result : NaN;
}

const words = new DataView(new ArrayBuffer(8));
const P54 = 18014398509481984;
const MIN_NORMAL = 2.2250738585072014e-308;

/** 2^n for -1022 <= n <= 1023. */
function twoTo(n: number): number {
  words.setUint32(0, (n + 1023) << 20);
  words.setUint32(4, 0);
  return words.getFloat64(0);
}

/**
 * log x of a positive finite double as a pair (second part in `rest[0]`), relative error below
 * 2^-80.
 */
function logPair(x: number): number {
  const tables = logTables.value;
  const isSmall = x < MIN_NORMAL;
  words.setFloat64(0, isSmall ? x * P54 : x);
  const top = words.getUint32(0);
  let exponent = (top >>> 20) - 1023 - (isSmall ? 54 : 0);
  words.setUint32(0, (top & 0xfffff) | 0x3ff00000);
  let m = words.getFloat64(0);
  if (m >= 1.421875) {
    m *= 0.5;
    exponent += 1;
  }
  const index = Math.floor(m * 64 + 0.5);
  const product = multiplyExact(m, tables.reciprocals[index]);
  const r = addOrdered(product - 1, rest[0]);
  const rLow = rest[0];
  const below = addExact(2, r);
  const s = divide(r, rLow, below, rest[0] + rLow);
  const sLow = rest[0];
  // log(1 + r) = 2 (s + s³/3 + s⁵/5 + …): the cube in pairs, the rest in doubles.
  const square = multiply(s, sLow, s, sLow);
  const cube = multiply(square, rest[0], s, sLow);
  const third = multiply(cube, rest[0], 0.3333333333333333, 1.850371707708594e-17);
  const s2 = s * s;
  const tail = s2 * s2 * s * (0.2 + s2 * (1 / 7 + s2 * (1 / 9 + s2 * (1 / 11 + s2 / 13))));
  const series = add(s, sLow, third, rest[0] + tail);
  const seriesLow = rest[0];
  if (exponent === 0 && index === 64) {
    rest[0] = 2 * seriesLow;
    return 2 * series;
  }
  const scale = multiply(exponent, 0, tables.ln2.high[0], tables.ln2.low[0]);
  const base = add(scale, rest[0], tables.logs.high[index], tables.logs.low[index]);
  return add(base, rest[0], 2 * series, 2 * seriesLow);
}

/** e^(x + xLow), |x| < 746, relative error of the pair below 2^-66; NaN where undecided. */
function expSettled(x: number, xLow: number): number {
  const { powers, step } = expTables.value;
  const k = Math.floor(x * 92.33248261893606 + 0.5);
  const first = addExact(x - k * step[0], -k * step[1]);
  const r = addExact(first, rest[0] - k * step[2] + xLow);
  const rLow = rest[0];
  const tail =
    r * r * (0.5 + r * (1 / 6 + r * (1 / 24 + r * (1 / 120 + r * (1 / 720 + r / 5040)))));
  const index = k & 63;
  const p = addOrdered(r, tail + rLow);
  const high = powers.high[index];
  const low = powers.low[index];
  const product = multiply(high, low, p, rest[0]);
  const sum = add(high, low, product, rest[0]);
  const result = settle(sum, rest[0], 5.421010862427522e-20 / 2);
  const exponent = (k - index) / 64;
  if (exponent > 1000) return result * twoTo(1000) * twoTo(exponent - 1000);
  // Below the normal numbers there are fewer bits to round to: the exact way.
  return exponent < -1020 ? NaN : result * twoTo(exponent);
}

/** The natural logarithm of x. -Infinity for 0, NaN below. */
export function log(x: number): number {
  if (!(x > 0)) return x === 0 ? -Infinity : NaN;
  if (x === Infinity || x === 1) return x === 1 ? 0 : x;
  const high = logPair(x);
  const result = settle(high, rest[0], 8.470329472543003e-22);
  return Number.isNaN(result) ? toDouble(exactLn(x), BITS) : result;
}

function logBy(x: number, factor: Pairs, base: () => bigint): number {
  if (!(x > 0)) return x === 0 ? -Infinity : NaN;
  if (x === Infinity || x === 1) return x === 1 ? 0 : x;
  const natural = logPair(x);
  const high = multiply(natural, rest[0], factor.high[0], factor.low[0]);
  const result = settle(high, rest[0], 8.470329472543003e-22);
  return Number.isNaN(result) ? toDouble((exactLn(x) << BigInt(BITS)) / base(), BITS) : result;
}

/** The logarithm of x to base 2. -Infinity for 0, NaN below. */
export function log2(x: number): number {
  return logBy(x, perLn2.value, ln2);
}

/** The logarithm of x to base 10. -Infinity for 0, NaN below. */
export function log10(x: number): number {
  return logBy(x, perLn10.value, ln10);
}

/** e to the x. Infinity above 709.78, 0 below -745.13. */
export function exp(x: number): number {
  if (Number.isNaN(x)) return NaN;
  if (x > 709.8) return Infinity;
  if (x < -745.2) return 0;
  if (Math.abs(x) < 5.551115123125783e-17) return 1;
  const result = expSettled(x, 0);
  if (!Number.isNaN(result)) return result;
  const { value, exponent } = exactExp(toFixed(x));
  return toDouble(value, BITS - exponent);
}

/** sin (shift 0) or cos (shift 32, a quarter turn) of x by table; NaN where undecided. */
function sineSettled(x: number, shift: number): number {
  const { sines, step } = sineTables.value;
  const k = Math.floor(x * 20.371832715762604 + 0.5);
  const first = addExact(x - k * step[0], -k * step[1]);
  const b = addExact(first, rest[0] - k * step[2]);
  const bLow = rest[0];
  if (Math.abs(b) < 9.313225746154785e-10 && k !== 0) return NaN;
  const b2 = b * b;
  const sinTail = b * b2 * (-1 / 6 + b2 * (1 / 120 + b2 * (-1 / 5040 + b2 / 362880)));
  const cosTail = b2 * b2 * (1 / 24 + b2 * (-1 / 720 + b2 * (1 / 40320 - b2 / 3628800)));
  const sinB = addOrdered(b, bLow + sinTail);
  const sinBLow = rest[0];
  const at = (k + shift) & 127;
  const quarterOn = (at + 32) & 127;
  // sin(a + b) = sin a + (cos a * sin b + sin a * (cos b - 1)).
  const along = multiply(sines.high[quarterOn], sines.low[quarterOn], sinB, sinBLow);
  const alongLow = rest[0];
  const square = multiply(b, bLow, b, bLow);
  const cosB = addOrdered(-0.5 * square, -0.5 * rest[0] + cosTail);
  const across = multiply(sines.high[at], sines.low[at], cosB, rest[0]);
  const bend = add(along, alongLow, across, rest[0]);
  const sum = add(sines.high[at], sines.low[at], bend, rest[0]);
  return settle(sum, rest[0], 1.0842021724855044e-19);
}

/** The sine of x in radians; NaN for infinities. */
export function sin(x: number): number {
  if (Math.abs(x) < 1.4901161193847656e-8) return x;
  if (!Number.isFinite(x)) return NaN;
  const result = Math.abs(x) < 1048576 ? sineSettled(x, 0) : NaN;
  return Number.isNaN(result) ? toDouble(exactSinCos(x).sin, BITS) : result;
}

/** The cosine of x in radians; NaN for infinities. */
export function cos(x: number): number {
  if (Math.abs(x) < 7.450580596923828e-9) return 1;
  if (!Number.isFinite(x)) return NaN;
  const result = Math.abs(x) < 1048576 ? sineSettled(x, 32) : NaN;
  return Number.isNaN(result) ? toDouble(exactSinCos(x).cos, BITS) : result;
}

/** |x|^y for finite x > 0, x not 1, and finite y. */
function positivePower(x: number, y: number): number {
  const logarithm = logPair(x);
  const logarithmLow = rest[0];
  const estimate = y * logarithm;
  if (estimate > 709.8) return Infinity;
  if (estimate < -745.2) return 0;
  if (Math.abs(estimate) < 2.7755575615628914e-17) return 1;
  const isWide = Math.abs(y) > 1e290 || Math.abs(y) < 1e-290;
  if (!isWide) {
    const exponent = multiply(logarithm, logarithmLow, y, 0);
    const result = expSettled(exponent, rest[0]);
    if (!Number.isNaN(result)) return result;
  }
  const { mantissa, exponent: yExponent } = decompose(y);
  const product = (y < 0 ? -mantissa : mantissa) * exactLn(x);
  const scaled = yExponent >= 0 ? product << BigInt(yExponent) : product >> BigInt(-yExponent);
  const { value, exponent } = exactExp(scaled);
  return toDouble(value, BITS - exponent);
}

/**
 * x to the y as C's `pow` has it, special cases included: NaN for a negative x and a y that is not
 * an integer, an infinity for 0 to a negative power. Python's errors are the caller's.
 */
export function pow(x: number, y: number): number {
  if (y === 0 || x === 1) return 1;
  if (Number.isNaN(x) || Number.isNaN(y)) return NaN;
  const size = Math.abs(x);
  if (!Number.isFinite(y)) {
    if (size === 1) return 1;
    return size > 1 === y > 0 ? Infinity : 0;
  }
  const isOdd = Math.abs(y % 2) === 1;
  const negative = (x < 0 || Object.is(x, -0)) && isOdd;
  let result: number;
  if (x === 0 || !Number.isFinite(x)) result = (x === 0) === y > 0 ? 0 : Infinity;
  else if (x < 0 && !Number.isInteger(y)) return NaN;
  else if (size === 1) result = 1;
  else if (y === 1) result = size;
  else if (y === 2) result = size * size;
  else if (y === 0.5) result = Math.sqrt(size);
  else result = positivePower(size, y);
  return negative ? -result : result;
}
