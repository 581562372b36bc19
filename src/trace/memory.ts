// A trace kept in memory, in columns: the batches of a simulation, short ones put together, or the
// events of a trace that was read, one by one. Events become objects only while somebody iterates,
// so that keeping a trace costs little more than recording it, however small the slices are.

import type { EventKind, TraceEvent } from './event.ts';
import { BATCH, EventBatch, type TraceSink } from './tracer.ts';

export class MemoryTrace implements TraceSink {
  readonly wants: ReadonlySet<EventKind> | null;
  readonly #batches: EventBatch[] = [];
  #count = 0;
  /** Whether the last batch is the simulation's own: other sinks hold it too. */
  #isShared = false;

  /** `wants`: the kinds to record, null for all. */
  constructor(wants: ReadonlySet<EventKind> | null = null) {
    this.wants = wants;
  }

  receive(batch: EventBatch): void {
    this.#count += batch.length;
    const last = this.#batches.at(-1);
    if (last === undefined || last.isWhole) {
      this.#batches.push(batch);
      this.#isShared = true;
      return;
    }
    const own = this.#isShared ? last.copy() : last;
    own.append(batch);
    this.#batches[this.#batches.length - 1] = own;
    this.#isShared = false;
  }

  /** Takes the next event of a trace; its `seq` follows the last one's. */
  keep(event: TraceEvent): void {
    let batch = this.#batches.at(-1);
    if (batch === undefined || batch.isWhole) {
      batch = new EventBatch(event.seq, BATCH);
      this.#batches.push(batch);
    }
    batch.put(event);
    this.#count++;
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

  /** The events of one task in order. */
  *eventsOf(task: number): Generator<TraceEvent, void, void> {
    for (const batch of this.#batches) {
      for (let i = 0; i < batch.length; i++) if (batch.tasks[i] === task) yield batch.event(i);
    }
  }

  [Symbol.iterator](): Generator<TraceEvent, void, void> {
    return this.events();
  }
}
