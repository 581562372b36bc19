// What a loop does with exceptions that nobody catches: the handler that the program has set, or
// the default one, in the context of the task or callback concerned, and what happens where a
// handler fails itself. Source: CPython Lib/asyncio/base_events.py (call_exception_handler),
// events.py (Handle._run).

import { SimulationStop } from '../base/stop.ts';
import { Handle, type Runnable } from '../kernel/handle.ts';
import type { EventLoop } from './base-events.ts';
import { CallbackTarget } from './callback.ts';
import { type ContextHolder, contextOf } from './contexts.ts';
import { originOf, sourceOf } from './debugging.ts';
import { BaseException, KeyboardInterrupt, SystemExit } from './exceptions.ts';
import { CALLBACK } from './handle-kinds.ts';
import type { ExceptionContext } from './host.ts';
import { Task } from './tasks.ts';

/** What `loop.set_exception_handler` takes. */
export type ExceptionHandler = (loop: EventLoop, context: ExceptionContext) => unknown;

export class ExceptionReports {
  readonly #loop: EventLoop;
  /** Null for the default handler. */
  #handler: ExceptionHandler | null = null;
  /** The handler as the program knows it. */
  key: unknown = null;

  constructor(loop: EventLoop) {
    this.#loop = loop;
  }

  setHandler(handler: ExceptionHandler | null, key: unknown): void {
    this.#handler = handler;
    this.key = key;
  }

  /** A handler runs in the context of `holder`: by default of the task that the report names. */
  call(context: ExceptionContext, holder = taskIn(context)): void {
    const handler = this.#handler;
    if (handler === null) {
      this.#reportSafely(context, 'Exception in default exception handler');
      return;
    }
    try {
      this.#handleIn(holder, () => handler(this.#loop, context));
    } catch (exception) {
      if (leavesLoop(exception)) throw exception;
      this.#reportSafely(
        { message: 'Unhandled error in exception handler', exception, context },
        'Exception in default exception handler while handling an unexpected error ' +
          'in custom exception handler',
      );
    }
  }

  /** Something that the loop ran has thrown. Throws it again where no handler is to see it. */
  callbackFailed(target: Runnable, error: unknown): void {
    if (leavesLoop(error)) throw error;
    const loop = this.#loop;
    const handle = target instanceof Handle ? target : new Handle(target, CALLBACK, undefined);
    if (handle !== target) handle.origin = originOf(target) ?? undefined;
    const message = `Exception in callback ${this.#describe(handle.target)}`;
    const { handled } = loop;
    if (error instanceof BaseException) {
      loop.handled = error;
      // It passed through the loop, so its traceback is not missing, however short.
      error.traceback ??= [];
    }
    const context = { message, exception: error, handle, ...sourceOf(handle) };
    try {
      this.call(context, holderOf(handle.target));
    } finally {
      loop.handled = handled;
    }
  }

  #handleIn(holder: ContextHolder | null, handle: () => unknown): void {
    const { contexts, host } = this.#loop;
    if (holder === null) handle();
    else contexts.run(contextOf(holder), handle, (value) => host.repr(value));
  }

  /** The default handler; where it fails itself, that is reported. */
  #reportSafely(context: ExceptionContext, message: string): void {
    const { host } = this.#loop;
    try {
      host.report(context);
    } catch (exception) {
      if (leavesLoop(exception)) throw exception;
      host.report({ message, exception });
    }
  }

  #describe(target: Runnable): string {
    if (target instanceof Task) return `${target.coroutine.name}()`;
    const loop = this.#loop;
    if (!(target instanceof CallbackTarget)) return loop.host.describeCallback(target);
    return loop.host.describeCallback(target.key, loop.getDebug() ? target.args : null);
  }
}

/** The task that a report is about, null for none: a plain future has no context. */
function taskIn({ task, future }: ExceptionContext): ContextHolder | null {
  const thing = task ?? future;
  return thing instanceof Task ? thing : null;
}

/** Whose context what failed ran in. */
function holderOf(target: Runnable): ContextHolder | null {
  if (target instanceof CallbackTarget) return target.holder;
  return target instanceof Task ? target : null;
}

/** Whether an error is no business of exception handlers. */
function leavesLoop(error: unknown): boolean {
  return (
    error instanceof SimulationStop ||
    error instanceof SystemExit ||
    error instanceof KeyboardInterrupt
  );
}
