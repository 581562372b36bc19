// The functions of module math on many numbers: fsum, prod, hypot, dist. fsum and hypot are exact
// up to one rounding at the end.
// Source: CPython 3.14 Modules/mathmodule.c; J. R. Shewchuk, "Adaptive precision floating-point
// arithmetic", 1997.

import { OverflowError, ValueError } from '../../asyncio/exceptions.ts';
import { hypot } from '../../base/elementary-inverse.ts';
import type { Interpreter } from '../interpreter.ts';
import { items } from '../objects/iteration.ts';
import { binary } from '../objects/operators.ts';
import { realArgument } from '../objects/real-argument.ts';
import { Builtin, Float, Tuple } from '../values.ts';

/** The sum of parts that do not overlap, smallest first, rounded half to even. */
function roundParts(parts: readonly number[]): number {
  let at = parts.length;
  if (at === 0) return 0;
  let high = parts[--at];
  let low = 0;
  while (at > 0) {
    const x = high;
    const y = parts[--at];
    high = x + y;
    low = y - (high - x);
    if (low !== 0) break;
  }
  // Half way between two doubles, the next part decides.
  if (at > 0 && (low < 0 ? parts[at - 1] < 0 : low > 0 && parts[at - 1] > 0)) {
    const y = low * 2;
    const x = high + y;
    if (y === x - high) high = x;
  }
  return high;
}

/** Adds `x` to the parts; returns what is left of it, their new highest part. */
function addToParts(parts: number[], x: number): number {
  let rest = x;
  let kept = 0;
  for (const part of parts) {
    const [big, small] = Math.abs(rest) < Math.abs(part) ? [part, rest] : [rest, part];
    const sum = big + small;
    const low = small - (sum - big);
    if (low !== 0) parts[kept++] = low;
    rest = sum;
  }
  parts.length = kept;
  return rest;
}

function exactSum(run: Interpreter, sequence: unknown): Float {
  const parts: number[] = [];
  let specials = 0;
  let infinities = 0;
  for (const item of items(run, sequence)) {
    run.charge(1);
    const x = realArgument(run, item);
    const rest = addToParts(parts, x);
    if (rest === 0) continue;
    if (Number.isFinite(rest)) parts.push(rest);
    else if (Number.isFinite(x)) throw new OverflowError('intermediate overflow in fsum');
    else {
      if (!Number.isNaN(x)) infinities += x;
      specials += x;
      parts.length = 0;
    }
  }
  if (specials !== 0) {
    if (Number.isNaN(infinities)) throw new ValueError('-inf + inf in fsum');
    return new Float(specials);
  }
  return new Float(roundParts(parts));
}

function productOf(run: Interpreter, iterable: unknown, start: unknown): unknown {
  let result = start;
  for (const item of items(run, iterable)) {
    run.charge(1);
    result = binary(run, '*', result, item);
  }
  return result;
}

function vectorLength(run: Interpreter, coordinates: readonly unknown[]): Float {
  const reals = coordinates.map((value) => realArgument(run, value));
  const length = hypot(reals);
  return new Float(length);
}

function distance(run: Interpreter, p: unknown, q: unknown): Float {
  const from = pointOf(run, p);
  const to = pointOf(run, q);
  if (from.length !== to.length) {
    throw new ValueError('both points must have the same number of dimensions');
  }
  return new Float(hypot(from.map((value, i) => Math.abs(value - to[i]))));
}

function pointOf(run: Interpreter, point: unknown): number[] {
  const coordinates = point instanceof Tuple ? point.items : [...items(run, point)];
  return coordinates.map((value) => realArgument(run, value));
}

export const sumFunctions: readonly Builtin[] = [
  new Builtin('fsum(seq, /)', exactSum),
  new Builtin('prod(iterable, /, *, start=1)', productOf),
  new Builtin('hypot(*coordinates)', vectorLength),
  new Builtin('dist(p, q, /)', distance),
];
