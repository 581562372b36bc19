// `collections.OrderedDict` and `collections.defaultdict`: dicts with a little more. A missing key
// of the one is made by its factory; the other can move keys to an end, and two of them are equal
// only in the same order. Source: CPython Objects/odictobject.c, Modules/_collectionsmodule.c.

import { KeyError, PyTypeError } from '../../../asyncio/exceptions.ts';
import type { Interpreter } from '../../interpreter.ts';
import { isCallable } from '../../objects/callable.ts';
import { builtinClass, declareType, define, dictClass } from '../../objects/classes.ts';
import { matches } from '../../objects/compare.ts';
import { derivable } from '../../objects/derivable.ts';
import { derivedClass, shortName } from '../../objects/derived.ts';
import { defineGetters, Getter } from '../../objects/descriptors.ts';
import { Dict } from '../../objects/dict.ts';
import { reversedDict, updateDict, updateNamed } from '../../objects/dict-methods.ts';
import { hash } from '../../objects/hash.ts';
import { nested, repr } from '../../objects/repr.ts';
import { truthy } from '../../objects/truth.ts';
import { Builtin, type PyClass, Tuple } from '../../values.ts';

type Keywords = ReadonlyMap<string, unknown>;

export class DefaultDict extends Dict {
  factory: unknown = null;

  override copy(): Dict {
    const copy = new DefaultDict(this.run);
    copy.factory = this.factory;
    for (const { key, value } of this.entries()) copy.set(key, value);
    return copy;
  }
}

export class OrderedDict extends Dict {
  override readonly isOrdered = true;

  /** Asks a key for its hash itself. Throws TypeError in the words of the hash. */
  override set(key: unknown, value: unknown): void {
    hash(this.run, key);
    super.set(key, value);
  }

  override take(key: unknown): unknown {
    hash(this.run, key);
    return super.take(key);
  }

  override copy(): Dict {
    const copy = new OrderedDict(this.run);
    for (const { key, value } of this.entries()) copy.set(key, value);
    return copy;
  }

  override equalTo(run: Interpreter, other: unknown, depth: number): boolean | undefined {
    const answer = super.equalTo(run, other, depth);
    if (answer !== true || !(other instanceof OrderedDict)) return answer;
    const keys = other.keys();
    return this.keys().every((key, index) => matches(run, key, keys[index], depth));
  }
}

/** A class of dicts, by the name that C gives it. */
function dictSubclass(name: string): PyClass {
  const cls = builtinClass(name, [dictClass], 'collections');
  cls.messageName = `collections.${name}`;
  return cls;
}
export const defaultDictClass = dictSubclass('defaultdict');
export const orderedDictClass = dictSubclass('OrderedDict');
declareType(DefaultDict, defaultDictClass);
declareType(OrderedDict, orderedDictClass);

/** The content of a dict, as its repr shows it. */
export function shownItems(run: Interpreter, dict: Dict): string {
  const pairs = dict.items().map(({ items: [key, value] }) => {
    return `${repr(run, key)}: ${repr(run, value)}`;
  });
  return `{${pairs.join(', ')}}`;
}

derivable(
  defaultDictClass,
  'defaultdict(default_factory=..., other=..., /, **named)',
  (run) => new DefaultDict(run),
  (run, dict: DefaultDict, factory: unknown, other: unknown, named: Keywords) => {
    if (factory !== undefined && factory !== null && !isCallable(factory)) {
      throw new PyTypeError('first argument must be callable or None');
    }
    dict.factory = factory ?? null;
    if (other !== undefined) updateDict(run, dict, other);
    updateNamed(dict, named);
  },
);
derivable(
  orderedDictClass,
  'OrderedDict(other=..., /, **named)',
  (run) => new OrderedDict(run),
  (run, dict: OrderedDict, other: unknown, named: Keywords) => {
    if (other !== undefined) updateDict(run, dict, other);
    updateNamed(dict, named);
  },
);

define(defaultDictClass, [
  new Builtin('__missing__(self, key, /)', (run, self: DefaultDict, key: unknown) => {
    if (self.factory === null) throw new KeyError(key);
    const value = run.call(self.factory, []);
    self.set(key, value);
    return value;
  }),
  ...['copy', '__copy__'].map(
    (name) =>
      new Builtin(`${name}(self, /)`, (run, self: DefaultDict) => {
        run.charge(self.size);
        const cls = derivedClass(self);
        return cls === null ? self.copy() : run.call(cls, [self.factory, self]);
      }),
  ),
  new Builtin('__repr__(self, /)', (run, self: DefaultDict) => {
    const factory = nested(run, self, '...', () => repr(run, self.factory));
    const content = nested(run, self, '{...}', () => shownItems(run, self));
    return `${shortName(self)}(${factory}, ${content})`;
  }),
]);
defineGetters(defaultDictClass, [
  new Getter(
    'default_factory',
    (_run, self: DefaultDict) => self.factory,
    (_run, self: DefaultDict, value) => {
      self.factory = value;
    },
  ),
]);

/** The oldest or the newest entry. Throws KeyError where there is none. */
function endOf(dict: OrderedDict, isLast: boolean): { key: unknown; value: unknown } {
  const entry = isLast ? dict.last() : dict.entries().next().value;
  if (entry === undefined) throw new KeyError('dictionary is empty');
  return entry;
}

define(orderedDictClass, [
  new Builtin('copy(self, /)', (run, self: OrderedDict) => {
    run.charge(self.size);
    const cls = derivedClass(self);
    return cls === null ? self.copy() : run.call(cls, [self]);
  }),
  new Builtin('popitem(self, last=True)', (run, self: OrderedDict, last: unknown) => {
    const { key, value } = endOf(self, truthy(run, last));
    self.take(key);
    return new Tuple([key, value]);
  }),
  new Builtin('move_to_end(self, key, last=True)', (run, self: OrderedDict, key, last: unknown) => {
    const value = self.take(key);
    if (value === undefined) throw new KeyError(key);
    const others = truthy(run, last) ? [] : self.items();
    if (others.length > 0) self.clear();
    self.set(key, value);
    run.charge(others.length);
    for (const { items: pair } of others) self.set(pair[0], pair[1]);
    return null;
  }),
  new Builtin('__reversed__(self, /)', (_run, self: OrderedDict) => reversedDict(self)),
  new Builtin('__repr__(self, /)', (run, self: OrderedDict) =>
    self.size === 0
      ? `${shortName(self)}()`
      : nested(run, self, '...', () => `${shortName(self)}(${shownItems(run, self)})`),
  ),
]);
