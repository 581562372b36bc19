// as_completed: awaitables in the order in which they are done, as an iterator of coroutines or as
// an asynchronous iterator of futures. Source: CPython Lib/asyncio/tasks.py (_AsCompletedIterator).

import type { Runnable, TimerHandle } from '../kernel/handle.ts';
import type { EventLoop } from './base-events.ts';
import { type Coroutine, coroutine } from './coroutines.ts';
import { ensureFuture, type Runs } from './ensure-future.ts';
import { getRunningLoop } from './events.ts';
import { StopAsyncIteration, TimeoutError } from './exceptions.ts';
import type { Future } from './futures.ts';
import { AS_COMPLETED_CHILD, AS_COMPLETED_TIMEOUT } from './handle-kinds.ts';
import { Queue } from './queues.ts';

export class AsCompletedIterator<T> implements Iterable<Coroutine<T>>, Runnable {
  readonly #done = new Queue<Future<T> | null>();
  readonly #todo: Set<Future<T>>;
  #left: number;
  #timer: TimerHandle | null = null;

  /** `timeout`: virtual seconds, null for none. Runs what is given at once. */
  constructor(awaitables: Iterable<Runs<T>>, timeout: number | null, loop: EventLoop) {
    const distinct = loop.arrange('sets', [...new Set(awaitables)], (each) => labelOf(each));
    this.#todo = new Set(distinct.map((each) => ensureFuture(each, loop, 'add_done_callback')));
    for (const future of this.#todo) future.addCallback(this, AS_COMPLETED_CHILD);
    if (this.#todo.size > 0 && timeout !== null) {
      this.#timer = loop.scheduleAt(
        loop.time() + loop.duration(timeout),
        this,
        AS_COMPLETED_TIMEOUT,
        undefined,
      );
    }
    this.#left = this.#todo.size;
  }

  run(operation: number, argument: unknown): void {
    if (operation === AS_COMPLETED_CHILD) this.#childDone(argument as Future<T>);
    else this.#timedOut();
  }

  /** Whether a further one is to come; counts it. */
  #takeOne(): boolean {
    if (this.#left === 0) return false;
    this.#left--;
    return true;
  }

  /** The next coroutine, which gives the next result; null at the end. */
  nextCoroutine(): Coroutine<T> | null {
    return this.#takeOne() ? (resultOfNext(this.#done) as Coroutine<T>) : null;
  }

  /** `__anext__`: the next future that is done. Throws StopAsyncIteration at the end. */
  anext(): Coroutine<Future<T>> {
    return futureOfNext(this.#done, () => this.#takeOne()) as Coroutine<Future<T>>;
  }

  *[Symbol.iterator](): Generator<Coroutine<T>, void, unknown> {
    for (let each = this.nextCoroutine(); each !== null; each = this.nextCoroutine()) yield each;
  }

  #childDone(future: Future<T>): void {
    if (this.#todo.size === 0) return;
    this.#todo.delete(future);
    this.#done.putNowait(future);
    if (this.#todo.size === 0) this.#timer?.cancel();
  }

  #timedOut(): void {
    for (const future of this.#todo) {
      future.removeCallback(this, AS_COMPLETED_CHILD);
      this.#done.putNowait(null);
    }
    this.#todo.clear();
  }
}

type Done = Queue<Future<unknown> | null>;

function* next(queue: Done): Generator<unknown, Future<unknown>, unknown> {
  const future = yield* queue.get();
  if (future === null) throw new TimeoutError();
  return future;
}

const resultOfNext = coroutine(function* (queue: Done) {
  const future = yield* next(queue);
  return future.result();
}, '_AsCompletedIterator._wait_for_one');

const futureOfNext = coroutine(function* (queue: Done, takeOne: () => boolean) {
  if (!takeOne()) throw new StopAsyncIteration();
  return yield* next(queue);
}, '_AsCompletedIterator.__anext__');

function labelOf(awaitable: object): string {
  return (awaitable as { name?: string }).name ?? 'future';
}

/** Runs awaitables concurrently and iterates over them as they are done. */
export function asCompleted<T>(
  awaitables: Iterable<Runs<T>>,
  options: { readonly timeout?: number | null; readonly loop?: EventLoop } = {},
): AsCompletedIterator<T> {
  return new AsCompletedIterator<T>(
    awaitables,
    options.timeout ?? null,
    options.loop ?? getRunningLoop(),
  );
}
