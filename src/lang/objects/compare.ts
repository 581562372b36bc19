// Equality, ordering and identity. Numbers compare by value whatever their kind, sequences item by
// item, collections by content, objects of the program by their methods, everything else by
// identity.
// Source: CPython Objects/object.c (do_richcompare), listobject.c, tupleobject.c; 3.14's messages.

import { Context } from '../../asyncio/contextvars.ts';
import { BaseException, PyTypeError } from '../../asyncio/exceptions.ts';
import type { Interpreter } from '../interpreter.ts';
import {
  BoundMethod,
  Builtin,
  Float,
  Instance,
  NumberInstance,
  notImplemented,
  plainText,
  Range,
  Slice,
  TextInstance,
  Tuple,
} from '../values.ts';
import { derivedClass } from './derived.ts';
import { checkDepth } from './limits.ts';
import { isPlainFloat, quantityOf, sameQuantity } from './numbers.ts';
import { callSpecial, specialOf } from './special.ts';
import { type OrderOperator, Structural } from './structural.ts';
import { rangeLength, truthy } from './truth.ts';
import { isSubclass, typeOf } from './type-of.ts';

export type { OrderOperator };

/** `a is b`. Equal ints and strings are the same object here, as small ones are in CPython. */
export function identical(a: unknown, b: unknown): boolean {
  return a === b;
}

/** `a is b or a == b`: how collections look for an item. */
export function matches(run: Interpreter, a: unknown, b: unknown, depth = 0): boolean {
  return a === b || equal(run, a, b, depth);
}

/** The truth of `a == b`. Throws RecursionError for values nested too deep. */
export function equal(run: Interpreter, a: unknown, b: unknown, depth = 0): boolean {
  if (typeof a === 'string' || typeof b === 'string') {
    if (a === b) return true;
    if (!isForeign(a) && !isForeign(b)) return false;
  }
  if (typeof a === 'number' && typeof b === 'number') return a === b;
  const x = quantityOf(a);
  if (x !== undefined && !comparesItself(a, '__eq__')) {
    const y = quantityOf(b);
    if (y !== undefined && !comparesItself(b, '__eq__')) return sameQuantity(x, y);
  }
  if (isForeign(a) || isForeign(b)) return truthy(run, userEquality(run, a, b, depth));
  return builtinEqual(run, a, b, depth);
}

/** Whether a number is of a class of the program that says itself how it compares. */
function comparesItself(value: unknown, method: string): boolean {
  if (typeof value !== 'object' || (value instanceof Float && isPlainFloat(value))) return false;
  const found = specialOf(value, method);
  return found !== undefined && !(found instanceof Builtin);
}

/** True where the class of the program may define how the value compares. */
function isForeign(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (value instanceof Instance) {
    return !(value instanceof NumberInstance) || comparesItself(value, '__eq__');
  }
  if (value instanceof BaseException) return value.userClass !== null;
  return derivedClass(value) !== null;
}

/** `a == b` of ready-made values, whatever a class of the program makes of it. */
export function builtinEqual(run: Interpreter, a: unknown, b: unknown, depth: number): boolean {
  const x = quantityOf(a);
  const y = x === undefined ? undefined : quantityOf(b);
  if (x !== undefined && y !== undefined) return sameQuantity(x, y);
  if (a === b) return true;
  if (a instanceof TextInstance || b instanceof TextInstance) return plainText(a) === plainText(b);
  if (Array.isArray(a)) return Array.isArray(b) && sequencesEqual(run, a, b, depth + 1);
  if (a instanceof Tuple) {
    return b instanceof Tuple && sequencesEqual(run, a.items, b.items, depth + 1);
  }
  if (a instanceof Structural) {
    checkDepth(run, depth, ' in comparison');
    const answer = a.equalTo(run, b, depth + 1);
    if (answer !== undefined) return answer;
  }
  if (b instanceof Structural) return b.equalTo(run, a, depth + 1) === true;
  if (a instanceof Range) return b instanceof Range && rangesEqual(a, b);
  if (a instanceof Slice) {
    return b instanceof Slice && sequencesEqual(run, sliceItems(a), sliceItems(b), depth + 1);
  }
  if (a instanceof BoundMethod) {
    return b instanceof BoundMethod && a.self === b.self && a.callee === b.callee;
  }
  return a instanceof Context && b instanceof Context && contextsEqual(run, a, b, depth);
}

