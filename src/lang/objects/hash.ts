// Hashes. `hash` is what Python's `hash()` gives: CPython's own values for numbers, None, tuples
// and frozensets; strings and objects, whose hashes CPython draws anew for every process, get
// stable ones. `keyOf` is what dicts and sets work with: most values are found through a JavaScript
// Map by a primitive or by identity; only what is compared by content or by methods of the program
// needs hash and equality.
// Source: CPython Python/pyhash.c, Objects/tupleobject.c (tuplehash), Objects/longobject.c
// (long_hash).

import { BaseException, PyTypeError } from '../../asyncio/exceptions.ts';
import { decompose } from '../../base/float-text.ts';
import type { Interpreter } from '../interpreter.ts';
import {
  BoundMethod,
  Float,
  Instance,
  NumberInstance,
  PyClass,
  Range,
  Slice,
  TextInstance,
  Tuple,
} from '../values.ts';
import { objectClass } from './classes.ts';
import { sliceItems } from './compare.ts';
import { derivedClass } from './derived.ts';
import { type Int, normalise } from './integers.ts';
import { checkDepth } from './limits.ts';
import { callFound } from './special.ts';
import { Structural } from './structural.ts';
import { rangeLength } from './truth.ts';
import { typeName, typeOf } from './type-of.ts';

const MODULUS = (1n << 61n) - 1n;
const NONE_HASH = 0xfca86420;

/** Marks a key that must be found by hash and equality. */
export const BY_CONTENT = Symbol('by content');

/**
 * What finds `value` in a JavaScript Map: equal keys of Python give the same one (1, 1.0 and True
 * do). BY_CONTENT where hash and equality are needed. Throws TypeError for an unhashable value.
 */
export function keyOf(value: unknown): unknown {
  switch (typeof value) {
    case 'string':
    case 'number':
    case 'bigint':
      return value;
    case 'boolean':
      return value ? 1 : 0;
    default:
      return value === null ? null : keyOfObject(value as object);
  }
}

function keyOfObject(value: object): unknown {
  const derived = derivedClass(value);
  if (derived !== null && hasOwnHash(derived)) return BY_CONTENT;
  if (value instanceof Float) return keyOfFloat(value);
  if (value instanceof Tuple) return BY_CONTENT;
  if (value instanceof Structural) {
    const number = value.plainNumber();
    return number === undefined ? BY_CONTENT : keyOf(number);
  }
  if (Array.isArray(value)) throw unhashable(value);
  if (value instanceof NumberInstance || value instanceof TextInstance) {
    if (isHashedByProgram(value.cls)) return BY_CONTENT;
    return value instanceof TextInstance ? value.text : value.number;
  }
  if (value instanceof Instance) return hasOwnHash(value.cls) ? BY_CONTENT : value;
  if (value instanceof BaseException) {
    const cls = value.userClass;
    return cls instanceof PyClass && hasOwnHash(cls) ? BY_CONTENT : value;
  }
  if (value instanceof Range || value instanceof Slice || value instanceof BoundMethod) {
    return BY_CONTENT;
  }
  return value;
}

function keyOfFloat(value: Float): unknown {
  const x = value.value;
  if (Number.isNaN(x)) return value;
  if (!Number.isInteger(x)) return x;
  return Number.isSafeInteger(x) ? x + 0 : BigInt(x);
}

/** Whether a class of the program (or one above it) defines `__eq__` or `__hash__`. */
function hasOwnHash(cls: PyClass): boolean {
  for (const parent of cls.mro) {
    if (parent === objectClass || parent.module === 'builtins') continue;
    if (parent.attributes.has('__eq__') || parent.attributes.has('__hash__')) return true;
  }
  return false;
}

/** Whether a class of the program itself says how texts or ints of its own are hashed. */
function isHashedByProgram(cls: PyClass): boolean {
  return cls.mro.some(
    ({ module, attributes }) =>
      module === '__main__' && (attributes.has('__eq__') || attributes.has('__hash__')),
  );
}

export function unhashable(value: unknown): PyTypeError {
  return new PyTypeError(`unhashable type: '${typeName(value)}'`);
}

/** `hash(value)`. Throws TypeError for an unhashable value. */
export function hash(run: Interpreter, value: unknown, depth = 0): Int {
  switch (typeof value) {
    case 'number':
      return value === -1
        ? -2
        : Math.abs(value) < 0x1fffffffffffff
          ? value
          : hashBig(BigInt(value));
    case 'bigint':
      return hashBig(value);
    case 'boolean':
      return value ? 1 : 0;
    case 'string':
      return hashString(value);
    default:
      return value === null ? NONE_HASH : hashObject(run, value as object, depth);
  }
}

function hashBig(value: bigint): Int {
  const size = (value < 0n ? -value : value) % MODULUS;
  const result = value < 0n ? -size : size;
  return normalise(result === -1n ? -2n : result);
}

