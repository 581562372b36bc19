// How built-ins of `threading` and `queue` block. What they do between two waits is a step of a
// generator, which yields what it waits for and is told whether that came before the time limit.
// In a thread, the steps after the first are taken by whoever ends the wait; the loop's own thread
// is held, as on CPython, and where nobody is left to end that the call fails instead of hanging.
// Source: CPython Lib/threading.py (Condition.wait), Modules/_threadmodule.c (acquire_timed).

import { BaseException } from '../../../asyncio/exceptions.ts';
import { blockUntilDone, Job } from '../../../asyncio/thread-pool.ts';
import type { Timer } from '../../../kernel/handle.ts';
import type { Threads } from '../../../kernel/threads.ts';
import type { Interpreter } from '../../interpreter.ts';
import type { Runtime } from '../../machine/frame.ts';
import { Blocking } from '../../machine/suspension.ts';

/** A wait for `until`, at most for `limit` seconds; null for any time. */
export interface Wait {
  readonly until: Job;
  readonly limit: number | null;
}

/** Gives waits, and is told of each whether it ended in time. */
export type BlockingSteps<T> = Generator<Wait, T, boolean>;

/** The end of a wait that comes by itself. */
class TimeLimit implements Timer {
  readonly scheduledFor: number;
  serial = 0;
  readonly operation = 0;
  readonly argument = undefined;
  isCancelled = false;
  isScheduled = false;
  readonly #end: () => void;

  constructor(threads: Threads, limit: number, end: () => void) {
    this.scheduledFor = threads.clock.now + limit;
    this.#end = end;
    threads.schedule(this);
  }

  run(): void {
    this.#end();
  }
}

function whenOver(threads: Threads, { until, limit }: Wait, then: (inTime: boolean) => void): void {
  let isOver = false;
  const end = (inTime: boolean): void => {
    if (isOver) return;
    isOver = true;
    if (timer !== null) timer.isCancelled = true;
    then(inTime);
  };
  const timer = limit === null ? null : new TimeLimit(threads, limit, () => end(false));
  until.addDoneCallback(() => end(true));
}

/** A wait as a job that tells whether it ended in time. */
export function waited(threads: Threads, wait: Wait): Job<boolean> {
  const over = new Job<boolean>(threads, null);
  whenOver(threads, wait, (inTime) => over.setResult(inTime));
  return over;
}

/** The steps after the first wait, as a job that is done when they are. */
function carriedOn<T>(threads: Threads, steps: BlockingSteps<T>, first: Wait): Job<T> {
  const whole = new Job<T>(threads, null);
  const goOn = (inTime: boolean): void => {
    try {
      const step = steps.next(inTime);
      if (step.done === true) whole.setResult(step.value);
      else whenOver(threads, step.value, goOn);
    } catch (error) {
      if (!(error instanceof BaseException)) throw error;
      whole.setException(error);
    }
  };
  whenOver(threads, first, goOn);
  return whole;
}

/** What a built-in returns that may have to wait. Throws RuntimeError for a wait without an end. */
export function blocking<T>(run: Interpreter, steps: BlockingSteps<T>): unknown {
  let step = steps.next(true);
  while (step.done !== true) {
    const { until, limit } = step.value;
    if ((run as Runtime).isInJob) return new Blocking(carriedOn(run.threads, steps, step.value));
    step = steps.next(blockUntilDone(until, limit));
  }
  return step.value;
}

/** Those who wait for the same, in order. */
export class WaitingThreads {
  readonly #waiting: Job<null>[] = [];

  get length(): number {
    return this.#waiting.length;
  }

  /** Waits to be woken; false where the limit came first. */
  *wait(threads: Threads, limit: number | null): BlockingSteps<boolean> {
    const turn = new Job<null>(threads, null);
    this.#waiting.push(turn);
    if (yield { until: turn, limit }) return true;
    const place = this.#waiting.indexOf(turn);
    if (place >= 0) this.#waiting.splice(place, 1);
    return false;
  }

  /** Wakes the first `count`. */
  wake(count = 1): void {
    for (const turn of this.#waiting.splice(0, Math.max(0, count))) turn.setResult(null);
  }
}
