// `sum`, `min`, `max`, `divmod` and three-argument `pow`.
// Source: CPython Python/bltinmodule.c (builtin_sum_impl, cs_add: Neumaier's compensated sum, ZAMM
// 54 (1974); min_max), Objects/longobject.c.

import { PyTypeError, ValueError } from '../../asyncio/exceptions.ts';
import type { Interpreter } from '../interpreter.ts';
import { Float, notImplemented, Tuple } from '../values.ts';
import { lessThan, ordered } from './compare.ts';
import { floatFloorDivide, floatModulo } from './float-math.ts';
import {
  addInts,
  floorDivideInts,
  type Int,
  moduloInts,
  powerModulo,
  toFloat,
} from './integers.ts';
import { iterate } from './iteration.ts';
import { type PyIterator, STOP } from './iterator.ts';
import { intOf, isPlainFloat, quantityOf } from './numbers.ts';
import { add, answered, power } from './operators.ts';
import { callSpecial } from './special.ts';
import { truthy } from './truth.ts';
import { typeName } from './type-of.ts';

/** `sum(iterable, start)`: ints exactly, floats with the rounding errors added up beside. */
export function sum(run: Interpreter, iterable: unknown, start: unknown): unknown {
  if (typeof start === 'string') {
    iterate(run, iterable);
    throw new PyTypeError("sum() can't sum strings [use ''.join(seq) instead]");
  }
  const iterator = iterate(run, iterable);
  if (isPlainFloat(start)) return sumFloats(run, iterator, start.value);
  return isWord(start) ? sumInts(run, iterator, start) : sumRest(run, iterator, start);
}

/** Whether it is an int that a machine word holds. */
function isWord(value: unknown): value is Int {
  if (typeof value === 'bigint') return BigInt.asIntN(64, value) === value;
  return typeof value === 'number';
}

/** Goes on as long as there are ints and bools that fit; only a float right after has its sum. */
function sumInts(run: Interpreter, iterator: PyIterator, start: Int): unknown {
  let total = start;
  for (let item = iterator.next(); item !== STOP; item = iterator.next()) {
    run.charge(1);
    const whole = typeof item === 'boolean' ? Number(item) : item;
    const sum = isWord(whole) ? addInts(total, whole) : add(run, total, item);
    if (isPlainFloat(sum)) return sumFloats(run, iterator, sum.value);
    if (!isWord(whole) || !isWord(sum)) return sumRest(run, iterator, sum);
    total = sum;
  }
  return total;
}

/** Goes on from the first float; other values than numbers end the compensation. */
function sumFloats(run: Interpreter, iterator: PyIterator, first: number): unknown {
  let high = first;
  let low = 0;
  for (let item = iterator.next(); item !== STOP; item = iterator.next()) {
    run.charge(1);
    const quantity = quantityOf(item);
    if (quantity === undefined) {
      return sumRest(run, iterator, add(run, new Float(compensated(high, low)), item));
    }
    const x = toFloat(quantity);
    const next = high + x;
    low += Math.abs(high) >= Math.abs(x) ? high - next + x : x - next + high;
    high = next;
  }
  return new Float(compensated(high, low));
}

function compensated(high: number, low: number): number {
  return low !== 0 && Number.isFinite(low) ? high + low : high;
}

function sumRest(run: Interpreter, iterator: PyIterator, start: unknown): unknown {
  let total = start;
  for (let item = iterator.next(); item !== STOP; item = iterator.next()) {
    run.charge(1);
    total = add(run, total, item);
  }
  return total;
}

/** `min(…)` and `max(…)`: of one iterable or of several arguments; the first of equals. */
export function extreme(
  run: Interpreter,
  name: 'min' | 'max',
  args: readonly unknown[],
  key: unknown,
  fallback: unknown,
): unknown {
  if (args.length === 0) {
    throw new PyTypeError(`${name} expected at least 1 argument, got 0`);
  }
  if (args.length > 1 && fallback !== undefined) {
    throw new PyTypeError(
      `Cannot specify a default for ${name}() with multiple positional arguments`,
    );
  }
  const iterator = iterate(run, args.length === 1 ? args[0] : args);
  let best: unknown;
  let bestKey: unknown;
  for (let item = iterator.next(); item !== STOP; item = iterator.next()) {
    run.charge(1);
    const itemKey = key === null ? item : run.call(key, [item]);
    if (best === undefined || isBetter(run, name, itemKey, bestKey)) {
      best = item;
      bestKey = itemKey;
    }
  }
  if (best !== undefined) return best;
  if (fallback !== undefined) return fallback;
  throw new ValueError(`${name}() iterable argument is empty`);
}

function isBetter(run: Interpreter, name: 'min' | 'max', a: unknown, b: unknown): boolean {
  if (name === 'min') return lessThan(run, a, b);
  return truthy(run, ordered(run, '>', a, b));
}

/** `divmod(a, b)`. Throws ZeroDivisionError, TypeError. */
export function divmod(run: Interpreter, a: unknown, b: unknown): unknown {
  const x = quantityOf(a);
  const y = x === undefined ? undefined : quantityOf(b);
  if (x === undefined || y === undefined) {
    return answered(run, 'divmod', a, b);
  }
  if (a instanceof Float || b instanceof Float) {
    const [p, q] = [toFloat(x), toFloat(y)];
    return new Tuple([new Float(floatFloorDivide(p, q)), new Float(floatModulo(p, q))]);
  }
  return new Tuple([floorDivideInts(x, y), moduloInts(x, y)]);
}

/** `pow(base, exponent, modulus)`. Throws TypeError, ValueError. */
export function pow(run: Interpreter, base: unknown, exponent: unknown, modulus: unknown): unknown {
  if (modulus === null) return power(run, base, exponent);
  const [x, y, z] = [intOf(base), intOf(exponent), intOf(modulus)];
  if (x !== undefined && y !== undefined && z !== undefined) return powerModulo(run, x, y, z);
  const result = callSpecial(run, base, '__pow__', [exponent, modulus]);
  if (result !== undefined && result !== notImplemented) return result;
  const operands = [base, exponent, modulus];
  if (operands.some((operand) => operand instanceof Float)) {
    throw new PyTypeError('pow() 3rd argument not allowed unless all arguments are integers');
  }
  const names = operands.map((operand) => `'${typeName(operand)}'`).join(', ');
  throw new PyTypeError(`unsupported operand type(s) for ** or pow(): ${names}`);
}
