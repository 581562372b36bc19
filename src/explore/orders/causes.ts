// What had to come before what in a run: a stretch comes after the one that made its timer, and
// after those before it that it does not commute with. Two that do not commute, and of which
// neither caused the other, race: the search has to try the later one first. Source: Flanagan and
// Godefroid, "Dynamic partial-order reduction for model checking software" (POPL 2005), with the initials of
// Abdulla, Aronis, Jonsson and Sagonas, "Optimal dynamic partial order reduction" (POPL 2014).

import { EarlierSets } from './earlier-sets.ts';
import type { RunRecord } from './run-log.ts';

export class Causes {
  readonly #record: RunRecord;
  /** By stretch: all that had to come before it. */
  readonly #before: EarlierSets;
  /** By stretch: those of them that nothing has to come between, in order. */
  readonly #directly: (readonly number[])[] = [[]];

  constructor(record: RunRecord) {
    this.#record = record;
    this.#before = new EarlierSets(record.clashes.count);
    for (let at = 1; at < record.clashes.count; at++) this.#directly.push(this.#close(at));
  }

  /** Joins all that comes before `at`; what it comes after directly. */
  #close(at: number): number[] {
    const { clashes } = this.#record;
    const before = this.#before;
    const parent = this.#parentOf(at);
    const directly: number[] = [];
    for (;;) {
      // From the last one on: what it comes after is there already.
      const clash = clashes.lastWithout(at, before);
      const last = before.has(at, parent) ? clash : Math.max(clash, parent);
      if (last < 0) return directly.reverse();
      before.add(at, last);
      before.join(at, last);
      directly.push(last);
    }
  }

  /** Whether `later` may only come after `earlier`, in this order of what does not commute. */
  follows(later: number, earlier: number): boolean {
    return this.#before.has(later, earlier);
  }

  /** Those that `later` comes after with nothing between them, in order. */
  directlyBefore(later: number): readonly number[] {
    return this.#directly[later];
  }

  /** Those that `later` races with: it does not commute with them, and comes after them directly. */
  racingWith(later: number): readonly number[] {
    return this.#directly[later].filter((earlier) => !this.#isMadeBy(later, earlier));
  }

  /** Whether `earlier` made the timer of `later`, or of what made it, and so on. */
  #isMadeBy(later: number, earlier: number): boolean {
    let at = later;
    while (at > earlier) at = this.#parentOf(at);
    return at === earlier;
  }

  /**
   * Stretches with which a run may go on after those that are `done`, to take `later` before all of
   * `earlier`: of all that it needs, itself among them, those that need none of the others. Empty
   * where it cannot come about before them.
   */
  initials(
    earlier: readonly number[],
    later: number,
    isDone: (stretch: number) => boolean,
  ): number[] {
    const isAfter = (at: number): boolean =>
      earlier.some((each) => each === at || this.follows(at, each));
    for (let at = this.#parentOf(later); at > 0 && !isDone(at); at = this.#parentOf(at)) {
      if (isAfter(at)) return [];
    }
    const apart = this.#before.of(later).filter((each) => !isAfter(each) && !isDone(each));
    return [...apart, later].filter((each) => !apart.some((other) => this.follows(each, other)));
  }

  /** The stretch that made the timer of one; -1 for that of the start, which has none. */
  #parentOf(stretch: number): number {
    return this.#record.stretches[stretch].timer?.parent ?? -1;
  }
}
