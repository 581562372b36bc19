// The iterators of `itertools` that combine the items of pools: product, permutations, combinations.
// Each keeps the indices of its last answer. Source: CPython Modules/itertoolsmodule.c.

import { PyIterator, STOP } from '../objects/iterator.ts';
import { Tuple } from '../values.ts';

type Pool = readonly unknown[];

/** Gives the tuples of pool items at `indices`, which `advance` moves until it gives false. */
abstract class Combining extends PyIterator {
  protected abstract indices: number[];
  #hasBegun = false;
  #isOver: boolean;

  constructor(isOver: boolean) {
    super();
    this.#isOver = isOver;
  }

  protected abstract advance(): boolean;
  protected abstract items(): readonly unknown[];

  next(): unknown {
    if (this.#isOver) return STOP;
    if (this.#hasBegun && !this.advance()) {
      this.#isOver = true;
      return STOP;
    }
    this.#hasBegun = true;
    return new Tuple(this.items());
  }
}

export class Product extends Combining {
  protected indices: number[];
  readonly #pools: readonly Pool[];

  constructor(pools: readonly Pool[]) {
    super(pools.some((pool) => pool.length === 0));
    this.#pools = pools;
    this.indices = pools.map(() => 0);
  }

  protected items(): readonly unknown[] {
    return this.#pools.map((pool, at) => pool[this.indices[at]]);
  }

  protected advance(): boolean {
    for (let at = this.indices.length - 1; at >= 0; at--) {
      if (++this.indices[at] < this.#pools[at].length) return true;
      this.indices[at] = 0;
    }
    return false;
  }
}

export class Permutations extends Combining {
  protected indices: number[];
  readonly #pool: Pool;
  readonly #length: number;
  readonly #cycles: number[];

  constructor(pool: Pool, length: number) {
    super(length > pool.length);
    this.#pool = pool;
    this.#length = length;
    this.indices = pool.map((_, at) => at);
    this.#cycles = this.indices.slice(0, length).map((at) => pool.length - at);
  }

  protected items(): readonly unknown[] {
    return this.indices.slice(0, this.#length).map((at) => this.#pool[at]);
  }

  protected advance(): boolean {
    const { indices } = this;
    for (let at = this.#length - 1; at >= 0; at--) {
      if (--this.#cycles[at] > 0) {
        const other = indices.length - this.#cycles[at];
        [indices[at], indices[other]] = [indices[other], indices[at]];
        return true;
      }
      indices.push(...indices.splice(at, 1));
      this.#cycles[at] = indices.length - at;
    }
    return false;
  }
}

/** Combinations in order of the pool, of each item once or, `repeats`, any number of times. */
export class Combinations extends Combining {
  protected indices: number[];
  readonly #pool: Pool;
  readonly #repeats: boolean;

  constructor(pool: Pool, length: number, repeats: boolean) {
    super(repeats ? pool.length === 0 && length > 0 : length > pool.length);
    this.#pool = pool;
    this.#repeats = repeats;
    const count = length > pool.length && !repeats ? 0 : length;
    this.indices = Array.from({ length: count }, (_, at) => (repeats ? 0 : at));
  }

  protected items(): readonly unknown[] {
    return this.indices.map((at) => this.#pool[at]);
  }

  protected advance(): boolean {
    const { indices } = this;
    const { length } = indices;
    for (let at = length - 1; at >= 0; at--) {
      const last = this.#pool.length - (this.#repeats ? 1 : length - at);
      if (indices[at] >= last) continue;
      const first = indices[at] + 1;
      for (let j = at; j < length; j++) indices[j] = this.#repeats ? first : first + j - at;
      return true;
    }
    return false;
  }
}

/** A second name in the reprs. */
export class CombinationsWithReplacement extends Combinations {}
