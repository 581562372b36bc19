// Counts for the summary of locks and semaphores: how many were held at most, how often they were
// acquired, how long tasks waited for them. Objects beyond MAXIMUM_OBJECTS are counted only.

import type { TraceEvent } from '../trace/event.ts';
import { Holdings } from '../trace/holdings.ts';
import { MAXIMUM_OBJECTS, type WaitSummary, WaitTally } from './waits.ts';

export interface HolderSummary {
  readonly object: string;
  readonly class: string;
  readonly name: string;
  /** 1 for a lock; null where unknown. */
  readonly capacity: number | null;
  /** The most permits held at once. */
  readonly peak: number;
  readonly acquisitions: number;
  readonly waits: WaitSummary;
}

interface Tally {
  peak: number;
  acquisitions: number;
  readonly waits: WaitTally;
}

export class HolderTally {
  readonly #holdings = new Holdings();
  readonly #tallies = new Map<string, Tally>();
  #omitted = 0;
  /** The object that a task waits for. */
  readonly #waitingFor = new Map<number, Tally>();

  /** Locks and semaphores that are not told apart. */
  get omitted(): number {
    return this.#omitted;
  }

  see(event: TraceEvent): void {
    switch (event.kind) {
      case 'object.created':
        if (event.class === 'Lock' || event.class.endsWith('Semaphore')) {
          if (this.#of(event.object) !== null) this.#holdings.see(event);
          else this.#omitted++;
        }
        break;
      case 'lock.waited':
      case 'semaphore.waited':
        this.#wait(event.object, event.task, event.time);
        break;
      case 'lock.acquired':
      case 'semaphore.acquired':
        this.#acquire(event, event.object);
        break;
      case 'lock.released':
      case 'semaphore.released':
        if (this.#of(event.object) !== null) this.#holdings.see(event);
        break;
      case 'task.cancelled':
      case 'task.finished':
        this.#waitingFor.get(event.task)?.waits.giveUp(event.task);
        this.#waitingFor.delete(event.task);
        break;
    }
  }

  summaries(): HolderSummary[] {
    return [...this.#tallies].map(([object, tally]) => {
      const holding = this.#holdings.get(object);
      return {
        object,
        class: holding?.class ?? object.split('#')[0],
        name: holding?.name ?? object,
        capacity: holding?.capacity ?? null,
        peak: tally.peak,
        acquisitions: tally.acquisitions,
        waits: tally.waits.summary(),
      };
    });
  }

  #wait(object: string, task: number, time: number): void {
    const tally = this.#of(object);
    if (tally === null) return;
    tally.waits.begin(task, time);
    this.#waitingFor.set(task, tally);
  }

  #acquire(event: TraceEvent, object: string): void {
    const tally = this.#of(object);
    if (tally === null) return;
    tally.acquisitions++;
    tally.waits.succeed(event.task, event.time);
    this.#waitingFor.delete(event.task);
    this.#holdings.see(event);
    tally.peak = Math.max(tally.peak, this.#holdings.get(object)?.held ?? 0);
  }

  /** The object's tally; null where there are too many objects. */
  #of(object: string): Tally | null {
    const known = this.#tallies.get(object);
    if (known !== undefined) return known;
    if (this.#tallies.size >= MAXIMUM_OBJECTS) return null;
    const tally = { peak: 0, acquisitions: 0, waits: new WaitTally() };
    this.#tallies.set(object, tally);
    return tally;
  }
}
