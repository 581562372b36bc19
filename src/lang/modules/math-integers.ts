// The functions of module math on ints of any size: gcd, lcm, factorial, comb, perm, isqrt.
// Products are taken in halves, so that factors of one size meet.
// Source: CPython 3.14 Modules/mathmodule.c.

import { OverflowError, ValueError } from '../../asyncio/exceptions.ts';
import { squareRoot } from '../../base/elementary-exact.ts';
import type { Interpreter } from '../interpreter.ts';
import { toIndex } from '../objects/index-of.ts';
import { bitLength, type Int, normalise } from '../objects/integers.ts';
import { reserveBits } from '../objects/limits.ts';
import { Builtin } from '../values.ts';

const LARGEST_COUNT = 9223372036854775807n;
const LARGEST_FACTORIAL = 2147483647;

function absolute(value: bigint): bigint {
  return value < 0n ? -value : value;
}

function greatestDivisor(a: bigint, b: bigint): bigint {
  let [x, y] = [absolute(a), absolute(b)];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}

function leastMultiple(a: bigint, b: bigint): bigint {
  if (a === 0n || b === 0n) return 0n;
  return absolute((a / greatestDivisor(a, b)) * b);
}

function folding(name: string, start: bigint, fold: (a: bigint, b: bigint) => bigint): Builtin {
  return new Builtin(`${name}(*integers)`, (run: Interpreter, integers: readonly unknown[]) => {
    let result = start;
    for (const value of integers) {
      const integer = BigInt(toIndex(run, value));
      const digits = (bitLength(normalise(result)) + bitLength(normalise(integer))) / 30;
      run.charge(Math.ceil(digits * digits));
      result = fold(result, integer);
    }
    return normalise(result);
  });
}

/** low * (low + 1) * … * high, both included; 1 where there is none. */
function product(low: bigint, high: bigint): bigint {
  if (low > high) return 1n;
  if (high - low < 16n) {
    let result = low;
    for (let factor = low + 1n; factor <= high; factor++) result *= factor;
    return result;
  }
  const middle = (low + high) >> 1n;
  return product(low, middle) * product(middle + 1n, high);
}

/** `product`, after the size of the result has been checked against the limit. */
function checkedProduct(run: Interpreter, low: bigint, high: bigint): bigint {
  if (high >= low) reserveBits(run, Number(high - low + 1n) * bitLength(normalise(high)));
  return product(low, high);
}

function factorialOf(run: Interpreter, value: unknown): Int {
  const n = toIndex(run, value);
  if (n < 0) throw new ValueError('factorial() not defined for negative values');
  if (n > LARGEST_FACTORIAL) {
    throw new OverflowError(`factorial() argument should not exceed ${LARGEST_FACTORIAL}`);
  }
  return normalise(checkedProduct(run, 1n, BigInt(n)));
}

/** Checks n and k of comb and perm. Throws TypeError, ValueError. */
function twoCounts(run: Interpreter, nValue: unknown, kValue: unknown): [bigint, bigint] {
  const n = BigInt(toIndex(run, nValue));
  const k = BigInt(toIndex(run, kValue));
  if (n < 0n) throw new ValueError('n must be a non-negative integer');
  if (k < 0n) throw new ValueError('k must be a non-negative integer');
  return [n, k];
}

function combinations(run: Interpreter, nValue: unknown, kValue: unknown): Int {
  const [n, k] = twoCounts(run, nValue, kValue);
  if (k > n) return 0;
  const count = k < n - k ? k : n - k;
  if (count > LARGEST_COUNT) {
    throw new OverflowError(`min(n - k, k) must not exceed ${LARGEST_COUNT}`);
  }
  return normalise(checkedProduct(run, n - count + 1n, n) / checkedProduct(run, 1n, count));
}

function permutations(run: Interpreter, nValue: unknown, kValue: unknown): Int {
  if (kValue === null) return factorialOf(run, nValue);
  const [n, k] = twoCounts(run, nValue, kValue);
  if (k > n) return 0;
  if (k > LARGEST_COUNT) throw new OverflowError(`k must not exceed ${LARGEST_COUNT}`);
  return normalise(checkedProduct(run, n - k + 1n, n));
}

function integerRoot(run: Interpreter, value: unknown): Int {
  const n = toIndex(run, value);
  if (n < 0) throw new ValueError('isqrt() argument must be nonnegative');
  const digits = bitLength(n) / 30;
  run.charge(Math.ceil(digits * digits));
  return normalise(squareRoot(BigInt(n)));
}

export const integerFunctions: readonly Builtin[] = [
  folding('gcd', 0n, greatestDivisor),
  folding('lcm', 1n, leastMultiple),
  new Builtin('factorial(n, /)', factorialOf),
  new Builtin('comb(n, k, /)', combinations),
  new Builtin('perm(n, k=None, /)', permutations),
  new Builtin('isqrt(n, /)', integerRoot),
];
