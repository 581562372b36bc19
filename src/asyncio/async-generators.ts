// A loop's asynchronous generators: which have begun in it, what becomes of one that is abandoned,
// and how all that are left are closed at the end. Anything that can be closed by a coroutine may
// be one; the language's generators are. Source: CPython Lib/asyncio/base_events.py
// (_asyncgen_firstiter_hook, _asyncgen_finalizer_hook, shutdown_asyncgens).

import type { EventLoop } from './base-events.ts';
import { FunctionTarget } from './callback.ts';
import { type Coroutine, coroutine } from './coroutines.ts';
import { Exception } from './exceptions.ts';
import { gather } from './gather.ts';
import type { TaskOptions } from './task-options.ts';

export interface AsyncGenerator {
  /** The coroutine that closes it. */
  aclose(): Coroutine;
  /** It has ended: closing it does nothing. */
  readonly isFinished: boolean;
  /** Whether the program can still reach it; asked of those that are finished. */
  isReachable(): boolean;
}

/** How many are known before those that are over are looked for. */
const FIRST_PRUNING = 1024;

export class AsyncGenerators {
  readonly #loop: EventLoop;
  /** Those that have begun, in order of their first steps. CPython keeps a WeakSet. */
  #known = new Set<AsyncGenerator>();
  #pruneAt = FIRST_PRUNING;
  /** `shutdown_asyncgens` was called: whatever begins now is late. */
  isShutDown = false;

  constructor(loop: EventLoop) {
    this.#loop = loop;
  }

  get size(): number {
    return this.#known.size;
  }

  /** Its first step was asked for. CPython's ResourceWarning for late ones is hidden by default. */
  begin(generator: AsyncGenerator): void {
    this.#known.add(generator);
    if (this.#known.size < this.#pruneAt) return;
    this.#prune();
    this.#pruneAt = Math.max(FIRST_PRUNING, 2 * this.#known.size);
  }

  /** Nobody can reach it any more, and it is over: nothing is to be closed. */
  forget(generator: AsyncGenerator): void {
    this.#known.delete(generator);
  }

  /** Nobody can reach it any more, and it is not over: a task closes it. */
  finalize(generator: AsyncGenerator): void {
    const loop = this.#loop;
    this.#known.delete(generator);
    if (loop.isClosed()) return;
    const closing = generator.aclose();
    const create = (of: Coroutine, options?: TaskOptions): unknown => loop.createTask(of, options);
    loop.callTarget(null, new FunctionTarget(create as never, [closing], create));
  }

  /** Takes out those that are to be closed; the set is empty afterwards. */
  takeAll(): AsyncGenerator[] {
    this.#prune();
    const all = [...this.#known];
    this.#known.clear();
    return all;
  }

  #prune(): void {
    for (const each of this.#known) {
      if (each.isFinished && !each.isReachable()) this.#known.delete(each);
    }
  }
}

/** `loop.shutdown_asyncgens()`: a coroutine that closes them all at once and waits for the ends. */
export const shutdownAsyncgens = coroutine(function* (
  loop: EventLoop,
): Generator<unknown, null, unknown> {
  const { asyncGenerators } = loop;
  asyncGenerators.isShutDown = true;
  const left = asyncGenerators.takeAll();
  if (left.length === 0) return null;
  const closing = loop.arrange('sets', left, (each) => loop.host.repr(each));
  const results = (yield* gather(
    closing.map((each) => each.aclose()),
    { returnExceptions: true },
  )) as readonly unknown[];
  results.forEach((exception, i) => {
    if (!(exception instanceof Exception)) return;
    const asyncgen = closing[i];
    const shown = loop.host.repr(asyncgen);
    const message = `an error occurred during closing of asynchronous generator ${shown}`;
    loop.callExceptionHandler({ message, exception, asyncgen });
  });
  return null;
}, 'BaseEventLoop.shutdown_asyncgens');
