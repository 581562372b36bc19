// `collections.Counter`: a dict of counts, in which a missing key counts 0.
// Source: CPython Lib/collections/__init__.py (Counter).

import { NotImplementedError, PyTypeError } from '../../../asyncio/exceptions.ts';
import type { Interpreter } from '../../interpreter.ts';
import { builtinClass, declareType, define, dictClass } from '../../objects/classes.ts';
import { equal, lessThan, ordered } from '../../objects/compare.ts';
import { derivableInPython } from '../../objects/derivable.ts';
import { derivedClass, shortName } from '../../objects/derived.ts';
import { ClassMethod } from '../../objects/descriptors.ts';
import { Dict } from '../../objects/dict.ts';
import { updateNamed } from '../../objects/dict-methods.ts';
import { hash } from '../../objects/hash.ts';
import { items, unpack } from '../../objects/iteration.ts';
import { PyIterator, STOP } from '../../objects/iterator.ts';
import { invoke } from '../../objects/native-class.ts';
import { add, subtract } from '../../objects/operators.ts';
import { nested } from '../../objects/repr.ts';
import { LibraryFunction } from '../../objects/signature.ts';
import { sorted } from '../../objects/sorting.ts';
import type { OrderOperator } from '../../objects/structural.ts';
import { getItem } from '../../objects/subscript.ts';
import { sum } from '../../objects/summing.ts';
import { truthy } from '../../objects/truth.ts';
import { Builtin, notImplemented, type Tuple } from '../../values.ts';
import { chainClass } from '../itertools.ts';
import { shownItems } from './ordered-dicts.ts';

type Keywords = ReadonlyMap<string, unknown>;
type Combine = (run: Interpreter, a: unknown, b: unknown) => unknown;

export class Counter extends Dict {
  count(key: unknown): unknown {
    return this.get(key) ?? 0;
  }

  override copy(): Dict {
    const copy = new Counter(this.run);
    for (const { key, value } of this.entries()) copy.set(key, value);
    return copy;
  }

  #keysOfBoth(other: Counter): unknown[] {
    return [...this.keys(), ...other.keys()];
  }

  override equalTo(run: Interpreter, other: unknown, depth: number): boolean | undefined {
    if (!(other instanceof Counter)) return super.equalTo(run, other, depth);
    return this.#keysOfBoth(other).every((key) => equal(run, this.count(key), other.count(key)));
  }

  override orderTo(run: Interpreter, operator: OrderOperator, other: unknown): boolean | undefined {
    if (!(other instanceof Counter)) return undefined;
    const wide = operator.startsWith('<') ? '<=' : '>=';
    const isIn = this.#keysOfBoth(other).every((key) =>
      truthy(run, ordered(run, wide, this.count(key), other.count(key))),
    );
    return isIn && (operator === wide || this.equalTo(run, other, 0) !== true);
  }
}
export const counterClass = builtinClass('Counter', [dictClass], 'collections');
declareType(Counter, counterClass);

/** Counts what is given: a mapping's values are counts, of anything else each item is one. */
function change(run: Interpreter, self: Counter, given: unknown, named: Keywords, by: Combine) {
  const source = given ?? null;
  if (source instanceof Dict) {
    const isFirst = by === add && self.size === 0;
    for (const { items: pair } of source.items()) {
      self.set(pair[0], isFirst ? pair[1] : by(run, self.count(pair[0]), pair[1]));
    }
  } else if (source !== null) {
    for (const key of items(run, source)) {
      // Counting asks for the hash itself, and so its words are the hash's.
      if (by === add) hash(run, key);
      self.set(key, by(run, self.count(key), 1));
    }
  }
  if (named.size === 0) return null;
  const counts = new Dict(run);
  updateNamed(counts, named);
  for (const { key, value } of counts.entries()) self.set(key, by(run, self.count(key), value));
  return null;
}

derivableInPython(
  counterClass,
  'Counter(iterable=None, /, **kwds)',
  (run) => new Counter(run),
  (run, counter: Counter, given: unknown, named: Keywords) => {
    change(run, counter, given, named, add);
  },
);

function byCount(run: Interpreter, self: Counter): Tuple[] {
  const key = new Builtin('count(pair, /)', (_run, pair: Tuple) => pair.items[1]);
  return sorted(run, self.items(), key, true) as Tuple[];
}

/** As a repr shows them: counts that cannot be compared stay where they are. */
function countsInOrder(run: Interpreter, self: Counter): readonly Tuple[] {
  try {
    return byCount(run, self);
  } catch (error) {
    if (!(error instanceof PyTypeError)) throw error;
    return self.items();
  }
}

function mostCommon(run: Interpreter, self: Counter, count: unknown): unknown[] {
  const all = byCount(run, self);
  return count === null ? all : all.slice(0, Math.max(0, Number(count)));
}

/** `counter.elements()`, which is a chain in CPython: each key as often as it counts. */
class Elements extends PyIterator {
  readonly #pairs: Iterator<Tuple>;
  #key: unknown = null;
  #left = 0;

