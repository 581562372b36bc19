// The iterators of `itertools` that walk along one or several others: each takes from them only when
// it is asked. Source: CPython Modules/itertoolsmodule.c (the *_next functions).

import type { Interpreter } from '../interpreter.ts';
import { iterate } from '../objects/iteration.ts';
import { PyIterator, STOP } from '../objects/iterator.ts';
import { add } from '../objects/operators.ts';
import { truthy } from '../objects/truth.ts';
import { Tuple } from '../values.ts';

/** An iterator that takes from one other. */
abstract class Walker extends PyIterator {
  readonly run: Interpreter;
  readonly iterator: PyIterator;

  constructor(run: Interpreter, iterable: unknown) {
    super();
    this.run = run;
    this.iterator = iterate(run, iterable);
  }

  override get sources(): readonly unknown[] {
    return [this.iterator];
  }
}

/** A Walker that asks a function. */
abstract class Asker extends Walker {
  readonly callee: unknown;

  constructor(run: Interpreter, callee: unknown, iterable: unknown) {
    super(run, iterable);
    this.callee = callee;
  }

  holds(item: unknown): boolean {
    return truthy(this.run, this.run.call(this.callee, [item]));
  }
}

export class TakeWhile extends Asker {
  #isOver = false;

  next(): unknown {
    if (this.#isOver) return STOP;
    const item = this.iterator.next();
    if (item === STOP || this.holds(item)) return item;
    this.#isOver = true;
    return STOP;
  }
}

export class DropWhile extends Asker {
  #hasBegun = false;

  next(): unknown {
    for (;;) {
      const item = this.iterator.next();
      if (item === STOP || this.#hasBegun) return item;
      this.run.charge(1);
      if (this.holds(item)) continue;
      this.#hasBegun = true;
      return item;
    }
  }
}

export class FilterFalse extends Asker {
  next(): unknown {
    for (;;) {
      const item = this.iterator.next();
      if (item === STOP) return item;
      this.run.charge(1);
      if (!(this.callee === null ? truthy(this.run, item) : this.holds(item))) return item;
    }
  }
}

export class StarMap extends Asker {
  next(): unknown {
    const item = this.iterator.next();
    if (item === STOP) return item;
    const args: unknown[] = [];
    const from = iterate(this.run, item);
    for (let each = from.next(); each !== STOP; each = from.next()) args.push(each);
    return this.run.call(this.callee, args);
  }
}

/** `accumulate(iterable, function, initial)`: `callee` null adds, `initial` null is none. */
export class Accumulate extends Asker {
  #total: unknown = undefined;
  #initial: unknown;

  constructor(run: Interpreter, iterable: unknown, callee: unknown, initial: unknown) {
    super(run, callee, iterable);
    this.#initial = initial;
  }

  next(): unknown {
    if (this.#initial !== null) {
      this.#total = this.#initial;
      this.#initial = null;
      return this.#total;
    }
    const item = this.iterator.next();
    if (item === STOP) return item;
    const { run, callee } = this;
    if (this.#total === undefined) this.#total = item;
    else if (callee === null) this.#total = add(run, this.#total, item);
    else this.#total = run.call(callee, [this.#total, item]);
    return this.#total;
  }
}

export class Compress extends Walker {
  readonly #selectors: PyIterator;

  constructor(run: Interpreter, data: unknown, selectors: unknown) {
    super(run, data);
    this.#selectors = iterate(run, selectors);
  }

  override get sources(): readonly unknown[] {
    return [this.iterator, this.#selectors];
  }

  next(): unknown {
    for (;;) {
      const item = this.iterator.next();
      if (item === STOP) return STOP;
      const selector = this.#selectors.next();
      if (selector === STOP) return STOP;
      this.run.charge(1);
      if (truthy(this.run, selector)) return item;
    }
  }
}

/** `chain(*iterables)` and `chain.from_iterable(iterables)`: `iterator` gives the iterables. */
export class Chain extends Walker {
  #active: PyIterator | null = null;
  #isOver = false;

  override get sources(): readonly unknown[] {
    return this.#active === null ? [this.iterator] : [this.#active, this.iterator];
  }

  next(): unknown {
    while (!this.#isOver) {
      if (this.#active === null) {
        const iterable = this.iterator.next();
        if (iterable === STOP) break;
        this.#active = this.#opened(iterable);
      }
      const item = this.#active.next();
      if (item !== STOP) return item;
      this.#active = null;
      this.run.charge(1);
    }
    this.#isOver = true;
    return STOP;
  }

  #opened(iterable: unknown): PyIterator {
    try {
      return iterate(this.run, iterable);
    } catch (error) {
      this.#isOver = true;
      throw error;
    }
  }
}

export class Cycle extends Walker {
  readonly #saved: unknown[] = [];
  #index = -1;

  next(): unknown {
    const saved = this.#saved;
    if (this.#index < 0) {
      const item = this.iterator.next();
      if (item !== STOP) {
        saved.push(item);
        return item;
      }
      this.#index = 0;
    }
    if (saved.length === 0) return STOP;
    const item = saved[this.#index];
    this.#index = (this.#index + 1) % saved.length;
    return item;
  }
}

/** `islice`: `stop` is Infinity where it is None. */
export class Slices extends Walker {
  #next: number;
  readonly #stop: number;
  readonly #step: number;
  #count = 0;

  constructor(run: Interpreter, iterable: unknown, start: number, stop: number, step: number) {
    super(run, iterable);
    this.#next = start;
    this.#stop = stop;
    this.#step = step;
  }

  next(): unknown {
    const stop = this.#stop;
    for (; this.#count < this.#next; this.#count++) {
      if (this.iterator.next() === STOP) return this.#end();
      this.run.charge(1);
    }
    if (this.#count >= stop) return STOP;
    const item = this.iterator.next();
    if (item === STOP) return this.#end();
    this.#count++;
    this.#next = Math.min(this.#next + this.#step, stop);
    return item;
  }

  #end(): unknown {
    this.#next = 0;
    this.#count = Number.POSITIVE_INFINITY;
    return STOP;
  }
}

export class Pairwise extends Walker {
  #old: unknown = undefined;

  next(): unknown {
    if (this.#old === undefined) this.#old = this.iterator.next();
    if (this.#old === STOP) return STOP;
    const item = this.iterator.next();
    const pair = new Tuple([this.#old, item]);
    this.#old = item;
    return item === STOP ? STOP : pair;
  }
}

/** One item of each; those that have ended are replaced by `fill`. */
export class ZipLongest extends PyIterator {
  readonly #iterators: (PyIterator | null)[];
  readonly #fill: unknown;
  #active: number;

  constructor(run: Interpreter, iterables: readonly unknown[], fill: unknown) {
    super();
    this.#iterators = iterables.map((each) => iterate(run, each));
    this.#active = iterables.length;
    this.#fill = fill;
  }

  override get sources(): readonly unknown[] {
    return this.#iterators.filter((each) => each !== null);
  }

  next(): unknown {
    if (this.#active === 0) return STOP;
    const iterators = this.#iterators;
    const row: unknown[] = [];
    for (let i = 0; i < iterators.length; i++) {
      const iterator = iterators[i];
      const item = iterator === null ? this.#fill : iterator.next();
      row.push(item === STOP ? this.#fill : item);
      if (item !== STOP) continue;
      iterators[i] = null;
      if (--this.#active === 0) return STOP;
    }
    return new Tuple(row);
  }
}
