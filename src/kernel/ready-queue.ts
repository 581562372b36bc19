// The ready queue: a ring whose capacity is a power of two, in parallel columns. `take` leaves the entry's
// operation, argument and cause in fields, so that neither putting nor taking allocates.

import type { Runnable } from './handle.ts';

const INITIAL_CAPACITY = 64;

export class ReadyQueue {
  #targets: (Runnable | null)[] = new Array(INITIAL_CAPACITY).fill(null);
  #arguments: unknown[] = new Array(INITIAL_CAPACITY).fill(undefined);
  #operations = new Uint8Array(INITIAL_CAPACITY);
  #causes = new Float64Array(INITIAL_CAPACITY);
  #mask = INITIAL_CAPACITY - 1;
  #head = 0;
  length = 0;
  /** Of the entry taken last. */
  operation = 0;
  argument: unknown = undefined;
  cause = 0;

  /** Appends an entry; `operation` is 0 to 255. */
  put(target: Runnable, operation: number, argument: unknown, cause: number): void {
    if (this.length > this.#mask) this.#grow();
    const index = (this.#head + this.length) & this.#mask;
    this.#targets[index] = target;
    this.#operations[index] = operation;
    this.#arguments[index] = argument;
    this.#causes[index] = cause;
    this.length++;
  }

  /** Removes the first entry and returns its target. The queue is not empty. */
  take(): Runnable {
    const index = this.#head;
    const target = this.#targets[index] as Runnable;
    this.operation = this.#operations[index];
    this.argument = this.#arguments[index];
    this.cause = this.#causes[index];
    this.#targets[index] = null;
    this.#arguments[index] = undefined;
    this.#head = (index + 1) & this.#mask;
    this.length--;
    return target;
  }

  clear(): void {
    while (this.length > 0) this.take();
  }

  #grow(): void {
    const capacity = (this.#mask + 1) * 2;
    const targets: (Runnable | null)[] = new Array(capacity).fill(null);
    const values: unknown[] = new Array(capacity).fill(undefined);
    const operations = new Uint8Array(capacity);
    const causes = new Float64Array(capacity);
    for (let i = 0; i < this.length; i++) {
      const from = (this.#head + i) & this.#mask;
      targets[i] = this.#targets[from];
      values[i] = this.#arguments[from];
      operations[i] = this.#operations[from];
      causes[i] = this.#causes[from];
    }
    this.#targets = targets;
    this.#arguments = values;
    this.#operations = operations;
    this.#causes = causes;
    this.#mask = capacity - 1;
    this.#head = 0;
  }
}
