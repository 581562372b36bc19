// Decimal contexts as far as arithmetic knows them - precision, rounding, bounds of exponents - and
// how an exact result is brought into one. Source: the General Decimal Arithmetic Specification
// (rounding, exceptional conditions), CPython 3.14 Lib/_pydecimal.py (_fix, _round_*).

import { DecimalNumber, digitCount, infinity, tenTo } from './number.ts';
import { CLAMPED, INEXACT, OVERFLOW, ROUNDED, SUBNORMAL, UNDERFLOW } from './signals.ts';

export const ROUNDINGS = [
  'ROUND_CEILING',
  'ROUND_FLOOR',
  'ROUND_UP',
  'ROUND_DOWN',
  'ROUND_HALF_UP',
  'ROUND_HALF_DOWN',
  'ROUND_HALF_EVEN',
  'ROUND_05UP',
] as const;
export type Rounding = (typeof ROUNDINGS)[number];

/** What arithmetic asks of a context. */
export interface Bounds {
  readonly precision: number;
  readonly rounding: Rounding;
  readonly minExponent: number;
  readonly maxExponent: number;
  readonly clamps: boolean;
  /** Notes signals. Throws the exception of one that is trapped. */
  signal(signals: number): void;
}

/** Whether a coefficient is made greater that has lost a rest; `half` compares that with a half. */
function roundsUp(rounding: Rounding, isNegative: boolean, kept: bigint, half: number): boolean {
  switch (rounding) {
    case 'ROUND_CEILING':
      return !isNegative;
    case 'ROUND_FLOOR':
      return isNegative;
    case 'ROUND_UP':
      return true;
    case 'ROUND_DOWN':
      return false;
    case 'ROUND_HALF_UP':
      return half >= 0;
    case 'ROUND_HALF_DOWN':
      return half > 0;
    case 'ROUND_HALF_EVEN':
      return half > 0 || (half === 0 && kept % 2n === 1n);
    case 'ROUND_05UP':
      return kept % 5n === 0n;
  }
}

/** A coefficient without its last `count` digits, and whether those were all zero. */
export function withoutDigits(
  coefficient: bigint,
  count: number,
  rounding: Rounding,
  isNegative: boolean,
): { readonly kept: bigint; readonly isExact: boolean } {
  // What is dropped whole and far away is only ever less than a half.
  const length = digitCount(coefficient);
  const unit = tenTo(Math.min(count, length + 1));
  const floor = coefficient / unit;
  const rest = coefficient % unit;
  if (rest === 0n) return { kept: floor, isExact: true };
  const double = rest * 2n;
  const half = double > unit ? 1 : double === unit ? 0 : -1;
  const kept = roundsUp(rounding, isNegative, floor, half) ? floor + 1n : floor;
  return { kept, isExact: false };
}

function overflown(bounds: Bounds, isNegative: boolean): DecimalNumber {
  const { precision, rounding, maxExponent } = bounds;
  bounds.signal(OVERFLOW | INEXACT | ROUNDED);
  const isKept =
    rounding === 'ROUND_DOWN' ||
    rounding === 'ROUND_05UP' ||
    (rounding === 'ROUND_CEILING' && isNegative) ||
    (rounding === 'ROUND_FLOOR' && !isNegative);
  if (!isKept) return infinity(isNegative);
  return new DecimalNumber(isNegative, tenTo(precision) - 1n, maxExponent - precision + 1);
}

function clampedZero(bounds: Bounds, { isNegative, exponent }: DecimalNumber): DecimalNumber {
  const { minExponent, maxExponent, precision, clamps } = bounds;
  const least = minExponent - precision + 1;
  const most = clamps ? maxExponent - precision + 1 : maxExponent;
  const fitting = Math.min(Math.max(exponent, least), most);
  if (fitting !== exponent) bounds.signal(CLAMPED);
  return new DecimalNumber(isNegative, 0n, fitting);
}

/** An exact result as the context has room for it. */
export function fix(number: DecimalNumber, bounds: Bounds): DecimalNumber {
  if (!number.isFinite) return number;
  if (number.coefficient === 0n) return clampedZero(bounds, number);
  const { isNegative } = number;
  let { coefficient, exponent } = number;
  const { precision, minExponent, maxExponent } = bounds;
  const least = minExponent - precision + 1;
  const most = maxExponent - precision + 1;
  let fitting = digitCount(coefficient) + exponent - precision;
  if (fitting > most) return overflown(bounds, isNegative);
  const isSubnormal = number.adjusted < minExponent;
  if (fitting < least) fitting = least;
  let signals = isSubnormal ? SUBNORMAL : 0;
  if (exponent < fitting) {
    const { rounding } = bounds;
    const cut = withoutDigits(coefficient, fitting - exponent, rounding, isNegative);
    signals |= cut.isExact ? ROUNDED : ROUNDED | INEXACT | (isSubnormal ? UNDERFLOW : 0);
    coefficient = cut.kept;
    exponent = fitting;
    if (digitCount(coefficient) > precision) {
      coefficient /= 10n;
      exponent++;
    }
    if (exponent > most) return overflown(bounds, isNegative);
    if (coefficient === 0n) signals |= CLAMPED;
  }
  if (bounds.clamps && exponent > most) {
    coefficient *= tenTo(exponent - most);
    exponent = most;
    signals |= CLAMPED;
  }
  if (signals !== 0) bounds.signal(signals);
  return new DecimalNumber(isNegative, coefficient, exponent);
}

/** The same value with another exponent, rounded where digits are lost; no signals. */
export function rescaled(
  number: DecimalNumber,
  exponent: number,
  rounding: Rounding,
): DecimalNumber {
  const { isNegative, coefficient } = number;
  if (coefficient === 0n) return new DecimalNumber(isNegative, 0n, exponent);
  const shift = number.exponent - exponent;
  if (shift >= 0) return new DecimalNumber(isNegative, coefficient * tenTo(shift), exponent);
  const { kept } = withoutDigits(coefficient, -shift, rounding, isNegative);
  return new DecimalNumber(isNegative, kept, exponent);
}
