// The real-valued distributions of module random, on plain doubles: CPython's formulas, operation
// for operation, since another order would round differently. Logarithms and the like are our own,
// correctly rounded; a C library that is not may differ from them in the last digit, once in some
// thousand draws.
// Source: CPython 3.14 Lib/random.py; the papers are named there.

import { OverflowError, ValueError, ZeroDivisionError } from '../../asyncio/exceptions.ts';
import { cos, exp, log, pow, sin } from '../../base/elementary.ts';
import { acos } from '../../base/elementary-inverse.ts';
import type { PyRandom } from './random-generator.ts';

const E = Math.E;
const PI = Math.PI;
const TWO_PI = 2 * PI;
// As Lib/random.py computes them from exp(-0.5), log(4) and log(4.5).
const NV_MAGIC = (4 * exp(-0.5)) / Math.sqrt(2);
const LOG4 = log(4);
const SG_MAGIC = 1 + log(4.5);

function checkedExp(x: number): number {
  const result = exp(x);
  if (result === Infinity && x !== Infinity) throw new OverflowError('math range error');
  return result;
}

function checkedPower(x: number, y: number): number {
  const result = pow(x, y);
  if (result === Infinity && Number.isFinite(y)) {
    throw new OverflowError(34, 'Numerical result out of range');
  }
  return result;
}

function divided(x: number, y: number): number {
  if (y === 0) throw new ZeroDivisionError('division by zero');
  return x / y;
}

function root(x: number): number {
  if (x < 0) throw new ValueError(`expected a nonnegative input, got ${x}`);
  return Math.sqrt(x);
}

/**
 * `low`, `high` and `mode` differ from each other or not: Python's ZeroDivisionError is the
 * caller's case.
 */
export function triangular(
  random: PyRandom,
  low: number,
  high: number,
  mode: number | null,
): number | null {
  const u = random.random();
  if (mode !== null && high === low) return null;
  const c = mode === null ? 0.5 : (mode - low) / (high - low);
  if (u > c) return high + (low - high) * root((1 - u) * (1 - c));
  return low + (high - low) * root(u * c);
}

/** Kinderman and Monahan's ratio of uniform deviates. */
export function normalvariate(random: PyRandom, mu: number, sigma: number): number {
  for (;;) {
    const u1 = random.random();
    const u2 = 1 - random.random();
    const z = (NV_MAGIC * (u1 - 0.5)) / u2;
    if ((z * z) / 4 <= -log(u2)) return mu + z * sigma;
  }
}

/** Two normal deviates at a time; the second waits in the generator. */
export function gauss(random: PyRandom, mu: number, sigma: number): number {
  let z = random.gaussNext;
  random.gaussNext = null;
  if (z === null) {
    const x2pi = random.random() * TWO_PI;
    const radius = Math.sqrt(-2 * log(1 - random.random()));
    z = cos(x2pi) * radius;
    random.gaussNext = sin(x2pi) * radius;
  }
  return mu + z * sigma;
}

export function lognormvariate(random: PyRandom, mu: number, sigma: number): number {
  return checkedExp(normalvariate(random, mu, sigma));
}

export function expovariate(random: PyRandom, lambda: number): number {
  return divided(-log(1 - random.random()), lambda);
}

/** `x % y` of Python for floats, y > 0. */
function modulo(x: number, y: number): number {
  const remainder = x % y;
  return remainder < 0 ? remainder + y : remainder + 0;
}

export function vonmisesvariate(random: PyRandom, mu: number, kappa: number): number {
  if (kappa <= 1e-6) return TWO_PI * random.random();
  const s = 0.5 / kappa;
  const r = s + Math.sqrt(1 + s * s);
  let z: number;
  for (;;) {
    const u1 = random.random();
    z = cos(PI * u1);
    const d = z / (r + z);
    const u2 = random.random();
    if (u2 < 1 - d * d || u2 <= (1 - d) * checkedExp(d)) break;
  }
  const q = 1 / r;
  const f = (q + z) / (1 + q * z);
  const u3 = random.random();
  return modulo(u3 > 0.5 ? mu + acos(f) : mu - acos(f), TWO_PI);
}

/** alpha > 1: R. C. H. Cheng, 1977. */
function largeGamma(random: PyRandom, alpha: number, beta: number): number {
  const ainv = Math.sqrt(2 * alpha - 1);
  const bbb = alpha - LOG4;
  const ccc = alpha + ainv;
  for (;;) {
    const u1 = random.random();
    if (!(1e-7 < u1 && u1 < 0.9999999)) continue;
    const u2 = 1 - random.random();
    const v = log(u1 / (1 - u1)) / ainv;
    const x = alpha * checkedExp(v);
    const z = u1 * u1 * u2;
    const r = bbb + ccc * v - x;
    if (r + SG_MAGIC - 4.5 * z >= 0 || r >= log(z)) return x * beta;
  }
}

/** alpha < 1: algorithm GS of Ahrens and Dieter, after Kennedy and Gentle. */
function smallGamma(random: PyRandom, alpha: number, beta: number): number {
  for (;;) {
    const u = random.random();
    const b = (E + alpha) / E;
    const p = b * u;
    const x = p <= 1 ? checkedPower(p, 1 / alpha) : -log((b - p) / alpha);
    const u1 = random.random();
    if (p > 1 ? u1 <= checkedPower(x, alpha - 1) : u1 <= checkedExp(-x)) return x * beta;
  }
}

/** Throws ValueError unless both parameters are above 0. */
export function gammavariate(random: PyRandom, alpha: number, beta: number): number {
  if (alpha <= 0 || beta <= 0) {
    throw new ValueError('gammavariate: alpha and beta must be > 0.0');
  }
  if (alpha > 1) return largeGamma(random, alpha, beta);
  if (alpha === 1) return -log(1 - random.random()) * beta;
  return smallGamma(random, alpha, beta);
}

export function betavariate(random: PyRandom, alpha: number, beta: number): number {
  const y = gammavariate(random, alpha, 1);
  return y === 0 ? 0 : y / (y + gammavariate(random, beta, 1));
}

export function paretovariate(random: PyRandom, alpha: number): number {
  const u = 1 - random.random();
  return checkedPower(u, divided(-1, alpha));
}

export function weibullvariate(random: PyRandom, alpha: number, beta: number): number {
  const u = 1 - random.random();
  return alpha * checkedPower(-log(u), divided(1, beta));
}
