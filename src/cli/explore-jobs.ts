// The workers of `sim explore --jobs`: plans that depend on their numbers alone are carried out
// ahead, in ranges, and handed over in order. What is found is what one worker would find.

import { Piscina } from 'piscina';
import type { Trial } from '../explore/trial.ts';
import type { Halt } from '../explore/work.ts';
import { awaited } from './explore-stops.ts';
import type { PlanRange, RangeTrials, WorkerSetting } from './explore-worker.ts';

/** Plans of one message, at the most; fewer where runs take long. */
const LARGEST_RANGE = 96;
/** Milliseconds that a worker takes for a range, about. */
const RANGE_TIME = 200;
/** Ranges that are under way for each worker. */
const AHEAD = 2;

export class Jobs {
  /** By the number of the plan: what was carried out and not yet used. */
  readonly fetched = new Map<number, Trial | null>();
  readonly #jobs: number;
  readonly #setting: WorkerSetting;
  /** Made when the first plans are sent: a first run that is ended early needs no workers. */
  #pool: Piscina<PlanRange, RangeTrials> | null = null;
  readonly #pending: (PlanRange & { readonly trials: Promise<RangeTrials> })[] = [];
  #range = 1;
  /** The first plan that was not asked for. */
  #asked = 0;
  /** The first plan that has not come. */
  #come = 0;

  /** `jobs`: workers, 1 or more. */
  constructor(jobs: number, setting: WorkerSetting) {
    this.#jobs = jobs;
    this.#setting = setting;
  }

  /**
   * Waits until every plan before `end` that a worker may carry out has come, or `halt` says why
   * that is to end: the reason.
   */
  async fetch(end: number, halt: () => Halt = () => null): Promise<Halt> {
    while (this.#come < end) {
      while (this.#pending.length < this.#jobs * AHEAD) this.#ask();
      const [next] = this.#pending;
      const reason = await awaited(next.trials, halt);
      if (reason !== null) return reason;
      this.#pending.shift();
      const { trials, took } = await next.trials;
      for (const [index, trial] of trials) this.fetched.set(index, trial);
      this.#come = next.to;
      // How many plans a message has changes nothing but how long it takes.
      const fitting = ((next.to - next.from) * RANGE_TIME) / Math.max(1, took);
      this.#range = Math.min(LARGEST_RANGE, 2 * this.#range, Math.max(1, Math.round(fitting)));
    }
    return null;
  }

  /** Plans from `start` on that have come, or are none for a worker. */
  comeAfter(start: number): number {
    return Math.max(0, this.#come - start);
  }

  /** Forgets what came before plan `start`. */
  drop(start: number): void {
    for (const index of this.fetched.keys()) {
      if (index >= start) return;
      this.fetched.delete(index);
    }
  }

  /** Ends the workers, also in the middle of a run. */
  async close(): Promise<void> {
    const pool = this.#pool;
    if (pool === null) return;
    // An answer that comes while its worker is ended is nobody's: the pool calls that an error.
    pool.on('error', () => {});
    const settled = Promise.allSettled(this.#pending.map(({ trials }) => trials));
    await pool.destroy();
    await settled;
  }

  #ask(): void {
    const range = { from: this.#asked, to: this.#asked + this.#range };
    this.#asked = range.to;
    this.#pool ??= this.#newPool();
    this.#pending.push({ ...range, trials: this.#pool.run(range, { name: 'carryOut' }) });
  }

  #newPool(): Piscina<PlanRange, RangeTrials> {
    const [minThreads, maxThreads] = [this.#jobs, this.#jobs];
    const [filename, workerData] = [workerModule(), this.#setting];
    return new Piscina({ filename, workerData, minThreads, maxThreads });
  }
}

/** The worker's module: bundled beside the command; the sources use the one that was built. */
function workerModule(): string {
  const { url } = import.meta;
  const path = url.endsWith('.ts') ? '../../dist/cli/explore-worker.js' : './explore-worker.js';
  return new URL(path, url).href;
}
