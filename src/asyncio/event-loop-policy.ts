// The current event loop outside of a running one: what get_event_loop gives to a module that has
// not called run yet. CPython 3.14 knows none unless it was set; until 3.13 one was made, with a
// warning, unless one had been set before. Source: CPython Lib/asyncio/events.py
// (_BaseDefaultEventLoopPolicy), of 3.14 and of 3.13.

import type { EventLoop } from './base-events.ts';
import { currentLoop } from './events.ts';
import { RuntimeError } from './exceptions.ts';

export class EventLoopPolicy {
  /** A new loop; it is not the current one. */
  readonly newEventLoop: () => EventLoop;
  readonly #warn: (() => void) | null;
  #loop: EventLoop | null = null;
  #wasSet = false;

  /** `warn` is called before a loop is made because there is none; null as 3.14: it throws. */
  constructor(newEventLoop: () => EventLoop, warn: (() => void) | null = null) {
    this.newEventLoop = newEventLoop;
    this.#warn = warn;
  }

  /** The running loop, else the one that was set. Throws RuntimeError where there is none. */
  getEventLoop(): EventLoop {
    const loop = currentLoop() ?? this.#loop;
    if (loop !== null) return loop;
    if (this.#warn === null || this.#wasSet) {
      throw new RuntimeError("There is no current event loop in thread 'MainThread'.");
    }
    this.#warn();
    const made = this.newEventLoop();
    this.setEventLoop(made);
    return made;
  }

  setEventLoop(loop: EventLoop | null): void {
    this.#loop = loop;
    this.#wasSet = true;
  }
}
