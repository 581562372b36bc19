// The functions of module math that take doubles apart: modf, frexp, ldexp, ulp, nextafter.
// Source: CPython 3.14 Modules/mathmodule.c.

import { OverflowError, PyTypeError, ValueError } from '../../asyncio/exceptions.ts';
import { toDouble } from '../../base/elementary-exact.ts';
import { decompose, powerOfTwo } from '../../base/float-text.ts';
import type { Interpreter } from '../interpreter.ts';
import { toIndex } from '../objects/index-of.ts';
import { realArgument } from '../objects/real-argument.ts';
import { isInt } from '../objects/type-of.ts';
import { Builtin, Float, Tuple } from '../values.ts';

const bits = new DataView(new ArrayBuffer(8));

/** Where a finite double stands in the order of all: 0 for zero, 1 for the smallest above it. */
function rank(x: number): bigint {
  bits.setFloat64(0, Math.abs(x));
  const size = bits.getBigUint64(0);
  return x < 0 ? -size : size;
}

function ofRank(value: bigint): number {
  bits.setBigUint64(0, value < 0n ? -value : value);
  const size = bits.getFloat64(0);
  return value < 0n ? -size : size;
}

function fractionAndWhole(run: Interpreter, value: unknown): Tuple {
  const x = realArgument(run, value);
  const negative = x < 0 || Object.is(x, -0);
  if (Math.abs(x) === Infinity) return new Tuple([new Float(negative ? -0 : 0), new Float(x)]);
  const whole = Math.trunc(x);
  const fraction = x - whole;
  return new Tuple([new Float(fraction === 0 && negative ? -0 : fraction), new Float(whole)]);
}

function mantissaAndExponent(run: Interpreter, value: unknown): Tuple {
  const x = realArgument(run, value);
  if (x === 0 || !Number.isFinite(x)) return new Tuple([new Float(x), 0]);
  const { mantissa, exponent } = decompose(x);
  const length = mantissa.toString(2).length;
  const size = Number(mantissa) / powerOfTwo(length);
  return new Tuple([new Float(x < 0 ? -size : size), exponent + length]);
}

function scaled(run: Interpreter, value: unknown, exponentValue: unknown): Float {
  const x = realArgument(run, value);
  if (!isInt(exponentValue)) {
    throw new PyTypeError('Expected an int as second argument to ldexp.');
  }
  const shift = Number(toIndex(run, exponentValue));
  if (x === 0 || !Number.isFinite(x)) return new Float(x);
  const { mantissa, exponent } = decompose(x);
  const bounded = Math.max(-5000, Math.min(5000, shift));
  const size = toDouble(mantissa, -(exponent + bounded));
  if (size === Infinity) throw new OverflowError('math range error');
  return new Float(x < 0 ? -size : size);
}

function unitInLastPlace(run: Interpreter, value: unknown): Float {
  const x = Math.abs(realArgument(run, value));
  if (!Number.isFinite(x)) return new Float(x);
  const next = ofRank(rank(x) + 1n);
  return new Float(Number.isFinite(next) ? next - x : x - ofRank(rank(x) - 1n));
}

function nextAfter(run: Interpreter, from: unknown, to: unknown, steps: unknown): Float {
  const x = realArgument(run, from);
  const y = realArgument(run, to);
  const count = steps === null ? 1n : BigInt(toIndex(run, steps));
  if (count < 0n) throw new ValueError('steps must be a non-negative integer');
  if (Number.isNaN(x) || Number.isNaN(y)) return new Float(NaN);
  const distance = rank(y) - rank(x);
  if (distance === 0n) return new Float(count === 0n ? x : y);
  const size = distance < 0n ? -distance : distance;
  if (count >= size) return new Float(y);
  const result = ofRank(rank(x) + (distance < 0n ? -count : count));
  return new Float(result === 0 && (x < 0 || Object.is(x, -0)) ? -0 : result);
}

export const floatParts: readonly Builtin[] = [
  new Builtin('modf(x, /)', fractionAndWhole),
  new Builtin('frexp(x, /)', mantissaAndExponent),
  new Builtin('ldexp(x, i, /)', scaled),
  new Builtin('ulp(x, /)', unitInLastPlace),
  new Builtin('nextafter(x, y, /, *, steps=None)', nextAfter),
];
