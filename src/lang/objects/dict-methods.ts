// The methods of dict.
// Source: CPython Objects/dictobject.c (dict_update_arg, PyDict_MergeFromSeq2); 3.14's messages.

import { KeyError, PyTypeError, ValueError } from '../../asyncio/exceptions.ts';
import type { Interpreter } from '../interpreter.ts';
import { Builtin, Tuple } from '../values.ts';
import { getAttributeOr } from './attributes.ts';
import { define, dictClass } from './classes.ts';
import { ClassMethod } from './descriptors.ts';
import { Dict, type DictEntry, DictIterator } from './dict.ts';
import { DictItems, DictKeys, DictValues, DictView } from './dict-views.ts';
import { iterate, items as iterateItems, STOP, toArray } from './iteration.ts';
import type { PyIterator } from './iterator.ts';
import { getItem, setItem } from './subscript.ts';

/** `dict.update(other)`: of a dict, of an object with `keys()`, or of pairs. */
export function updateDict(run: Interpreter, dict: Dict, other: unknown): void {
  if (other instanceof Dict) {
    run.charge(other.size);
    dict.reserve(other.size);
    for (const { key, value } of [...other.entries()]) dict.set(key, value);
    return;
  }
  const keys = getAttributeOr(run, other, 'keys');
  if (keys !== undefined) {
    for (const key of iterateItems(run, run.call(keys, [])))
      dict.set(key, getItem(run, other, key));
    return;
  }
  updateFromPairs(run, dict, other);
}

function updateFromPairs(run: Interpreter, dict: Dict, other: unknown): void {
  const iterator = iterate(run, other);
  let index = 0;
  for (let pair = iterator.next(); pair !== STOP; pair = iterator.next()) {
    const items = pairItems(run, pair);
    if (items.length !== 2) {
      throw new ValueError(
        `dictionary update sequence element #${index} has length ${items.length}; 2 is required`,
      );
    }
    dict.set(items[0], items[1]);
    index++;
  }
}

function pairItems(run: Interpreter, pair: unknown): readonly unknown[] {
  if (pair instanceof Tuple) return pair.items;
  let iterator: PyIterator;
  try {
    iterator = iterate(run, pair);
  } catch (error) {
    if (!(error instanceof PyTypeError)) throw error;
    throw new PyTypeError('object is not iterable');
  }
  return toArray(run, iterator);
}

/** Adds keyword arguments. */
export function updateNamed(dict: Dict, named: ReadonlyMap<string, unknown>): void {
  for (const [name, value] of named) dict.set(name, value);
}

function fromKeys(run: Interpreter, cls: unknown, iterable: unknown, value: unknown): unknown {
  const dict = run.call(cls, []);
  for (const key of iterateItems(run, iterable)) setItem(run, dict, key, value);
  return dict;
}

/** `reversed(dict)` and of its views. */
export function reversedDict(source: Dict | DictView): PyIterator {
  const dict = source instanceof DictView ? source.dict : source;
  const backwards = [...dict.entries()].reverse().values();
  const show = (entry: DictEntry): unknown =>
    source instanceof DictView ? source.show(entry) : entry.key;
  const shown = source instanceof DictView ? source.shows : 'key';
  return new DictIterator(dict, show, backwards, shown);
}

define(dictClass, [
  new Builtin('get(self, key, default=None, /)', (_run, self: Dict, key, fallback: unknown) => {
    const value = self.get(key);
    return value === undefined ? fallback : value;
  }),
  new Builtin('keys(self, /)', (_run, self: Dict) => new DictKeys(self)),
  new Builtin('values(self, /)', (_run, self: Dict) => new DictValues(self)),
  new Builtin('items(self, /)', (_run, self: Dict) => new DictItems(self)),
  new Builtin('pop(self, key, default=..., /)', (_run, self: Dict, key, fallback: unknown) => {
    // An empty dict does not look at the key: an unhashable one is just absent.
    const found = self.size === 0 ? undefined : self.take(key);
    const value = found === undefined ? fallback : found;
    if (value === undefined) throw new KeyError(key);
    return value;
  }),
  new Builtin('popitem(self, /)', (_run, self: Dict) => {
    const entry = self.takeLast();
    if (entry === undefined) throw new KeyError('popitem(): dictionary is empty');
    return new Tuple([entry.key, entry.value]);
  }),
  new Builtin('setdefault(self, key, default=None, /)', (_run, self: Dict, key, value: unknown) => {
    const found = self.get(key);
    if (found !== undefined) return found;
    self.set(key, value);
    return value;
  }),
  new Builtin(
    'update(self, other=..., /, **named)',
    (run, self: Dict, other: unknown, named: ReadonlyMap<string, unknown>) => {
      if (other !== undefined) updateDict(run, self, other);
      updateNamed(self, named);
      return null;
    },
  ),
  new Builtin('clear(self, /)', (_run, self: Dict) => {
    self.clear();
    return null;
  }),
  new Builtin('copy(self, /)', (run, self: Dict) => {
    run.charge(self.size);
    return self.copy();
  }),
]);

const fromkeys = new Builtin('fromkeys(cls, iterable, value=None, /)', fromKeys);
fromkeys.owner = dictClass;
dictClass.attributes.set('fromkeys', new ClassMethod(fromkeys));
