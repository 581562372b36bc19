// dict: insertion order, keys found by Python's equality (1, 1.0 and True are one key). A string of
// the program is a key of a JavaScript Map and never a property name.
// Source: CPython Objects/dictobject.c; 3.14's messages.

import { KeyError, RuntimeError } from '../../asyncio/exceptions.ts';
import type { Interpreter } from '../interpreter.ts';
import { type PyClass, Tuple } from '../values.ts';
import { declareType, dictClass } from './classes.ts';
import { matches } from './compare.ts';
import { DictTable } from './dict-table.ts';
import type { Int } from './integers.ts';
import { countedClass, iteratorClass, PyIterator, STOP } from './iterator.ts';
import { type Entry, KeyMap } from './key-map.ts';
import { checkDepth } from './limits.ts';
import { Structural } from './structural.ts';

class DictEntry implements Entry {
  readonly key: unknown;
  bucket: Int | null = null;
  value: unknown = undefined;
  /** Its place in the table; -1 for one that has none yet. */
  place = -1;

  constructor(key: unknown) {
    this.key = key;
  }
}

export type { DictEntry };

function makeEntry(key: unknown): DictEntry {
  return new DictEntry(key);
}

export class Dict extends Structural {
  readonly run: Interpreter;
  /** Whether it is one of those that keep an order of their own: OrderedDict. */
  readonly isOrdered: boolean = false;
  override readonly isIterable = true;
  readonly #map: KeyMap<DictEntry>;
  readonly #table = new DictTable();

  constructor(run: Interpreter, pairs: Iterable<readonly [unknown, unknown]> = []) {
    super();
    this.run = run;
    this.#map = new KeyMap(run, makeEntry, 'a dict key');
    for (const [key, value] of pairs) this.set(key, value);
  }

  get size(): number {
    return this.#map.size;
  }

  /** The value of `key`; undefined where it is absent. Throws TypeError for an unhashable key. */
  get(key: unknown): unknown {
    return this.#map.find(key)?.value;
  }

  has(key: unknown): boolean {
    return this.#map.find(key) !== undefined;
  }

  /** Sets the value of a key; one that is there keeps its place and its first key. */
  set(key: unknown, value: unknown): void {
    const entry = this.#map.findOrAdd(key);
    entry.value = value;
    if (entry.place < 0) this.#table.add(entry, this.#map.size, this.#map.entries());
  }

  /** Removes a key and gives its value; undefined where it was absent. */
  take(key: unknown): unknown {
    const entry = this.#map.find(key);
    if (entry === undefined) return undefined;
    this.#map.remove(entry);
    return entry.value;
  }

