// Module `math`. Every function on floats gives the double nearest to the true value, on every
// machine; C libraries are off by one in the last digit now and then. Left out, for want of that:
// gamma, lgamma, erf, erfc, acosh, asinh, atanh, fma, sumprod.
// Source: CPython 3.14 Modules/mathmodule.c, whose messages these are.

import {
  type BaseException,
  OverflowError,
  PyTypeError,
  ValueError,
  ZeroDivisionError,
} from '../../asyncio/exceptions.ts';
import { cos, exp, log, log2, log10, pow, sin } from '../../base/elementary.ts';
import * as inverse from '../../base/elementary-inverse.ts';
import { floatRepr, powerOfTwo } from '../../base/float-text.ts';
import type { Interpreter } from '../interpreter.ts';
import { bitLength, fromFloat } from '../objects/integers.ts';
import { realArgument } from '../objects/real-argument.ts';
import { truncate } from '../objects/rounding.ts';
import { callSpecial } from '../objects/special.ts';
import { typeName } from '../objects/type-of.ts';
import { Builtin, Float, PyModule } from '../values.ts';
import { integerFunctions } from './math-integers.ts';
import { floatParts } from './math-parts.ts';
import { sumFunctions } from './math-sums.ts';

/** What an argument outside a function's domain gets: a text with the argument after it. */
function outside(expected: string, x: number): BaseException {
  return new ValueError(`expected ${expected}, got ${floatRepr(x)}`);
}

/** A function of one double. `domain` names the arguments that do not give NaN. */
function realFunction(name: string, compute: (x: number) => number, domain: string): Builtin {
  return new Builtin(`${name}(x, /)`, (run: Interpreter, value: unknown) => {
    const x = realArgument(run, value);
    const result = compute(x);
    if (Number.isFinite(result) || Number.isNaN(x)) return new Float(result);
    if (Number.isNaN(result) || (name === 'log1p' && x === -1)) throw outside(domain, x);
    if (Number.isFinite(x)) throw new OverflowError('math range error');
    return new Float(result);
  });
}

const FINITE = 'a finite input';
const UNIT = 'a number in range from -1 up to 1';

const realFunctions: readonly Builtin[] = [
  realFunction('sqrt', Math.sqrt, 'a nonnegative input'),
  realFunction('exp', exp, FINITE),
  realFunction('exp2', inverse.exp2, FINITE),
  realFunction('expm1', inverse.expm1, FINITE),
  realFunction('log1p', inverse.log1p, 'argument value > -1'),
  realFunction('cbrt', inverse.cbrt, FINITE),
  realFunction('sin', sin, FINITE),
  realFunction('cos', cos, FINITE),
  realFunction('tan', inverse.tan, FINITE),
  realFunction('asin', inverse.asin, UNIT),
  realFunction('acos', inverse.acos, UNIT),
  realFunction('atan', inverse.atan, FINITE),
  realFunction('sinh', inverse.sinh, FINITE),
  realFunction('cosh', inverse.cosh, FINITE),
  realFunction('tanh', inverse.tanh, FINITE),
  realFunction('fabs', Math.abs, FINITE),
];

/** A logarithm; an int too large for a double is shifted first, by a multiple of `ofTwo`. */
function logarithm(run: Interpreter, value: unknown, compute: (x: number) => number): number {
  const isInt = typeof value === 'number' || typeof value === 'bigint';
  if (isInt && value <= 0) throw new ValueError('expected a positive input');
  if (typeof value === 'bigint' && !Number.isFinite(Number(value))) {
    // Half to even on all bits, as frexp of the int does.
    const exponent = bitLength(value);
    const leading = value >> BigInt(exponent - 64);
    const sticky = leading << BigInt(exponent - 64) === value ? leading : leading | 1n;
    const mantissa = Number(sticky) / powerOfTwo(64);
    return compute(mantissa) + compute(2) * exponent;
  }
  const x = realArgument(run, value);
  if (x <= 0) throw outside('a positive input', x);
  return compute(x);
}

function logOf(run: Interpreter, value: unknown, base: unknown): Float {
  const numerator = logarithm(run, value, log);
  if (base === undefined) return new Float(numerator);
  const denominator = logarithm(run, base, log);
  if (denominator === 0) throw new ZeroDivisionError('division by zero');
  return new Float(numerator / denominator);
}

/**
 * A function of two doubles; a result that only finite arguments make infinite or NaN is an error.
 */
function pairFunction(
  signature: string,
  compute: (x: number, y: number) => number,
  isPole: (x: number, y: number) => boolean = () => false,
): Builtin {
  return new Builtin(signature, (run: Interpreter, first: unknown, second: unknown) => {
    const x = realArgument(run, first);
    const y = realArgument(run, second);
    const result = compute(x, y);
    if (Number.isFinite(result)) return new Float(result);
    const isDomain = Number.isNaN(result) && !Number.isNaN(x) && !Number.isNaN(y);
    if (isDomain || isPole(x, y)) throw new ValueError('math domain error');
    if (!Number.isNaN(result) && Number.isFinite(x) && Number.isFinite(y)) {
      throw new OverflowError('math range error');
    }
    return new Float(result);
  });
}

