// Decimal arithmetic: each operation is exact before it is brought into the context. Operands that
// are NaN are handled first, here. Source: the General Decimal Arithmetic Specification, CPython
// 3.14 Lib/_pydecimal.py (__add__, __truediv__, _divide, quantize, compare).

import { DecimalNumber, digitCount, infinity, NAN, tenTo } from './number.ts';
import { type Bounds, fix, type Rounding, rescaled } from './rounding.ts';
import {
  CLAMPED,
  DIVISION_BY_ZERO,
  DIVISION_IMPOSSIBLE,
  DIVISION_UNDEFINED,
  INEXACT,
  INVALID,
  ROUNDED,
} from './signals.ts';

/** The result for operands of which one is a NaN; null where none is. */
export function nanResult(bounds: Bounds, ...operands: DecimalNumber[]): DecimalNumber | null {
  const signalling = operands.find(({ kind }) => kind === 'snan');
  if (signalling !== undefined) bounds.signal(INVALID);
  const nan = signalling ?? operands.find(({ kind }) => kind === 'nan');
  if (nan === undefined) return null;
  const room = tenTo(bounds.precision);
  return new DecimalNumber(nan.isNegative, nan.coefficient % room, 0, 'nan');
}

function invalid(bounds: Bounds, signals = INVALID): DecimalNumber {
  bounds.signal(signals);
  return NAN;
}

/**
 * Both with the lesser exponent. One that is too small to show in a sum becomes the least that
 * still tells of it.
 */
function aligned(a: DecimalNumber, b: DecimalNumber, precision: number) {
  const [high, low] = a.exponent >= b.exponent ? [a, b] : [b, a];
  let small = low;
  if (high.coefficient !== 0n && low.coefficient !== 0n) {
    const far = high.exponent + Math.min(-1, digitCount(high.coefficient) - precision - 2);
    if (low.adjusted < far) small = new DecimalNumber(low.isNegative, 1n, far);
  }
  const scaled = (each: DecimalNumber): bigint =>
    each.coefficient === 0n ? 0n : each.coefficient * tenTo(each.exponent - small.exponent);
  const [x, y] = [scaled(high), small.coefficient];
  const signed = (each: DecimalNumber, size: bigint): bigint => (each.isNegative ? -size : size);
  return { sum: signed(high, x) + signed(small, y), exponent: small.exponent };
}

export function add(a: DecimalNumber, b: DecimalNumber, bounds: Bounds): DecimalNumber {
  const nan = nanResult(bounds, a, b);
  if (nan !== null) return nan;
  if (!a.isFinite || !b.isFinite) {
    if (!a.isFinite && !b.isFinite && a.isNegative !== b.isNegative) return invalid(bounds);
    return a.isFinite ? b : a;
  }
  const exponent = Math.min(a.exponent, b.exponent);
  if (a.isZero && b.isZero) {
    const isFloor = bounds.rounding === 'ROUND_FLOOR';
    const isNegative = (a.isNegative && b.isNegative) || (isFloor && a.isNegative !== b.isNegative);
    return fix(new DecimalNumber(isNegative, 0n, exponent), bounds);
  }
  if (a.isZero || b.isZero) {
    const value = a.isZero ? b : a;
    const least = value.exponent - bounds.precision - 1;
    return fix(
      rescaled(value, Math.min(value.exponent, Math.max(exponent, least)), 'ROUND_DOWN'),
      bounds,
    );
  }
  const both = aligned(a, b, bounds.precision);
  if (both.sum === 0n) {
    return fix(new DecimalNumber(bounds.rounding === 'ROUND_FLOOR', 0n, exponent), bounds);
  }
  const isNegative = both.sum < 0n;
  const size = isNegative ? -both.sum : both.sum;
  return fix(new DecimalNumber(isNegative, size, both.exponent), bounds);
}

export function subtract(a: DecimalNumber, b: DecimalNumber, bounds: Bounds): DecimalNumber {
  return add(a, b.isNan ? b : b.withSign(!b.isNegative), bounds);
}

