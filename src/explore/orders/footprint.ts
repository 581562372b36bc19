// What a stretch of a run touched: places by name, each in one of a few modes. Two stretches whose
// footprints do not clash commute: in either order they do the same and leave the same state.
// Source: the independence relation of Mazurkiewicz traces, as in Flanagan and Godefroid, "Dynamic
// partial-order reduction for model checking software" (POPL 2005).

/** How a place was touched; modes of one place add up. */
export const Mode = {
  /** All of it was looked at. */
  read: 1,
  /** Any of it may have changed. */
  write: 2,
  /** One item of a container was looked at; the item is a place of its own. */
  readItem: 4,
  /** One item was set, and may be new: the order of items is that of their coming. */
  addItem: 8,
  /** A change whose like may come before or after it: one of many children ends. */
  count: 16,
} as const;

/** By mode: the modes that it clashes with. */
const CLASHES: readonly (readonly [mode: number, others: number])[] = [
  [Mode.read, Mode.write | Mode.addItem | Mode.count],
  [Mode.write, Mode.read | Mode.write | Mode.readItem | Mode.addItem | Mode.count],
  [Mode.readItem, Mode.write],
  [Mode.addItem, Mode.read | Mode.write | Mode.addItem],
  [Mode.count, Mode.read | Mode.write],
];

/** For each sum of modes, those that clash with one of them. */
const CLASHING: readonly number[] = Array.from({ length: 32 }, (_, modes) =>
  CLASHES.reduce((sum, [mode, others]) => ((modes & mode) === 0 ? sum : sum | others), 0),
);

export class Footprint {
  readonly #modes = new Map<string, number>();
  /** Whether it has to be taken as touching everything. */
  isUnbounded = false;

  touch(place: string, mode: number): void {
    this.#modes.set(place, (this.#modes.get(place) ?? 0) | mode);
  }

  get places(): Iterable<readonly [place: string, modes: number]> {
    return this.#modes;
  }
}

/**
 * For each footprint, those before it that it clashes with, as sorted indices. `nameOf` gives places
 * that have two names one of them.
 */
export function clashesOf(
  footprints: readonly Footprint[],
  nameOf: (place: string) => string = (place) => place,
): readonly (readonly number[])[] {
  if (footprints.every(({ isUnbounded }) => isUnbounded)) {
    return footprints.map((_, at) => Array.from({ length: at }, (_each, before) => before));
  }
  const clashes = footprints.map(() => new Set<number>());
  const touched = new Map<string, Map<number, number>>();
  footprints.forEach(({ places, isUnbounded }, at) => {
    footprints.forEach((other, before) => {
      if (before < at && (isUnbounded || other.isUnbounded)) clashes[at].add(before);
    });
    for (const [place, modes] of places) {
      const name = nameOf(place);
      const by = touched.get(name) ?? new Map<number, number>();
      touched.set(name, by.set(at, (by.get(at) ?? 0) | modes));
    }
  });
  for (const by of touched.values()) {
    const users = [...by];
    users.forEach(([at, modes], index) => {
      for (const [before, others] of users.slice(0, index)) {
        if ((CLASHING[modes] & others) !== 0) clashes[at].add(before);
      }
    });
  }
  return clashes.map((each) => [...each].sort((a, b) => a - b));
}
