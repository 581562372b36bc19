// The one shape of iterators inside: `next()` gives a value or STOP.

import { StopIteration } from '../../asyncio/exceptions.ts';
import { Builtin, type PyClass, Singleton } from '../values.ts';
import { builtinClass, declareType, define } from './classes.ts';

/** What `next()` gives at the end. Never a Python value. */
export const STOP = new Singleton('STOP');

const NONE: readonly unknown[] = [];

export abstract class PyIterator {
  /** The next value, or STOP; after STOP always STOP. */
  abstract next(): unknown;

  /** How many are left, where an object of the program is asked for that; else undefined. */
  lengthHint(): number | undefined {
    return undefined;
  }

  /** The iterators that it takes from, and alone keeps. */
  get sources(): readonly unknown[] {
    return NONE;
  }
}

/** Makes the Python class of a kind of iterator, with `__iter__` and `__next__`. */
export function iteratorClass(name: string, module = 'builtins'): PyClass {
  return define(builtinClass(name, undefined, module), [
    new Builtin('__iter__(self, /)', (_run, self: PyIterator) => self),
    new Builtin('__next__(self, /)', (_run, self: PyIterator) => nextOf(self)),
  ]);
}

/** The same, of iterators that know how many items are still to come. */
export function countedClass(name: string, module?: string): PyClass {
  return define(iteratorClass(name, module), [
    new Builtin('__length_hint__(self, /)', (_run, { left }: { readonly left: number }) => left),
  ]);
}

/** The next value. Throws StopIteration at the end. */
export function nextOf(iterator: PyIterator): unknown {
  const value = iterator.next();
  if (value === STOP) throw new StopIteration();
  return value;
}

declareType(PyIterator, iteratorClass('iterator'));
