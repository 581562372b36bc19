// What need not be tried next because it was tried before, in another place: it leads to the same,
// as long as all that was done since commutes with it. An entry is a set of timers that fire
// together, by id. Source: Godefroid, "Partial-order methods for the verification of concurrent
// systems" (1996): sleep sets.

import type { RunRecord } from './run-log.ts';

/** The ids of timers that fire together, in order. */
export type Firing = readonly string[];

/** Compares ids, for firings in order. */
export function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

export function sameFiring(a: Firing, b: Firing): boolean {
  return a.length === b.length && a.every((id, index) => id === b[index]);
}

/** Which stretches of a run commute, by the ids of their timers. */
export class Commuting {
  readonly #record: RunRecord;
  /** Made when it is asked for. */
  #places: ReadonlyMap<string, number> | null = null;

  constructor(record: RunRecord) {
    this.#record = record;
  }

  /** The stretch with this id. */
  placeOf(id: string): number | undefined {
    this.#places ??= new Map(this.#record.stretches.map((each, at) => [each.id, at]));
    return this.#places.get(id);
  }

  /** Whether each of `a` is known to commute with each of `b`. */
  commute(a: Firing, b: Firing): boolean {
    return a.every((one) => b.every((other) => this.#commutes(one, other)));
  }

  #commutes(one: string, other: string): boolean {
    const [a, b] = [this.placeOf(one), this.placeOf(other)];
    if (a === undefined || b === undefined) return false;
    const { clashes } = this.#record;
    const later = Math.max(a, b);
    return later < clashes.count && !clashes.has(later, Math.min(a, b));
  }

  /** What is still asleep after `fired`. */
  after(sleep: readonly Firing[], fired: Firing): Firing[] {
    return sleep.flatMap((entry) => {
      const rest = entry.filter((id) => !fired.includes(id));
      if (rest.length + fired.length > entry.length && rest.length < entry.length) return [];
      return rest.length > 0 && this.commute(rest, fired) ? [rest] : [];
    });
  }

  /** Whether a sleeping firing is part of `fired`, and what else fires commutes with it. */
  isCovered(sleep: readonly Firing[], fired: Firing): boolean {
    return sleep.some((entry) => {
      const rest = fired.filter((id) => !entry.includes(id));
      return rest.length + entry.length === fired.length && this.commute(rest, entry);
    });
  }
}
