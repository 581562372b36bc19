// Square roots, powers, exponentials and logarithms of decimal numbers. Roots and whole powers are
// exact before they are rounded; the others are series on whole numbers with digits to spare.
// Source: the General Decimal Arithmetic Specification; the series of atanh and exp.

import { divide, multiply, nanResult } from './arithmetic.ts';
import { DecimalNumber, digitCount, infinity, NAN, tenTo, wholeNumber } from './number.ts';
import { type Bounds, fix } from './rounding.ts';
import { INEXACT, INVALID, ROUNDED } from './signals.ts';

/** Digits beyond those that are asked for. */
const SPARE = 12;
const ONE = wholeNumber(1n);

function invalid(bounds: Bounds): DecimalNumber {
  bounds.signal(INVALID);
  return NAN;
}

function wholeRoot(value: bigint): bigint {
  if (value < 2n) return value;
  let root = tenTo((digitCount(value) >> 1) + 1);
  for (;;) {
    const next = (root + value / root) >> 1n;
    if (next >= root) return root;
    root = next;
  }
}

export function squareRoot(number: DecimalNumber, bounds: Bounds): DecimalNumber {
  const nan = nanResult(bounds, number);
  if (nan !== null) return nan;
  const { isNegative, exponent } = number;
  if (number.isZero)
    return fix(new DecimalNumber(isNegative, 0n, Math.floor(exponent / 2)), bounds);
  if (isNegative) return invalid(bounds);
  if (!number.isFinite) return number;
  const precision = bounds.precision + 1;
  const isOdd = (exponent & 1) !== 0;
  let coefficient = isOdd ? number.coefficient * 10n : number.coefficient;
  let half = (exponent - (isOdd ? 1 : 0)) / 2;
  const length = (digitCount(coefficient) + 1) >> 1;
  const shift = precision - length;
  let isExact = true;
  if (shift >= 0) coefficient *= tenTo(2 * shift);
  else {
    const unit = tenTo(-2 * shift);
    isExact = coefficient % unit === 0n;
    coefficient /= unit;
  }
  half -= shift;
  let root = wholeRoot(coefficient);
  isExact &&= root * root === coefficient;
  if (isExact) {
    if (shift >= 0) root /= tenTo(shift);
    else root *= tenTo(-shift);
    half += shift;
  } else if (root % 5n === 0n) root++;
  return fix(new DecimalNumber(false, root, half), {
    ...plain(bounds),
    rounding: 'ROUND_HALF_EVEN',
  });
}

/** A copy that can be changed: signals still go to the context. */
function plain(bounds: Bounds): Bounds {
  const { precision, rounding, minExponent, maxExponent, clamps } = bounds;
  const signal = (signals: number): void => bounds.signal(signals);
  return { precision, rounding, minExponent, maxExponent, clamps, signal };
}

/** The natural logarithm of above/below, times 10**digits. */
function logarithm(above: bigint, below: bigint, digits: number): bigint {
  const scale = tenTo(digits);
  const atanh = (top: bigint, bottom: bigint): bigint => {
    const square = top * top;
    const squareBelow = bottom * bottom;
    let term = (scale * top) / bottom;
    let sum = term;
    for (let n = 3n; term !== 0n; n += 2n) {
      term = (term * square) / squareBelow;
      sum += term / n;
    }
    return sum;
  };
  let [x, y] = [above, below];
  let halvings = 0n;
  for (; x > 2n * y; halvings++) y *= 2n;
  for (; 2n * x < y; halvings--) x *= 2n;
  const rest = x === y ? 0n : 2n * atanh(x - y, x + y);
  return halvings === 0n ? rest : rest + halvings * 2n * atanh(1n, 3n);
}

/** ln(number) times 10**digits. */
function scaledLogarithm({ coefficient, exponent }: DecimalNumber, digits: number): bigint {
  const length = digitCount(coefficient) - 1;
  const power = exponent + length;
  const mantissa = logarithm(coefficient, tenTo(length), digits);
  return power === 0 ? mantissa : mantissa + BigInt(power) * logarithm(10n, 1n, digits);
}

/** exp(value / 10**digits) as coefficient and exponent, to `precision` digits and some. */
function exponential(value: bigint, digits: number, precision: number): DecimalNumber {
  const scale = tenTo(digits);
  const ten = logarithm(10n, 1n, digits);
  let power = value / ten;
  if (value % ten < 0n) power--;
  const rest = value - power * ten;
  let term = scale;
  let sum = scale;
  for (let n = 1n; term !== 0n; n++) {
    term = (term * rest) / (scale * n);
    sum += term;
  }
  const spare = Math.max(0, digits - precision - SPARE);
  return new DecimalNumber(false, sum / tenTo(spare), spare - digits + Number(power));
}

/** An inexact result: one more digit keeps it from looking exact. */
function inexact(number: DecimalNumber, bounds: Bounds): DecimalNumber {
  const missing = Math.max(0, bounds.precision + SPARE - digitCount(number.coefficient));
  const coefficient = number.coefficient * tenTo(missing);
  const result = new DecimalNumber(number.isNegative, coefficient, number.exponent - missing);
  bounds.signal(INEXACT | ROUNDED);
  return fix(result, { ...plain(bounds), rounding: 'ROUND_HALF_EVEN' });
}

