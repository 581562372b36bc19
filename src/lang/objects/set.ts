// set and frozenset. Members are found by Python's equality (key-map.ts). A set of ints, bools,
// floats and None is iterated in CPython's order (set-table.ts); any other in the order of
// insertion, CPython's being different in every process. Each operation takes the members in the
// order in which CPython takes them.
// Source: CPython Objects/setobject.c.

import { RuntimeError } from '../../asyncio/exceptions.ts';
import type { Interpreter } from '../interpreter.ts';
import { Float } from '../values.ts';
import { declareType, frozensetClass, setClass } from './classes.ts';
import { Dict } from './dict.ts';
import { hash } from './hash.ts';
import { type Int, normalise } from './integers.ts';
import { countedClass, PyIterator, STOP } from './iterator.ts';
import { KeyMap } from './key-map.ts';
import { Member, SetTable } from './set-table.ts';
import { type OrderOperator, Structural } from './structural.ts';

function makeMember(key: unknown): Member {
  return new Member(key);
}

export class PySet extends Structural {
  readonly run: Interpreter;
  override readonly isIterable = true;
  readonly frozen: boolean;
  #map: KeyMap<Member>;
  /** Null once a member came whose hash differs between processes. */
  #table: SetTable | null = new SetTable();

  constructor(run: Interpreter, members: Iterable<unknown> = [], frozen = false) {
    super();
    this.run = run;
    this.frozen = frozen;
    this.#map = new KeyMap(run, makeMember, 'a set element');
    for (const member of members) this.add(member);
  }

  get size(): number {
    return this.#map.size;
  }

  /** Throws TypeError for an unhashable value. */
  has(key: unknown): boolean {
    return this.#map.find(key) !== undefined;
  }

  /** Adds a member; one that is there stays. Throws TypeError for an unhashable value. */
  add(key: unknown): void {
    const member = this.#insert(key);
    if (member !== null) this.#table?.add(member);
  }

