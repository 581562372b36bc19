// Driving a simulation in slices, so that Ctrl-C and the terminal are served in between, also in
// the middle of a step that never ends. The first signal ends the run with a whole trace and
// report, the second at once.

import { setImmediate } from 'node:timers/promises';
import type { Slice } from '../simulate.ts';
import { OUTSIDE, type Outside, Signals } from './signals.ts';

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
export async function drive(
  simulation: Drivable,
  served: () => void,
  outside: Outside = OUTSIDE,
): Promise<number | null> {
  const signals = new Signals(1, outside);
  const pace = new Pace();
  try {
    for (let begun = outside.now(); signals.exitCode === null; begun = outside.now()) {
      if (simulation.advance(pace.slice)) break;
      served();
      pace.took(outside.now() - begun);
      await setImmediate();
    }
    simulation.interrupt();
    served();
    return signals.exitCode;
  } finally {
    signals.close();
  }
}
