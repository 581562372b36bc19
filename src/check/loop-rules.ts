// The rules of the event loop: time and iterations never go back, a cause comes before its effect,
// a timer fires once, not before its time, and not after it was cancelled. Source: CPython
// Lib/asyncio/base_events.py (BaseEventLoop._run_once).

import type { EventKind, TraceEvent } from '../trace/event.ts';
import type { Violation } from '../trace/finding.ts';
import { type Checker, ViolationList } from './checker.ts';

/** Cancelled timers that are remembered, to tell one that fires all the same from one unknown. */
const MAXIMUM_CANCELLED = 100_000;

/** A timer is due from this many seconds before its deadline on: asyncio's `_clock_resolution`. */
const CLOCK_RESOLUTION = 1e-9;

export class LoopRules implements Checker {
  readonly wants: ReadonlySet<EventKind> | null = null;
  readonly #violations = new ViolationList();
  /** Timers that are scheduled: neither fired nor cancelled. */
  readonly #scheduled = new Set<number>();
  /** Timers that were cancelled; for the message only, so it may forget. */
  readonly #cancelled = new Set<number>();
  #time = Number.NEGATIVE_INFINITY;
  #iteration = 0;

  see(event: TraceEvent): void {
    const { time, iteration } = event;
    if (!(time >= this.#time)) {
      this.#found('time.backwards', event, `time went back from ${this.#time} s to ${time} s`);
    }
    if (iteration < this.#iteration) {
      const message = `the iteration went back from ${this.#iteration} to ${iteration}`;
      this.#found('iteration.backwards', event, message);
    }
    if (event.cause >= event.seq) {
      const message = `event ${event.seq} has the later event ${event.cause} as its cause`;
      this.#found('cause.later', event, message);
    }
    this.#time = time;
    this.#iteration = iteration;
    this.#seeTimer(event);
  }

  finish(): Violation[] {
    return this.#violations.all();
  }

  #seeTimer(event: TraceEvent): void {
    switch (event.kind) {
      case 'timer.scheduled':
        // A second loop of the same program counts its timers from 1 again.
        this.#scheduled.add(event.timer);
        this.#cancelled.delete(event.timer);
        break;
      case 'timer.cancelled':
        if (this.#cancelled.size === MAXIMUM_CANCELLED) this.#cancelled.clear();
        if (this.#scheduled.delete(event.timer)) this.#cancelled.add(event.timer);
        break;
      case 'timer.fired':
        this.#fired(event.timer, event.when, event);
        break;
      case 'loop.idle':
        if (event.until < event.time) {
          const message = `the loop slept until ${event.until} s, which is before ${event.time} s`;
          this.#found('time.backwards', event, message);
        }
        break;
    }
  }

  #fired(timer: number, when: number, event: TraceEvent): void {
    // From 2**24 s on, time + resolution is time itself: due means reached.
    if (!(when < event.time + CLOCK_RESOLUTION || when <= event.time)) {
      this.#found(
        'timer.early',
        event,
        `timer ${timer} was due at ${when} s, fired at ${event.time} s`,
      );
    }
    if (this.#scheduled.delete(timer)) return;
    const cancelled = this.#cancelled.has(timer);
    const why = cancelled ? 'after it was cancelled' : 'without being scheduled, or twice';
    const rule = cancelled ? 'timer.cancelled-fired' : 'timer.unscheduled';
    this.#found(rule, event, `timer ${timer} fired ${why}`);
  }

  #found(rule: string, event: TraceEvent, message: string): void {
    this.#violations.add(rule, event.time, event.task === 0 ? [] : [event.task], message);
  }
}
