// Forward and back through a run. A position is the number of steps since the start; forward is
// one step after the other, back is the same run anew up to an earlier position. What ends a
// journey is a place to stop, which is asked after every step in the order of the run, so that a
// journey back ends at a position at which one forward would have ended, too.
//
// Journeys are generators: they give way now and then, so that who drives them can be interrupted.
// One forward that is given up stands where it was; one back has not moved at all.

import type { ReplayOptions, TraceSource } from '../replay.ts';
import { SteppedRun } from './stepped-run.ts';

/** Where a journey ends. */
export interface Stop {
  /** What it is, for the message. */
  readonly text: string;
  /** Begins to watch a run; what it gives is asked after every step. */
  watch(run: SteppedRun): () => boolean;
}

/** A journey: gives the places that it stopped at, none where the run ended (or began) before. */
export type Journey = Generator<undefined, readonly Stop[], undefined>;

/** Steps between two chances to be interrupted. */
const BREATH = 500;

export class Stepper {
  readonly #source: TraceSource;
  #options: ReplayOptions;
  #run: SteppedRun;

  /** Throws TraceError as Replay does. */
  constructor(source: TraceSource, options: ReplayOptions = {}) {
    this.#source = source;
    this.#options = options;
    this.#run = this.#anew();
    // One scenario for all runs: it is parsed, checked and compiled once.
    const { scenario } = this.#run;
    if (scenario !== null) this.#options = { ...options, scenario };
  }

  /** The run at its present position. */
  get run(): SteppedRun {
    return this.#run;
  }

  get position(): number {
    return this.#run.position;
  }

  /** Goes on to the next position at which one of `stops` holds, or to the end of the run. */
  *forward(stops: readonly Stop[]): Journey {
    const run = this.#run;
    const watches = stops.map((stop) => stop.watch(run));
    while (run.step()) {
      const hit = stops.filter((_, i) => watches[i]());
      if (hit.length > 0) return hit;
      if (run.position % BREATH === 0) yield;
    }
    return [];
  }

  /** Goes back to the last position before this one at which one of `stops` holds, or to 0. */
  *back(stops: readonly Stop[]): Journey {
    const end = this.position - 1;
    if (end < 0) return [];
    const run = this.#anew();
    const watches = stops.map((stop) => stop.watch(run));
    let last: { readonly position: number; readonly hit: readonly Stop[] } | null = null;
    while (run.position < end && run.step()) {
      const hit = stops.filter((_, i) => watches[i]());
      if (hit.length > 0) last = { position: run.position, hit };
      if (run.position % BREATH === 0) yield;
    }
    if (last?.position === end) this.#run = run;
    else yield* this.goTo(last?.position ?? 0, true);
    return last?.hit ?? [];
  }

  /** Goes to a position, or to the end where the run has fewer steps; `anew` from the start. */
  *goTo(position: number, anew = position < this.position): Journey {
    const run = anew ? this.#anew() : this.#run;
    while (run.position < position && run.step()) {
      if (run.position % BREATH === 0) yield;
    }
    this.#run = run;
    return [];
  }

  #anew(): SteppedRun {
    return new SteppedRun(this.#source, this.#options);
  }
}

/** Takes a journey to its end. */
export function finish(journey: Journey): readonly Stop[] {
  for (;;) {
    const { done, value } = journey.next();
    if (done === true) return value;
  }
}
