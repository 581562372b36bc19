// The ready queue: a ring whose capacity is a power of two, in parallel columns. `take` leaves the
// entry's operation, argument and cause in fields, so that neither putting nor taking allocates. A
// ring that grew for a crowd becomes small again. There are causes only in a traced run: the column
// comes with the first.

import type { Choices } from './choices.ts';
import type { Runnable } from './handle.ts';

const INITIAL_CAPACITY = 64;
/** A ring shrinks when it runs empty and since it did so before, less than this share was used. */
const LEAST_USE = 1 / 8;

/** An entry of the queue, for whoever looks on. */
export interface ReadyEntry {
  readonly target: Runnable;
  readonly operation: number;
  /** The event that scheduled it; 0 in a run that is not traced. */
  readonly cause: number;
}

export class ReadyQueue {
  #targets: (Runnable | null)[] = new Array(INITIAL_CAPACITY).fill(null);
  #arguments: unknown[] = new Array(INITIAL_CAPACITY).fill(undefined);
  #operations = new Uint8Array(INITIAL_CAPACITY);
  #causes: Float64Array | null = null;
  #mask = INITIAL_CAPACITY - 1;
  #head = 0;
  /** The greatest length since it was empty. */
  #peak = 0;
  length = 0;
  /** Of the entry taken last. */
  operation = 0;
  argument: unknown = undefined;
  cause = 0;

  /** Appends an entry; `operation` is 0 to 255. */
  put(target: Runnable, operation: number, argument: unknown, cause: number): void {
    if (this.length > this.#mask) this.#resize(Math.max(INITIAL_CAPACITY, (this.#mask + 1) * 2));
    const index = (this.#head + this.length) & this.#mask;
    this.#targets[index] = target;
    this.#operations[index] = operation;
    this.#arguments[index] = argument;
    if (this.#causes !== null) this.#causes[index] = cause;
    else if (cause !== 0) this.#addCauses(index, cause);
    if (++this.length > this.#peak) this.#peak = this.length;
  }

  /** Removes the first entry and returns its target. The queue is not empty. */
  take(): Runnable {
    const index = this.#head;
    const target = this.#targets[index] as Runnable;
    this.operation = this.#operations[index];
    this.argument = this.#arguments[index];
    if (this.#causes !== null) this.cause = this.#causes[index];
    this.#targets[index] = null;
    this.#arguments[index] = undefined;
    this.#head = (index + 1) & this.#mask;
    if (--this.length === 0) this.#emptied();
    return target;
  }

  /** Every entry in order. */
  entries(): ReadyEntry[] {
    return Array.from({ length: this.length }, (_, place) => {
      const index = (this.#head + place) & this.#mask;
      return {
        target: this.#targets[index] as Runnable,
        operation: this.#operations[index],
        cause: this.#causes?.[index] ?? 0,
      };
    });
  }

  /** Puts the entries into the order that is chosen. */
  arrange(choices: Choices, label: (target: Runnable) => string): void {
    const entries = Array.from({ length: this.length }, () => {
      const target = this.take();
      return { target, operation: this.operation, argument: this.argument, cause: this.cause };
    });
    const arranged = choices.arrange('ready-order', entries, (each) => label(each.target));
    for (const { target, operation, argument, cause } of arranged) {
      this.put(target, operation, argument, cause);
    }
  }

  /** Drops all entries, and the room that was made for them. */
  clear(): void {
    while (this.length > 0) this.take();
    this.#targets = [];
    this.#arguments = [];
    this.#operations = new Uint8Array(0);
    this.#causes = null;
    this.#mask = -1;
  }

  #emptied(): void {
    const capacity = this.#mask + 1;
    if (capacity > INITIAL_CAPACITY && this.#peak < capacity * LEAST_USE) {
      this.#resize(Math.max(INITIAL_CAPACITY, capacity / 4));
    }
    this.#peak = 0;
  }

  #addCauses(index: number, cause: number): void {
    this.#causes = new Float64Array(this.#mask + 1);
    this.#causes[index] = cause;
  }

  #resize(capacity: number): void {
    const targets: (Runnable | null)[] = new Array(capacity).fill(null);
    const values: unknown[] = new Array(capacity).fill(undefined);
    const operations = new Uint8Array(capacity);
    const before = this.#causes;
    const causes = before === null ? null : new Float64Array(capacity);
    for (let i = 0; i < this.length; i++) {
      const from = (this.#head + i) & this.#mask;
      targets[i] = this.#targets[from];
      values[i] = this.#arguments[from];
      operations[i] = this.#operations[from];
      if (before !== null && causes !== null) causes[i] = before[from];
    }
    this.#targets = targets;
    this.#arguments = values;
    this.#operations = operations;
    this.#causes = causes;
    this.#mask = capacity - 1;
    this.#head = 0;
  }
}
