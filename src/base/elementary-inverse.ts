// The elementary functions that programs need less often, correctly rounded by integer arithmetic
// alone (some 50 microseconds each): tan, asin, acos, atan, atan2, sinh, cosh, tanh, log1p, expm1,
// hypot, exp2, cbrt. Near 0, where a function is x plus a term far below half a digit of x, the
// result is x itself. Special cases: C99, annex F.

import {
  BITS,
  bitLength,
  cubeRoot,
  exactAngle,
  exactExp,
  exactLn,
  exactSinCos,
  ln2,
  lnOf,
  pi,
  squareRoot,
  toDouble,
  toFixed,
} from './elementary-exact.ts';
import { decompose } from './float-text.ts';

const ONE = 1n << BigInt(BITS);
/** Below it, x²/3 is less than a quarter of the last place of x. */
const TINY = 7.450580596923828e-9;

/** Moves a fixed number by `bits` to the left; to the right where negative. */
function shift(value: bigint, bits: number): bigint {
  return bits >= 0 ? value << BigInt(bits) : value >> BigInt(-bits);
}

/** The tangent of x in radians; NaN for infinities. */
export function tan(x: number): number {
  if (Math.abs(x) < TINY) return x;
  if (!Number.isFinite(x)) return NaN;
  const { sin, cos } = exactSinCos(x);
  return toDouble((sin << BigInt(BITS)) / cos, BITS);
}

/** The angle of the point (x, y), both finite and not both 0, for y > 0. */
function angle(y: number, x: number): number {
  const [a, b] = [decompose(y), decompose(x)];
  const low = Math.min(a.exponent, b.exponent);
  const up = shift(a.mantissa, a.exponent - low);
  const along = shift(b.mantissa, b.exponent - low);
  // A small angle needs more bits after the point to have as many significant ones.
  const bits = BITS + Math.max(0, bitLength(along) - bitLength(up));
  const acute = exactAngle(up, along, bits);
  const turned = x < 0 ? shift(pi(), bits - BITS) - acute : acute;
  return toDouble(turned, bits);
}

/** The angle of the point (x, y) in radians, from -pi to pi. */
export function atan2(y: number, x: number): number {
  if (Number.isNaN(x) || Number.isNaN(y)) return NaN;
  const below = y < 0 || Object.is(y, -0);
  const left = x < 0 || Object.is(x, -0);
  const sign = below ? -1 : 1;
  const ySize = Math.abs(y);
  if (ySize === 0) return sign * (left ? Math.PI : 0);
  if (!Number.isFinite(x)) {
    if (Number.isFinite(y)) return sign * (left ? Math.PI : 0);
    return sign * (left ? 2.356194490192345 : Math.PI / 4);
  }
  if (!Number.isFinite(y) || x === 0) return (sign * Math.PI) / 2;
  return sign * angle(ySize, x);
}

/** The arc tangent of x, from -pi/2 to pi/2. */
export function atan(x: number): number {
  return Math.abs(x) < TINY ? x : atan2(x, 1);
}

/** The square root of 1 - x², as a fixed number. */
function coSide(x: number): bigint {
  const side = toFixed(Math.abs(x));
  return squareRoot((ONE - side) * (ONE + side));
}

/** The arc sine of x; NaN outside [-1, 1]. */
export function asin(x: number): number {
  if (!(Math.abs(x) <= 1)) return NaN;
  if (Math.abs(x) < TINY) return x;
  const result = toDouble(exactAngle(toFixed(Math.abs(x)), coSide(x)), BITS);
  return x < 0 ? -result : result;
}

/** The arc cosine of x; NaN outside [-1, 1]. */
export function acos(x: number): number {
  if (!(Math.abs(x) <= 1)) return NaN;
  const acute = exactAngle(coSide(x), toFixed(Math.abs(x)));
  return toDouble(x < 0 ? pi() - acute : acute, BITS);
}

/** e^x and e^-x as fixed numbers of one scale, `bits` after the point. */
function bothExponentials(x: number): readonly [bigint, bigint] {
  const up = exactExp(toFixed(x));
  const down = exactExp(-toFixed(x));
  return [shift(up.value, up.exponent), shift(down.value, down.exponent)];
}

/** The hyperbolic sine. */
export function sinh(x: number): number {
  if (!Number.isFinite(x) || Math.abs(x) < TINY) return x;
  if (Math.abs(x) > 711) return x > 0 ? Infinity : -Infinity;
  const [up, down] = bothExponentials(x);
  return toDouble(up - down, BITS + 1);
}

/** The hyperbolic cosine. */
export function cosh(x: number): number {
  if (!(Math.abs(x) <= 711)) return Number.isNaN(x) ? x : Infinity;
  const [up, down] = bothExponentials(x);
  return toDouble(up + down, BITS + 1);
}

/** The hyperbolic tangent. */
export function tanh(x: number): number {
  if (Number.isNaN(x) || Math.abs(x) < TINY) return x;
  if (Math.abs(x) > 20) return x > 0 ? 1 : -1;
  const [up, down] = bothExponentials(x);
  return toDouble(((up - down) << BigInt(BITS)) / (up + down), BITS);
}

/** log(1 + x); -Infinity for -1, NaN below. */
export function log1p(x: number): number {
  if (!(x > -1)) return x === -1 ? -Infinity : NaN;
  if (x === Infinity || Math.abs(x) < 1e-17) return x;
  // From here on, adding 1 moves the logarithm by less than the 130 bits that count.
  if (x > 1e45) return toDouble(exactLn(x), BITS);
  return toDouble(lnOf(ONE + toFixed(x), -BITS), BITS);
}

/** e^x - 1. */
export function expm1(x: number): number {
  if (Number.isNaN(x) || Math.abs(x) < 1e-17) return x;
  if (x > 709.8) return Infinity;
  if (x < -50) return -1;
  const { value, exponent } = exactExp(toFixed(x));
  return toDouble(shift(value, exponent) - ONE, BITS);
}

/** 2^x. */
export function exp2(x: number): number {
  if (Number.isNaN(x)) return NaN;
  if (x >= 1024) return Infinity;
  if (x < -1076) return 0;
  const whole = Math.floor(x);
  const { value, exponent } = exactExp(
    ((toFixed(x) - BigInt(whole) * ONE) * ln2()) >> BigInt(BITS),
  );
  return toDouble(value, BITS - exponent - whole);
}

/** The cube root of x. */
export function cbrt(x: number): number {
  if (!Number.isFinite(x) || x === 0) return x;
  const { mantissa, exponent } = decompose(x);
  const third = Math.floor(exponent / 3) - 120;
  const result = toDouble(cubeRoot(mantissa << BigInt(exponent - 3 * third)), -third);
  return x < 0 ? -result : result;
}

/** The square root of the sum of the squares: the length of a vector. */
export function hypot(coordinates: readonly number[]): number {
  let low = 1024;
  for (const x of coordinates) {
    if (Math.abs(x) === Infinity) return Infinity;
    if (x !== 0) low = Math.min(low, decompose(Number.isNaN(x) ? 1 : x).exponent);
  }
  if (coordinates.some((x) => Number.isNaN(x))) return NaN;
  let sum = 0n;
  for (const x of coordinates) {
    if (x === 0) continue;
    const { mantissa, exponent } = decompose(x);
    const size = mantissa << BigInt(exponent - low);
    sum += size * size;
  }
  const extra = Math.max(0, 200 - (bitLength(sum) >> 1));
  const scaled = sum << BigInt(2 * extra);
  return toDouble(squareRoot(scaled), extra - low);
}
