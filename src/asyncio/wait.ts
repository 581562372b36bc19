// wait: until some of the futures are done. It never raises on time-out and never cancels; which
// are done is judged when the waiter resumes. The set of futures is unordered in CPython: insertion
// order here, and a `sets` choice. Source: CPython Lib/asyncio/tasks.py (wait, _wait,
// _release_waiter).

import type { Runnable, TimerHandle } from '../kernel/handle.ts';
import type { AwaitsFor } from './callback.ts';
import { Coroutine, coroutine } from './coroutines.ts';
import { getRunningLoop } from './events.ts';
import { PyTypeError, ValueError } from './exceptions.ts';
import { type Future, LabelledFuture } from './futures.ts';
import { RELEASE_WAITER, WAIT_CHILD } from './handle-kinds.ts';

export const FIRST_COMPLETED = 'FIRST_COMPLETED';
export const FIRST_EXCEPTION = 'FIRST_EXCEPTION';
export const ALL_COMPLETED = 'ALL_COMPLETED';
export type ReturnWhen = 'FIRST_COMPLETED' | 'FIRST_EXCEPTION' | 'ALL_COMPLETED';

export interface WaitOptions {
  /** Virtual seconds; null for none. */
  readonly timeout?: number | null;
  /** Default ALL_COMPLETED. */
  readonly returnWhen?: ReturnWhen;
}

/** The future that the waiting task waits for, and what releases it. */
class WaitState implements Runnable, AwaitsFor {
  readonly waiter: LabelledFuture;
  readonly awaiter: Future | null;
  timer: TimerHandle | null = null;
  #left: number;
  readonly #returnWhen: ReturnWhen;

  constructor(waiter: LabelledFuture, count: number, returnWhen: ReturnWhen) {
    this.waiter = waiter;
    this.awaiter = waiter.loop.currentTask;
    this.#left = count;
    this.#returnWhen = returnWhen;
  }

  run(operation: number, argument: unknown): void {
    if (operation === WAIT_CHILD) this.#childDone(argument as Future);
    else this.#release();
  }

  #childDone(child: Future): void {
    this.#left--;
    if (this.#left > 0 && this.#returnWhen !== FIRST_COMPLETED && !this.#isFailure(child)) return;
    this.timer?.cancel();
    this.#release();
  }

  /** Whether it ends the wait; asking marks its exception as retrieved, so it is asked last. */
  #isFailure(child: Future): boolean {
    return this.#returnWhen === FIRST_EXCEPTION && !child.cancelled() && child.exception() !== null;
  }

  #release(): void {
    if (!this.waiter.done()) this.waiter.setResult(null);
  }
}

/** The done and the pending of some futures. */
export type DoneAndPending<F> = readonly [done: Set<F>, pending: Set<F>];

function* waitForFutures<F extends Future>(
  given: readonly F[],
  timeout: number | null,
  returnWhen: ReturnWhen,
): Generator<unknown, DoneAndPending<F>, unknown> {
  const loop = getRunningLoop();
  const futures = loop.arrange('sets', given, (future) => future.traceName());
  const state = new WaitState(new LabelledFuture(loop), futures.length, returnWhen);
  state.waiter.label = loop.tracer === null ? '' : waitName(futures);
  if (timeout !== null) {
    state.timer = loop.scheduleAt(
      loop.time() + loop.duration(timeout),
      state,
      RELEASE_WAITER,
      undefined,
    );
  }
  for (const future of futures) future.addCallback(state, WAIT_CHILD);
  try {
    yield* state.waiter;
  } finally {
    state.timer?.cancel();
    for (const future of futures) future.removeCallback(state, WAIT_CHILD);
  }
  const done = new Set<F>();
  const pending = new Set<F>();
  for (const future of futures) (future.done() ? done : pending).add(future);
  return [done, pending];
}

function waitName(futures: readonly Future[]): string {
  const names = futures.slice(0, 3).map((future) => future.traceName());
  return `wait ${names.join(' ')}${futures.length > 3 ? ` and ${futures.length - 3} more` : ''}`;
}

const waitCoroutine = coroutine(waitForFutures, '_wait');

/**
 * Waits for futures or tasks; gives those that are done and those that are not. The checks are made
 * when it is awaited. Throws ValueError for none or a wrong `returnWhen`, TypeError for coroutines.
 */
export function wait<F extends Future>(
  futures: Iterable<F>,
  options: WaitOptions = {},
): Coroutine<DoneAndPending<F>> {
  return checkedWait([...futures], options) as Coroutine<DoneAndPending<F>>;
}

const checkedWait = coroutine(function* (given: readonly unknown[], options: WaitOptions) {
  const { timeout = null, returnWhen = ALL_COMPLETED } = options;
  if (given.length === 0) throw new ValueError('Set of Tasks/Futures is empty.');
  if (![FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED].includes(returnWhen)) {
    throw new ValueError(`Invalid return_when value: ${returnWhen}`);
  }
  if (given.some((each) => each instanceof Coroutine)) {
    throw new PyTypeError('Passing coroutines is forbidden, use tasks explicitly.');
  }
  const futures = [...new Set(given)] as Future[];
  return yield* waitCoroutine(futures, timeout, returnWhen);
}, 'wait');
