// What decides which schedules are tried. A strategy plans one run after the other and may learn
// from how each went; one whose plans depend on their number alone can be asked for any of them,
// which is what several workers need.

import type { Decide } from './schedule.ts';
import type { Trial } from './trial.ts';

export interface Plan {
  /** Of the program's random numbers. */
  readonly seed: number;
  readonly decide: Decide;
}

/** What a strategy can say of what it has covered. */
export interface Coverage {
  /** Whether nothing of what may vary is left to try. */
  readonly isExhaustive: boolean;
  /** Why it cannot be exhaustive, or what is left; one sentence without a full stop. */
  readonly note: string;
  /** Orders that differ in more than that of what commutes, where all of them were tried. */
  readonly inequivalent?: number;
}

export interface Strategy {
  readonly name: string;
  /** Whether the plan of run `index` depends on that number alone: others may make that run. */
  isIndexed(index: number): boolean;
  /** The plan of run `index`, from 0; null where nothing is left to try. */
  plan(index: number): Plan | null;
  /** How the default run went, which is learned first, or the run that was planned last. */
  learn(trial: Trial): void;
  coverage(): Coverage;
}