/** Contexts are compared as mappings. */
function contextsEqual(run: Interpreter, a: Context, b: Context, depth: number): boolean {
  if (a.size !== b.size) return false;
  return a.keys().every((key) => b.has(key) && matches(run, a.get(key), b.get(key), depth + 1));
}

function sequencesEqual(
  run: Interpreter,
  a: readonly unknown[],
  b: readonly unknown[],
  depth: number,
): boolean {
  checkDepth(run, depth, ' in comparison');
  if (a.length !== b.length) return false;
  run.charge(a.length);
  for (let i = 0; i < a.length && i < b.length; i++) {
    if (!matches(run, a[i], b[i], depth)) return false;
  }
  return a.length === b.length;
}

export function sliceItems(slice: Slice): readonly unknown[] {
  return [slice.start, slice.stop, slice.step];
}

function rangesEqual(a: Range, b: Range): boolean {
  const length = rangeLength(a);
  if (length !== rangeLength(b)) return false;
  if (length === 0) return true;
  return a.start === b.start && (length === 1 || a.step === b.step);
}

/** `a == b` where one of them is of a class of the program; may be any value. */
function userEquality(run: Interpreter, a: unknown, b: unknown, depth: number): unknown {
  const answer = reflected(run, '__eq__', '__eq__', a, b);
  if (answer !== notImplemented) return answer;
  return a === b || builtinEqual(run, a, b, depth);
}

/**
 * Asks `a` by method `name`, then `b` by `mirror`; `b` first where its class derives from that of
 * `a`. NotImplemented where neither answers.
 */
function reflected(
  run: Interpreter,
  name: string,
  mirror: string,
  a: unknown,
  b: unknown,
): unknown {
  const [left, right] = [typeOf(a), typeOf(b)];
  const rightFirst =
    left !== right && isSubclass(right, left) && specialOf(b, mirror) !== undefined;
  if (rightFirst) {
    const answer = callSpecial(run, b, mirror, [a]);
    if (answer !== undefined && answer !== notImplemented) return answer;
  }
  const answer = callSpecial(run, a, name, [b]);
  if (answer !== undefined && answer !== notImplemented) return answer;
  if (rightFirst) return notImplemented;
  const second = callSpecial(run, b, mirror, [a]);
  return second === undefined ? notImplemented : second;
}

/** `a == b` as an expression: methods of the program may give any value. */
export function equals(run: Interpreter, a: unknown, b: unknown): unknown {
  return isForeign(a) || isForeign(b) ? userEquality(run, a, b, 0) : equal(run, a, b);
}

/** `a != b` as an expression. */
export function notEquals(run: Interpreter, a: unknown, b: unknown): unknown {
  if (isForeign(a) || isForeign(b)) {
    const answer = reflected(run, '__ne__', '__ne__', a, b);
    if (answer !== notImplemented) return answer;
    if (isOwnKind(a)) return !builtinEqual(run, a, b, 0);
  }
  return !truthy(run, equals(run, a, b));
}

/** Whether a value has the `__ne__` of a ready-made class, which asks no `__eq__` of the program. */
function isOwnKind(value: unknown): boolean {
  const isHeld = value instanceof TextInstance || value instanceof NumberInstance;
  return isHeld || derivedClass(value) !== null;
}

const METHODS = { '<': '__lt__', '<=': '__le__', '>': '__gt__', '>=': '__ge__' } as const;
const MIRRORS = { '<': '__gt__', '<=': '__ge__', '>': '__lt__', '>=': '__le__' } as const;

