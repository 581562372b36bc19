// The iterators of `itertools` that share or keep what they have taken: groupby, tee, batched; and
// count and repeat, which take from nobody. Source: CPython Modules/itertoolsmodule.c.

import { ValueError } from '../../asyncio/exceptions.ts';
import type { Interpreter } from '../interpreter.ts';
import { equal } from '../objects/compare.ts';
import { iterate } from '../objects/iteration.ts';
import { PyIterator, STOP } from '../objects/iterator.ts';
import { add } from '../objects/operators.ts';
import { Tuple } from '../values.ts';

export class Count extends PyIterator {
  readonly #run: Interpreter;
  value: unknown;
  readonly step: unknown;

  constructor(run: Interpreter, start: unknown, step: unknown) {
    super();
    this.#run = run;
    this.value = start;
    this.step = step;
  }

  next(): unknown {
    const { value } = this;
    this.value = add(this.#run, value, this.step);
    return value;
  }
}

export class Repeat extends PyIterator {
  readonly value: unknown;
  /** Infinity for ever. */
  left: number;

  constructor(value: unknown, times: number) {
    super();
    this.value = value;
    this.left = Math.max(0, times);
  }

  next(): unknown {
    if (this.left === 0) return STOP;
    this.left--;
    return this.value;
  }
}

export class GroupBy extends PyIterator {
  readonly #run: Interpreter;
  readonly #iterator: PyIterator;
  readonly #key: unknown;
  #target: unknown = undefined;
  #currentKey: unknown = undefined;
  #value: unknown = undefined;
  /** The group that may take; another one has ended. */
  #group: Group | null = null;

  constructor(run: Interpreter, iterable: unknown, key: unknown) {
    super();
    this.#run = run;
    this.#iterator = iterate(run, iterable);
    this.#key = key;
  }

  override get sources(): readonly unknown[] {
    return [this.#iterator];
  }

  next(): unknown {
    this.#group = null;
    while (this.#currentKey === undefined || this.#isTarget()) {
      if (!this.#advance()) return STOP;
      this.#run.charge(1);
    }
    this.#target = this.#currentKey;
    this.#group = new Group(this, this.#target);
    return new Tuple([this.#currentKey, this.#group]);
  }

  #isTarget(): boolean {
    return this.#target !== undefined && this.#same(this.#target, this.#currentKey);
  }

  #same(a: unknown, b: unknown): boolean {
    return a === b || equal(this.#run, a, b);
  }

  /** The next item and its key; false at the end. */
  #advance(): boolean {
    const value = this.#iterator.next();
    if (value === STOP) return false;
    this.#currentKey = this.#key === null ? value : this.#run.call(this.#key, [value]);
    this.#value = value;
    return true;
  }

  /** The next item of a group. */
  take(group: Group, target: unknown): unknown {
    if (this.#group !== group) return STOP;
    if (this.#value === undefined && !this.#advance()) return STOP;
    if (!this.#same(target, this.#currentKey)) return STOP;
    const value = this.#value;
    this.#value = undefined;
    return value;
  }
}

export class Group extends PyIterator {
  readonly #parent: GroupBy;
  readonly #target: unknown;

  constructor(parent: GroupBy, target: unknown) {
    super();
    this.#parent = parent;
    this.#target = target;
  }

  next(): unknown {
    return this.#parent.take(this, this.#target);
  }
}

/** An item that several copies walk along; the next one is taken by whoever comes first. */
class Link {
  value: unknown = undefined;
  after: Link | null = null;
}

/** One of the iterators that `tee` gives. */
export class Tee extends PyIterator {
  readonly #iterator: PyIterator;
  #link: Link;

  constructor(iterator: PyIterator, link = new Link()) {
    super();
    this.#iterator = iterator;
    this.#link = link;
  }

  /** Another one at the same place. */
  copy(): Tee {
    return new Tee(this.#iterator, this.#link);
  }

  next(): unknown {
    const link = this.#link;
    if (link.after === null) {
      const value = this.#iterator.next();
      if (value === STOP) return STOP;
      link.value = value;
      link.after = new Link();
    }
    this.#link = link.after;
    return link.value;
  }
}

/** `tee(iterable, n)`. */
export function tee(run: Interpreter, iterable: unknown, count: number): Tuple {
  if (count < 0) throw new ValueError('n must be >= 0');
  if (count === 0) return new Tuple([]);
  const iterator = iterate(run, iterable);
  const first = iterator instanceof Tee ? iterator.copy() : new Tee(iterator);
  return new Tuple(Array.from({ length: count }, (_, i) => (i === 0 ? first : first.copy())));
}

export class Batched extends PyIterator {
  readonly #run: Interpreter;
  #iterator: PyIterator | null;
  readonly #size: number;
  readonly #isStrict: boolean;

  constructor(run: Interpreter, iterable: unknown, size: number, isStrict: boolean) {
    super();
    this.#run = run;
    this.#iterator = iterate(run, iterable);
    this.#size = size;
    this.#isStrict = isStrict;
  }

  override get sources(): readonly unknown[] {
    return this.#iterator === null ? [] : [this.#iterator];
  }

  next(): unknown {
    if (this.#iterator === null) return STOP;
    const batch: unknown[] = [];
    while (batch.length < this.#size) {
      const item = this.#iterator.next();
      if (item === STOP) break;
      batch.push(item);
      this.#run.charge(1);
    }
    if (batch.length === this.#size) return new Tuple(batch);
    this.#iterator = null;
    if (batch.length === 0) return STOP;
    if (this.#isStrict) throw new ValueError('batched(): incomplete batch');
    return new Tuple(batch);
  }
}
