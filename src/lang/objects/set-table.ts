// The order in which CPython iterates a set of numbers: its hash table, slot for slot. Only the
// order lives here; members are found through key-map.ts. Holds for members whose hash is the same
// in every process.
// Source: CPython Objects/setobject.c (set_add_entry, set_insert_clean, set_table_resize,
// set_merge_lock, set_pop), with 64-bit hashes kept as two 32-bit halves.

import type { Int } from './integers.ts';
import type { Entry } from './key-map.ts';

/** A member of a set. The halves of its hash matter only in sets that keep CPython's order. */
export class Member implements Entry {
  readonly key: unknown;
  bucket: Int | null = null;
  high = 0;
  low = 0;

  constructor(key: unknown) {
    this.key = key;
  }
}

const LINEAR_PROBES = 9;
const SMALLEST = 8;
/** Growth slows down above this many members. */
const LARGE = 50_000;

/** A slot is empty (null), a member that was removed (DUMMY) or a member. */
const DUMMY = new Member(null);
type Slot = Member | null;

export class SetTable {
  #slots: Slot[] = emptySlots(SMALLEST);
  #mask = SMALLEST - 1;
  /** Slots that are not empty, dummies included. */
  #fill = 0;
  #used = 0;
  /** Where `pop` looks first. */
  #finger = 0;
  /** The last dummy that the latest probe passed; -1 for none. */
  #dummy = -1;

  get used(): number {
    return this.#used;
  }

  /**
   * Adds a member that is not there: in the last dummy on its way, else in the empty slot after.
   */
  add(member: Member): void {
    const empty = this.#probe(member, null);
    this.#used++;
    if (this.#dummy >= 0) {
      this.#slots[this.#dummy] = member;
      return;
    }
    this.#slots[empty] = member;
    this.#fill++;
    if (this.#fill * 5 >= this.#mask * 3) this.#resize(this.#grown());
  }

  #grown(): number {
    return this.#used > LARGE ? this.#used * 2 : this.#used * 4;
  }

  /** Puts a member into the first empty slot of its probe sequence. */
  #place(member: Member): void {
    this.#slots[this.#probe(member, null)] = member;
  }

  /**
   * The first slot of the member's probe sequence that holds `wanted`; notes the dummies passed.
   */
  #probe(member: Member, wanted: Slot): number {
    const mask = this.#mask;
    const slots = this.#slots;
    let { low, high } = member;
    let i = low & mask;
    this.#dummy = -1;
    for (;;) {
      const last = i + LINEAR_PROBES <= mask ? i + LINEAR_PROBES : i;
      for (let at = i; at <= last; at++) {
        if (slots[at] === wanted) return at;
        if (slots[at] === DUMMY) this.#dummy = at;
      }
      low = (low >>> 5) | (high << 27);
      high >>>= 5;
      i = (Math.imul(i, 5) + 1 + low) & mask;
    }
  }

  /** Removes a member that is there. */
  remove(member: Member): void {
    this.#slots[this.#probe(member, member)] = DUMMY;
    this.#used--;
  }

  #resize(least: number): void {
    const members = [...this.members()];
    let size = SMALLEST;
    while (size <= least) size *= 2;
    this.#slots = emptySlots(size);
    this.#mask = size - 1;
    for (const member of members) this.#place(member);
    this.#fill = this.#used;
  }

  /** Makes room before many members are added, as `update` does for a set or dict of this size. */
  prepare(count: number): void {
    if ((this.#fill + count) * 5 >= this.#mask * 3) this.#resize((this.#used + count) * 2);
  }

  /** True where a merge of `other` just copies the slots: same size, nothing to clean up. */
  copiesSlots(other: SetTable): boolean {
    return this.#fill === 0 && this.#mask === other.#mask && other.#fill === other.#used;
  }

  /** Adds a member at the very slot that it has in `other`. See `copiesSlots`. */
  copyFrom(other: SetTable, own: ReadonlyMap<Member, Member>): void {
    this.#slots = other.#slots.map((slot) => (slot === null ? null : (own.get(slot) ?? null)));
    this.#fill = other.#fill;
    this.#used = other.#used;
  }

  /** Adds a member to a table that has room and no dummies, without growing. */
  addClean(member: Member): void {
    this.#place(member);
    this.#fill++;
    this.#used++;
  }

  get isEmpty(): boolean {
    return this.#fill === 0;
  }

  /** After many removals: shrinks where more than a quarter are dummies. */
  sweep(): void {
    if (this.#fill - this.#used > Math.floor(this.#mask / 4)) this.#resize(this.#grown());
  }

  /** The member that `pop` takes; undefined where there is none. */
  popped(): Member | undefined {
    if (this.#used === 0) return undefined;
    let at = this.#finger & this.#mask;
    for (; ; at = at === this.#mask ? 0 : at + 1) {
      const slot = this.#slots[at];
      if (slot === null || slot === DUMMY) continue;
      this.#finger = at + 1;
      return slot;
    }
  }

  clear(): void {
    this.#slots = emptySlots(SMALLEST);
    this.#mask = SMALLEST - 1;
    this.#fill = 0;
    this.#used = 0;
  }

  /** The members in the order of the table; goes on over what is added meanwhile. */
  *members(): IterableIterator<Member> {
    for (let i = 0; i < this.#slots.length; i++) {
      const slot = this.#slots[i];
      if (slot !== null && slot !== DUMMY) yield slot;
    }
  }
}

function emptySlots(size: number): Slot[] {
  return new Array<Slot>(size).fill(null);
}
