// What the stretches of a run touched: places by name, each in a few modes. Two stretches whose
// footprints do not clash commute: in either order they do the same and leave the same state.
// Source: the independence relation of Mazurkiewicz traces, as in Flanagan and Godefroid, "Dynamic
// partial-order reduction for model checking software" (POPL 2005).

import { EarlierSets } from './earlier-sets.ts';

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

export class Footprints {
  /** By place: stretches that touched it, each followed by its modes; some more than once. */
  readonly #uses = new Map<string, number[]>();
  readonly #unbounded = new Set<number>();

  touch(stretch: number, place: string, mode: number): void {
    const uses = this.#uses.get(place);
    if (uses === undefined) this.#uses.set(place, [stretch, mode]);
    else if (uses[uses.length - 2] === stretch) uses[uses.length - 1] |= mode;
    else uses.push(stretch, mode);
  }

  /** A stretch has to be taken as touching everything. */
  unbound(stretch: number): void {
    this.#unbounded.add(stretch);
  }

  /**
   * For each of the first `count` stretches, those before it that it clashes with. `nameOf` gives
   * places that have two names one of them.
   */
  clashes(count: number, nameOf: (place: string) => string = (place) => place): EarlierSets {
    const clashes = new EarlierSets(count);
    for (const stretch of this.#unbounded) {
      if (stretch >= count) continue;
      clashes.fill(stretch);
      for (let later = stretch + 1; later < count; later++) clashes.add(later, stretch);
    }
    const modes = new Uint8Array(count);
    for (const uses of this.#usesByName(nameOf)) addClashes(clashes, uses, modes);
    return clashes;
  }

  #usesByName(nameOf: (place: string) => string): Iterable<readonly number[]> {
    const named = new Map<string, readonly number[]>();
    for (const [place, uses] of this.#uses) {
      const name = nameOf(place);
      const known = named.get(name);
      named.set(name, known === undefined ? uses : [...known, ...uses]);
    }
    return named.values();
  }
}

/** Adds the clashes at one place; `modes` has a zero for each stretch, and again at the end. */
function addClashes(clashes: EarlierSets, uses: readonly number[], modes: Uint8Array): void {
  const users: number[] = [];
  for (let i = 0; i < uses.length; i += 2) {
    const user = uses[i];
    if (user >= clashes.count) continue;
    if (modes[user] === 0) users.push(user);
    modes[user] |= uses[i + 1];
  }
  users.forEach((user, index) => {
    const clashing = CLASHING[modes[user]];
    for (let i = 0; i < index; i++) {
      const other = users[i];
      if ((clashing & modes[other]) === 0) continue;
      clashes.add(Math.max(user, other), Math.min(user, other));
    }
  });
  for (const user of users) modes[user] = 0;
}