export function multiply(a: DecimalNumber, b: DecimalNumber, bounds: Bounds): DecimalNumber {
  const nan = nanResult(bounds, a, b);
  if (nan !== null) return nan;
  const isNegative = a.isNegative !== b.isNegative;
  if (!a.isFinite || !b.isFinite) {
    return a.isZero || b.isZero ? invalid(bounds) : infinity(isNegative);
  }
  const product = a.coefficient * b.coefficient;
  return fix(new DecimalNumber(isNegative, product, a.exponent + b.exponent), bounds);
}

export function divide(a: DecimalNumber, b: DecimalNumber, bounds: Bounds): DecimalNumber {
  const nan = nanResult(bounds, a, b);
  if (nan !== null) return nan;
  const isNegative = a.isNegative !== b.isNegative;
  if (!a.isFinite) return b.isFinite ? infinity(isNegative) : invalid(bounds);
  if (!b.isFinite) {
    bounds.signal(CLAMPED);
    return new DecimalNumber(isNegative, 0n, bounds.minExponent - bounds.precision + 1);
  }
  if (b.isZero) {
    if (a.isZero) return invalid(bounds, DIVISION_UNDEFINED);
    bounds.signal(DIVISION_BY_ZERO);
    return infinity(isNegative);
  }
  const ideal = a.exponent - b.exponent;
  if (a.isZero) return fix(new DecimalNumber(isNegative, 0n, ideal), bounds);
  const shift = digitCount(b.coefficient) - digitCount(a.coefficient) + bounds.precision + 1;
  let exponent = ideal - shift;
  const above = shift >= 0 ? a.coefficient * tenTo(shift) : a.coefficient;
  const below = shift >= 0 ? b.coefficient : b.coefficient * tenTo(-shift);
  let quotient = above / below;
  if (above % below !== 0n) {
    // A last digit that tells of the rest, whatever the rounding.
    if (quotient % 5n === 0n) quotient++;
  } else {
    for (; exponent < ideal && quotient % 10n === 0n; exponent++) quotient /= 10n;
  }
  return fix(new DecimalNumber(isNegative, quotient, exponent), bounds);
}

/** Whole quotient and rest of finite operands, b not zero; null where the quotient is too long. */
function wholeDivision(a: DecimalNumber, b: DecimalNumber, bounds: Bounds) {
  const isNegative = a.isNegative !== b.isNegative;
  const ideal = Math.min(a.exponent, b.exponent);
  const distance = a.adjusted - b.adjusted;
  if (a.isZero || distance <= -2) {
    const quotient = new DecimalNumber(isNegative, 0n, 0);
    return { quotient, rest: rescaled(a, ideal, bounds.rounding) };
  }
  if (distance > bounds.precision) return null;
  const x = a.coefficient * tenTo(a.exponent - ideal);
  const y = b.coefficient * tenTo(b.exponent - ideal);
  if (x / y >= tenTo(bounds.precision)) return null;
  return {
    quotient: new DecimalNumber(isNegative, x / y, 0),
    rest: new DecimalNumber(a.isNegative, x % y, ideal),
  };
}

/** `a // b` and `a % b`: towards zero, the rest with the sign of `a`. */
export function divideWhole(
  a: DecimalNumber,
  b: DecimalNumber,
  bounds: Bounds,
  wanted: 'quotient' | 'rest' | 'both',
): readonly [quotient: DecimalNumber, rest: DecimalNumber] {
  const nan = nanResult(bounds, a, b);
  if (nan !== null) return [nan, nan];
  const isNegative = a.isNegative !== b.isNegative;
  if (!a.isFinite) {
    const isBad = wanted !== 'quotient' || !b.isFinite;
    if (isBad) bounds.signal(INVALID);
    return [b.isFinite ? infinity(isNegative) : NAN, NAN];
  }
  if (b.isZero) {
    if (a.isZero) bounds.signal(DIVISION_UNDEFINED);
    else if (wanted === 'rest') bounds.signal(INVALID);
    else bounds.signal(wanted === 'both' ? DIVISION_BY_ZERO | INVALID : DIVISION_BY_ZERO);
    return [a.isZero ? NAN : infinity(isNegative), NAN];
  }
  if (!b.isFinite) {
    const whole = new DecimalNumber(isNegative, 0n, 0);
    return [whole, wanted === 'quotient' ? a : fix(a, bounds)];
  }
  const divided = wholeDivision(a, b, bounds);
  if (divided === null) {
    const nothing = invalid(bounds, DIVISION_IMPOSSIBLE);
    return [nothing, nothing];
  }
  const { quotient, rest } = divided;
  return [quotient, wanted === 'quotient' ? rest : fix(rest, bounds)];
}