function hashObject(run: Interpreter, value: object, depth: number): Int {
  checkDepth(run, depth, '');
  const derived = derivedClass(value);
  if (derived !== null && hasOwnHash(derived)) return hashOfProgram(run, value, derived);
  if (value instanceof Float) return hashFloat(run, value);
  if (value instanceof Tuple) return hashItems(run, value.items, depth);
  if (Array.isArray(value)) throw unhashable(value);
  if (value instanceof Structural) {
    const result = value.hash(run);
    if (result === null) throw unhashable(value);
    return result;
  }
  if (value instanceof NumberInstance || value instanceof TextInstance) {
    if (isHashedByProgram(value.cls)) return hashOfProgram(run, value, value.cls);
    return hash(run, value instanceof TextInstance ? value.text : value.number);
  }
  if (value instanceof Instance) return hashOfProgram(run, value, value.cls);
  if (value instanceof BaseException && value.userClass instanceof PyClass) {
    return hashOfProgram(run, value, value.userClass);
  }
  if (value instanceof Range) return hashRange(run, value);
  if (value instanceof Slice) return hashItems(run, sliceItems(value), depth);
  if (value instanceof BoundMethod) {
    return normalise(BigInt(addressHash(run, value.self)) ^ BigInt(hash(run, value.callee)));
  }
  if (typeOf(value).attributes.get('__hash__') === null) throw unhashable(value);
  return addressHash(run, value);
}

/** CPython turns the address right by four bits; ours have nothing in those. */
function addressHash(run: Interpreter, value: unknown): number {
  return run.addresses.of(value) / 16;
}

/**
 * An object's hash by its class: `__hash__`, or its address; none where only `__eq__` is defined.
 */
function hashOfProgram(run: Interpreter, value: object, cls: PyClass): Int {
  for (const parent of cls.mro) {
    if (parent === objectClass || parent.module === 'builtins') break;
    const method = parent.attributes.get('__hash__');
    if (method === null || (method === undefined && parent.attributes.has('__eq__'))) {
      throw unhashable(value);
    }
    if (method === undefined) continue;
    const result = callFound(run, method, value, []);
    if (typeof result === 'boolean') return result ? 1 : 0;
    if (typeof result === 'number') return result === -1 ? -2 : result;
    if (typeof result === 'bigint') {
      return BigInt.asIntN(64, result) === result ? result : hashBig(result);
    }
    throw new PyTypeError('__hash__ method should return an integer');
  }
  return addressHash(run, value);
}

function hashFloat(run: Interpreter, value: Float): Int {
  const x = value.value;
  if (Number.isNaN(x)) return addressHash(run, value);
  if (x === Infinity) return 314159;
  if (x === -Infinity) return -314159;
  const { mantissa, exponent } = decompose(x);
  // 2**61 is 1 modulo 2**61 - 1, so a power of two is a turn.
  const turn = BigInt(((exponent % 61) + 61) % 61);
  const size = (mantissa << turn) % MODULUS;
  const result = x < 0 ? -size : size;
  return normalise(result === -1n ? -2n : result);
}

function hashRange(run: Interpreter, value: Range): Int {
  const length = rangeLength(value);
  const start = length === 0 ? null : value.start;
  return hashItems(run, [length, start, length < 2 ? null : value.step], 0);
}

const PRIME_1 = 11400714785074694791n;
const PRIME_2 = 14029467366897019727n;
const PRIME_5 = 2870177450012600261n;
const ALL_ONES = (1n << 64n) - 1n;

function hashItems(run: Interpreter, items: readonly unknown[], depth: number): Int {
  run.charge(items.length);
  let sum = PRIME_5;
  for (const item of items) {
    const lane = BigInt.asUintN(64, BigInt(hash(run, item, depth + 1)));
    sum = (sum + lane * PRIME_2) & ALL_ONES;
    sum = ((sum << 31n) | (sum >> 33n)) & ALL_ONES;
    sum = (sum * PRIME_1) & ALL_ONES;
  }
  sum = (sum + (BigInt(items.length) ^ PRIME_5 ^ 3527539n)) & ALL_ONES;
  return sum === ALL_ONES ? 1546275796 : normalise(BigInt.asIntN(64, sum));
}

/** A 53-bit hash of the UTF-16 units (FNV-1a, twice). CPython's is keyed with random bits. */
function hashString(text: string): number {
  if (text === '') return 0;
  let low = 0x811c9dc5;
  let high = 0x01000193;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    low = Math.imul(low ^ unit, 0x01000193);
    high = Math.imul(high ^ unit, 0x85ebca6b);
  }
  return (high & 0xfffff) * 0x100000000 + (low >>> 0);
}

/**
 * A fast hash for the buckets of collections: equal keys have equal ones. Where `__hash__` of the
 * program has the say it is that; an int is its own.
 */
export function bucketOf(run: Interpreter, value: unknown, depth = 0): Int {
  if (!(value instanceof Tuple)) {
    const key = keyOf(value);
    if (typeof key === 'number' || typeof key === 'bigint') return key;
    if (typeof key === 'string') return hashString(key);
    return hash(run, value, depth);
  }
  checkDepth(run, depth, '');
  run.charge(value.items.length);
  let sum = value.items.length;
  for (const item of value.items) {
    const part = bucketOf(run, item, depth + 1);
    sum = Math.imul(sum ^ folded(part), 0x85ebca6b);
    sum ^= sum >>> 15;
  }
  return sum;
}

/** An int in 32 bits. */
function folded(value: Int): number {
  if (typeof value === 'bigint') return Number(BigInt.asIntN(32, value));
  const low = value | 0;
  return low === value ? low : low ^ Math.floor(value / 0x100000000);
}
