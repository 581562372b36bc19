// How long steps and callbacks hold the loop, in debug mode: a handle that blocks the clock for
// `slow_callback_duration` or more is reported. It watches, and changes no order. Source: CPython
// Lib/asyncio/base_events.py (_run_once).

import type { Runnable } from '../kernel/handle.ts';
import type { EventLoop } from './base-events.ts';

export class SlowCallbacks {
  readonly #loop: EventLoop;
  #isWatching = false;
  /** When the running handle began, once it has blocked. */
  #blockedSince: number | null = null;
  /** What is called after a handle where nobody watches. */
  #plainAfterHandle: EventLoop['afterHandle'] = null;

  constructor(loop: EventLoop) {
    this.#loop = loop;
  }

  /** Watches from the next handle on while the loop is in debug mode. */
  update(): void {
    const loop = this.#loop;
    if (loop.getDebug() && !this.#isWatching) this.#watch();
    else if (!loop.getDebug() && !loop.isRunning()) this.#unwatch();
  }

  /** The running handle is about to move the clock. */
  blocks(): void {
    if (this.#isWatching) this.#blockedSince ??= this.#loop.time();
  }

  #watch(): void {
    const loop = this.#loop;
    const plain = loop.afterHandle;
    let isMeasured = !loop.isRunning();
    this.#isWatching = true;
    this.#plainAfterHandle = plain;
    const watch = (target: Runnable | null): void => {
      if (isMeasured) this.#measure(target);
      isMeasured = true;
      this.#blockedSince = null;
      if (!loop.getDebug()) this.#unwatch();
      plain?.(target);
    };
    loop.afterHandle = watch;
  }

  #unwatch(): void {
    if (!this.#isWatching) return;
    this.#isWatching = false;
    this.#loop.afterHandle = this.#plainAfterHandle;
  }

  /** `target` is null after a part of a thread, which does not hold the loop. */
  #measure(target: Runnable | null): void {
    if (this.#blockedSince === null || target === null) return;
    const { slowCallbackDuration, host } = this.#loop;
    const seconds = this.#loop.time() - this.#blockedSince;
    if (seconds >= slowCallbackDuration) host.reportSlow(target, seconds);
  }
}
