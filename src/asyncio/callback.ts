// A user's function as something the loop can run.

import type { Runnable } from '../kernel/handle.ts';

export class CallbackTarget implements Runnable {
  readonly fn: (...args: never[]) => unknown;
  readonly args: readonly unknown[];

  constructor(fn: (...args: never[]) => unknown, args: readonly unknown[]) {
    this.fn = fn;
    this.args = args;
  }

  run(): void {
    this.fn(...(this.args as never[]));
  }
}
