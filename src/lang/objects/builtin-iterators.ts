// The lazy built-ins: zip, map, filter, enumerate, reversed, and `iter` of a function.
// Source: CPython Python/bltinmodule.c (zip_next, map_next, filter_next, calliter),
// Objects/enumobject.c.

import { IndexError, PyTypeError, StopIteration, ValueError } from '../../asyncio/exceptions.ts';
import type { Interpreter } from '../interpreter.ts';
import { codePoints } from '../text/quote.ts';
import { plainText, Range, Tuple } from '../values.ts';
import { declareType } from './classes.ts';
import { equal } from './compare.ts';
import { Dict } from './dict.ts';
import { reversedDict } from './dict-methods.ts';
import { DictView } from './dict-views.ts';
import { toIndex } from './index-of.ts';
import { addInts, type Int } from './integers.ts';
import { iterate, RangeIterator } from './iteration.ts';
import { countedClass, iteratorClass, PyIterator, STOP } from './iterator.ts';
import { length } from './membership.ts';
import { callFound, specialOf } from './special.ts';
import { getItem } from './subscript.ts';
import { rangeLength, truthy } from './truth.ts';
import { typeName } from './type-of.ts';

/** Takes one item of each of several iterators; shared by zip and map. */
class Columns {
  readonly #name: string;
  readonly iterators: readonly PyIterator[];
  readonly #strict: boolean;

  constructor(name: string, iterators: readonly PyIterator[], strict: boolean) {
    this.#name = name;
    this.iterators = iterators;
    this.#strict = strict;
  }

  /** The next row; null where one of them has ended. Throws ValueError where `strict` is broken. */
  next(): unknown[] | null {
    if (this.iterators.length === 0) return null;
    const row: unknown[] = [];
    for (const iterator of this.iterators) {
      const item = iterator.next();
      if (item === STOP) {
        if (this.#strict) this.#checkEnd(row.length);
        return null;
      }
      row.push(item);
    }
    return row;
  }

  #checkEnd(at: number): void {
    if (at > 0) throw this.#uneven(at, 'shorter');
    for (let i = 1; i < this.iterators.length; i++) {
      if (this.iterators[i].next() !== STOP) throw this.#uneven(i, 'longer');
    }
  }

  #uneven(at: number, how: string): ValueError {
    const others = at === 1 ? 'argument 1' : `arguments 1-${at}`;
    return new ValueError(`${this.#name}() argument ${at + 1} is ${how} than ${others}`);
  }
}

class Zip extends PyIterator {
  readonly #columns: Columns;

  override get sources(): readonly unknown[] {
    return this.#columns.iterators;
  }

  constructor(columns: Columns) {
    super();
    this.#columns = columns;
  }

  next(): unknown {
    const row = this.#columns.next();
    return row === null ? STOP : new Tuple(row);
  }
}

/** `zip(*iterables, strict=False)`. */
export function zip(run: Interpreter, iterables: readonly unknown[], strict: unknown): PyIterator {
  const iterators = iterables.map((each) => iterate(run, each));
  return new Zip(new Columns('zip', iterators, truthy(run, strict)));
}

class MapIterator extends PyIterator {
  readonly #run: Interpreter;
  readonly #callee: unknown;
  readonly #columns: Columns;

  override get sources(): readonly unknown[] {
    return this.#columns.iterators;
  }

  constructor(run: Interpreter, callee: unknown, columns: Columns) {
    super();
    this.#run = run;
    this.#callee = callee;
    this.#columns = columns;
  }

  next(): unknown {
    const row = this.#columns.next();
    return row === null ? STOP : this.#run.call(this.#callee, row);
  }
}

/** `map(function, *iterables, strict=False)`. */
export function map(run: Interpreter, args: readonly unknown[], strict: unknown): PyIterator {
  if (args.length < 2) throw new PyTypeError('map() must have at least two arguments.');
  const iterators = args.slice(1).map((each) => iterate(run, each));
  return new MapIterator(run, args[0], new Columns('map', iterators, truthy(run, strict)));
}

class Filter extends PyIterator {
  readonly #run: Interpreter;
  readonly #callee: unknown;
  readonly #iterator: PyIterator;

