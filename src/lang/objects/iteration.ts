// Iterating: `iterate` gives a PyIterator for anything that can be iterated, `unpack` and `toArray`
// take all of it. Objects of the program are asked for `__iter__` and `__next__`, then for
// `__getitem__`.
// Source: CPython Objects/abstract.c (PyObject_GetIter), Objects/iterobject.c, Python/ceval.c
// (unpack_iterable).

import { IndexError, PyTypeError, StopIteration, ValueError } from '../../asyncio/exceptions.ts';
import type { Interpreter } from '../interpreter.ts';
import { codePoints } from '../text/quote.ts';
import { Instance, notImplemented, Range, TextInstance, Tuple } from '../values.ts';
import { declareType } from './classes.ts';
import { derivedClass, overriding } from './derived.ts';
import { Dict } from './dict.ts';
import { countedClass, PyIterator, STOP } from './iterator.ts';
import { reserve } from './limits.ts';
import { callFound, callSpecial, specialOf } from './special.ts';
import { Structural } from './structural.ts';
import { checkedLength, rangeLength } from './truth.ts';
import { typeName } from './type-of.ts';

export { PyIterator, STOP };

/** Over an array that may change meanwhile: by index, as CPython does. */
export class ListIterator extends PyIterator {
  #items: readonly unknown[] | null;
  #index = 0;

  constructor(items: readonly unknown[]) {
    super();
    this.#items = items;
  }

  get left(): number {
    return this.#items === null ? 0 : Math.max(0, this.#items.length - this.#index);
  }

  next(): unknown {
    const items = this.#items;
    if (items === null) return STOP;
    if (this.#index < items.length) return items[this.#index++];
    this.#items = null;
    return STOP;
  }
}

class TupleIterator extends ListIterator {}
class StringIterator extends ListIterator {
  readonly text: string;

  constructor(text: string) {
    super(codePoints(text));
    this.text = text;
  }
}

export class RangeIterator extends PyIterator {
  #next: number;
  left: number;
  readonly #step: number;

  constructor(range: Range) {
    super();
    this.#next = range.start;
    this.#step = range.step;
    this.left = rangeLength(range);
  }

  next(): unknown {
    if (this.left === 0) return STOP;
    this.left--;
    const value = this.#next;
    this.#next += this.#step;
    return value;
  }
}

/** An object with a `__next__` of its own, as an iterator. */
class ProgramIterator extends PyIterator {
  readonly run: Interpreter;
  readonly object: unknown;

  constructor(run: Interpreter, object: unknown) {
    super();
    this.run = run;
    this.object = object;
  }

  next(): unknown {
    try {
      const value = callSpecial(this.run, this.object, '__next__', []);
      if (value !== undefined) return value;
    } catch (error) {
      if (error instanceof StopIteration) return STOP;
      throw error;
    }
    throw new PyTypeError(`'${typeName(this.object)}' object is not an iterator`);
  }
}

/** An object with `__getitem__` alone: its items 0, 1, … until IndexError. */
class ItemIterator extends PyIterator {
  readonly #run: Interpreter;
  #object: unknown;
  #index = 0;

  constructor(run: Interpreter, object: unknown) {
    super();
    this.#run = run;
    this.#object = object;
  }

