// What a built-in returns to suspend the module's frame while loops are driven: asyncio.run and its
// kin. The module's program yields it to whoever drives the simulation, and goes on with the steps'
// result.

import type { LoopSteps } from '../../asyncio/runners.ts';

export class Suspension {
  /** Yields each loop that is to be run until it stops; returns what the built-in returns. */
  readonly steps: LoopSteps<unknown>;

  constructor(steps: LoopSteps<unknown>) {
    this.steps = steps;
  }
}
