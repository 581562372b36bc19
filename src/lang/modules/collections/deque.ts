// `collections.deque`: a ring whose capacity is a power of two, with an optional maximum length, at
// which the other end lets go of items. Whatever changes it counts, so that an iteration notices.
// Source: CPython Modules/_collectionsmodule.c.

import { RuntimeError } from '../../../asyncio/exceptions.ts';
import type { Interpreter } from '../../interpreter.ts';
import { builtinClass, declareType } from '../../objects/classes.ts';
import { equal, matches, ordered } from '../../objects/compare.ts';
import { countedClass, PyIterator, STOP } from '../../objects/iterator.ts';
import { checkDepth, reserve } from '../../objects/limits.ts';
import { type OrderOperator, Structural } from '../../objects/structural.ts';
import { truthy } from '../../objects/truth.ts';

const INITIAL_CAPACITY = 8;

export class PyDeque extends Structural {
  override readonly isIterable = true;
  maximum: number | null;
  /** Changes so far. */
  changes = 0;
  size = 0;
  #ring: unknown[] = new Array(INITIAL_CAPACITY).fill(undefined);
  #head = 0;

  constructor(maximum: number | null) {
    super();
    this.maximum = maximum;
  }

  /** The item at a place that exists, from 0. */
  at(place: number): unknown {
    return this.#ring[(this.#head + place) & (this.#ring.length - 1)];
  }

  put(place: number, item: unknown): void {
    this.#ring[(this.#head + place) & (this.#ring.length - 1)] = item;
  }

  append(run: Interpreter, item: unknown): void {
    this.changes++;
    if (this.maximum === 0) return;
    if (this.size === this.maximum) this.popLeft();
    if (this.size === this.#ring.length) this.#grow(run);
    this.size++;
    this.put(this.size - 1, item);
  }

  appendLeft(run: Interpreter, item: unknown): void {
    this.changes++;
    if (this.maximum === 0) return;
    if (this.size === this.maximum) this.pop();
    if (this.size === this.#ring.length) this.#grow(run);
    this.#head = (this.#head - 1) & (this.#ring.length - 1);
    this.size++;
    this.put(0, item);
  }

  /** Removes the last item; undefined where there is none. */
  pop(): unknown {
    if (this.size === 0) return undefined;
    const item = this.at(this.size - 1);
    this.put(this.size - 1, undefined);
    this.size--;
    this.changes++;
    return item;
  }

  /** Removes the first item; undefined where there is none. */
  popLeft(): unknown {
    if (this.size === 0) return undefined;
    const item = this.at(0);
    this.put(0, undefined);
    this.#head = (this.#head + 1) & (this.#ring.length - 1);
    this.size--;
    this.changes++;
    return item;
  }

  items(): unknown[] {
    return Array.from({ length: this.size }, (_, place) => this.at(place));
  }

  /** Puts `items` in the place of all, no more than there may be. */
  replace(run: Interpreter, items: readonly unknown[]): void {
    this.size = 0;
    this.#head = 0;
    this.#ring = new Array(INITIAL_CAPACITY).fill(undefined);
    this.changes++;
    for (const item of items) this.append(run, item);
  }

  #grow(run: Interpreter): void {
    const items = this.items();
    reserve(run, items.length * 2);
    this.#ring = [...items, ...new Array(items.length).fill(undefined)];
    this.#head = 0;
  }

  override equalTo(run: Interpreter, other: unknown, depth: number): boolean | undefined {
    if (!(other instanceof PyDeque)) return undefined;
    checkDepth(run, depth, ' in comparison');
    return equal(run, this.items(), other.items(), depth);
  }

  override orderTo(run: Interpreter, operator: OrderOperator, other: unknown): boolean | undefined {
    if (!(other instanceof PyDeque)) return undefined;
    return truthy(run, ordered(run, operator, this.items(), other.items()));
  }

  override hash(): null {
    return null;
  }

  override iterator(): PyIterator {
    return new DequeIterator(this);
  }

  override contains(run: Interpreter, value: unknown): boolean {
    return this.find(run, value, 0, this.size) >= 0;
  }

  /** The first place of a match between two; -1 for none. Throws where it changes meanwhile. */
  find(run: Interpreter, value: unknown, start: number, stop: number): number {
    const { changes } = this;
    run.charge(this.size >> 3);
    for (let place = start; place < stop; place++) {
      const isMatch = matches(run, this.at(place), value);
      if (this.changes !== changes) throw new RuntimeError('deque mutated during iteration');
      if (isMatch) return place;
    }
    return -1;
  }
}
export const dequeClass = builtinClass('deque', undefined, 'collections');
dequeClass.messageName = 'collections.deque';
declareType(PyDeque, dequeClass);

/** Walks a deque either way. */
export class DequeIterator extends PyIterator {
  readonly #deque: PyDeque;
  readonly #changes: number;
  #place = 0;

  constructor(deque: PyDeque) {
    super();
    this.#deque = deque;
    this.#changes = deque.changes;
  }

  /** Items that are still to come. */
  get left(): number {
    return this.#place < 0 ? 0 : this.#deque.size - this.#place;
  }

  next(): unknown {
    const deque = this.#deque;
    if (deque.changes !== this.#changes) {
      if (this.#place < 0) return STOP;
      this.#place = -1;
      throw new RuntimeError('deque mutated during iteration');
    }
    if (this.#place < 0 || this.#place >= deque.size) return STOP;
    return this.itemAt(deque, this.#place++);
  }

  protected itemAt(deque: PyDeque, place: number): unknown {
    return deque.at(place);
  }
}
export class DequeReverseIterator extends DequeIterator {
  protected override itemAt(deque: PyDeque, place: number): unknown {
    return deque.at(deque.size - 1 - place);
  }
}
for (const [name, each] of [
  ['_deque_iterator', DequeIterator],
  ['_deque_reverse_iterator', DequeReverseIterator],
] as const) {
  const cls = countedClass(name, 'collections');
  cls.messageName = `collections.${name}`;
  declareType(each, cls);
}
