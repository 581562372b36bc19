// dict: insertion order, keys found by Python's equality (1, 1.0 and True are one key). A string of
// the program is a key of a JavaScript Map and never a property name.
// Source: CPython Objects/dictobject.c; 3.14's messages.

import { KeyError, PyTypeError, RuntimeError } from '../../asyncio/exceptions.ts';
import type { Interpreter } from '../interpreter.ts';
import { type PyClass, Tuple } from '../values.ts';
import { declareType, dictClass } from './classes.ts';
import { matches } from './compare.ts';
import type { Int } from './integers.ts';
import { iteratorClass, PyIterator, STOP } from './iterator.ts';
import { type Entry, KeyMap } from './key-map.ts';
import { checkDepth } from './limits.ts';
import { Structural } from './structural.ts';
import { typeName } from './type-of.ts';

class DictEntry implements Entry {
  readonly key: unknown;
  bucket: Int | null = null;
  value: unknown = undefined;

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
  override readonly isIterable = true;
  readonly #map: KeyMap<DictEntry>;

  constructor(run: Interpreter, pairs: Iterable<readonly [unknown, unknown]> = []) {
    super();
    this.run = run;
    this.#map = new KeyMap(run, makeEntry);
    for (const [key, value] of pairs) this.set(key, value);
  }

  get size(): number {
    return this.#map.size;
  }

  /** The value of `key`; undefined where it is absent. Throws TypeError for an unhashable key. */
  get(key: unknown): unknown {
    return this.#find(key)?.value;
  }

  has(key: unknown): boolean {
    return this.#find(key) !== undefined;
  }

  /** Sets the value of a key; one that is there keeps its place and its first key. */
  set(key: unknown, value: unknown): void {
    try {
      this.#map.findOrAdd(key).value = value;
    } catch (error) {
      throw asKeyProblem(error, key, 'a dict key');
    }
  }

  /** Removes a key and gives its value; undefined where it was absent. */
  take(key: unknown): unknown {
    const entry = this.#find(key);
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

  /** How often it was emptied at once: an iterator keeps its position over that. */
  clears = 0;

  clear(): void {
    this.#map.clear();
    this.clears++;
  }

  copy(): Dict {
    const copy = new Dict(this.run);
    for (const { key, value } of this.#map.entries()) copy.set(key, value);
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

  #find(key: unknown): DictEntry | undefined {
    if (typeof key === 'string') return this.#map.find(key);
    try {
      return this.#map.find(key);
    } catch (error) {
      throw asKeyProblem(error, key, 'a dict key');
    }
  }

  override equalTo(run: Interpreter, other: unknown, depth: number): boolean | undefined {
    if (!(other instanceof Dict)) return undefined;
    if (other.size !== this.size) return false;
    checkDepth(run, depth, ' in comparison');
    run.charge(this.size);
    for (const { key, value } of this.#map.entries()) {
      const entry = other.#find(key);
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

/** Says for what an unhashable value was to be used. Source: dict_unhashable_type. */
export function asKeyProblem(error: unknown, key: unknown, use: string): unknown {
  if (!(error instanceof PyTypeError)) return error;
  const reason = error.args[0];
  if (typeof reason !== 'string' || !reason.startsWith('unhashable type')) return error;
  return new PyTypeError(`cannot use '${typeName(key)}' as ${use} (${reason})`);
}

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
  /** `key`, `value`, `item`, with `reverse` before it: what its class is named by. */
  readonly kind: string;
  readonly #dict: Dict;
  readonly #size: number;
  #entries: IterableIterator<DictEntry>;
  /** The dict's `clears` at the last step; -1 where it walks in another order. */
  #clears: number;
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
    this.kind = entries === undefined ? shown : `reverse${shown}`;
    this.#dict = dict;
    this.#size = dict.size;
    this.#clears = entries === undefined ? dict.clears : -1;
    this.#left = dict.size;
    this.#entries = entries ?? dict.entries();
    this.#show = show;
  }

  /** Throws RuntimeError where the dict has changed. */
  next(): unknown {
    if (this.#left < 0) return STOP;
    if (this.#dict.size !== this.#size) {
      this.#left = -1;
      throw new RuntimeError('dictionary changed size during iteration');
    }
    if (this.#clears >= 0 && this.#dict.clears !== this.#clears) this.#goOnAfterClear();
    const { value, done } = this.#entries.next();
    if (done === true) {
      this.#left = -1;
      return STOP;
    }
    if (this.#left === 0) {
      this.#left = -1;
      throw new RuntimeError('dictionary keys changed during iteration');
    }
    this.#left--;
    return this.#show(value);
  }

  /** What was put in after a clear() is gone through from where the iteration stood. */
  #goOnAfterClear(): void {
    this.#clears = this.#dict.clears;
    this.#entries = this.#dict.entries();
    for (let position = this.#size - this.#left; position > 0; position--) this.#entries.next();
  }
}
const iteratorClasses = new Map(
  ['key', 'value', 'item', 'reversekey', 'reversevalue', 'reverseitem'].map((kind) => [
    kind,
    iteratorClass(`dict_${kind}iterator`),
  ]),
);
declareType(DictIterator, ({ kind }: DictIterator) => iteratorClasses.get(kind) as PyClass);
