// What had to come before what in a run: a stretch comes after the one that made its timer, and
// after those before it that it does not commute with. Two that do not commute, and of which
// neither caused the other, race: the search has to try the later one first. Source: Flanagan and
// Godefroid, "Dynamic partial-order reduction for model checking software" (POPL 2005), with the initials of
// Abdulla, Aronis, Jonsson and Sagonas, "Optimal dynamic partial order reduction" (POPL 2014).

import type { RunRecord } from './run-log.ts';

export class Causes {
  readonly #record: RunRecord;
  /** By stretch: all that had to come before it. */
  readonly #before: readonly ReadonlySet<number>[];

  constructor(record: RunRecord) {
    this.#record = record;
    const before: Set<number>[] = [];
    record.clashes.forEach((clashes, at) => {
      const { timer } = record.stretches[at];
      const direct = timer === null ? [] : [timer.parent, ...clashes];
      const all = new Set<number>();
      // From the last one on: what it comes after is there already.
      for (const each of direct.sort((a, b) => b - a)) {
        if (all.has(each)) continue;
        all.add(each);
        for (const earlier of before[each]) all.add(earlier);
      }
      before.push(all);
    });
    this.#before = before;
  }

  /** Whether `later` may only come after `earlier`, in this order of what does not commute. */
  follows(later: number, earlier: number): boolean {
    return this.#before[later].has(earlier);
  }

  /** Whether two that clash race: neither made the other, and nothing comes between them. */
  race(earlier: number, later: number): boolean {
    if (this.#isMadeBy(later, earlier)) return false;
    return ![...this.#before[later]].some((each) => this.follows(each, earlier));
  }

  /** Whether `earlier` made the timer of `later`, or of what made it, and so on. */
  #isMadeBy(later: number, earlier: number): boolean {
    for (let at = later; at > earlier; ) {
      const { timer } = this.#record.stretches[at];
      if (timer === null) return false;
      at = timer.parent;
      if (at === earlier) return true;
    }
    return false;
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
    const apart = [...this.#before[later]].filter((each) => !isAfter(each) && !isDone(each));
    return [...apart, later].filter((each) => !apart.some((other) => this.follows(each, other)));
  }

  #parentOf(stretch: number): number {
    return this.#record.stretches[stretch].timer?.parent ?? 0;
  }
}
