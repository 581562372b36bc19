// Waiting times of tasks for one kind of turn: how many, how long, how many were given up.

import { Quantiles } from './quantiles.ts';

/** Objects of one kind that a summary tells apart. */
export const MAXIMUM_OBJECTS = 1000;

export interface WaitSummary {
  /** Waits that ended with success. */
  readonly count: number;
  /** Waits that ended by cancellation. */
  readonly abandoned: number;
  /** Virtual seconds; null where there was no wait. */
  readonly p50: number | null;
  readonly p95: number | null;
  readonly max: number | null;
  /** Whether p50 and p95 are exact. */
  readonly exact: boolean;
}

/** The waits for one object. */
export class WaitTally {
  readonly #durations = new Quantiles();
  /** Since when each task waits. */
  readonly #since = new Map<number, number>();
  #abandoned = 0;

  /** A task waits; if it waits already (it was woken in vain), it goes on waiting. */
  begin(task: number, time: number): void {
    if (!this.#since.has(task)) this.#since.set(task, time);
  }

  /** A task got what it waited for, if it waited. */
  succeed(task: number, time: number): void {
    const since = this.#since.get(task);
    if (since === undefined) return;
    this.#since.delete(task);
    this.#durations.add(time - since);
  }

  /** A task was cancelled, while it waited or not. */
  giveUp(task: number): void {
    if (this.#since.delete(task)) this.#abandoned++;
  }

  summary(): WaitSummary {
    const [p50, p95] = this.#durations.percentiles([50, 95]);
    return {
      count: this.#durations.count,
      abandoned: this.#abandoned,
      p50,
      p95,
      max: this.#durations.maximum,
      exact: this.#durations.isExact,
    };
  }
}
