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

/** What tells one thread from another: its name may change, its number never. */
export class ThreadIdentity {
  name: string;
  /** 1 for the main thread, then in order of their making. */
  readonly number: number;
  /** Whether the end of the program does not wait for it. */
  isDaemon = false;
  /** What the program knows it by; null where it has not asked. */
  object: object | null = null;

  constructor(name: string, number: number) {
    this.name = name;
    this.number = number;
  }
}

export class Threads {
  readonly clock: VirtualClock;
  tracer: Tracer | null;
  readonly limits: LoopLimits;
  readonly #parts = new TimerHeap('fifo');
  #serial = 0;
  #preempted: Timer | null = null;
  readonly main = new ThreadIdentity('MainThread', 1);
  /** Whose part runs. */
  current: ThreadIdentity = this.main;
  /** Those that have begun and not ended, in order. */
  readonly alive = new Set([this.main]);
  /** Calls that threads have still to end before the program may. */
  unfinished = 0;
  #identities = 1;
  #pools = 0;
  #unnamed = 0;

  constructor(clock: VirtualClock, limits: LoopLimits, tracer: Tracer | null = null) {
    this.clock = clock;
    this.tracer = tracer;
    this.limits = limits;
  }

  /** A new thread's. */
  identify(name: string): ThreadIdentity {
    return new ThreadIdentity(name, ++this.#identities);
  }

  /** What a thread without a name of its own is called. */
  threadName(): string {
    return `Thread-${++this.#unnamed}`;
  }

  /** What the threads of a pool without a name of its own are called. */
  poolName(): string {
    return `ThreadPoolExecutor-${this.#pools++}`;
  }

  /** What is told of a program whose end waits for threads that nobody wakes. */
  get endless(): string {
    const others = [...this.alive].filter((each) => each !== this.main && !each.isDaemon);
    const names = others.map(({ name }) => name).join(', ');
    return `the program never ends: its threads wait for ever (${names})\n`;
  }

  /** Parts that are still to come, one that was preempted included. */
  get length(): number {
    this.#dropCancelled();
    return this.#parts.length + (this.#preempted === null ? 0 : 1);
  }

  /** When the next part is due, virtual seconds; infinite where there is none. */
  get earliest(): number {
    if (this.#preempted !== null) return this.clock.now;
    this.#dropCancelled();
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

  /** Time limits of waits that ended before hold nobody up. */
  #dropCancelled(): void {
    while (this.#parts.length > 0 && this.#parts.peek().isCancelled) this.#parts.pop();
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
