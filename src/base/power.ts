// x to the power y, the same on every machine: the float nearest to the exact result. JavaScript's
// own power differs between engines in the last digit. Small integer exponents are computed exactly
// with bigints, squares and roots by the correctly rounded operations of the processor, everything
// else by a logarithm and an exponential in fixed point, with more digits until the rounding is
// certain.
// Special values as in C99 (annex F.9.4.4), as CPython's float_pow has them.

import { decompose } from './float-text.ts';

/** Exponents up to here are computed exactly: at most 53 times as many bits. */
const EXACT_EXPONENT = 64;

/**
 * `x ** y` in floats; NaN for a negative `x` with a fractional `y`, infinite where it overflows.
 */
export function power(x: number, y: number): number {
  if (y === 0 || x === 1) return 1;
  if (Number.isNaN(x) || Number.isNaN(y)) return NaN;
  if (y === 1) return x;
  if (y === 2) return x * x;
  if (y === -1) return 1 / x;
  if (!Number.isFinite(x) || !Number.isFinite(y) || x === 0) return specialPower(x, y);
  if (y === 0.5) return Math.sqrt(x);
  const isInteger = Number.isInteger(y);
  if (x < 0 && !isInteger) return NaN;
  const negative = x < 0 && y % 2 !== 0;
  const size = x < 0 ? -x : x;
  if (size === 1) return negative ? -1 : 1;
  const result =
    isInteger && y >= -EXACT_EXPONENT && y <= EXACT_EXPONENT
      ? integerPower(size, y)
      : generalPower(size, y);
  return negative ? -result : result;
}

function specialPower(x: number, y: number): number {
  const isOdd = Number.isInteger(y) && y % 2 !== 0;
  const negative = (x < 0 || Object.is(x, -0)) && isOdd;
  if (!Number.isFinite(y)) {
    const size = Math.abs(x);
    if (size === 1) return 1;
    return size > 1 === y > 0 ? Infinity : 0;
  }
  const grows = x === 0 ? y < 0 : y > 0;
  const result = grows ? Infinity : 0;
  return negative ? -result : result;
}

/** Exact for a positive `x` and a small integer `y`, then rounded once. */
function integerPower(x: number, y: number): number {
  const { mantissa, exponent } = trimmed(x);
  const count = y < 0 ? -y : y;
  const raised = raise(mantissa, count);
  if (y > 0) return nearest(raised, exponent * count, false);
  const shift = bitLength(raised) + 70;
  const quotient = (1n << BigInt(shift)) / raised;
  const isInexact = quotient * raised !== 1n << BigInt(shift);
  return nearest(quotient, -exponent * count - shift, isInexact);
}

/** The parts of a float with an odd mantissa, so that exact powers stay short. */
function trimmed(x: number): { mantissa: bigint; exponent: number } {
  let { mantissa, exponent } = decompose(x);
  while ((mantissa & 1n) === 0n) {
    mantissa >>= 1n;
    exponent++;
  }
  return { mantissa, exponent };
}

function raise(base: bigint, count: number): bigint {
  let result = 1n;
  let square = base;
  for (let left = count; left > 0; left = Math.floor(left / 2)) {
    if (left % 2 === 1) result *= square;
    if (left > 1) square *= square;
  }
  return result;
}

function bitLength(value: bigint): number {
  return value.toString(2).length;
}

/**
 * The float nearest to `mantissa * 2^exponent`, half to even; `isInexact` where a little more than
 * that is meant. `mantissa` is positive and has more than 54 bits where it is inexact.
 */
function nearest(mantissa: bigint, exponent: number, isInexact: boolean): number {
  const length = bitLength(mantissa);
  const top = length + exponent;
  if (top > 1025) return Infinity;
  const bits = Math.min(53, top + 1074);
  if (bits < 0) return 0;
  const drop = length - bits;
  if (drop <= 0) return scaled(Number(mantissa), exponent);
  const kept = mantissa >> BigInt(drop);
  const rest = mantissa - (kept << BigInt(drop));
  const half = 1n << BigInt(drop - 1);
  const up = rest > half || (rest === half && (isInexact || (kept & 1n) === 1n));
  return scaled(Number(up ? kept + 1n : kept), exponent + drop);
}

/**
 * `value * 2^exponent`, exact where a float can hold it, in steps that neither overflow nor
 * underflow.
 */
function scaled(value: number, exponent: number): number {
  let result = value;
  let left = exponent;
  for (; left > 900; left -= 900) result *= Number(1n << 900n);
  for (; left < -900; left += 900) result /= Number(1n << 900n);
  return left >= 0 ? result * Number(1n << BigInt(left)) : result / Number(1n << BigInt(-left));
}

