// What becomes of a program when one task is cancelled at one of its awaits, and nothing else is
// different: for each such point whether it was tried, and what went wrong.

import type { Asked } from './schedule.ts';
import type { Symptom } from './symptom.ts';
import type { Trial } from './trial.ts';

/** A single cancellation that something fails under. */
export interface CancelFailure {
  readonly trial: Trial;
  readonly symptoms: readonly Symptom[];
}

export class CancelSafety {
  /** Single cancellations that there are: two for each await of the default run. */
  readonly points: number;
  readonly #tried = new Map<string, CancelFailure | null>();

  /** `first`: the default run. */
  constructor(first: Trial) {
    this.points = first.asked.reduce((all, { kind, options }) => {
      return kind === 'cancel' ? all + options - 1 : all;
    }, 0);
  }

  /** Takes note of a trial that departs by one cancellation alone. */
  see(trial: Trial): void {
    const departures = [...trial.asked.entries()].filter(([, { answer }]) => answer !== null);
    if (departures.length !== 1) return;
    const [[question, { kind, answer }]] = departures as [[number, Asked]];
    if (kind !== 'cancel') return;
    const failures = trial.symptoms.filter(({ level }) => level === 'failure');
    const failure = failures.length === 0 ? null : { trial, symptoms: failures };
    this.#tried.set(`${question} ${(answer as readonly number[])[0]}`, failure);
  }

  get tried(): number {
    return this.#tried.size;
  }

  /** Those that something fails under, in the order of trying. */
  get failures(): CancelFailure[] {
    return [...this.#tried.values()].filter((each) => each !== null);
  }
}
