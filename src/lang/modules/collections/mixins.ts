// What a class of the program gets by deriving from one of `collections.abc`: the methods that
// Python writes in terms of the abstract ones, and the views of a mapping.
// Source: CPython 3.14 Lib/_collections_abc.py.

import { IndexError, KeyError, ValueError } from '../../../asyncio/exceptions.ts';
import type { Interpreter } from '../../interpreter.ts';
import { getAttributeOr } from '../../objects/attributes.ts';
import { declareType } from '../../objects/classes.ts';
import { equal, matches } from '../../objects/compare.ts';
import { Dict } from '../../objects/dict.ts';
import { items, iterate } from '../../objects/iteration.ts';
import { iteratorClass, PyIterator, STOP } from '../../objects/iterator.ts';
import { length } from '../../objects/membership.ts';
import { invoke, nativeClass } from '../../objects/native-class.ts';
import { repr } from '../../objects/repr.ts';
import { LibraryFunction } from '../../objects/signature.ts';
import { typeOf } from '../../objects/type-of.ts';
import { type Builtin, type Instance, notImplemented, Tuple } from '../../values.ts';

function itemOf(run: Interpreter, self: unknown, key: unknown): unknown {
  return run.objects.getItem(run, self, key);
}

/** `self[key]`; undefined where it raises KeyError. */
function found(run: Interpreter, self: unknown, key: unknown): unknown {
  try {
    return itemOf(run, self, key);
  } catch (error) {
    if (error instanceof KeyError) return undefined;
    throw error;
  }
}

/** The items of a sequence by their places, until there is none; backwards from `start`. */
class Places extends PyIterator {
  readonly #run: Interpreter;
  readonly #sequence: unknown;
  #place: number;
  readonly #step: number;

  constructor(run: Interpreter, sequence: unknown, start: number, step: number) {
    super();
    this.#run = run;
    this.#sequence = sequence;
    this.#place = start;
    this.#step = step;
  }