  /** Adds to the map alone; null where it was there. */
  #insert(key: unknown): Member | null {
    const before = this.#map.size;
    const member = this.#map.findOrAdd(key);
    if (this.#map.size === before) return null;
    if (this.#table !== null && !setStableHash(this.run, member)) this.#table = null;
    return member;
  }

  /** Removes a member; false where it was absent. */
  discard(key: unknown): boolean {
    const member = this.#map.find(key);
    if (member === undefined) return false;
    this.#map.remove(member);
    this.#table?.remove(member);
    return true;
  }

  /** Removes and gives a member; undefined where there is none. */
  pop(): unknown {
    const member = this.#table === null ? this.#first() : this.#table.popped();
    if (member === undefined) return undefined;
    this.#map.remove(member);
    this.#table?.remove(member);
    return member.key;
  }

  #first(): Member | undefined {
    for (const member of this.#map.entries()) return member;
    return undefined;
  }

  clear(): void {
    this.#map.clear();
    this.#table = new SetTable();
  }

  /** The members in order. Unchecked: see `iterate` for Python's iteration. */
  *members(): IterableIterator<unknown> {
    const source = this.#table === null ? this.#map.entries() : this.#table.members();
    for (const member of source) yield member.key;
  }

  copy(frozen = this.frozen): PySet {
    const copy = new PySet(this.run, [], frozen);
    copy.update(this);
    return copy;
  }

  /** Adds the members of a set, the keys of a dict or the items of an array. */
  update(other: PySet | Dict | Iterable<unknown>): void {
    if (other instanceof PySet) {
      this.#merge(other);
    } else if (other instanceof Dict) {
      this.#table?.prepare(other.size);
      for (const { key } of other.entries()) this.add(key);
    } else {
      for (const item of other) this.add(item);
    }
  }

  #merge(other: PySet): void {
    if (other === this || other.size === 0) return;
    this.run.charge(other.size);
    const [table, source] = [this.#table, other.#table];
    if (table === null || source === null) {
      for (const key of other.members()) this.add(key);
      return;
    }
    table.prepare(other.size);
    if (!table.isEmpty) {
      for (const key of [...other.members()]) this.add(key);
      return;
    }
    const own = new Map<Member, Member>();
    for (const member of source.members()) {
      own.set(member, this.#insert(member.key) ?? member);
    }
    if (table.copiesSlots(source)) table.copyFrom(source, own);
    else for (const member of own.values()) table.addClean(member);
  }

  /** `self & other`. Of what is no set, only as much is taken as it needs to find all members. */
  intersection(other: PySet | Dict | Iterable<unknown>): PySet {
    if (other === this) return this.copy();
    const result = new PySet(this.run, [], this.frozen);
    if (other instanceof PySet) {
      const [tested, walked] = other.size > this.size ? [other, this] : [this, other];
      for (const key of walked.members())
        if (tested.#map.find(key, null) !== undefined) result.add(key);
      return result;
    }
    for (const key of keysOf(other)) {
      if (this.#map.find(key, null) === undefined) continue;
      result.add(key);
      if (result.size >= this.size) break;
    }
    return result;
  }

  /** `self - other`. */
  difference(other: PySet | Dict | Iterable<unknown>): PySet {
    const counted = other instanceof PySet || other instanceof Dict;
    if (!counted || Math.floor(this.size / 4) > other.size) {
      const result = this.copy();
      result.subtract(other);
      return result;
    }
    const result = new PySet(this.run, [], this.frozen);
    for (const key of this.members()) if (!other.has(key)) result.add(key);
    return result;
  }

  /** `self -= other`. */
  subtract(other: PySet | Dict | Iterable<unknown>): void {
    if (other === this) {
      this.clear();
      return;
    }
    let source = other;
    if (other instanceof PySet && Math.floor(other.size / 8) > this.size) {
      source = this.intersection(other);
    }
    const gone = source instanceof PySet ? [...source.members()] : keysOf(source);
    for (const key of gone) this.discard(key);
    this.#table?.sweep();
  }

  /** `self ^= other`. */
  symmetricUpdate(other: PySet | Dict | Iterable<unknown>): void {
    if (other === this) {
      this.clear();
      return;
    }
    let source: Iterable<unknown>;
    if (other instanceof Dict) source = other.keys();
    else if (other instanceof PySet) source = [...other.members()];
    else source = new PySet(this.run, other).members();
    for (const key of source) if (!this.discard(key)) this.add(key);
  }

  /** `self ^ other`. */
  symmetricDifference(other: PySet | Dict | Iterable<unknown>): PySet {
    const result = new PySet(this.run, [], this.frozen);
    result.update(other);
    result.symmetricUpdate(this);
    return result;
  }

  /** Takes over the members of `other`, which is given up. For `&=`. */
  become(other: PySet): void {
    this.#map = other.#map;
    this.#table = other.#table;
  }

  isSubsetOf(other: PySet): boolean {
    if (this.size > other.size) return false;
    this.run.charge(this.size);
    for (const key of this.members()) if (!other.has(key)) return false;
    return true;
  }

  override equalTo(_run: Interpreter, other: unknown): boolean | undefined {
    if (!(other instanceof PySet)) return undefined;
    return this.size === other.size && this.isSubsetOf(other);
  }

  override orderTo(
    _run: Interpreter,
    operator: OrderOperator,
    other: unknown,
  ): boolean | undefined {
    if (!(other instanceof PySet)) return undefined;
    switch (operator) {
      case '<':
        return this.size < other.size && this.isSubsetOf(other);
      case '<=':
        return this.isSubsetOf(other);
      case '>':
        return other.size < this.size && other.isSubsetOf(this);
      default:
        return other.isSubsetOf(this);
    }
  }

  override hash(run: Interpreter): Int | null {
    return this.frozen ? hashFrozen(run, this) : null;
  }

  override iterator(): PyIterator {
    return new SetIterator(this);
  }

  /** A set that is asked for is looked up as the frozenset of its members. */
  override contains(run: Interpreter, key: unknown): boolean {
    if (key instanceof PySet && !key.frozen) return this.has(new PySet(run, key.members(), true));
    return this.has(key);
  }
}

/** Iterates over a set and notices changes of its size. */
class SetIterator extends PyIterator {
  readonly #set: PySet;
  readonly #size: number;
  #members: IterableIterator<unknown> | null;
  #taken = 0;

  constructor(set: PySet) {
    super();
    this.#set = set;
    this.#size = set.size;
    this.#members = set.members();
  }

  get left(): number {
    const isWhole = this.#members !== null && this.#set.size === this.#size;
    return isWhole ? this.#size - this.#taken : 0;
  }

  /** Throws RuntimeError where the set has changed. */
  next(): unknown {
    if (this.#members === null) return STOP;
    if (this.#set.size !== this.#size) {
      this.#members = null;
      throw new RuntimeError('Set changed size during iteration');
    }
    const { value, done } = this.#members.next();
    if (done !== true) {
      this.#taken++;
      return value;
    }
    this.#members = null;
    return STOP;
  }
}
declareType(SetIterator, countedClass('set_iterator'));
declareType(PySet, (set: PySet) => (set.frozen ? frozensetClass : setClass));

function keysOf(other: PySet | Dict | Iterable<unknown>): Iterable<unknown> {
  if (other instanceof PySet) return other.members();
  return other instanceof Dict ? other.keys() : other;
}

/** Sets the hash of a member where it is the same in every process; false where it is not. */
function setStableHash(run: Interpreter, member: Member): boolean {
  const { key } = member;
  if (typeof key === 'number' && key >= -0x80000000 && key <= 0x7fffffff) {
    member.low = key === -1 ? -2 : key;
    member.high = key < 0 ? -1 : 0;
    return true;
  }
  if (!isStable(key)) return false;
  const value = BigInt(hash(run, key));
  member.low = Number(BigInt.asIntN(32, value));
  member.high = Number(BigInt.asIntN(32, value >> 32n));
  return true;
}

function isStable(key: unknown): boolean {
  if (typeof key === 'number' || typeof key === 'bigint' || typeof key === 'boolean') return true;
  return key === null || (key instanceof Float && !Number.isNaN(key.value));
}

/** Source: frozenset_hash_impl. */
function hashFrozen(run: Interpreter, set: PySet): Int {
  const ones = (1n << 64n) - 1n;
  let sum = 0n;
  for (const key of set.members()) {
    const item = BigInt.asUintN(64, BigInt(hash(run, key)));
    sum ^= ((item ^ 89869747n ^ ((item << 16n) & ones)) * 3644798167n) & ones;
  }
  sum ^= (BigInt(set.size + 1) * 1927868237n) & ones;
  sum ^= (sum >> 11n) ^ (sum >> 25n);
  sum = (sum * 69069n + 907133923n) & ones;
  return sum === ones ? 590923713 : normalise(BigInt.asIntN(64, sum));
}
