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

export class CallbackTarget implements Runnable, ContextHolder {
  readonly fn: (...args: never[]) => unknown;
  readonly args: readonly unknown[];
  /** The function as the program knows it: `fn` itself, or what the language wrapped into `fn`. */
  readonly key: unknown;
  /** Given, or a copy that whoever schedules it sees to. */
  context: Context | null;
  /** The deadline as the program gave it, where that is no float. */
  declare when?: unknown;
  /** Where it was scheduled; only in debug mode. */
  declare origin?: unknown;

  constructor(
    fn: (...args: never[]) => unknown,
    args: readonly unknown[],
    key: unknown = fn,
    context: Context | null = null,
  ) {
    this.fn = fn;
    this.args = args;
    this.key = key;
    this.context = context;
  }

  /** Whose context an exception handler runs in when this fails; null for that of the loop. */
  get holder(): ContextHolder | null {
    return this;
  }

  /** Not `finally`: see `Task`. */
  run(): void {
    const loop = currentLoop();
    if (loop === null) {
      this.fn(...(this.args as never[]));
      return;
    }
    const { contexts, host } = loop;
    if (this.context !== null) contexts.refuseEntered(this.context, (value) => host.repr(value));
    const before = contexts.enter(this);
    try {
      this.fn(...(this.args as never[]));
    } catch (error) {
      contexts.leave(before);
      throw error;
    }
    contexts.leave(before);
  }
}
