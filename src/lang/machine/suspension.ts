// What a built-in returns to suspend the module's frame while loops are driven: asyncio.run and its
// kin. The module's program yields it to whoever drives the simulation, and goes on with the steps'
// result.

import { currentLoop } from '../../asyncio/events.ts';
import type { BaseException } from '../../asyncio/exceptions.ts';
import type { LoopSteps } from '../../asyncio/runners.ts';

export class Suspension {
  /** Yields each loop that is to be run until it stops; returns what the built-in returns. */
  readonly steps: LoopSteps<unknown>;
  /** Whether that is a result of the program, as opposed to the None of `close()`. */
  readonly givesResult: boolean;
  /** What the module is handling meanwhile. */
  handled: BaseException | null = null;

  constructor(steps: LoopSteps<unknown>, givesResult: boolean) {
    this.steps = steps;
    this.givesResult = givesResult;
  }
}

/**
 * What a built-in that runs loops returns. Where a loop runs already its first step is taken at
 * once, since that is where it throws CPython's error for that.
 */
export function suspended(steps: LoopSteps<unknown>, givesResult: boolean): unknown {
  if (currentLoop() === null) return new Suspension(steps, givesResult);
  const step = steps.next();
  return step.done === true ? step.value : new Suspension(steps, givesResult);
}
