// What a run is made of, told from the columns of its events without making objects of them: how
// many there are of each kind, whether anybody waits who holds something, how often one task was
// served. Most runs of a program hold nothing that a checker reports, and this shows it at a
// fraction of the price of looking.

import { codeOf, EVENT_KINDS, type EventKind } from '../trace/event.ts';
import { type EventBatch, FIELDS, Kind } from '../trace/tracer.ts';

/** The kinds that an outline reads. */
export const OUTLINE_KINDS: ReadonlySet<EventKind> = new Set<EventKind>([
  'lock.acquired',
  'lock.released',
  'semaphore.acquired',
  'semaphore.released',
  'queue.put',
  'queue.got',
  'task.suspended',
]);

export class RunOutline {
  readonly #counts = new Uint32Array(EVENT_KINDS.length);
  /** Locks and permits that each task holds. */
  readonly #held: number[] = [];
  /** How often each task was given a lock, a permit or an item, or had one taken. */
  readonly #served: number[] = [];
  #mostServed = 0;
  #instant = -1;
  #instantStart = 0;
  #iteration = 0;
  #waitsInside = false;

  /** Reads a batch of events. */
  read(batch: EventBatch): void {
    const { kinds, tasks, fields, length } = batch;
    this.#readClock(batch);
    for (let i = 0; i < length; i++) {
      const kind = kinds[i];
      this.#counts[kind]++;
      switch (kind) {
        case Kind.lockAcquired:
        case Kind.semaphoreAcquired:
          this.#held[tasks[i]] = (this.#held[tasks[i]] ?? 0) + 1;
          this.#serve(tasks[i]);
          break;
        case Kind.lockReleased:
        case Kind.semaphoreReleased:
          this.#release(tasks[i]);
          break;
        case Kind.queueGot:
        case Kind.queuePut:
          this.#serve(tasks[i]);
          break;
        case Kind.taskSuspended:
          if (!this.#waitsInside) this.#suspend(tasks[i], fields[i * FIELDS] as string);
          break;
      }
    }
  }

  count(kind: EventKind): number {
    return this.#counts[codeOf(kind)];
  }

  /** Whether there is any event of these kinds. */
  has(...kinds: readonly EventKind[]): boolean {
    return kinds.some((kind) => this.count(kind) > 0);
  }

  /**
   * Whether a task ever waited for somebody while somebody might wait for it: it held a lock or a
   * permit, or awaited a task that is not younger than itself. Without that there is no ring.
   */
  get waitsInside(): boolean {
    return this.#waitsInside;
  }

  /** How often the task was served that was served most. */
  get mostServed(): number {
    return this.#mostServed;
  }

  #readClock({ times, iterations, length }: EventBatch): void {
    if (length === 0) return;
    const last = times[length - 1];
    if (last !== this.#instant) {
      let first = length - 1;
      while (first > 0 && times[first - 1] === last) first--;
      this.#instant = last;
      this.#instantStart = iterations[first];
    }
    this.#iteration = iterations[length - 1];
  }

  /** Who releases what it has not taken makes it unknown who holds what: then look. */
  #release(task: number): void {
    const held = this.#held[task] ?? 0;
    if (held === 0) this.#waitsInside = true;
    else this.#held[task] = held - 1;
  }

  /** Iterations at the last instant, up to the end. */
  get lastInstant(): number {
    return this.#iteration - this.#instantStart;
  }

  #serve(task: number): void {
    const served = (this.#served[task] ?? 0) + 1;
    this.#served[task] = served;
    if (served > this.#mostServed) this.#mostServed = served;
  }

  #suspend(task: number, on: string): void {
    if (on === 'sleep' || on === 'yield') return;
    if ((this.#held[task] ?? 0) > 0) this.#waitsInside = true;
    if (on.startsWith('task#') && Number(on.slice('task#'.length)) <= task) {
      this.#waitsInside = true;
    }
  }
}
