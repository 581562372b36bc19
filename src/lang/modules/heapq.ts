// Module `heapq`: lists as heaps, smallest first or (from 3.14 on) largest first, and what is built
// on them. Items are compared by Python's `<`, as often and in the order that CPython has.
// Source: CPython 3.14 Modules/_heapqmodule.c, Lib/heapq.py (merge, nlargest, nsmallest).

import { IndexError, PyTypeError } from '../../asyncio/exceptions.ts';
import { heapify, heappop, heappush, heapreplace, type Less } from '../../base/heapq.ts';
import type { Interpreter } from '../interpreter.ts';
import { declareType } from '../objects/classes.ts';
import { lessThan } from '../objects/compare.ts';
import { toIndex } from '../objects/index-of.ts';
import { iterate, type PyIterator, toArray } from '../objects/iteration.ts';
import { PyIterator as Iterating, iteratorClass, STOP } from '../objects/iterator.ts';
import { LibraryFunction } from '../objects/signature.ts';
import { sorted } from '../objects/sorting.ts';
import { truthy } from '../objects/truth.ts';
import { typeName } from '../objects/type-of.ts';
import { Builtin, PyModule } from '../values.ts';

function lessFor(run: Interpreter, isMax: boolean): Less<unknown> {
  return (a, b) => {
    run.charge(1);
    return isMax ? lessThan(run, b, a) : lessThan(run, a, b);
  };
}

/** The heap of a call: a list. Throws TypeError. */
function listOf(heap: unknown, name: string, position = ''): unknown[] {
  if (Array.isArray(heap)) return heap;
  throw new PyTypeError(`${name}() argument ${position}must be list, not ${typeName(heap)}`);
}

function checkFilled(heap: readonly unknown[]): void {
  if (heap.length === 0) throw new IndexError('index out of range');
}

/** The five functions on heaps of one order; the names of the other end in `_max`. */
function heapFunctions(ending: '' | '_max'): readonly Builtin[] {
  const isMax = ending === '_max';
  const named = (name: string): string => name + ending;
  return [
    new Builtin(`${named('heappush')}(heap, item, /)`, (run, given: unknown, item: unknown) => {
      heappush(listOf(given, named('heappush'), '1 '), item, lessFor(run, isMax));
      return null;
    }),
    new Builtin(`${named('heappop')}(heap, /)`, (run, given: unknown) => {
      const heap = listOf(given, named('heappop'));
      checkFilled(heap);
      return heappop(heap, lessFor(run, isMax));
    }),
    new Builtin(`${named('heapify')}(heap, /)`, (run, given: unknown) => {
      heapify(listOf(given, named('heapify')), lessFor(run, isMax));
      return null;
    }),
    new Builtin(`${named('heapreplace')}(heap, item, /)`, (run, given: unknown, item: unknown) => {
      const heap = listOf(given, named('heapreplace'), '1 ');
      checkFilled(heap);
      return heapreplace(heap, item, lessFor(run, isMax));
    }),
    new Builtin(`${named('heappushpop')}(heap, item, /)`, (run, given: unknown, item: unknown) => {
      const heap = listOf(given, named('heappushpop'), '1 ');
      const less = lessFor(run, isMax);
      if (heap.length === 0 || !less(heap[0], item)) return item;
      return heapreplace(heap, item, less);
    }),
  ];
}

/** The next item of one of the inputs of `merge`. */
interface Head {
  readonly item: unknown;
  readonly key: unknown;
  readonly order: number;
  readonly rest: PyIterator;
}

/** `merge(*iterables)`: takes from its inputs as it is asked. */
class Merge extends Iterating {
  readonly #run: Interpreter;
  readonly #key: unknown;
  readonly #less: Less<Head>;
  #inputs: readonly unknown[];
  readonly #heap: Head[] = [];

  constructor(run: Interpreter, inputs: readonly unknown[], key: unknown, isMax: boolean) {
    super();
    this.#run = run;
    this.#inputs = inputs;
    this.#key = key;
    const less = lessFor(run, isMax);
    const before: Less<Head> = (a, b) =>
      less(a.key, b.key) || (!less(b.key, a.key) && a.order < b.order);
    this.#less = before;
  }

  #headOf(rest: PyIterator, order: number): Head | null {
    const item = rest.next();
    if (item === STOP) return null;
    const key = this.#key === null ? item : this.#run.call(this.#key, [item]);
    return { item, key, order, rest };
  }

  next(): unknown {
    const inputs = this.#inputs;
    this.#inputs = [];
    for (const [order, each] of inputs.entries()) {
      const head = this.#headOf(iterate(this.#run, each), order);
      if (head !== null) this.#heap.push(head);
    }
    if (inputs.length > 0) heapify(this.#heap, this.#less);
    if (this.#heap.length === 0) return STOP;
    const { item, rest, order } = this.#heap[0];
    const head = this.#headOf(rest, order);
    if (head === null) heappop(this.#heap, this.#less);
    else heapreplace(this.#heap, head, this.#less);
    return item;
  }
}
declareType(Merge, iteratorClass('generator'));

/** The first of the sorted items: what CPython's way gives, too. */
function extremes(name: string, isLargest: boolean): Builtin {
  return new LibraryFunction(`${name}(n, iterable, key=None)`, (run, ...args: unknown[]) => {
    const [n, iterable, key] = args;
    const count = Math.max(0, Number(toIndex(run, n)));
    return sorted(run, toArray(run, iterable), key, isLargest).slice(0, count);
  });
}

const functions: readonly Builtin[] = [
  ...heapFunctions(''),
  ...heapFunctions('_max'),
  extremes('nlargest', true),
  extremes('nsmallest', false),
  new LibraryFunction(
    'merge(*iterables, key=None, reverse=False)',
    (run, inputs: readonly unknown[], key: unknown, reverse: unknown) =>
      new Merge(run, inputs, key, truthy(run, reverse)),
  ),
];

/** The module; the same for every run. */
export const heapqModule = new PyModule(
  'heapq',
  new Map(functions.map((each): [string, unknown] => [each.name, each])),
);
