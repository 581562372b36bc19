// All strategies in turn: what departs least from the default is found by the systematic one, what
// needs many departures by chance. It ends where the systematic one has tried everything.

import type { Coverage, Plan, Strategy } from '../strategy.ts';
import type { Trial } from '../trial.ts';

export class Mixed implements Strategy {
  readonly name = 'mixed';
  readonly #systematic: Strategy;
  readonly #others: readonly Strategy[];
  #isSystematic = true;
  #isExhausted = false;

  constructor(systematic: Strategy, others: readonly Strategy[]) {
    this.#systematic = systematic;
    this.#others = others;
  }

  isIndexed(index: number): boolean {
    return index % (1 + this.#others.length) !== 0;
  }

  plan(index: number): Plan | null {
    const turn = index % (1 + this.#others.length);
    this.#isSystematic = turn === 0 && !this.#isExhausted;
    if (this.#isSystematic) {
      const plan = this.#systematic.plan(index);
      if (plan !== null) return plan;
      this.#isExhausted = true;
      this.#isSystematic = false;
    }
    if (this.#isExhausted && this.#systematic.coverage().isExhaustive) return null;
    const round = Math.floor(index / (1 + this.#others.length));
    return this.#others[(turn === 0 ? round : turn - 1) % this.#others.length].plan(index);
  }

  learn(trial: Trial): void {
    if (this.#isSystematic) this.#systematic.learn(trial);
  }

  coverage(): Coverage {
    return this.#systematic.coverage();
  }
}
