// The views of a dict: `keys()`, `values()` and `items()`. They are live; keys and items act as
// sets.
// Source: CPython Objects/dictobject.c (dictview_new, dictviews_sub and its like).

import type { Interpreter } from '../interpreter.ts';
import { Tuple } from '../values.ts';
import { builtinClass, declareType } from './classes.ts';
import { matches } from './compare.ts';
import { type Dict, type DictEntry, DictIterator } from './dict.ts';
import type { PyIterator } from './iterator.ts';
import { PySet } from './set.ts';
import { type OrderOperator, Structural } from './structural.ts';

export abstract class DictView extends Structural {
  readonly dict: Dict;
  override readonly isIterable = true;

  constructor(dict: Dict) {
    super();
    this.dict = dict;
  }

  get size(): number {
    return this.dict.size;
  }

  /** What its iterators are named by. */
  abstract readonly shows: 'key' | 'value' | 'item';

  /** What the view shows of an entry. */
  abstract show(entry: DictEntry): unknown;

  /** `value in view`. */
  abstract has(run: Interpreter, value: unknown): boolean;

  /** What the view shows now, in order. */
  shown(): unknown[] {
    return Array.from(this.dict.entries(), (entry) => this.show(entry));
  }

  override equalTo(_run: Interpreter, other: unknown): boolean | undefined {
    const set = asSet(this.dict.run, other);
    return set === undefined ? undefined : this.#asSet().equalTo(this.dict.run, set);
  }

  override orderTo(run: Interpreter, operator: OrderOperator, other: unknown): boolean | undefined {
    const set = asSet(run, other);
    return set === undefined ? undefined : this.#asSet().orderTo(run, operator, set);
  }

  #asSet(): PySet {
    return new PySet(this.dict.run, this.shown());
  }

  override hash(): null {
    return null;
  }

  override iterator(): PyIterator {
    return new DictIterator(this.dict, (entry) => this.show(entry), undefined, this.shows);
  }

  override contains(run: Interpreter, value: unknown): boolean {
    return this.has(run, value);
  }
}

export class DictKeys extends DictView {
  readonly shows = 'key';

  show(entry: DictEntry): unknown {
    return entry.key;
  }

  has(_run: Interpreter, value: unknown): boolean {
    return this.dict.has(value);
  }
}

export class DictItems extends DictView {
  readonly shows = 'item';

  show(entry: DictEntry): unknown {
    return new Tuple([entry.key, entry.value]);
  }

  has(run: Interpreter, value: unknown): boolean {
    if (!(value instanceof Tuple) || value.items.length !== 2) return false;
    const found = this.dict.get(value.items[0]);
    return found !== undefined && matches(run, found, value.items[1]);
  }
}

export class DictValues extends DictView {
  readonly shows = 'value';

  show(entry: DictEntry): unknown {
    return entry.value;
  }

  has(run: Interpreter, value: unknown): boolean {
    for (const entry of this.dict.entries()) if (matches(run, entry.value, value)) return true;
    return false;
  }

  override equalTo(_run: Interpreter, other: unknown): boolean {
    return this === other;
  }

  override orderTo(): undefined {
    return undefined;
  }
}

for (const [view, name] of [
  [DictKeys, 'keys'],
  [DictValues, 'values'],
  [DictItems, 'items'],
] as const) {
  const plain = builtinClass(`dict_${name}`);
  const ordered = builtinClass(`odict_${name}`, [plain]);
  declareType(view, ({ dict }: DictView) => (dict?.isOrdered === true ? ordered : plain));
}

/** A set or a view of keys or items as a set; undefined for anything else. */
function asSet(run: Interpreter, value: unknown): PySet | undefined {
  if (value instanceof PySet) return value;
  if (!(value instanceof DictView) || value instanceof DictValues) return undefined;
  return new PySet(run, value.shown());
}