export function exp(number: DecimalNumber, bounds: Bounds): DecimalNumber {
  const nan = nanResult(bounds, number);
  if (nan !== null) return nan;
  const { isNegative } = number;
  if (!number.isFinite) return isNegative ? wholeNumber(0n) : number;
  if (number.isZero) return ONE;
  if (number.adjusted > 7) {
    const size = isNegative ? -4 * bounds.maxExponent : 4 * bounds.maxExponent;
    return fix(new DecimalNumber(false, 1n, size), bounds);
  }
  const digits = bounds.precision + SPARE * 2 + Math.max(0, number.adjusted + 1);
  const shift = number.exponent + digits;
  const size = shift >= 0 ? number.coefficient * tenTo(shift) : number.coefficient / tenTo(-shift);
  return inexact(exponential(isNegative ? -size : size, digits, bounds.precision), bounds);
}

function logarithmIn(number: DecimalNumber, bounds: Bounds, base: bigint | null): DecimalNumber {
  const nan = nanResult(bounds, number);
  if (nan !== null) return nan;
  if (number.isZero) return infinity(true);
  if (number.isNegative) return invalid(bounds);
  if (!number.isFinite) return number;
  const isPower = /^10*$/.test(number.coefficient.toString());
  if (isPower && (base !== null || number.adjusted === 0)) {
    return fix(wholeNumber(BigInt(number.adjusted)), bounds);
  }
  const digits = bounds.precision + SPARE * 2;
  const value = scaledLogarithm(number, digits);
  const scaled = base === null ? value : (value * tenTo(digits)) / logarithm(base, 1n, digits);
  return inexact(new DecimalNumber(scaled < 0n, scaled < 0n ? -scaled : scaled, -digits), bounds);
}

export function ln(number: DecimalNumber, bounds: Bounds): DecimalNumber {
  return logarithmIn(number, bounds, null);
}

export function log10(number: DecimalNumber, bounds: Bounds): DecimalNumber {
  return logarithmIn(number, bounds, 10n);
}

/** The int that a number is; null for any other. */
export function wholeOf(number: DecimalNumber): bigint | null {
  if (!number.isFinite) return null;
  const { coefficient, exponent, isNegative } = number;
  if (exponent > 1000) return null;
  if (exponent < 0 && digitCount(coefficient) < -exponent && coefficient !== 0n) return null;
  const unit = exponent < 0 ? tenTo(-exponent) : 1n;
  if (coefficient % unit !== 0n) return null;
  const size = exponent >= 0 ? coefficient * tenTo(exponent) : coefficient / unit;
  return isNegative ? -size : size;
}

function wholePower(
  base: DecimalNumber,
  power: bigint,
  b: DecimalNumber,
  bounds: Bounds,
): DecimalNumber {
  const size = power < 0n ? -power : power;
  // As many digits as libmpdec works with: where they are too few, its last digit is so, too.
  const precision = bounds.precision + digitCount(b.coefficient) + b.exponent + 2;
  const inner: Bounds = { ...plain(bounds), precision, rounding: 'ROUND_HALF_EVEN' };
  const first = power < 0n ? divide(ONE, base, inner) : base;
  let result = ONE;
  for (const bit of size.toString(2)) {
    result = multiply(result, result, inner);
    if (bit === '1') result = multiply(result, first, inner);
  }
  return fix(result, bounds);
}

/** Powers of zero, of infinity and by infinity; null for all others. */
function edgePower(a: DecimalNumber, b: DecimalNumber, isNegative: boolean, bounds: Bounds) {
  const isBelow = b.isNegative && !b.isZero;
  if (b.isZero) return a.isZero ? invalid(bounds) : ONE;
  if (a.isZero || (!a.isFinite && b.isFinite)) {
    const isInfinite = a.isZero === isBelow;
    return isInfinite ? infinity(isNegative) : wholeNumber(0n).withSign(isNegative);
  }
  if (b.isFinite) return null;
  if (a.isNegative) return invalid(bounds);
  const isSmall = a.isFinite && a.adjusted < 0;
  if (a.isFinite && wholeOf(a) === 1n) return inexact(ONE, bounds);
  return isSmall === isBelow ? infinity(false) : wholeNumber(0n);
}

export function power(a: DecimalNumber, b: DecimalNumber, bounds: Bounds): DecimalNumber {
  const nan = nanResult(bounds, a, b);
  if (nan !== null) return nan;
  const whole = wholeOf(b);
  const isNegative = a.isNegative && whole !== null && whole % 2n !== 0n;
  const isImaginary = a.isNegative && !a.isZero && b.isFinite && whole === null;
  const edge = isImaginary ? invalid(bounds) : edgePower(a, b, isNegative, bounds);
  if (edge !== null) return edge;
  if (whole !== null) return wholePower(a, whole, b, bounds);
  const digits =
    bounds.precision +
    SPARE * 2 +
    Math.max(0, b.adjusted + digitCount(BigInt(Math.abs(a.adjusted))) + 1);
  const scaled = scaledLogarithm(a, digits) * b.coefficient * (b.isNegative ? -1n : 1n);
  const value = b.exponent >= 0 ? scaled * tenTo(b.exponent) : scaled / tenTo(-b.exponent);
  return inexact(exponential(value, digits, bounds.precision), bounds);
}
