// gather: one future for the results of many, in argument order. The first exception completes it
// at once while the siblings go on; cancelling it cancels all children, and it ends only when they
// have. Source: CPython Lib/asyncio/tasks.py (gather, _GatheringFuture).

import type { EventLoop } from './base-events.ts';
import type { AwaitsFor } from './callback.ts';
import { Coroutine } from './coroutines.ts';
import { ensureFuture, type ResultOf, type Runs } from './ensure-future.ts';
import { currentLoop, getRunningLoop } from './events.ts';
import { CancelledError } from './exceptions.ts';
import { Future } from './futures.ts';
import { GATHER_CHILD } from './handle-kinds.ts';
import { CREATE_GATHERING } from './library-places.ts';
import { Task } from './tasks.ts';

export interface GatherOptions {
  /** Puts exceptions into the results instead of raising the first. Default false. */
  readonly returnExceptions?: boolean;
  /** For where no loop runs and the first argument is no future. Default null: none. */
  readonly loop?: EventLoop | null;
}

export class GatheringFuture extends Future<unknown[]> implements AwaitsFor {
  /** One for each argument; one that was given twice stands here twice. */
  readonly children: Future[] = [];
  readonly #arguments: readonly Runs<unknown>[];
  /** Children by argument; made only where an argument may have been given before. */
  #byArgument: Map<unknown, Future> | null = null;
  #distinctCount = 0;
  readonly #returnExceptions: boolean;
  /** The task that called gather. */
  readonly awaiter: Task | null;
  #finished = 0;
  #cancelRequested = false;

  constructor(loop: EventLoop, given: readonly Runs<unknown>[], returnExceptions: boolean) {
    super(loop);
    loop.debugging?.amend(this, CREATE_GATHERING);
    this.#arguments = given;
    this.#returnExceptions = returnExceptions;
    this.awaiter = loop.currentTask;
  }

  /**
   * Takes the next argument; a child that is done already is returned, to be counted at the end.
   */
  add(argument: Runs<unknown>): Future | null {
    const known = this.#knownChild(argument);
    if (known !== undefined) {
      this.children.push(known);
      return null;
    }
    const child = ensureFuture(argument, this.loop, '_log_destroy_pending');
    if (child !== argument && child instanceof Task) child.logDestroyPending = false;
    this.#byArgument?.set(argument, child);
    this.#distinctCount++;
    this.children.push(child);
    if (child.done()) return child;
    child.addCallback(this, GATHER_CHILD);
    return null;
  }

  /** The child of an argument that was given before. A coroutine that is not started was not. */
  #knownChild(argument: Runs<unknown>): Future | undefined {
    if (argument instanceof Coroutine && !argument.started) return undefined;
    if (this.#byArgument === null) {
      this.#byArgument = new Map();
      for (let i = 0; i < this.children.length; i++) {
        this.#byArgument.set(this.#arguments[i], this.children[i]);
      }
    }
    return this.#byArgument.get(argument);
  }

  override cancel(message: unknown = null): boolean {
    if (this.done()) return false;
    let any = false;
    for (const child of this.children) {
      if (child.cancel(message)) any = true;
    }
    if (any) this.#cancelRequested = true;
    return any;
  }

  override run(operation: number, argument: unknown): void {
    if (operation === GATHER_CHILD) this.childDone(argument as Future);
    else super.run(operation, argument);
  }

  /** Source: gather's `_done_callback`. */
  childDone(child: Future): void {
    this.#finished++;
    if (this.done()) {
      if (!child.cancelled()) child.exception();
      return;
    }
    if (!this.#returnExceptions && child.failed()) {
      this.setException(child.takeError());
      return;
    }
    if (this.#finished < this.#distinctCount) return;
    const results = this.children.map(resultOrError);
    if (this.#cancelRequested) {
      this.setException(this.children[this.children.length - 1].makeCancelledError());
    } else {
      this.setResult(results);
    }
  }

  override get isResultCalled(): boolean {
    return true;
  }

  override traceName(): string {
    return this.loop.tracer?.object(this, 'Gather', this.#distinctCount) ?? 'gather';
  }
}

function resultOrError(child: Future): unknown {
  if (child.cancelled()) return new CancelledError(child.message === null ? '' : child.message);
  return child.failed() ? child.takeError() : child.result();
}

/**
 * A future for the list of results. Coroutines become tasks, in argument order; an argument given
 * twice is run once. Without arguments it is done already. Throws RuntimeError outside a running
 * loop.
 */
export function gather<R extends readonly Runs<unknown>[]>(
  awaitables: readonly [...R],
  options: GatherOptions = {},
): Future<{ -readonly [I in keyof R]: ResultOf<R[I]> }> {
  type Results = Future<{ -readonly [I in keyof R]: ResultOf<R[I]> }>;
  if (awaitables.length === 0) {
    const empty = new Future<unknown[]>(options.loop ?? getRunningLoop());
    empty.setResult([]);
    return empty as Future as Results;
  }
  const first = awaitables[0];
  const loop =
    currentLoop() ?? (first instanceof Future ? first.loop : (options.loop ?? getRunningLoop()));
  const returnExceptions = options.returnExceptions === true;
  const outer = new GatheringFuture(loop, awaitables, returnExceptions);
  const done: Future[] = [];
  for (const argument of awaitables) {
    const child = outer.add(argument);
    if (child !== null) done.push(child);
  }
  for (const child of done) outer.childDone(child);
  return outer as Future as Results;
}
