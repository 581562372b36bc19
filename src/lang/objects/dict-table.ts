// Where the keys of a dict stand in CPython's table, by number only: a place for each key in order,
// holes where keys were deleted, and the table made anew, without holes, when it has no room. A
// program sees it where a dict is changed while it is walked, for an iterator goes on by place.
// Source: CPython Objects/dictobject.c (insertdict, dictresize, dict_new_presized, dict_popitem).

/** Slots of the smallest table. */
const LEAST_SLOTS = 8;

/** Keys that a table of so many slots has room for. */
function roomOf(slots: number): number {
  return Math.floor((slots * 2) / 3);
}

/** Slots of the smallest table that has at least so many. */
function slotsFor(count: number): number {
  let slots = LEAST_SLOTS;
  while (slots < count) slots *= 2;
  return slots;
}

/** Slots of a table that is made for so many keys. */
function slotsForKeys(keys: number): number {
  return slotsFor(Math.floor((keys * 3 + 1) / 2));
}

/** A key's place in the table. */
interface Placed {
  place: number;
}

export class DictTable {
  /** 0 for a table that is not there yet. */
  #slots = 0;
  /** Places given out since the table was made. */
  #taken = 0;
  #room = 0;
  /** All keys are strings: the first of another kind makes the table anew. */
  #isText = false;

  /** Gives a new key its place; `all` are those of the dict, in order, and this one last. */
  add(entry: Placed & { readonly key: unknown }, size: number, all: Iterable<Placed>): void {
    const isText = typeof entry.key === 'string';
    const isOther = this.#isText && !isText;
    if (this.#slots === 0) this.#make(LEAST_SLOTS, 0, isText);
    else if (this.#taken === 0) this.#isText = isText;
    else if (isOther || this.#room <= 0) {
      this.#make(slotsFor((size - 1) * 3), size - 1, this.#isText && isText);
      let place = 0;
      for (const each of all) each.place = place++;
    }
    this.#room--;
    entry.place = this.#taken++;
  }

  /** Makes room for `count` more keys at once. */
  reserve(count: number, all: Iterable<Placed>, size: number): void {
    if (roomOf(this.#slots) >= count || slotsForKeys(size + count) <= LEAST_SLOTS) return;
    let place = 0;
    for (const each of all) each.place = place++;
    this.#make(slotsForKeys(size + count), size, this.#slots === 0 || this.#isText);
  }

  /** Takes over the table of another dict, where that is not mostly holes: whether it has. */
  copyFrom(other: DictTable, size: number): boolean {
    if (size < Math.floor((other.#taken * 2) / 3)) return false;
    this.#make(other.#slots, other.#taken, other.#isText);
    this.#room = other.#room;
    return true;
  }

  /** Takes the last key out: its place is given out again. */
  takeLast({ place }: Placed): void {
    this.#taken = place;
  }

  clear(): void {
    this.#slots = 0;
    this.#taken = 0;
    this.#room = 0;
  }

  #make(slots: number, taken: number, isText: boolean): void {
    this.#slots = slots;
    this.#taken = taken;
    this.#room = roomOf(slots) - taken;
    this.#isText = isText;
  }
}
