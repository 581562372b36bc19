// Arithmetic of floats where Python differs from JavaScript: floor division and modulo keep the
// sign of the divisor, division by zero and overflow of a power raise.
// Source: CPython Objects/floatobject.c (_float_div_mod, float_rem, float_pow); 3.14's messages.

import { OverflowError, ValueError, ZeroDivisionError } from '../../asyncio/exceptions.ts';
import { power } from '../../base/power.ts';

/** `a / b`. Throws ZeroDivisionError. */
export function floatDivide(a: number, b: number): number {
  if (b === 0) throw new ZeroDivisionError('division by zero');
  return a / b;
}

/** `a % b`. Throws ZeroDivisionError. */
export function floatModulo(a: number, b: number): number {
  if (b === 0) throw new ZeroDivisionError('division by zero');
  const rest = a % b;
  if (rest === 0) return b < 0 ? -0 : 0;
  return b < 0 !== rest < 0 ? rest + b : rest;
}

/** `a // b`. Throws ZeroDivisionError. */
export function floatFloorDivide(a: number, b: number): number {
  if (b === 0) throw new ZeroDivisionError('division by zero');
  const rest = a % b;
  let quotient = (a - rest) / b;
  if (rest !== 0 && b < 0 !== rest < 0) quotient -= 1;
  if (quotient === 0) return a / b < 0 || Object.is(a / b, -0) ? -0 : 0;
  const floor = Math.floor(quotient);
  return quotient - floor > 0.5 ? floor + 1 : floor;
}

/**
 * `a ** b`. Throws ZeroDivisionError, OverflowError, and ValueError where the result is complex.
 */
export function floatPower(a: number, b: number): number {
  if (a === 0 && b < 0 && b !== -Infinity) {
    throw new ZeroDivisionError('zero to a negative power');
  }
  if (a < 0 && a !== -Infinity && Number.isFinite(b) && !Number.isInteger(b)) {
    throw new ValueError(
      'complex numbers are not supported: negative number to a fractional power',
    );
  }
  const result = power(a, b);
  const overflowed = result === Infinity || result === -Infinity;
  if (overflowed && Number.isFinite(a) && Number.isFinite(b)) {
    throw new OverflowError(34, 'Numerical result out of range');
  }
  return result;
}
