// Threads on virtual time. What a thread does between two waits is a part: it is run whole, at its
// time, while the loop waits or is held by a blocking call; parts of one instant in the order in
// which they were scheduled, before the loop's timers of that instant. Like the clock, one of these
// serves all loops of a program. Source: CPython Lib/concurrent/futures/thread.py, and what
// Python/ceval_gil.c makes of threads that wait nearly always.

import type { Tracer } from '../trace/tracer.ts';
import type { VirtualClock } from './clock.ts';
import type { Timer } from './handle.ts';
import { checkTime, type LoopLimits, refuseMore } from './limits.ts';
import { TimerHeap } from './timer-heap.ts';

export class Threads {
  readonly clock: VirtualClock;
  tracer: Tracer | null;
  readonly limits: LoopLimits;
  readonly #parts = new TimerHeap('fifo');
  #serial = 0;
  #preempted: Timer | null = null;

  constructor(clock: VirtualClock, limits: LoopLimits, tracer: Tracer | null = null) {
    this.clock = clock;
    this.tracer = tracer;
    this.limits = limits;
  }

  /** Parts that are still to come, one that was preempted included. */
  get length(): number {
    return this.#parts.length + (this.#preempted === null ? 0 : 1);
  }

  /** When the next part is due, virtual seconds; infinite where there is none. */
  get earliest(): number {
    if (this.#preempted !== null) return this.clock.now;
    return this.#parts.length === 0 ? Number.POSITIVE_INFINITY : this.#parts.earliest;
  }

  /** Whether a part is in its middle, its slice being used up: it goes on first. */
  get isPreempted(): boolean {
    return this.#preempted !== null;
  }

  /** Runs `part` at its deadline. */
  schedule(part: Timer): void {
    part.serial = ++this.#serial;
    part.isScheduled = true;
    this.#parts.push(part, this.tracer === null ? 0 : this.tracer.cause);
  }

  /** The part that runs has used up its slice. */
  preempt(part: Timer): void {
    this.#preempted = part;
  }

  /** Moves the clock to the next part and runs it; there is one. Throws LimitReached. */
  runNext(): void {
    const { clock, tracer } = this;
    let part = this.#preempted;
    const isNew = part === null;
    part ??= this.#parts.pop();
    this.#preempted = null;
    part.isScheduled = false;
    if (isNew) this.#advance(part.scheduledFor);
    const outer = tracer === null ? 0 : tracer.cause;
    if (tracer !== null) tracer.cause = isNew ? this.#parts.cause : 0;
    // A part that goes on is still the same step: its operations are counted together.
    if (isNew) clock.handles++;
    part.run(part.operation, part.argument);
    if (tracer !== null) tracer.cause = outer;
  }

  /** Runs what is due up to `when`, each part at its time. */
  runUntil(when: number): void {
    while (this.earliest <= when) this.runNext();
  }

  #advance(when: number): void {
    const { clock, tracer } = this;
    checkTime(this.limits, when);
    clock.jump(when);
    if (tracer !== null) tracer.time = clock.now;
    const total = this.limits.handles - clock.handles;
    const atInstant = clock.handles - clock.handlesAtJump;
    if (total <= 0 || atInstant >= this.limits.handlesAtInstant) refuseMore(this.limits, total);
  }
}
