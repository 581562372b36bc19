// What a primitive has in common: it belongs to the loop in which something waited for it first.
// The loop is looked up only where a task has to wait, so what never waits can be used everywhere.
// Source: CPython Lib/asyncio/mixins.py (_LoopBoundMixin).

import type { EventLoop } from './base-events.ts';
import { currentLoop } from './events.ts';
import { AttributeError, RuntimeError } from './exceptions.ts';

export abstract class LoopBound {
  // Assigned by the constructor: see Coroutine.
  declare private boundLoop: EventLoop | null;

  constructor() {
    this.boundLoop = null;
  }

  /**
   * The running loop, to which this belongs from its first call on. Throws RuntimeError in another
   * loop, and CPython's AttributeError outside of a loop.
   */
  getLoop(): EventLoop {
    const loop = currentLoop();
    if (loop !== null && loop === this.boundLoop) return loop;
    return this.bind(loop);
  }

  private bind(loop: EventLoop | null): EventLoop {
    const bound = this.boundLoop ?? loop;
    if (bound === null) {
      throw new AttributeError("'NoneType' object has no attribute 'create_future'");
    }
    if (bound !== loop) {
      throw new RuntimeError(`${bound.host.repr(this)} is bound to a different event loop`);
    }
    this.boundLoop = bound;
    return bound;
  }
}