const SWAPPED = { '<': '>', '<=': '>=', '>': '<', '>=': '<=' } as const;

/** `a < b` and its like as an expression. Throws TypeError where the two have no order. */
export function ordered(
  run: Interpreter,
  operator: OrderOperator,
  a: unknown,
  b: unknown,
  depth = 0,
): unknown {
  const x = quantityOf(a);
  if (x !== undefined && !comparesItself(a, METHODS[operator])) {
    const y = quantityOf(b);
    const isAsked = typeOf(a) !== typeOf(b) && comparesItself(b, MIRRORS[operator]);
    if (y !== undefined && !isAsked) return holds(operator, x, y);
  }
  if (typeof a === 'string' && typeof b === 'string') {
    return holds(operator, compareStrings(a, b), 0);
  }
  if (isForeign(a) || isForeign(b)) {
    const answer = reflected(run, METHODS[operator], MIRRORS[operator], a, b);
    if (answer !== notImplemented) return answer;
  }
  return builtinOrder(run, operator, a, b, depth);
}

/** `a < b` of ready-made values. Throws TypeError where the two have no order. */
export function builtinOrder(
  run: Interpreter,
  operator: OrderOperator,
  a: unknown,
  b: unknown,
  depth: number,
): unknown {
  const [left, right] = [plainText(a), plainText(b)];
  if (typeof left === 'string' && typeof right === 'string') {
    return holds(operator, compareStrings(left, right), 0);
  }
  if (Array.isArray(a) && Array.isArray(b)) return sequencesOrdered(run, operator, a, b, depth + 1);
  if (a instanceof Tuple && b instanceof Tuple) {
    return sequencesOrdered(run, operator, a.items, b.items, depth + 1);
  }
  if (a instanceof Structural) {
    const answer = a.orderTo(run, operator, b);
    if (answer !== undefined) return answer;
  }
  if (b instanceof Structural) {
    const answer = b.orderTo(run, SWAPPED[operator], a);
    if (answer !== undefined) return answer;
  }
  throw new PyTypeError(
    `'${operator}' not supported between instances of ` +
      `'${typeOf(a).messageName}' and '${typeOf(b).messageName}'`,
  );
}

/** The truth of `a < b`: what sorting asks. */
export function lessThan(run: Interpreter, a: unknown, b: unknown): boolean {
  if (typeof a === 'number' && typeof b === 'number') return a < b;
  return truthy(run, ordered(run, '<', a, b));
}

function holds(operator: OrderOperator, a: number | bigint, b: number | bigint): boolean {
  switch (operator) {
    case '<':
      return a < b;
    case '<=':
      return a <= b;
    case '>':
      return a > b;
    default:
      return a >= b;
  }
}

/**
 * Order of strings by code points: negative, 0 or positive. JavaScript's own is by UTF-16 units.
 */
export function compareStrings(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const x = a.charCodeAt(i);
    const y = b.charCodeAt(i);
    if (x !== y) return rank(a, i) - rank(b, i);
  }
  return a.length - b.length;
}

/** The order of a unit: half of a pair stands for a code point above those of one unit. */
function rank(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  if (unit < 0xd800 || unit >= 0xe000) return unit;
  const isHigh = unit < 0xdc00;
  const other = text.charCodeAt(isHigh ? at + 1 : at - 1);
  const isPaired = isHigh ? other >= 0xdc00 && other < 0xe000 : other >= 0xd800 && other < 0xdc00;
  return isPaired ? unit + 0x10000 : unit;
}

function sequencesOrdered(
  run: Interpreter,
  operator: OrderOperator,
  a: readonly unknown[],
  b: readonly unknown[],
  depth: number,
): unknown {
  checkDepth(run, depth, ' in comparison');
  for (let i = 0; i < a.length && i < b.length; i++) {
    if (matches(run, a[i], b[i], depth)) continue;
    run.charge(i);
    return ordered(run, operator, a[i], b[i], depth);
  }
  return holds(operator, a.length, b.length);
}
