// A trace kept in memory: the batches as they came, in columns. Events become objects only while
// somebody iterates, so that keeping a trace costs little more than recording it.

import type { EventKind, TraceEvent } from './event.ts';
import type { EventBatch, TraceSink } from './tracer.ts';

export class MemoryTrace implements TraceSink {
  readonly wants: ReadonlySet<EventKind> | null;
  readonly #batches: EventBatch[] = [];
  #count = 0;

  /** `wants`: the kinds to record, null for all. */
  constructor(wants: ReadonlySet<EventKind> | null = null) {
    this.wants = wants;
  }

  receive(batch: EventBatch): void {
    this.#batches.push(batch);
    this.#count += batch.length;
  }

  /** Number of events received so far. */
  get count(): number {
    return this.#count;
  }

  get batches(): readonly EventBatch[] {
    return this.#batches;
  }

  /** The event with this `seq`, null where there is none. */
  event(seq: number): TraceEvent | null {
    let low = 0;
    let high = this.#batches.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const batch = this.#batches[middle];
      if (seq < batch.first) high = middle;
      else if (seq >= batch.first + batch.length) low = middle + 1;
      else return batch.event(seq - batch.first);
    }
    return null;
  }

  /** All events in order. */
  *events(): Generator<TraceEvent, void, void> {
    for (const batch of this.#batches) {
      for (let i = 0; i < batch.length; i++) yield batch.event(i);
    }
  }

  [Symbol.iterator](): Generator<TraceEvent, void, void> {
    return this.events();
  }
}
