// The workers of `sim explore --jobs`: plans that depend on their numbers alone are carried out
// ahead, in ranges, and handed over in order. What is found is what one worker would find.

import { Piscina } from 'piscina';
import type { Trial } from '../explore/trial.ts';
import type { PlanRange, RangeTrials, WorkerSetting } from './explore-worker.ts';

/** Plans of one message. */
const RANGE = 96;
/** Ranges that are under way for each worker. */
const AHEAD = 2;

export class Jobs {
  /** By the number of the plan: what was carried out and not yet used. */
  readonly fetched = new Map<number, Trial | null>();
  readonly #pool: Piscina<PlanRange, RangeTrials>;
  readonly #ahead: number;
  readonly #pending: Promise<RangeTrials>[] = [];
  /** The first plan that was not asked for. */
  #asked = 0;
  /** The first plan that has not come. */
  #come = 0;

  /** `jobs`: workers, 1 or more. */
  constructor(jobs: number, setting: WorkerSetting) {
    this.#ahead = jobs * AHEAD;
    this.#pool = new Piscina({
      filename: workerModule(),
      workerData: setting,
      minThreads: jobs,
      maxThreads: jobs,
    });
  }

  /** Waits until every plan before `end` that a worker may carry out has come. */
  async fetch(end: number): Promise<void> {
    while (this.#come < end) {
      while (this.#pending.length < this.#ahead) this.#ask();
      const trials = await (this.#pending.shift() as Promise<RangeTrials>);
      for (const [index, trial] of trials) this.fetched.set(index, trial);
      this.#come += RANGE;
    }
  }

  /** Forgets what came before plan `start`. */
  drop(start: number): void {
    for (const index of this.fetched.keys()) {
      if (index >= start) return;
      this.fetched.delete(index);
    }
  }

  /** Ends the workers once they are through with what they were asked for. */
  async close(): Promise<void> {
    await Promise.allSettled(this.#pending);
    await this.#pool.destroy();
  }

  #ask(): void {
    const from = this.#asked;
    this.#asked += RANGE;
    this.#pending.push(this.#pool.run({ from, to: this.#asked }, { name: 'carryOut' }));
  }
}

/** The worker's module: bundled beside the command; the sources use the one that was built. */
function workerModule(): string {
  const { url } = import.meta;
  const path = url.endsWith('.ts') ? '../../dist/cli/explore-worker.js' : './explore-worker.js';
  return new URL(path, url).href;
}
