// Counts for the summary of queues: the largest size, items in and out, how long putters and
// getters waited. Queues beyond MAXIMUM_OBJECTS are counted only.

import type { EventOf, TraceEvent } from '../trace/event.ts';
import { MAXIMUM_OBJECTS, type WaitSummary, WaitTally } from './waits.ts';

export type { WaitSummary };

export interface QueueSummary {
  readonly object: string;
  readonly class: string;
  readonly name: string;
  /** `maxsize`; null or 0 and less for no bound. */
  readonly capacity: number | null;
  readonly peakSize: number;
  readonly puts: number;
  readonly gets: number;
  readonly putWaits: WaitSummary;
  readonly getWaits: WaitSummary;
}

interface Tally {
  class: string;
  name: string;
  capacity: number | null;
  peakSize: number;
  puts: number;
  gets: number;
  readonly putWaits: WaitTally;
  readonly getWaits: WaitTally;
}

export class QueueTally {
  readonly #tallies = new Map<string, Tally>();
  #omitted = 0;
  /** The wait in which a task is. */
  readonly #waitingFor = new Map<number, WaitTally>();

  /** Queues that are not told apart. */
  get omitted(): number {
    return this.#omitted;
  }

  see(event: TraceEvent): void {
    switch (event.kind) {
      case 'object.created':
        if (event.class.endsWith('Queue')) this.#create(event);
        break;
      case 'queue.waited':
        this.#wait(event);
        break;
      case 'queue.put':
      case 'queue.got':
        this.#pass(event);
        break;
      case 'task.cancelled':
      case 'task.finished':
        this.#waitingFor.get(event.task)?.giveUp(event.task);
        this.#waitingFor.delete(event.task);
        break;
    }
  }

  summaries(): QueueSummary[] {
    return [...this.#tallies].map(([object, tally]) => ({
      object,
      class: tally.class,
      name: tally.name,
      capacity: tally.capacity,
      peakSize: tally.peakSize,
      puts: tally.puts,
      gets: tally.gets,
      putWaits: tally.putWaits.summary(),
      getWaits: tally.getWaits.summary(),
    }));
  }

  #create(event: EventOf<'object.created'>): void {
    const tally = this.#of(event.object);
    if (tally === null) {
      this.#omitted++;
      return;
    }
    tally.class = event.class;
    tally.name = event.name ?? event.object;
    tally.capacity = event.capacity;
  }

  #wait(event: EventOf<'queue.waited'>): void {
    const tally = this.#of(event.object);
    if (tally === null) return;
    const waits = event.operation === 'put' ? tally.putWaits : tally.getWaits;
    waits.begin(event.task, event.time);
    this.#waitingFor.set(event.task, waits);
  }

  #pass(event: EventOf<'queue.put'> | EventOf<'queue.got'>): void {
    const tally = this.#of(event.object);
    if (tally === null) return;
    const isPut = event.kind === 'queue.put';
    if (isPut) tally.puts++;
    else tally.gets++;
    tally.peakSize = Math.max(tally.peakSize, event.size);
    const waits = isPut ? tally.putWaits : tally.getWaits;
    if (this.#waitingFor.get(event.task) !== waits) return;
    waits.succeed(event.task, event.time);
    this.#waitingFor.delete(event.task);
  }

  /** The queue's tally; null where there are too many queues. */
  #of(object: string): Tally | null {
    const known = this.#tallies.get(object);
    if (known !== undefined) return known;
    if (this.#tallies.size >= MAXIMUM_OBJECTS) return null;
    const tally: Tally = {
      class: object.split('#')[0],
      name: object,
      capacity: null,
      peakSize: 0,
      puts: 0,
      gets: 0,
      putWaits: new WaitTally(),
      getWaits: new WaitTally(),
    };
    this.#tallies.set(object, tally);
    return tally;
  }
}