  override get sources(): readonly unknown[] {
    return [this.#iterator];
  }

  constructor(run: Interpreter, callee: unknown, iterator: PyIterator) {
    super();
    this.#run = run;
    this.#callee = callee;
    this.#iterator = iterator;
  }

  next(): unknown {
    const run = this.#run;
    for (;;) {
      const item = this.#iterator.next();
      if (item === STOP) return STOP;
      run.charge(1);
      if (truthy(run, this.#callee === null ? item : run.call(this.#callee, [item]))) return item;
    }
  }
}

/** `filter(function, iterable)`; None keeps what is true. */
export function filter(run: Interpreter, callee: unknown, iterable: unknown): PyIterator {
  return new Filter(run, callee, iterate(run, iterable));
}

class Enumerate extends PyIterator {
  readonly #iterator: PyIterator;
  #count: Int;

  override get sources(): readonly unknown[] {
    return [this.#iterator];
  }

  constructor(iterator: PyIterator, start: Int) {
    super();
    this.#iterator = iterator;
    this.#count = start;
  }

  next(): unknown {
    const item = this.#iterator.next();
    if (item === STOP) return STOP;
    const pair = new Tuple([this.#count, item]);
    this.#count = addInts(this.#count, 1);
    return pair;
  }
}

/** `enumerate(iterable, start=0)`. */
export function enumerate(run: Interpreter, iterable: unknown, start: unknown): PyIterator {
  const first = toIndex(run, start);
  return new Enumerate(iterate(run, iterable), first);
}

/** Walks backwards over a list that may change meanwhile. */
class ReversedList extends PyIterator {
  readonly #items: readonly unknown[];
  #index: number;

  constructor(items: readonly unknown[]) {
    super();
    this.#items = items;
    this.#index = items.length - 1;
  }

  get left(): number {
    return this.#index < this.#items.length ? this.#index + 1 : 0;
  }

  next(): unknown {
    if (this.#index < 0 || this.#index >= this.#items.length) {
      this.#index = -1;
      return STOP;
    }
    return this.#items[this.#index--];
  }
}

class Reversed extends ReversedList {}

/** `reversed` of an object with `__len__` and `__getitem__`. */
class ReversedObject extends PyIterator {
  readonly #run: Interpreter;
  readonly #object: unknown;
  /** -1 at the end. */
  #index: number;

  constructor(run: Interpreter, object: unknown) {
    super();
    this.#run = run;
    this.#object = object;
    this.#index = length(run, object) - 1;
  }

  get left(): number {
    return this.#index + 1;
  }

  next(): unknown {
    if (this.#index < 0) return STOP;
    try {
      return getItem(this.#run, this.#object, this.#index--);
    } catch (error) {
      if (!(error instanceof IndexError) && !(error instanceof StopIteration)) throw error;
      this.#index = -1;
      return STOP;
    }
  }

  override lengthHint(): number {
    if (this.#index < 0) return 0;
    const left = this.#index + 1;
    return length(this.#run, this.#object) < left ? 0 : left;
  }
}

/** `reversed(value)`. Throws TypeError. */
export function reversed(run: Interpreter, value: unknown): unknown {
  if (Array.isArray(value)) return new ReversedList(value);
  if (value instanceof Tuple) return new Reversed(value.items);
  const text = plainText(value);
  if (typeof text === 'string') return new Reversed(codePoints(text));
  if (value instanceof Range) return new RangeIterator(reversedRange(value));
  const method = specialOf(value, '__reversed__');
  if (method !== undefined && method !== null) return callFound(run, method, value, []);
  if (value instanceof Dict || value instanceof DictView) return reversedDict(value);
  if (method === undefined && specialOf(value, '__getitem__') !== undefined) {
    if (specialOf(value, '__len__') !== undefined) return new ReversedObject(run, value);
    throw new PyTypeError(`object of type '${typeName(value)}' has no len()`);
  }
  throw new PyTypeError(`'${typeName(value)}' object is not reversible`);
}

function reversedRange(range: Range): Range {
  const last = range.start + (rangeLength(range) - 1) * range.step;
  return new Range(last, range.start - range.step, -range.step);
}

/** `iter(function, sentinel)`: calls until the sentinel is given. */
export class CallIterator extends PyIterator {
  readonly #run: Interpreter;
  #callee: unknown;
  readonly #sentinel: unknown;

  constructor(run: Interpreter, callee: unknown, sentinel: unknown) {
    super();
    this.#run = run;
    this.#callee = callee;
    this.#sentinel = sentinel;
  }

  next(): unknown {
    if (this.#callee === undefined) return STOP;
    try {
      const value = this.#run.call(this.#callee, []);
      if (!equal(this.#run, value, this.#sentinel)) return value;
    } catch (error) {
      if (!(error instanceof StopIteration)) throw error;
    }
    this.#callee = undefined;
    return STOP;
  }
}

export const zipClass = iteratorClass('zip');
export const mapClass = iteratorClass('map');
export const filterClass = iteratorClass('filter');
export const enumerateClass = iteratorClass('enumerate');
export const reversedClass = countedClass('reversed');
declareType(Zip, zipClass);
declareType(MapIterator, mapClass);
declareType(Filter, filterClass);
declareType(Enumerate, enumerateClass);
declareType(ReversedList, countedClass('list_reverseiterator'));
declareType(Reversed, reversedClass);
declareType(ReversedObject, reversedClass);
declareType(CallIterator, iteratorClass('callable_iterator'));