  /** The newest entry; undefined where there is none. */
  last(): DictEntry | undefined {
    let last: DictEntry | undefined;
    for (const entry of this.#map.entries()) last = entry;
    return last;
  }

  /** Removes the newest entry and gives it; undefined where there is none. */
  takeLast(): DictEntry | undefined {
    const entry = this.last();
    if (entry === undefined) return undefined;
    this.#map.remove(entry);
    this.#table.takeLast(entry);
    return entry;
  }

  /** Makes room for `count` more keys at once, as a display and update() do. */
  reserve(count: number): void {
    if (this.size === 0) this.clear();
    this.#table.reserve(count, this.#map.entries(), this.#map.size);
  }

  clear(): void {
    this.#map.clear();
    this.#table.clear();
  }

  copy(): Dict {
    const copy = new Dict(this.run);
    copy.reserve(this.size);
    for (const { key, value } of this.#map.entries()) copy.set(key, value);
    if (!copy.#table.copyFrom(this.#table, this.size)) return copy;
    const places = this.#map.entries();
    for (const entry of copy.#map.entries()) entry.place = places.next().value!.place;
    return copy;
  }

  /** The entries in order. Unchecked: see `iterate` for Python's iteration. */
  entries(): IterableIterator<DictEntry> {
    return this.#map.entries();
  }

  keys(): unknown[] {
    return Array.from(this.#map.entries(), ({ key }) => key);
  }

  values(): unknown[] {
    return Array.from(this.#map.entries(), ({ value }) => value);
  }

  items(): Tuple[] {
    return Array.from(this.#map.entries(), ({ key, value }) => new Tuple([key, value]));
  }

  override equalTo(run: Interpreter, other: unknown, depth: number): boolean | undefined {
    if (!(other instanceof Dict)) return undefined;
    if (other.size !== this.size) return false;
    checkDepth(run, depth, ' in comparison');
    run.charge(this.size);
    for (const { key, value } of this.#map.entries()) {
      const entry = other.#map.find(key);
      if (entry === undefined || !matches(run, value, entry.value, depth)) return false;
    }
    return true;
  }

  override hash(): null {
    return null;
  }

  override iterator(): PyIterator {
    return new DictIterator(this, (entry) => entry.key);
  }

  override contains(_run: Interpreter, key: unknown): boolean {
    return this.has(key);
  }
}
declareType(Dict, dictClass);

/** `dict[key]`. Throws KeyError. */
export function dictItem(dict: Dict, key: unknown): unknown {
  const value = dict.get(key);
  if (value === undefined) throw new KeyError(key);
  return value;
}

/**
 * Iterates over a dict and notices changes of its size. Source: CPython Objects/dictobject.c
 * (dictiter_iternextkey).
 */
export class DictIterator extends PyIterator {
  /** `key`, `value`, `item`, with `reverse` before it, `ordered`: what its class is named by. */
  readonly kind: string;
  readonly #dict: Dict;
  readonly #size: number;
  readonly #entries: IterableIterator<DictEntry>;
  /** The place from which it goes on; -1 where it walks in another order. */
  #place: number;
  readonly #show: (entry: DictEntry) => unknown;
  /** Entries to come; -1 when it is at its end. */
  #left: number;

  constructor(
    dict: Dict,
    show: (entry: DictEntry) => unknown,
    /** In another order than the dict's; undefined for that. */
    entries?: IterableIterator<DictEntry>,
    shown: 'key' | 'value' | 'item' = 'key',
  ) {
    super();
    const kind = entries === undefined ? shown : `reverse${shown}`;
    this.kind = dict.isOrdered ? 'ordered' : kind;
    this.#dict = dict;
    this.#size = dict.size;
    this.#place = entries === undefined ? 0 : -1;
    this.#left = dict.size;
    this.#entries = entries ?? dict.entries();
    this.#show = show;
  }

  get left(): number {
    return this.#dict.size === this.#size ? Math.max(0, this.#left) : 0;
  }

  /** Throws RuntimeError where the dict has changed. */
  next(): unknown {
    if (this.#left < 0) return STOP;
    if (this.#dict.size !== this.#size) {
      this.#left = -1;
      throw new RuntimeError('dictionary changed size during iteration');
    }
    const entry = this.#nextEntry();
    if (entry === undefined) {
      this.#left = -1;
      return STOP;
    }
    if (this.#left === 0) {
      this.#left = -1;
      throw new RuntimeError('dictionary keys changed during iteration');
    }
    this.#left--;
    return this.#show(entry);
  }

  /** Skips what stands before its place: a table made anew has moved it there. */
  #nextEntry(): DictEntry | undefined {
    for (;;) {
      const { value, done } = this.#entries.next();
      if (done === true) return undefined;
      if (value.place < this.#place) continue;
      if (this.#place >= 0) this.#place = value.place + 1;
      return value;
    }
  }
}
const iteratorClasses = new Map(
  ['key', 'value', 'item', 'reversekey', 'reversevalue', 'reverseitem'].map((kind) => [
    kind,
    countedClass(`dict_${kind}iterator`),
  ]),
);
iteratorClasses.set('ordered', iteratorClass('odict_iterator'));
declareType(DictIterator, ({ kind }: DictIterator) => iteratorClasses.get(kind) as PyClass);