/** -1, 0 or 1; neither is a NaN. */
export function compareValues(a: DecimalNumber, b: DecimalNumber): number {
  const signOf = ({ isZero, isNegative }: DecimalNumber): number =>
    isZero ? 0 : isNegative ? -1 : 1;
  const [x, y] = [signOf(a), signOf(b)];
  if (x !== y) return x < y ? -1 : 1;
  if (x === 0) return 0;
  return x * compareSizes(a, b);
}

function compareSizes(a: DecimalNumber, b: DecimalNumber): number {
  if (!a.isFinite || !b.isFinite) return Number(b.isFinite) - Number(a.isFinite);
  if (a.adjusted !== b.adjusted) return a.adjusted < b.adjusted ? -1 : 1;
  const least = Math.min(a.exponent, b.exponent);
  const x = a.coefficient * tenTo(a.exponent - least);
  const y = b.coefficient * tenTo(b.exponent - least);
  return x < y ? -1 : x > y ? 1 : 0;
}

/** `a.quantize(b)`: the value of `a` with the exponent of `b`. */
export function quantize(
  a: DecimalNumber,
  b: DecimalNumber,
  rounding: Rounding,
  bounds: Bounds,
): DecimalNumber {
  const nan = nanResult(bounds, a, b);
  if (nan !== null) return nan;
  if (!a.isFinite || !b.isFinite) return a.isFinite === b.isFinite ? a : invalid(bounds);
  const { precision, minExponent, maxExponent } = bounds;
  const least = minExponent - precision + 1;
  if (b.exponent < least || b.exponent > maxExponent) return invalid(bounds);
  if (a.isZero) return fix(new DecimalNumber(a.isNegative, 0n, b.exponent), bounds);
  if (a.adjusted > maxExponent || a.adjusted - b.exponent + 1 > precision) return invalid(bounds);
  const result = rescaled(a, b.exponent, rounding);
  if (digitCount(result.coefficient) > precision) return invalid(bounds);
  noteLoss(a, result, bounds);
  return fix(result, bounds);
}

/** `to_integral_value`, and with its signals `to_integral_exact`. */
export function integral(
  number: DecimalNumber,
  rounding: Rounding,
  bounds: Bounds,
  notesLoss: boolean,
): DecimalNumber {
  const nan = nanResult(bounds, number);
  if (nan !== null) return nan;
  if (!number.isFinite || number.exponent >= 0) return number;
  const result = rescaled(number, 0, rounding);
  if (notesLoss) noteLoss(number, result, bounds);
  return result;
}

function noteLoss(before: DecimalNumber, after: DecimalNumber, bounds: Bounds): void {
  if (after.exponent <= before.exponent) return;
  bounds.signal(compareValues(before, after) === 0 ? ROUNDED : ROUNDED | INEXACT);
}

/** `number.normalize()`: without zeros at its end. */
export function normalize(number: DecimalNumber, bounds: Bounds): DecimalNumber {
  const nan = nanResult(bounds, number);
  if (nan !== null) return nan;
  const fixed = fix(number, bounds);
  if (!fixed.isFinite) return fixed;
  if (fixed.isZero) return new DecimalNumber(fixed.isNegative, 0n, 0);
  let { coefficient, exponent } = fixed;
  const most = bounds.clamps ? bounds.maxExponent - bounds.precision + 1 : bounds.maxExponent;
  for (; coefficient % 10n === 0n && exponent < most; exponent++) coefficient /= 10n;
  return new DecimalNumber(fixed.isNegative, coefficient, exponent);
}
