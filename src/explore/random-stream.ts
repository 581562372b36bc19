// The explorer's own random numbers: a stream for each purpose, named by it, so that one more draw
// here moves nothing there. The program's `random` has nothing to do with them.

import seedrandom from 'seedrandom';

export class RandomStream {
  readonly #next: () => number;

  constructor(purpose: string) {
    const generator = seedrandom.alea(purpose);
    const next = (): number => generator.double();
    this.#next = next;
  }

  /** In [0, 1). */
  unit(): number {
    return this.#next();
  }

  /** An integer in [0, limit). */
  below(limit: number): number {
    return Math.floor(this.#next() * limit);
  }

  /** Whether something of this probability happens. */
  happens(probability: number): boolean {
    return this.#next() < probability;
  }

  /** 0 to count - 1 in random order: Fisher and Yates. */
  order(count: number): number[] {
    const order: number[] = [];
    for (let index = 0; index < count; index++) order.push(index);
    for (let i = count - 1; i > 0; i--) {
      const j = this.below(i + 1);
      const picked = order[j];
      order[j] = order[i];
      order[i] = picked;
    }
    return order;
  }
}