/**
 * Working digits, in bits; the last is taken as certain: what is still undecided is an exact
 * result.
 */
const PRECISIONS = [120, 240, 480];

function generalPower(x: number, y: number): number {
  const estimate = roughBinaryLogarithm(x) * y;
  if (estimate > 1100) return Infinity;
  if (estimate < -1200) return 0;
  for (const precision of PRECISIONS) {
    const isLast = precision === PRECISIONS[PRECISIONS.length - 1];
    const result = attempt(x, y, precision, isLast);
    if (result !== null) return result;
  }
  return NaN;
}

/** The exponent of `x` and a bit more, to judge magnitudes. */
function roughBinaryLogarithm(x: number): number {
  const { mantissa, exponent } = decompose(x);
  const length = bitLength(mantissa);
  const fraction = Number(mantissa) / Number(1n << BigInt(length - 1)) - 1;
  return length - 1 + exponent + fraction;
}

/**
 * The result with `precision` bits after the point; null where these do not decide the rounding.
 */
function attempt(x: number, y: number, precision: number, isLast: boolean): number | null {
  const guard = 32;
  const bits = precision + guard;
  const ln2 = logarithmOfTwo(bits);
  // The logarithm may be up to 2^11 and is multiplied by y: that many more bits are needed.
  const { mantissa, exponent } = decompose(y < 0 ? -y : y);
  const log = naturalLogarithm(x, bits + 64, logarithmOfTwo(bits + 64));
  const shift = BigInt(-exponent + 64);
  let product = shift >= 0n ? (log * mantissa) >> shift : (log * mantissa) << -shift;
  if (y < 0) product = -product;
  const turns = floorDivide(product, ln2);
  const value = exponential(product - turns * ln2, bits);
  // value is in [1, 2) with `bits` bits after the point, and wrong by less than 2^guard units.
  const slack = 1n << BigInt(guard - 4);
  const scale = Number(turns) - bits;
  const low = nearest(value - slack, scale, true);
  const high = nearest(value + slack, scale, true);
  if (low === high) return low;
  return isLast ? nearest(((value + (slack >> 1n)) / slack) * slack, scale, false) : null;
}

function floorDivide(a: bigint, b: bigint): bigint {
  const quotient = a / b;
  return a < 0n && quotient * b !== a ? quotient - 1n : quotient;
}

/** ln 2 with 600 bits after the point: 18 artanh(1/26) - 2 artanh(1/4801) + 8 artanh(1/8749). */
const LN2 = BigInt(
  '0x' +
    'b17217f7d1cf79abc9e3b39803f2f6af40f343267298b62d8a0d175b8baafa2be7b876206debac98' +
    '559552fb4afa1b10ed2eae35c138214427573b291169b8253e96ca16224ae8c51acbda',
);
const LN2_BITS = 600;

function logarithmOfTwo(bits: number): bigint {
  return LN2 >> BigInt(LN2_BITS - bits);
}

/** ln x with `bits` bits after the point: the mantissa is brought near 1, then artanh's series. */
function naturalLogarithm(x: number, bits: number, ln2: bigint): bigint {
  const { mantissa, exponent } = decompose(x);
  const length = bitLength(mantissa);
  const one = 1n << BigInt(bits);
  let turns = length - 1 + exponent;
  let m = (mantissa << BigInt(bits)) >> BigInt(length - 1);
  if (m * m > one * one * 2n) {
    m >>= 1n;
    turns++;
  }
  // ln m = 2 artanh((m - 1) / (m + 1)); the halved mantissa may lose a bit, so it is taken exactly
  // below.
  const exact = BigInt(turns - exponent);
  const numerator = mantissa - (1n << exact);
  const denominator = mantissa + (1n << exact);
  const z = (numerator << BigInt(bits)) / denominator;
  const square = (z * z) >> BigInt(bits);
  let power = z;
  let sum = z;
  for (let i = 3n; power !== 0n && power !== -1n; i += 2n) {
    power = (power * square) >> BigInt(bits);
    sum += power / i;
  }
  return 2n * sum + BigInt(turns) * ln2;
}

/**
 * e^r for 0 <= r < ln 2, with `bits` bits after the point: r is halved often, the result squared as
 * often.
 */
function exponential(r: bigint, bits: number): bigint {
  const halvings = 8;
  const extra = halvings + 8;
  const one = 1n << BigInt(bits + extra);
  const small = (r << BigInt(extra)) >> BigInt(halvings);
  let term = one;
  let sum = one;
  for (let i = 1n; term !== 0n; i += 1n) {
    term = ((term * small) >> BigInt(bits + extra)) / i;
    sum += term;
  }
  for (let i = 0; i < halvings; i++) sum = (sum * sum) >> BigInt(bits + extra);
  return sum >> BigInt(extra);
}
