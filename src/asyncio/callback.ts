// A user's function as something the loop can run, in the context that it was scheduled in or that
// it was given. Source: CPython Lib/asyncio/events.py (Handle._run).

import type { Runnable } from '../kernel/handle.ts';
import type { ContextHolder } from './contexts.ts';
import type { Context } from './contextvars.ts';
import { currentLoop } from './events.ts';
import type { Future } from './futures.ts';

/** A callback by which a task waits for a future that it does not await itself. */
export interface AwaitsFor {
  /** The task; null where none did it, and once it waits no more. */
  readonly awaiter: Future | null;
}

export abstract class CallbackTarget implements Runnable, ContextHolder {
  readonly args: readonly unknown[];
  /** The function as the program knows it. */
  readonly key: unknown;
  /** Given, or a copy that whoever schedules it sees to. */
  context: Context | null;
  /** The deadline as the program gave it, where that is no float. */
  declare when?: unknown;
  /** Where it was scheduled; only in debug mode. */
  declare origin?: unknown;

  constructor(args: readonly unknown[], key: unknown, context: Context | null = null) {
    this.args = args;
    this.key = key;
    this.context = context;
  }

  /** Whose context an exception handler runs in when this fails; null for that of the loop. */
  get holder(): ContextHolder | null {
    return this;
  }

  /** Calls the function with `args`. */
  protected abstract call(): void;

  /** Not `finally`: see `Task`. */
  run(): void {
    const loop = currentLoop();
    if (loop === null) {
      this.call();
      return;
    }
    const { contexts, host } = loop;
    if (this.context !== null) contexts.refuseEntered(this.context, (value) => host.repr(value));
    const before = contexts.enter(this);
    try {
      this.call();
    } catch (error) {
      contexts.leave(before);
      throw error;
    }
    contexts.leave(before);
  }
}

/** A function of ours, which the program may know by another: `key`. */
export class FunctionTarget extends CallbackTarget {
  readonly #fn: (...args: never[]) => unknown;

  constructor(
    fn: (...args: never[]) => unknown,
    args: readonly unknown[],
    key: unknown = fn,
    context: Context | null = null,
  ) {
    super(args, key, context);
    this.#fn = fn;
  }

  protected call(): void {
    this.#fn(...(this.args as never[]));
  }
}
