// The running loop: the only state of a module, known only while the loop runs a slice and restored
// after, so that many simulations live side by side. Source: CPython Lib/asyncio/events.py.

import type { EventLoop } from './base-events.ts';
import { RuntimeError } from './exceptions.ts';

let running: EventLoop | null = null;

/** The running loop; throws RuntimeError outside of one. */
export function getRunningLoop(): EventLoop {
  if (running === null) throw new RuntimeError('no running event loop');
  return running;
}

/** The running loop, or null. */
export function currentLoop(): EventLoop | null {
  return running;
}

/** Makes `loop` the running one and returns the one before. */
export function swapRunningLoop(loop: EventLoop | null): EventLoop | null {
  const before = running;
  running = loop;
  return before;
}
