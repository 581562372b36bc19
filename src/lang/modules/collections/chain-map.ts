// `collections.ChainMap`: several mappings looked through one after the other; writing goes to the
// first. Source: CPython 3.14 Lib/collections/__init__.py (ChainMap).

import { KeyError } from '../../../asyncio/exceptions.ts';
import type { Interpreter } from '../../interpreter.ts';
import { dictClass } from '../../objects/classes.ts';
import { defineGetters, Getter } from '../../objects/descriptors.ts';
import { Dict } from '../../objects/dict.ts';
import { items, iterate } from '../../objects/iteration.ts';
import { contains } from '../../objects/membership.ts';
import { invoke, nativeClass } from '../../objects/native-class.ts';
import { nested, repr } from '../../objects/repr.ts';
import { LibraryFunction } from '../../objects/signature.ts';
import { truthy } from '../../objects/truth.ts';
import { isOfClass } from '../../objects/type-of.ts';
import { type Instance, notImplemented, type PyClass } from '../../values.ts';
import { abstractClass } from './abstract.ts';

function mapsOf(self: Instance): unknown[] {
  return self.attributes.get('maps') as unknown[];
}

/** The keys of all: those of the last mapping first, as a dict keeps them. */
function keysOf(run: Interpreter, self: Instance): Dict {
  const keys = new Dict(run);
  for (const map of [...mapsOf(self)].reverse()) {
    for (const key of items(run, map)) keys.set(key, null);
  }
  return keys;
}

function lookUp(run: Interpreter, self: Instance, key: unknown): unknown {
  for (const map of mapsOf(self)) {
    try {
      return run.objects.getItem(run, map, key);
    } catch (error) {
      if (!(error instanceof KeyError)) throw error;
    }
  }
  return run.objects.getItem(run, new Dict(run), key);
}

/** Calls a method of the first mapping; a key that it has not is told in other words. */
function inFirst(run: Interpreter, self: Instance, name: string, args: readonly unknown[]) {
  try {
    return invoke(run, mapsOf(self)[0], name, args);
  } catch (error) {
    if (!(error instanceof KeyError)) throw error;
    throw new KeyError(
      name === 'popitem'
        ? 'No keys found in the first mapping.'
        : `Key not found in the first mapping: ${repr(run, args[0])}`,
    );
  }
}

export const chainMapClass: PyClass = nativeClass(
  'ChainMap',
  'collections',
  [
    new LibraryFunction('__init__(self, *maps)', (run, self: Instance, maps: unknown[]) => {
      self.attributes.set('maps', maps.length === 0 ? [new Dict(run)] : [...maps]);
      return null;
    }),
    new LibraryFunction('__getitem__(self, key)', lookUp),
    new LibraryFunction('get(self, key, default=None)', (run, self: Instance, key, otherwise) =>
      mapsOf(self).some((map) => contains(run, map, key)) ? lookUp(run, self, key) : otherwise,
    ),
    new LibraryFunction('__len__(self)', (run, self: Instance) => keysOf(run, self).size),
    new LibraryFunction('__iter__(self)', (run, self: Instance) => iterate(run, keysOf(run, self))),
    new LibraryFunction('__contains__(self, key)', (run, self: Instance, key: unknown) =>
      mapsOf(self).some((map) => contains(run, map, key)),
    ),
    new LibraryFunction('__bool__(self)', (run, self: Instance) =>
      mapsOf(self).some((map) => truthy(run, map)),
    ),
    new LibraryFunction('__repr__(self)', (run, self: Instance) =>
      nested(run, self, '...', () => {
        const maps = mapsOf(self).map((map) => repr(run, map));
        return `${self.cls.name}(${maps.join(', ')})`;
      }),
    ),
    new LibraryFunction('copy(self)', (run, self: Instance) => {
      const [first, ...rest] = mapsOf(self);
      return run.call(self.cls, [invoke(run, first, 'copy', []), ...rest]);
    }),
    new LibraryFunction('__or__(self, other)', (run, self: Instance, other: unknown) => {
      if (!(other instanceof Dict || isOfClass(other, chainMapClass))) return notImplemented;
      const copy = invoke(run, self, 'copy', []) as Instance;
      invoke(run, mapsOf(copy)[0], 'update', [other]);
      return copy;
    }),
    new LibraryFunction('__ror__(self, other)', (run, self: Instance, other: unknown) => {
      if (!(other instanceof Dict)) return notImplemented;
      const merged = run.call(dictClass, [other]);
      for (const map of [...mapsOf(self)].reverse()) invoke(run, merged, 'update', [map]);
      return run.call(self.cls, [merged]);
    }),
    new LibraryFunction('__ior__(self, other)', (run, self: Instance, other: unknown) => {
      invoke(run, mapsOf(self)[0], 'update', [other]);
      return self;
    }),
    new LibraryFunction('new_child(self, m=None, **kwargs)', (run, self: Instance, m, named) => {
      const child = m === null ? run.call(dictClass, [], named as ReadonlyMap<string, unknown>) : m;
      if (m !== null) invoke(run, m, 'update', [], named as ReadonlyMap<string, unknown>);
      return run.call(self.cls, [child, ...mapsOf(self)]);
    }),
    new LibraryFunction('__setitem__(self, key, value)', (run, self: Instance, key, value) => {
      run.objects.setItem(run, mapsOf(self)[0], key, value);
      return null;
    }),
    new LibraryFunction('__delitem__(self, key)', (run, self: Instance, key: unknown) =>
      inFirst(run, self, '__delitem__', [key]),
    ),
    new LibraryFunction('pop(self, key, *args)', (run, self: Instance, key, rest: unknown[]) =>
      inFirst(run, self, 'pop', [key, ...rest]),
    ),
    new LibraryFunction('popitem(self)', (run, self: Instance) =>
      inFirst(run, self, 'popitem', []),
    ),
    new LibraryFunction('clear(self)', (run, self: Instance) => inFirst(run, self, 'clear', [])),
  ],
  [abstractClass('MutableMapping')],
);
chainMapClass.signature = 'ChainMap(*maps)';
defineGetters(chainMapClass, [
  new Getter('parents', (run, self: Instance) => run.call(self.cls, mapsOf(self).slice(1))),
]);
