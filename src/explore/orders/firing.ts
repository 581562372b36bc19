// Timers that fire together, by the ids of the stretches that they begin.

/** In order. */
export type Firing = readonly string[];

/** Compares ids, for firings in order. */
export function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

export function sameFiring(a: Firing, b: Firing): boolean {
  return a.length === b.length && a.every((id, index) => id === b[index]);
}
