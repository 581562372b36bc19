// The program of a module: its body is a frame like any other, suspended while a loop is driven for
// `asyncio.run` and its kin, from whatever depth of calls. What it yields then is a Suspension.

import type { Frame } from './frame.ts';
import { FrameCoroutine } from './frame-coroutine.ts';

export class ModuleProgram extends FrameCoroutine {
  constructor(frame: Frame) {
    super(frame, '<module>');
  }

  /** What comes out of a loop is raised by the call that drives it. */
  protected override giveContext(): void {
    this.frame.machine.raised = undefined;
  }
}