  next(): unknown {
    if (this.#object === undefined) return STOP;
    try {
      return callSpecial(this.#run, this.#object, '__getitem__', [this.#index++]);
    } catch (error) {
      if (!(error instanceof IndexError) && !(error instanceof StopIteration)) throw error;
      this.#object = undefined;
      return STOP;
    }
  }

  override lengthHint(): number | undefined {
    if (this.#object === undefined) return 0;
    const length = callSpecial(this.#run, this.#object, '__len__', []);
    return length === undefined ? undefined : Math.max(0, checkedLength(length) - this.#index);
  }
}

declareType(ListIterator, countedClass('list_iterator'));
declareType(TupleIterator, countedClass('tuple_iterator'));
const stringIterator = countedClass('str_iterator');
const asciiIterator = countedClass('str_ascii_iterator');
declareType(StringIterator, ({ text }: StringIterator) =>
  /^[\0-\x7f]*$/.test(text) ? asciiIterator : stringIterator,
);
declareType(RangeIterator, countedClass('range_iterator'));

/** `iter(value)`. Throws TypeError where it cannot be iterated. */
export function iterate(run: Interpreter, value: unknown): PyIterator {
  const own = overriding(value, '__iter__');
  return own === undefined || own === null
    ? builtinIterator(run, value)
    : asIterator(run, callFound(run, own, value, []));
}

/** The same, past what a class of the program does instead. */
export function builtinIterator(run: Interpreter, value: unknown): PyIterator {
  if (Array.isArray(value)) return new ListIterator(value);
  if (value instanceof PyIterator) return value;
  if (value instanceof Range) return new RangeIterator(value);
  if (typeof value === 'string') return new StringIterator(value);
  if (value instanceof Tuple) return new TupleIterator(value.items);
  if (value instanceof TextInstance && specialOf(value, '__iter__') === undefined) {
    return new StringIterator(value.text);
  }
  if (value instanceof Structural) {
    const iterator = value.iterator(run);
    if (iterator !== undefined) return iterator;
  }
  const method = specialOf(value, '__iter__');
  if (method !== undefined && method !== null) {
    return asIterator(run, callFound(run, method, value, []));
  }
  if (method === undefined && specialOf(value, '__getitem__') !== undefined) {
    return new ItemIterator(run, value);
  }
  throw new PyTypeError(`'${typeName(value)}' object is not iterable`);
}

function asIterator(run: Interpreter, object: unknown): PyIterator {
  if (object instanceof PyIterator) return object;
  if (specialOf(object, '__next__') !== undefined) return new ProgramIterator(run, object);
  throw new PyTypeError(`iter() returned non-iterator of type '${typeName(object)}'`);
}

/** `iter(value)` as the program sees it: its own object where `__iter__` gives one. */
export function iteratorObject(iterator: PyIterator): unknown {
  return iterator instanceof ProgramIterator ? iterator.object : iterator;
}

/** What `next(value)` asks: the iterator that `value` is. Throws TypeError where it is none. */
export function asNext(run: Interpreter, value: unknown): PyIterator {
  if (value instanceof PyIterator) return value;
  if (specialOf(value, '__next__') !== undefined) return new ProgramIterator(run, value);
  throw new PyTypeError(`'${typeName(value)}' object is not an iterator`);
}

/** All items as a new array. Throws LimitReached where they are too many. */
export function toArray(run: Interpreter, value: unknown): unknown[] {
  if ((Array.isArray(value) || value instanceof Tuple) && derivedClass(value) === null) {
    const items: readonly unknown[] = value instanceof Tuple ? value.items : value;
    reserve(run, items.length);
    return items.slice();
  }
  if (value instanceof Range) reserve(run, rangeLength(value));
  return collect(run, iterate(run, value));
}

function collect(run: Interpreter, iterator: PyIterator): unknown[] {
  const items: unknown[] = [];
  for (let item = iterator.next(); item !== STOP; item = iterator.next()) {
    items.push(item);
    if (items.length % 1024 === 0) checkGrowth(run, items.length);
  }
  return items;
}

/**
 * All items as a list takes them: it asks an object of the program for its length first.
 * Throws LimitReached where they are too many.
 */
export function toList(run: Interpreter, value: unknown): unknown[] {
  if (!(value instanceof Instance || value instanceof PyIterator)) return toArray(run, value);
  const iterator = iterate(run, value);
  lengthHint(run, value);
  return collect(run, iterator);
}

/**
 * The items of what CPython makes a sequence of first: of its iterator, which is asked in its turn.
 * Throws TypeError with `message` where there is none.
 */
export function toSequence(run: Interpreter, value: unknown, message: string): unknown[] {
  if (Array.isArray(value) || value instanceof Tuple) return toArray(run, value);
  let iterator: PyIterator;
  try {
    iterator = iterate(run, value);
  } catch (error) {
    if (!(error instanceof PyTypeError)) throw error;
    throw new PyTypeError(message);
  }
  return toList(run, iteratorObject(iterator));
}

/**
 * How many items a value says it has: undefined where it says nothing. A list is made of it, which
 * does not depend on the answer, but the program is asked.
 * Throws TypeError, ValueError. Source: CPython Objects/abstract.c (PyObject_LengthHint).
 */
export function lengthHint(run: Interpreter, value: unknown): unknown {
  if (value instanceof PyIterator) return unlessTypeError(() => value.lengthHint());
  if (!(value instanceof Instance)) return undefined;
  const length = unlessTypeError(() => {
    const answer = callSpecial(run, value, '__len__', []);
    return answer === undefined ? undefined : checkedLength(answer);
  });
  if (length !== undefined) return length;
  const hint = unlessTypeError(() => callSpecial(run, value, '__length_hint__', []));
  if (hint === undefined || hint === notImplemented) return undefined;
  const isInt = typeof hint === 'number' || typeof hint === 'bigint' || typeof hint === 'boolean';
  if (!isInt) throw new PyTypeError(`__length_hint__ must be an integer, not ${typeName(hint)}`);
  if (Number(hint) < 0) throw new ValueError('__length_hint__() should return >= 0');
  return hint;
}

function unlessTypeError(answer: () => unknown): unknown {
  try {
    return answer();
  } catch (error) {
    if (!(error instanceof PyTypeError)) throw error;
    return undefined;
  }
}

function checkGrowth(run: Interpreter, size: number): void {
  if (size > run.limits.collection) reserve(run, size);
  run.charge(1024);
}

/** The items one by one, for `for … of`. */
export function* items(run: Interpreter, value: unknown): IterableIterator<unknown> {
  const iterator = iterate(run, value);
  let taken = 0;
  for (let item = iterator.next(); item !== STOP; item = iterator.next()) {
    if (++taken % 1024 === 0) checkGrowth(run, taken);
    yield item;
  }
}

/** Whether `iter(value)` works. */
export function isIterable(value: unknown): boolean {
  if (typeof value === 'string' || Array.isArray(value) || value instanceof Tuple) return true;
  if (value instanceof PyIterator || value instanceof Range) return true;
  if (value instanceof TextInstance) return true;
  if (value instanceof Structural && value.isIterable) return true;
  const method = specialOf(value, '__iter__');
  if (method !== undefined) return method !== null;
  return specialOf(value, '__getitem__') !== undefined;
}

function unpackable(run: Interpreter, value: unknown): PyIterator {
  if (isIterable(value) || specialOf(value, '__iter__') === null) return iterate(run, value);
  throw new PyTypeError(`cannot unpack non-iterable ${typeName(value)} object`);
}

/** `a, b = value`: exactly `count` items. Throws ValueError for more or fewer. */
export function unpack(run: Interpreter, value: unknown, count: number): readonly unknown[] {
  if (value instanceof Tuple && value.items.length === count) return value.items;
  const iterator = unpackable(run, value);
  const result: unknown[] = [];
  for (let item = iterator.next(); item !== STOP; item = iterator.next()) {
    if (result.length === count) throw tooMany(value, count);
    result.push(item);
  }
  if (result.length < count) {
    throw new ValueError(`not enough values to unpack (expected ${count}, got ${result.length})`);
  }
  return result;
}

/** Lists, tuples and dicts are known to be too long by how much. */
function tooMany(value: unknown, count: number): ValueError {
  const got = Array.isArray(value)
    ? value.length
    : value instanceof Tuple
      ? value.items.length
      : value instanceof Dict
        ? value.size
        : null;
  const tail = got === null ? '' : `, got ${got}`;
  return new ValueError(`too many values to unpack (expected ${count}${tail})`);
}

/**
 * `a, *b, c = value`: `before` items, a list of the rest, `after` items. Gives `before + 1 + after`
 * values. Throws ValueError where there are too few.
 */
export function unpackStarred(
  run: Interpreter,
  value: unknown,
  before: number,
  after: number,
): readonly unknown[] {
  const iterator = unpackable(run, value);
  const first: unknown[] = [];
  while (first.length < before) {
    const item = iterator.next();
    if (item === STOP) throw tooFew(before + after, first.length);
    first.push(item);
  }
  const rest = toList(run, iteratorObject(iterator));
  if (rest.length < after) throw tooFew(before + after, before + rest.length);
  const end = rest.length - after;
  return [...first, rest.slice(0, end), ...rest.slice(end)];
}

function tooFew(expected: number, got: number): ValueError {
  return new ValueError(`not enough values to unpack (expected at least ${expected}, got ${got})`);
}
