// When a search is to end before its own end: its time is over, or a signal came. The first signal
// ends searching and making small; what was found is still recorded and explained, for a moment.
// The second ends that, too, and the report is written with what there is. The third ends the
// process. Files appear whole or not at all throughout.

import { setImmediate, setTimeout } from 'node:timers/promises';
import type { Halt, Stage, Work } from '../explore/work.ts';
import { OUTSIDE, type Outside, Signals } from './signals.ts';

/** Of the time that is given, what searching may take once something was found. */
const SEARCH_SHARE = 3 / 4;
/** Milliseconds for recording and explaining once the rest is to end. */
const GRACE = 2_000;
/** Milliseconds between two looks at signals. */
const PATIENCE = 20;

/** Signals that end something of a search, and not the process. */
const ANSWERED = 2;

export class Stops {
  readonly #outside: Outside;
  readonly #signals: Signals;
  readonly #begun: number;
  readonly #time: number;

  /** Listens from now on. `time`: seconds that all may take; null for no end. */
  constructor(time: number | null, outside: Outside = OUTSIDE) {
    this.#outside = outside;
    this.#begun = outside.now();
    this.#time = time === null ? Number.POSITIVE_INFINITY : time * 1000;
    this.#signals = new Signals(ANSWERED, outside);
  }

  /** The exit code of the first signal; null for none. */
  get exitCode(): number | null {
    return this.#signals.exitCode;
  }

  /** Seconds since it listens. */
  get spent(): number {
    return (this.#outside.now() - this.#begun) / 1000;
  }

  /** Why what is being done is to end now, null for no reason; `hasFound`: anything so far. */
  halt(stage: Stage, hasFound: boolean): Halt {
    const now = this.#outside.now();
    const spent = now - this.#begun;
    const [first, second] = this.#signals.counted;
    if (stage === 'tell') {
      if (second !== undefined || now - first >= GRACE) return 'it was interrupted';
      return spent >= this.#time + GRACE ? 'its time was over (--time)' : null;
    }
    if (first !== undefined) return 'it was interrupted';
    const share = stage === 'search' && hasFound ? SEARCH_SHARE : 1;
    return spent >= this.#time * share ? 'its time was over (--time)' : null;
  }

  /** After a signal it listens on: another must not kill the process while it writes its report. */
  close(): void {
    this.#signals.close();
  }
}

/**
 * Does work until it is over, or `halt` says why it is to end; signals have their turn, and
 * `served` is told before each what is being done.
 */
export async function driven<T>(
  work: Work<T, Stage>,
  halt: (stage: Stage) => Halt,
  served: (stage: Stage) => void = () => {},
  { now }: Pick<Outside, 'now'> = OUTSIDE,
): Promise<T> {
  let rested = now();
  let step = work.next(null);
  while (step.done !== true) {
    if (now() - rested >= PATIENCE) {
      served(step.value);
      await setImmediate();
      rested = now();
    }
    step = work.next(halt(step.value));
  }
  return step.value;
}

/** Waits for what others do, or until `halt` says why that is to end: the reason. */
export async function awaited(others: Promise<unknown>, halt: () => Halt): Promise<Halt> {
  const come = others.then(() => true);
  // What nobody waits for any more may fail: the workers are ended in the middle.
  come.catch(() => {});
  for (;;) {
    const reason = halt();
    if (reason !== null || (await Promise.race([come, setTimeout(PATIENCE, false)]))) return reason;
  }
}