  constructor(counter: Counter) {
    super();
    this.#pairs = counter.items()[Symbol.iterator]();
  }

  next(): unknown {
    while (this.#left <= 0) {
      const { done, value } = this.#pairs.next();
      if (done === true) return STOP;
      this.#key = value.items[0];
      this.#left = Number(value.items[1]);
    }
    this.#left--;
    return this.#key;
  }
}

function isPositive(run: Interpreter, count: unknown): boolean {
  return truthy(run, ordered(run, '>', count, 0));
}

/** What two counts make; of a key that only the other counter has, too, where it is kept. */
interface Combination {
  readonly both: Combine;
  readonly otherAlone: ((run: Interpreter, count: unknown) => unknown) | null;
}

const combinations: readonly (readonly [string, Combination])[] = [
  ['add', { both: add, otherAlone: (_run, count) => count }],
  [
    'sub',
    {
      both: subtract,
      // A count below zero is taken away, any other gives nothing.
      otherAlone: (run, count) => (lessThan(run, count, 0) ? subtract(run, 0, count) : 0),
    },
  ],
  [
    'or',
    { both: (run, a, b) => (lessThan(run, a, b) ? b : a), otherAlone: (_run, count) => count },
  ],
  ['and', { both: (run, a, b) => (lessThan(run, a, b) ? a : b), otherAlone: null }],
];

declareType(Elements, chainClass);

/** A counter of the counts of both that are above 0. */
function combined(run: Interpreter, self: Counter, other: Counter, how: Combination): Counter {
  const result = new Counter(run);
  const put = (key: unknown, count: unknown): void => {
    if (isPositive(run, count)) result.set(key, count);
  };
  for (const key of self.keys()) put(key, how.both(run, self.count(key), other.count(key)));
  for (const key of how.otherAlone === null ? [] : other.keys()) {
    if (!self.has(key)) put(key, how.otherAlone!(run, other.count(key)));
  }
  return result;
}

/** Takes the counts of another mapping in, and leaves those out that are not above 0. */
function takeIn(run: Interpreter, self: Counter, other: unknown, name: string, how: Combination) {
  if (name === 'and') {
    for (const key of self.keys()) {
      self.set(key, how.both(run, self.count(key), getItem(run, other, key)));
    }
  } else {
    for (const pair of items(run, invoke(run, other, 'items', []))) {
      const [key, count] = unpack(run, pair, 2);
      self.set(key, how.both(run, self.count(key), count));
    }
  }
  const gone = self.items().filter(({ items: pair }) => !isPositive(run, pair[1]));
  for (const { items: pair } of gone) self.take(pair[0]);
  return self;
}

for (const [name, how] of combinations) {
  define(counterClass, [
    new LibraryFunction(`__${name}__(self, other)`, (run, self: Counter, other: unknown) =>
      other instanceof Counter ? combined(run, self, other, how) : notImplemented,
    ),
    new LibraryFunction(`__i${name}__(self, other)`, (run, self: Counter, other: unknown) =>
      takeIn(run, self, other, name, how),
    ),
  ]);
}
const [[, adding], [, subtracting]] = combinations;

define(counterClass, [
  new LibraryFunction('__missing__(self, key)', () => 0),
  new LibraryFunction('total(self)', (run, self: Counter) => sum(run, self.values(), 0)),
  new LibraryFunction('most_common(self, n=None)', mostCommon),
  new LibraryFunction('elements(self)', (_run, self: Counter) => new Elements(self)),
  new LibraryFunction(
    'update(self, iterable=None, /, **kwds)',
    (run, self: Counter, given: unknown, named: Keywords) => change(run, self, given, named, add),
  ),
  new LibraryFunction(
    'subtract(self, iterable=None, /, **kwds)',
    (run, self: Counter, given: unknown, named: Keywords) =>
      change(run, self, given, named, subtract),
  ),
  new LibraryFunction('copy(self)', (run, self: Counter) => {
    const cls = derivedClass(self);
    return cls === null ? self.copy() : run.call(cls, [self]);
  }),
  new LibraryFunction('__delitem__(self, elem)', (_run, self: Counter, key: unknown) => {
    self.take(key);
    return null;
  }),
  new LibraryFunction('__pos__(self)', (run, self: Counter) =>
    combined(run, self, new Counter(run), adding),
  ),
  new LibraryFunction('__neg__(self)', (run, self: Counter) =>
    combined(run, new Counter(run), self, subtracting),
  ),
  new LibraryFunction('__repr__(self)', (run, self: Counter) => {
    if (self.size === 0) return `${shortName(self)}()`;
    return nested(run, self, '...', () => {
      const shown = new Dict(run);
      for (const { items: pair } of countsInOrder(run, self)) shown.set(pair[0], pair[1]);
      return `${shortName(self)}(${shownItems(run, shown)})`;
    });
  }),
]);
const fromkeys = new LibraryFunction('fromkeys(cls, iterable, v=None)', () => {
  throw new NotImplementedError('Counter.fromkeys() is undefined.  Use Counter(iterable) instead.');
});
counterClass.attributes.set('fromkeys', new ClassMethod(fromkeys));