/** The difference of x from the nearest multiple of y, ties to the even multiple. */
function remainder(x: number, y: number): number {
  if (!Number.isFinite(x) || !Number.isFinite(y) || y === 0) {
    return Number.isFinite(x) && Math.abs(y) === Infinity ? x : NaN;
  }
  const size = Math.abs(x);
  const divisor = Math.abs(y);
  const low = size % divisor;
  const high = divisor - low;
  let result: number;
  if (low < high) result = low;
  else if (low > high) result = -high;
  else result = low - 2 * ((0.5 * (size - low)) % divisor);
  return x < 0 || Object.is(x, -0) ? -result : result;
}

const pairFunctions: readonly Builtin[] = [
  pairFunction('pow(x, y, /)', pow, (x, y) => x === 0 && y < 0 && Number.isFinite(y)),
  pairFunction('fmod(x, y, /)', (x, y) => x % y),
  pairFunction('remainder(x, y, /)', remainder),
  pairFunction('atan2(y, x, /)', inverse.atan2),
  pairFunction('copysign(x, y, /)', (x, y) => {
    const size = Math.abs(x);
    return y < 0 || Object.is(y, -0) ? -size : size;
  }),
];

/** floor, ceil and trunc: the program's method, else a float cut to an int. */
function toInteger(name: string, cut: (x: number) => number): Builtin {
  return new Builtin(`${name}(x, /)`, (run: Interpreter, value: unknown) => {
    if (typeof value === 'number' || typeof value === 'bigint') return value;
    if (typeof value === 'boolean') return Number(value);
    if (!(value instanceof Float)) {
      const own = callSpecial(run, value, `__${name}__`, []);
      if (own !== undefined) return own;
      if (name === 'trunc') {
        throw new PyTypeError(`type ${typeName(value)} doesn't define __trunc__ method`);
      }
    }
    const x = realArgument(run, value);
    return Number.isFinite(x) ? fromFloat(cut(x)) : truncate(x);
  });
}

/** degrees and radians: one multiplication, whatever it gives. */
function conversion(name: string, factor: number): Builtin {
  return new Builtin(
    `${name}(x, /)`,
    (run: Interpreter, value: unknown) => new Float(realArgument(run, value) * factor),
  );
}

function test(name: string, holds: (x: number) => boolean): Builtin {
  return new Builtin(`${name}(x, /)`, (run: Interpreter, value: unknown) =>
    holds(realArgument(run, value)),
  );
}

function isClose(
  run: Interpreter,
  first: unknown,
  second: unknown,
  relative: unknown,
  absolute: unknown,
): boolean {
  const a = realArgument(run, first);
  const b = realArgument(run, second);
  const relTol = relative === undefined ? 1e-9 : realArgument(run, relative);
  const absTol = realArgument(run, absolute);
  if (relTol < 0 || absTol < 0) throw new ValueError('tolerances must be non-negative');
  if (a === b) return true;
  if (!Number.isFinite(a) || !Number.isFinite(b)) return false;
  const difference = Math.abs(b - a);
  return (
    difference <= Math.abs(relTol * b) || difference <= Math.abs(relTol * a) || difference <= absTol
  );
}

const functions: readonly Builtin[] = [
  ...realFunctions,
  ...pairFunctions,
  ...integerFunctions,
  ...sumFunctions,
  ...floatParts,
  new Builtin('log(x, base=..., /)', logOf),
  new Builtin(
    'log2(x, /)',
    (run: Interpreter, value: unknown) => new Float(logarithm(run, value, log2)),
  ),
  new Builtin(
    'log10(x, /)',
    (run: Interpreter, value: unknown) => new Float(logarithm(run, value, log10)),
  ),
  toInteger('floor', Math.floor),
  toInteger('ceil', Math.ceil),
  toInteger('trunc', Math.trunc),
  conversion('degrees', 180 / Math.PI),
  conversion('radians', Math.PI / 180),
  test('isnan', Number.isNaN),
  test('isinf', (x) => Math.abs(x) === Infinity),
  test('isfinite', Number.isFinite),
  new Builtin('isclose(a, b, *, rel_tol=..., abs_tol=0.0)', isClose),
];

for (const each of functions) each.moduleName = 'math';

/** The module; the same for every run. */
export const mathModule = new PyModule(
  'math',
  new Map<string, unknown>([
    ...functions.map((each): [string, unknown] => [each.name, each]),
    ['pi', new Float(Math.PI)],
    ['e', new Float(Math.E)],
    ['tau', new Float(2 * Math.PI)],
    ['inf', new Float(Infinity)],
    ['nan', new Float(NaN)],
  ]),
);
