// What a built-in returns to make the frames below it stand still. asyncio.run and its kin suspend
// the module's frame while loops are driven: the module's program yields a Suspension to whoever
// drives the simulation, and goes on with the steps' result. What blocks a thread suspends the
// frames of its job, whose pool goes on with it when the wait is over.

import { currentLoop } from '../../asyncio/events.ts';
import type { BaseException } from '../../asyncio/exceptions.ts';
import type { LoopSteps } from '../../asyncio/runners.ts';
import type { Job } from '../../asyncio/thread-pool.ts';

export abstract class Standstill {
  /** Whether it is a job's to stand still, and not the module's. */
  abstract readonly isOfJob: boolean;
}

export class Suspension extends Standstill {
  /** Yields each loop that is to be run until it stops; returns what the built-in returns. */
  readonly steps: LoopSteps<unknown>;
  readonly isOfJob = false;
  /** Whether that is a result of the program, as opposed to the None of `close()`. */
  readonly givesResult: boolean;
  /** What the module is handling meanwhile. */
  handled: BaseException | null = null;

  constructor(steps: LoopSteps<unknown>, givesResult: boolean) {
    super();
    this.steps = steps;
    this.givesResult = givesResult;
  }
}

export class Blocking extends Standstill {
  /** Seconds, or the job whose outcome the built-in gives. */
  readonly until: number | Job;
  readonly isOfJob = true;

  constructor(until: number | Job) {
    super();
    this.until = until;
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
