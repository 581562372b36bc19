// For each of some numbered things a set of those before it, as a triangle of bits: what a run's
// stretches came after, or do not commute with, is asked for in pairs and joined row by row.

const WORD = 32;

export class EarlierSets {
  /** How many sets there are. */
  readonly count: number;
  /** Row by row; the row of `at` has a word more than that of `at - WORD`. */
  readonly #words: Int32Array;

  constructor(count: number) {
    this.count = count;
    this.#words = new Int32Array(startOf(count));
  }

  /** Whether `earlier` is in the set of `at`. */
  has(at: number, earlier: number): boolean {
    return (
      earlier < at && (this.#words[startOf(at) + (earlier >> 5)] & (1 << (earlier & 31))) !== 0
    );
  }

  /** Puts `earlier`, which is less than `at`, into the set of `at`. */
  add(at: number, earlier: number): void {
    this.#words[startOf(at) + (earlier >> 5)] |= 1 << (earlier & 31);
  }

  /** Puts all that come before `at` into its set. */
  fill(at: number): void {
    const start = startOf(at);
    this.#words.fill(-1, start, start + (at >> 5));
    this.#words[start + (at >> 5)] = (1 << (at & 31)) - 1;
  }

  /** Puts the set of `earlier`, which is less than `at`, into the set of `at`. */
  join(at: number, earlier: number): void {
    const [to, from] = [startOf(at), startOf(earlier)];
    for (let word = 0; word <= earlier >> 5; word++)
      this.#words[to + word] |= this.#words[from + word];
  }

  /** The last in the set of `at` that is not in the same set of `others`; -1 for none. */
  lastWithout(at: number, others: EarlierSets): number {
    const start = startOf(at);
    for (let word = at >> 5; word >= 0; word--) {
      const rest = this.#words[start + word] & ~others.#words[start + word];
      if (rest !== 0) return word * WORD + (WORD - 1 - Math.clz32(rest));
    }
    return -1;
  }

  /** The set of `at`, in order. */
  of(at: number): number[] {
    const start = startOf(at);
    const all: number[] = [];
    for (let word = 0; word <= at >> 5; word++) {
      for (let rest = this.#words[start + word]; rest !== 0; rest &= rest - 1) {
        all.push(word * WORD + (WORD - 1 - Math.clz32(rest & -rest)));
      }
    }
    return all;
  }
}

/** Where the row of `at` starts: rows of a block of WORD have as many words as blocks so far. */
function startOf(at: number): number {
  const block = at >> 5;
  return (block + 1) * ((block * WORD) / 2 + (at & 31));
}
