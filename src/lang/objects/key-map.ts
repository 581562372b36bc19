// The table behind dict and set: entries found by Python's equality, kept in insertion order. A key
// that is a primitive or has identity equality is found through one JavaScript Map; keys that are
// equal by content are entries of the same Map under themselves and are found through buckets by
// hash.

import { PyTypeError } from '../../asyncio/exceptions.ts';
import type { Interpreter } from '../interpreter.ts';
import { Instance, TextInstance } from '../values.ts';
import { matches } from './compare.ts';
import { BY_CONTENT, bucketOf, keyOf } from './hash.ts';
import type { Int } from './integers.ts';
import { typeOf } from './type-of.ts';

export interface Entry {
  readonly key: unknown;
  /** Its bucket where it is found by content; set by the map. */
  bucket: Int | null;
}

export class KeyMap<E extends Entry> {
  readonly run: Interpreter;
  readonly #entries = new Map<unknown, E>();
  readonly #make: (key: unknown) => E;
  /** What a key is, for messages: `a dict key`; null where nothing is said of it. */
  readonly #use: string | null;
  #buckets: Map<Int, E[]> | null = null;

  constructor(run: Interpreter, make: (key: unknown) => E, use: string | null) {
    this.run = run;
    this.#make = make;
    this.#use = use;
  }

  get size(): number {
    return this.#entries.size;
  }

  /**
   * The entry whose key equals `key`. Throws TypeError for an unhashable key.
   * @param use what the message says of it.
   */
  find(key: unknown, use = this.#use): E | undefined {
    const direct = this.#direct(key, use);
    if (direct === BY_CONTENT) return this.#among(this.#bucket(key, use), key);
    const found = this.#entries.get(direct);
    if (found !== undefined || this.#buckets === null) return found;
    return this.#inBucket(this.#bucket(key, use), key);
  }

  #direct(key: unknown, use = this.#use): unknown {
    try {
      return keyOf(key);
    } catch (error) {
      throw this.#keyProblem(error, key, use);
    }
  }

  #bucket(key: unknown, use = this.#use): Int {
    try {
      return bucketOf(this.run, key);
    } catch (error) {
      throw this.#keyProblem(error, key, use);
    }
  }

  /** Says for what a value without a hash was to be used. Source: dict_unhashable_type. */
  #keyProblem(error: unknown, key: unknown, use: string | null): unknown {
    if (use === null || !(error instanceof PyTypeError)) return error;
    if (typeOf(error).name !== 'TypeError') return error;
    const cls = typeOf(key);
    const name = cls.module === '__main__' ? cls.qualname : cls.messageName;
    const reason = this.run.objects.str(this.run, error);
    return new PyTypeError(`cannot use '${name}' as ${use} (${reason})`);
  }

  #among(bucket: Int, key: unknown): E | undefined {
    const found = this.#inBucket(bucket, key);
    if (found !== undefined || !(key instanceof Instance)) return found;
    if (key instanceof TextInstance) return this.#amongTexts(bucket, key);
    // An object of the program may equal the int that it has the hash of.
    const plain = this.#entries.get(bucket);
    return plain !== undefined && matches(this.run, plain.key, key) ? plain : undefined;
  }

  /** Plain texts are found by themselves, not by their hash: one after the other. */
  #amongTexts(bucket: Int, key: TextInstance): E | undefined {
    this.run.charge(this.#entries.size);
    for (const entry of this.#entries.values()) {
      const isEqual = typeof entry.key === 'string' && bucketOf(this.run, entry.key) === bucket;
      if (isEqual && matches(this.run, entry.key, key)) return entry;
    }
    return undefined;
  }

  #inBucket(bucket: Int, key: unknown): E | undefined {
    const candidates = this.#buckets?.get(bucket);
    if (candidates === undefined) return undefined;
    for (const candidate of candidates) {
      if (matches(this.run, candidate.key, key)) return candidate;
    }
    return undefined;
  }

  /**
   * The entry whose key equals `key`, made where there is none. Throws TypeError for an unhashable
   * key.
   */
  findOrAdd(key: unknown): E {
    const direct = this.#direct(key);
    if (direct === BY_CONTENT) return this.#findOrAddByContent(key);
    const found = this.#buckets === null ? this.#entries.get(direct) : this.find(key);
    if (found !== undefined) return found;
    const entry = this.#make(key);
    this.#entries.set(direct, entry);
    return entry;
  }

  #findOrAddByContent(key: unknown): E {
    const bucket = this.#bucket(key);
    const found = this.#among(bucket, key);
    if (found !== undefined) return found;
    const entry = this.#make(key);
    entry.bucket = bucket;
    this.#buckets ??= new Map();
    const candidates = this.#buckets.get(bucket);
    if (candidates === undefined) this.#buckets.set(bucket, [entry]);
    else candidates.push(entry);
    this.#entries.set(entry, entry);
    return entry;
  }

  /** Removes an entry that is there. */
  remove(entry: E): void {
    if (entry.bucket === null) {
      this.#entries.delete(keyOf(entry.key));
      return;
    }
    const candidates = this.#buckets?.get(entry.bucket) ?? [];
    if (candidates.length === 1) this.#buckets?.delete(entry.bucket);
    else candidates.splice(candidates.indexOf(entry), 1);
    this.#entries.delete(entry);
  }

  clear(): void {
    this.#entries.clear();
    this.#buckets = null;
  }

  /** The entries in insertion order; goes on over entries that are added meanwhile. */
  entries(): IterableIterator<E> {
    return this.#entries.values();
  }
}
