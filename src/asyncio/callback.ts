// A user's function as something the loop can run.

import type { Runnable } from '../kernel/handle.ts';
import type { Future } from './futures.ts';

/** A callback by which a task waits for a future that it does not await itself. */
export interface AwaitsFor {
  /** The task; null where none did it, and once it waits no more. */
  readonly awaiter: Future | null;
}

export class CallbackTarget implements Runnable {
  readonly fn: (...args: never[]) => unknown;
  readonly args: readonly unknown[];
  /** The function as the program knows it: `fn` itself, or what the language wrapped into `fn`. */
  readonly key: unknown;

  constructor(fn: (...args: never[]) => unknown, args: readonly unknown[], key: unknown = fn) {
    this.fn = fn;
    this.args = args;
    this.key = key;
  }

  run(): void {
    this.fn(...(this.args as never[]));
  }
}