  next(): unknown {
    if (this.#place < 0) return STOP;
    try {
      const item = itemOf(this.#run, this.#sequence, this.#place);
      this.#place += this.#step;
      return item;
    } catch (error) {
      if (!(error instanceof IndexError)) throw error;
      this.#place = -1;
      return STOP;
    }
  }
}

/** A view's items, made of the mapping's keys as it is asked. */
class Shown extends PyIterator {
  readonly #keys: PyIterator;
  readonly #show: (key: unknown) => unknown;

  constructor(keys: PyIterator, show: (key: unknown) => unknown) {
    super();
    this.#keys = keys;
    this.#show = show;
  }

  next(): unknown {
    const key = this.#keys.next();
    return key === STOP ? STOP : this.#show(key);
  }
}
const generatorLike = iteratorClass('generator');
declareType(Places, generatorLike);
declareType(Shown, generatorLike);

function indexOf(run: Interpreter, self: unknown, value: unknown): number {
  let place = 0;
  for (const item of items(run, self)) {
    run.charge(1);
    if (matches(run, item, value)) return place;
    place++;
  }
  return -1;
}

const sequence: readonly Builtin[] = [
  new LibraryFunction('__iter__(self)', (run, self: unknown) => new Places(run, self, 0, 1)),
  new LibraryFunction('__contains__(self, value)', (run, self: unknown, value: unknown) => {
    return indexOf(run, self, value) >= 0;
  }),
  new LibraryFunction(
    '__reversed__(self)',
    (run, self: unknown) => new Places(run, self, length(run, self) - 1, -1),
  ),
  new LibraryFunction('index(self, value)', (run, self: unknown, value: unknown) => {
    const place = indexOf(run, self, value);
    if (place < 0) throw new ValueError();
    return place;
  }),
  new LibraryFunction('count(self, value)', (run, self: unknown, value: unknown) => {
    let count = 0;
    for (const item of items(run, self)) if (matches(run, item, value)) count++;
    return count;
  }),
];

const mutableSequence: readonly Builtin[] = [
  new LibraryFunction('append(self, value)', (run, self: unknown, value: unknown) =>
    invoke(run, self, 'insert', [length(run, self), value]),
  ),
  new LibraryFunction('extend(self, values)', (run, self: unknown, values: unknown) => {
    for (const value of [...items(run, values)]) invoke(run, self, 'append', [value]);
    return null;
  }),
  new LibraryFunction('pop(self, index=-1)', (run, self: unknown, index: unknown) => {
    const item = itemOf(run, self, index);
    invoke(run, self, '__delitem__', [index]);
    return item;
  }),
  new LibraryFunction('remove(self, value)', (run, self: unknown, value: unknown) =>
    invoke(run, self, '__delitem__', [invoke(run, self, 'index', [value])]),
  ),
  new LibraryFunction('clear(self)', (run, self: unknown) => {
    while (length(run, self) > 0) invoke(run, self, 'pop', []);
    return null;
  }),
];

function viewClass(name: string, show: (run: Interpreter, map: unknown, key: unknown) => unknown) {
  const mapping = (self: Instance): unknown => self.attributes.get('_mapping');
  return nativeClass(name, 'collections.abc', [
    new LibraryFunction('__init__(self, mapping)', (_run, self: Instance, given: unknown) => {
      self.attributes.set('_mapping', given);
      return null;
    }),
    new LibraryFunction('__len__(self)', (run, self: Instance) => length(run, mapping(self))),
    new LibraryFunction('__iter__(self)', (run, self: Instance) => {
      const map = mapping(self);
      return new Shown(iterate(run, map), (key) => show(run, map, key));
    }),
    new LibraryFunction('__contains__(self, item)', (run, self: Instance, item: unknown) => {
      return indexOf(run, self, item) >= 0;
    }),
    new LibraryFunction('__repr__(self)', (run, self: Instance) => {
      return `${name}(${repr(run, mapping(self))})`;
    }),
  ]);
}

const views = [
  ['keys', viewClass('KeysView', (_run, _map, key) => key)],
  ['items', viewClass('ItemsView', (run, map, key) => new Tuple([key, itemOf(run, map, key)]))],
  ['values', viewClass('ValuesView', itemOf)],
] as const;

const mapping: readonly Builtin[] = [
  ...views.map(
    ([name, cls]) =>
      new LibraryFunction(`${name}(self)`, (run, self: unknown) => run.call(cls, [self])),
  ),
  new LibraryFunction('get(self, key, default=None)', (run, self: unknown, key, otherwise) => {
    const item = found(run, self, key);
    return item === undefined ? otherwise : item;
  }),
  new LibraryFunction('__contains__(self, key)', (run, self: unknown, key: unknown) => {
    return found(run, self, key) !== undefined;
  }),
  new LibraryFunction('__eq__(self, other)', (run, self: unknown, other: unknown) => {
    const isMapping = other instanceof Dict || typeOf(other).lookup('keys') !== undefined;
    return isMapping ? equal(run, dictOf(run, self), dictOf(run, other)) : notImplemented;
  }),
];

function dictOf(run: Interpreter, map: unknown): Dict {
  const pairs = [...items(run, map)].map((key) => [key, itemOf(run, map, key)] as const);
  return new Dict(run, pairs);
}

/** `update`: from a mapping, from pairs, and by names. */
function update(
  run: Interpreter,
  self: unknown,
  other: unknown,
  named: ReadonlyMap<string, unknown>,
): null {
  const put = (key: unknown, value: unknown): void => run.objects.setItem(run, self, key, value);
  if (other !== undefined && getAttributeOr(run, other, 'keys') !== undefined) {
    for (const key of items(run, invoke(run, other, 'keys', []))) put(key, itemOf(run, other, key));
  } else if (other !== undefined) {
    for (const pair of items(run, other)) put(itemOf(run, pair, 0), itemOf(run, pair, 1));
  }
  for (const [name, value] of named) put(name, value);
  return null;
}

const mutableMapping: readonly Builtin[] = [
  new LibraryFunction('pop(self, key, default=...)', (run, self: unknown, key, otherwise) => {
    const item = found(run, self, key);
    if (item === undefined) {
      if (otherwise !== undefined) return otherwise;
      return itemOf(run, self, key);
    }
    invoke(run, self, '__delitem__', [key]);
    return item;
  }),
  new LibraryFunction('popitem(self)', (run, self: unknown) => {
    const key = iterate(run, self).next();
    if (key === STOP) throw new KeyError();
    const item = itemOf(run, self, key);
    invoke(run, self, '__delitem__', [key]);
    return new Tuple([key, item]);
  }),
  new LibraryFunction('clear(self)', (run, self: unknown) => {
    while (length(run, self) > 0) invoke(run, self, 'popitem', []);
    return null;
  }),
  new LibraryFunction('update(self, other=..., /, **kwds)', update),
  new LibraryFunction('setdefault(self, key, default=None)', (run, self: unknown, key, value) => {
    const item = found(run, self, key);
    if (item !== undefined) return item;
    run.objects.setItem(run, self, key, value);
    return value;
  }),
];

/** The methods by the name of the class that has them. */
export const mixins: ReadonlyMap<string, readonly Builtin[]> = new Map([
  ['Iterator', [new LibraryFunction('__iter__(self)', (_run, self: unknown) => self)]],
  ['AsyncIterator', [new LibraryFunction('__aiter__(self)', (_run, self: unknown) => self)]],
  ['Sequence', sequence],
  ['MutableSequence', mutableSequence],
  ['Mapping', [...mapping]],
  ['MutableMapping', mutableMapping],
]);
