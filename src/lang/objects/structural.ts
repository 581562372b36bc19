// What compare.ts and hash.ts need to know of collections that they do not know by name: dicts,
// sets, and the collections of the modules (deque, Counter, timedelta). Keeps those two free of a
// cycle with the collections.

import type { Interpreter } from '../interpreter.ts';
import type { Int } from './integers.ts';
import type { PyIterator } from './iterator.ts';

export type OrderOperator = '<' | '<=' | '>' | '>=';

/** A value that is compared by its content. */
export abstract class Structural {
  /**
   * `self == other`; undefined where it does not know (NotImplemented). `depth` is that of the
   * nesting.
   */
  abstract equalTo(run: Interpreter, other: unknown, depth: number): boolean | undefined;

  /** Its hash by content; null where it is unhashable. */
  abstract hash(run: Interpreter): Int | null;

  /** The int or float that it equals, as which dicts and sets find it; undefined for none. */
  plainNumber(): unknown {
    return undefined;
  }

  /** `self < other` and its like; undefined for NotImplemented. */
  orderTo(_run: Interpreter, _operator: OrderOperator, _other: unknown): boolean | undefined {
    return undefined;
  }

  /** Whether `iterator` gives one. */
  readonly isIterable: boolean = false;

  /** `iter(self)`; undefined where it cannot be iterated. */
  iterator(_run: Interpreter): PyIterator | undefined {
    return undefined;
  }

  /** `value in self`; undefined where only iterating tells. */
  contains(_run: Interpreter, _value: unknown): boolean | undefined {
    return undefined;
  }
}

/** A value with a length: `len(value)`, and its truth. */
export interface Sized {
  readonly size: number;
}

export function isSized(value: unknown): value is Sized {
  return value instanceof Structural && typeof (value as Partial<Sized>).size === 'number';
}
