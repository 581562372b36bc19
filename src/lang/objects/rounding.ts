// `round`: to an int, or to a number of decimal digits; half to even on the exact value.
// Source: CPython Objects/floatobject.c (float___round___impl), Objects/longobject.c
// (int___round___impl).

import { OverflowError, PyTypeError, ValueError } from '../../asyncio/exceptions.ts';
import { decompose, roundHalfEven } from '../../base/float-text.ts';
import type { Interpreter } from '../interpreter.ts';
import { Float } from '../values.ts';
import { toIndex } from './index-of.ts';
import { bitLength, fromFloat, type Int, normalise } from './integers.ts';
import { reserveBits } from './limits.ts';
import { intOf, isPlainFloat } from './numbers.ts';
import { callSpecial } from './special.ts';
import { typeName } from './type-of.ts';

/** The int that a float is cut to. Throws OverflowError for infinity, ValueError for NaN. */
export function truncate(value: number): Int {
  if (Number.isNaN(value)) throw new ValueError('cannot convert float NaN to integer');
  if (!Number.isFinite(value)) {
    throw new OverflowError('cannot convert float infinity to integer');
  }
  return fromFloat(Math.trunc(value));
}

/** `round(value, digits)`; `digits` is undefined where it is absent. */
export function round(run: Interpreter, value: unknown, digits: unknown): unknown {
  const places = digits === undefined ? null : digits;
  if (isPlainFloat(value)) return roundFloat(run, value.value, places);
  const own = callSpecial(run, value, '__round__', digits === undefined ? [] : [digits]);
  if (own !== undefined) return own;
  if (value instanceof Float) return roundFloat(run, value.value, places);
  const whole = intOf(value);
  if (whole !== undefined) return roundInt(run, whole, places);
  throw new PyTypeError(`type ${typeName(value)} doesn't define __round__ method`);
}

function roundFloat(run: Interpreter, value: number, places: unknown): unknown {
  if (places === null) return roundToInt(value);
  const result = roundHalfEven(value, Number(toIndex(run, places)));
  if (!Number.isFinite(result) && Number.isFinite(value)) {
    throw new OverflowError('rounded value too large to represent');
  }
  return new Float(result);
}

function roundToInt(value: number): Int {
  if (!Number.isFinite(value)) return truncate(value);
  const floor = Math.floor(value);
  const rest = value - floor;
  if (rest < 0.5) return fromFloat(floor);
  if (rest > 0.5) return fromFloat(floor + 1);
  return fromFloat(floor % 2 === 0 ? floor : floor + 1);
}

function roundInt(run: Interpreter, value: Int, places: unknown): Int {
  if (places === null) return value;
  const index = toIndex(run, places);
  if (index >= 0) return value;
  // A power of ten beyond the value rounds it to 0.
  if (-Number(index) > bitLength(value) * 0.302 + 2) return 0;
  reserveBits(run, bitLength(value));
  const unit = BigInt('1' + '0'.repeat(-Number(index)));
  const size = BigInt(value);
  const half = unit / 2n;
  let rest = ((size % unit) + unit) % unit;
  const low = size - rest;
  if (rest === half) rest = (low / unit) % 2n === 0n ? 0n : unit;
  return normalise(rest > half ? low + unit : low);
}

/** `float.as_integer_ratio`. Throws OverflowError and ValueError. */
export function integerRatio(value: number): readonly [Int, Int] {
  if (Number.isNaN(value)) throw new ValueError('cannot convert NaN to integer ratio');
  if (!Number.isFinite(value)) {
    throw new OverflowError('cannot convert Infinity to integer ratio');
  }
  let { mantissa, exponent } = decompose(value);
  if (mantissa === 0n) return [0, 1];
  while ((mantissa & 1n) === 0n) {
    mantissa >>= 1n;
    exponent++;
  }
  const numerator = exponent > 0 ? mantissa << BigInt(exponent) : mantissa;
  const denominator = exponent < 0 ? 1n << BigInt(-exponent) : 1n;
  return [normalise(value < 0 ? -numerator : numerator), normalise(denominator)];
}
