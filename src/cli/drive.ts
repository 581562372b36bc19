// Driving a simulation in slices, so that Ctrl-C and the terminal are served in between, also in
// the middle of a step that never ends. The first signal ends the run with a whole trace and
// report, the second at once, unless it comes right after the first: npx and timeout(1) pass Ctrl-C
// on to a process that the terminal has told already.

import { setImmediate } from 'node:timers/promises';
import type { Slice } from '../simulate.ts';
import { EXIT_SIGINT, EXIT_SIGTERM } from './exit-codes.ts';

/** Milliseconds within which a second signal is an echo of the first. */
export const ECHO = 500;

/** The largest slice; how much is done in one changes nothing but how soon a signal is seen. */
const LARGEST: Slice = { handles: 40_000, operations: 2_000_000 };
const SMALLEST_SHARE = 1 / 512;
/** Milliseconds that a slice may take, at the least and at the most. */
const SHORT = 20;
const LONG = 60;

/** Slices of about a twentieth of a second, found by trying. */
class Pace {
  #share = 1 / 32;

  get slice(): Slice {
    const handles = Math.ceil(LARGEST.handles * this.#share);
    return { handles, operations: Math.ceil(LARGEST.operations * this.#share) };
  }

  /** The last slice took so many milliseconds. */
  took(milliseconds: number): void {
    if (milliseconds < SHORT) this.#share = Math.min(1, this.#share * 2);
    if (milliseconds > LONG) this.#share = Math.max(SMALLEST_SHARE, this.#share / 2);
  }
}

/** What is driven: a simulation, or one beside its trace. */
export interface Drivable {
  /** Goes on for a slice; true when it is over. */
  advance(slice: Slice): boolean;
  /** Ends it from outside, unless it is over. */
  interrupt(): void;
}

/**
 * Runs a simulation to its end or to a signal; `served` is called after every slice. Returns the
 * exit code of the signal that ended it, null for none.
 */
export async function drive(simulation: Drivable, served: () => void): Promise<number | null> {
  let signal: number | null = null;
  let signalledAt = 0;
  const pace = new Pace();
  const stop = (code: number): void => {
    if (signal === null) {
      signal = code;
      signalledAt = performance.now();
    } else if (performance.now() - signalledAt > ECHO) process.exit(code);
  };
  const onInterrupt = (): void => stop(EXIT_SIGINT);
  const onTerminate = (): void => stop(EXIT_SIGTERM);
  process.on('SIGINT', onInterrupt);
  process.on('SIGTERM', onTerminate);
  try {
    for (let begun = performance.now(); signal === null; begun = performance.now()) {
      if (simulation.advance(pace.slice)) break;
      served();
      pace.took(performance.now() - begun);
      await setImmediate();
    }
    simulation.interrupt();
    served();
    return signal;
  } finally {
    // After a signal they stay: an echo must not kill the process while it writes its report.
    if (signal === null) {
      process.off('SIGINT', onInterrupt);
      process.off('SIGTERM', onTerminate);
    }
  }
}
