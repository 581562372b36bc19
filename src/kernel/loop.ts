// The event loop's kernel: callbacks and time, nothing else. It knows no Future and no coroutine.
// One iteration (`runOnce` in CPython's words) is `#beginIteration` and a drain: purge cancelled
// timers, jump to the next deadline if nothing is ready, move due timers to the ready queue, then
// run exactly the handles that are ready at that moment. What they schedule waits for the next
// iteration. `run(maxHandles)` returns after a slice and can go on, in the middle of an iteration
// too. Source: CPython Lib/asyncio/base_events.py (_run_once, call_soon, call_at,
// _timer_handle_cancelled). Deviation: from 2**24 s on, adding the resolution does not change the
// time, and CPython's loop spins for ever; here a timer is also due when its deadline is not after
// now.

import { SimulationStop } from '../base/stop.ts';
import { Kind, type Tracer } from '../trace/tracer.ts';
import { Choices } from './choices.ts';
import { VirtualClock } from './clock.ts';
import { Handle, type Runnable, type Timer, TimerHandle, type TimerOwner } from './handle.ts';
import { checkTime, DEFAULT_LOOP_LIMITS, type LoopLimits, refuseMore } from './limits.ts';
import type { LoopOptions, LoopStatus } from './loop-options.ts';
import type { ChoiceKind } from './policy.ts';
import { ReadyQueue } from './ready-queue.ts';
import { Threads } from './threads.ts';
import { TimerHeap } from './timer-heap.ts';

/** Clock resolution in seconds: CLOCK_MONOTONIC's on Linux. */
export const CLOCK_RESOLUTION = 1e-9;
/** CPython filters the heap when it holds more timers than this … */
const MIN_SCHEDULED_TIMERS = 100;
/** … and more than this share of them is cancelled. */
const MIN_CANCELLED_FRACTION = 0.5;
/**
 * Iterations after which a loop that never waits lets threads run: some milliseconds of a real one,
 * CPython's switch interval.
 */
const SWITCH_ITERATIONS = 100;

export { DEFAULT_LOOP_LIMITS, type LoopLimits } from './limits.ts';
export type { LoopOptions, LoopStatus } from './loop-options.ts';

export abstract class Loop implements TimerOwner {
  readonly clock: VirtualClock;
  readonly threads: Threads;
  readonly tracer: Tracer | null;
  /** Called after every executed handle, with what was run; null for nothing. */
  afterHandle: ((target: Runnable | null) => void) | null = null;
  /** Who decides what CPython leaves open; null where all of it is as by default. */
  readonly choices: Choices | null;
  readonly #limits: LoopLimits;
  readonly #until: number;
  readonly #ready = new ReadyQueue();
  readonly #timers: TimerHeap;
  #timerSerial = 0;
  #timersCancelled = 0;
  /** Handles of the current iteration still to run. */
  #remaining = 0;
  #stopping = false;
  #preempted: Runnable | null = null;
  /** It waits while threads run: what they schedule does not end that, `wake` does. */
  #isAsleep = false;
  /** Threads run until none has anything to do at this instant. */
  #isThreadsTurn = false;
  /** Iterations since a thread could have run. */
  #busyIterations = 0;

  constructor(options: LoopOptions = {}) {
    this.clock = options.clock ?? new VirtualClock();
    this.tracer = options.tracer ?? null;
    const { policy = null } = options;
    this.choices =
      policy === null ? null : new Choices(policy, this.tracer, () => this.runningTask());
    this.#limits = options.limits ?? DEFAULT_LOOP_LIMITS;
    this.threads = options.threads ?? new Threads(this.clock, this.#limits, this.tracer);
    this.#until = options.until ?? Number.POSITIVE_INFINITY;
    this.#timers = new TimerHeap(options.ties ?? 'fifo');
  }

  /** What a handle's operation code is called in a trace. */
  protected abstract handleName(operation: number): string;
  /** The creation number of the task that runs, 0 for none. */
  protected abstract runningTask(): number;
  /** The creation number of the task that a target is, 0 for others. */
  protected abstract taskOf(target: Runnable): number;
  /** A target threw: report it and return, or throw it out of the loop. */
  protected abstract handleFailed(target: Runnable, error: unknown): void;

  /** Virtual seconds. */
  time(): number {
    return this.clock.now;
  }

  /** Runs `target` in the next iteration. */
  schedule(target: Runnable, operation: number, argument: unknown): void {
    this.#ready.put(target, operation, argument, this.tracer === null ? 0 : this.tracer.cause);
  }

  /** As `schedule`, with a handle to cancel it by. */
  scheduleHandle(target: Runnable, operation: number, argument: unknown): Handle {
    const handle = new Handle(target, operation, argument);
    this.schedule(handle, operation, argument);
    return handle;
  }

  /** Runs `target` at `when` virtual seconds. */
  scheduleAt(when: number, target: Runnable, operation: number, argument: unknown): TimerHandle {
    const serial = ++this.#timerSerial;
    const tracer = this.tracer;
    const cause = tracer === null ? 0 : tracer.emit(Kind.timerScheduled, serial, when);
    const timer = new TimerHandle(this, when, serial, target, operation, argument);
    this.#timers.push(timer, cause);
    return timer;
  }

  /** Runs `timer` at its deadline. It is not in the heap; its serial number is set here. */
  scheduleTimer(timer: Timer): void {
    const serial = ++this.#timerSerial;
    const tracer = this.tracer;
    timer.serial = serial;
    const cause =
      tracer === null ? 0 : tracer.emit(Kind.timerScheduled, serial, timer.scheduledFor);
    timer.isScheduled = true;
    this.#timers.push(timer, cause);
  }

  timerCancelled(timer: Timer): void {
    if (!timer.isScheduled) return;
    this.#timersCancelled++;
    this.tracer?.emit(Kind.timerCancelled, timer.serial, timer.scheduledFor);
  }

  /** Ends `run` after the current iteration. */
  stop(): void {
    this.#stopping = true;
  }

  /** Ends the loop's wait from another thread: CPython's `_write_to_self`. */
  wake(): void {
    this.#isAsleep = false;
  }

  /**
   * Moves the clock inside a step: the program blocks, and threads go on meanwhile. `seconds` is 0
   * or more. Throws LimitReached where that leads beyond the limit of time.
   */
  block(seconds: number): void {
    const length = this.duration(seconds);
    const when = this.clock.now + length;
    checkTime(this.#limits, when);
    this.tracer?.emit(Kind.clockBlocked, length);
    this.threads.runUntil(when);
    this.clock.jump(when);
    if (this.tracer !== null) this.tracer.time = this.clock.now;
  }

  /**
   * The running target used up its slice in the middle of a step: it is run first when `run` goes
   * on.
   */
  preempt(target: Runnable): void {
    this.#preempted = target;
  }

  /** The target that is in the middle of a step since its slice was used up. */
  protected get preempted(): Runnable | null {
    return this.#preempted;
  }

  /** Called with a preempted target when `run` goes on. */
  protected abstract continuePreempted(target: Runnable): void;

  /** Puts `items` into the order that the policy chooses; as they are without one. */
  arrange<T>(kind: ChoiceKind, items: readonly T[], label: (item: T) => string): readonly T[] {
    return this.choices === null ? items : this.choices.arrange(kind, items, label);
  }

  /** The length of a wait of `seconds`: another one where the policy varies it. */
  duration(seconds: number): number {
    return this.choices === null ? seconds : this.choices.duration(seconds);
  }

  /**
   * Runs until the loop stops or about `maxHandles` handles (1 or more) were executed. Can be
   * called again after `sliced`. Throws LimitReached, and whatever `handleFailed` lets through.
   */
  run(maxHandles: number = Number.POSITIVE_INFINITY): LoopStatus {
    let budget = maxHandles;
    for (;;) {
      if (this.#preempted !== null) {
        budget--;
        this.#goOn(this.#preempted);
      } else if (this.#remaining > 0) {
        budget -= this.#drain(budget);
      } else if (this.threads.length > 0 && this.#letThreadRun()) {
        budget--;
      } else {
        const status = this.#beginIteration();
        this.#isAsleep = false;
        this.#isThreadsTurn = false;
        if (status !== null) return status;
      }
      if (this.#preempted !== null || this.threads.isPreempted) return 'sliced';
      if (this.#remaining === 0 && this.#stopping) {
        this.#stopping = false;
        this.tracer?.emit(Kind.loopStopped);
        return 'stopped';
      }
      if (budget <= 0) return 'sliced';
    }
  }

  /** What is ready, how much of that this iteration still runs, and the timers in order. */
  get scheduled() {
    const [ready, timers] = [this.#ready.entries(), this.#timers.inOrder()];
    return { ready, remaining: this.#remaining, timers };
  }

  /** Forgets everything that is scheduled. */
  protected clear(): void {
    this.#ready.clear();
    this.#timers.clear();
    this.#remaining = 0;
  }

  /** Runs a part of a thread, if it is the threads' turn before the next iteration. */
  #letThreadRun(): boolean {
    const { threads, clock } = this;
    const next = threads.earliest;
    const goesOn = threads.isPreempted || (this.#isThreadsTurn && next <= clock.now);
    if (!goesOn && !this.#givesWay(next)) return false;
    this.#isThreadsTurn = true;
    this.#busyIterations = 0;
    threads.runNext();
    if (this.afterHandle !== null && !threads.isPreempted) this.afterHandle(null);
    return true;
  }

  /** Whether the loop waits for what comes at `next`, or never waits and has to let threads run. */
  #givesWay(next: number): boolean {
    if (this.#stopping) return false;
    if (this.#ready.length > 0 && !this.#isAsleep) {
      return next <= this.clock.now && this.#busyIterations++ >= SWITCH_ITERATIONS;
    }
    this.#purgeCancelled();
    const timers = this.#timers;
    if (next > this.#until || (timers.length > 0 && timers.earliest < next)) return false;
    this.#isAsleep = true;
    if (next > this.clock.now) this.tracer?.emitFor(0, Kind.loopIdle, next);
    return true;
  }

  /** The first half of `_run_once`; a status where no iteration can begin. */
  #beginIteration(): LoopStatus | null {
    this.#purgeCancelled();
    const clock = this.clock;
    const timers = this.#timers;
    if ((this.#ready.length === 0 || this.#isAsleep) && !this.#stopping) {
      const isLast = timers.length === 0;
      if (isLast && this.threads.length === 0) return 'deadlocked';
      if (isLast || timers.earliest > this.#until) {
        clock.jump(this.#until);
        return 'until';
      }
      this.#jump(timers.earliest);
    }
    clock.iteration++;
    if (this.tracer !== null) this.tracer.iteration = clock.iteration;
    this.#collectDue();
    if (this.choices?.readyOrder === true)
      this.#ready.arrange(this.choices, (each) => this.#labelOf(each));
    this.#remaining = this.#ready.length;
    return null;
  }

  #jump(when: number): void {
    checkTime(this.#limits, when);
    if (when <= this.clock.now) return;
    this.tracer?.emitFor(0, Kind.loopIdle, when);
    this.clock.jump(when);
    if (this.tracer !== null) this.tracer.time = when;
  }

  #purgeCancelled(): void {
    const timers = this.#timers;
    const count = timers.length;
    if (count > MIN_SCHEDULED_TIMERS && this.#timersCancelled / count > MIN_CANCELLED_FRACTION) {
      timers.compact();
      this.#timersCancelled = 0;
      return;
    }
    while (timers.length > 0 && timers.peek().isCancelled) {
      this.#timersCancelled--;
      timers.pop().isScheduled = false;
    }
  }

  #collectDue(): void {
    const timers = this.#timers;
    const now = this.clock.now;
    const end = now + CLOCK_RESOLUTION;
    if (this.choices?.ties === true) {
      this.#collectArranged(end);
      return;
    }
    while (timers.length > 0 && (timers.earliest < end || timers.earliest <= now)) {
      this.#makeReady(timers.pop(), timers.cause);
    }
  }

  /** As the loop above; each batch of equal deadlines is one choice. */
  #collectArranged(end: number): void {
    const timers = this.#timers;
    while (timers.length > 0 && (timers.earliest < end || timers.earliest <= this.clock.now)) {
      const deadline = timers.earliest;
      const batch: { readonly timer: Timer; readonly cause: number }[] = [];
      while (timers.length > 0 && timers.earliest === deadline) {
        const timer = timers.pop();
        // One that is cancelled does nothing: its place is no choice.
        if (timer.isCancelled) this.#makeReady(timer, timers.cause);
        else batch.push({ timer, cause: timers.cause });
      }
      const arranged = this.arrange('ties', batch, ({ timer }) => `timer ${timer.serial}`);
      for (const { timer, cause } of arranged) this.#makeReady(timer, cause);
    }
  }

  /** `scheduledBy`: the event that scheduled it. */
  #makeReady(timer: Timer, scheduledBy: number): void {
    timer.isScheduled = false;
    let cause = scheduledBy;
    const tracer = this.tracer;
    if (tracer !== null) {
      tracer.cause = scheduledBy;
      if (!timer.isCancelled) {
        cause = tracer.emitFor(0, Kind.timerFired, timer.serial, timer.scheduledFor);
      }
    }
    this.#ready.put(timer, timer.operation, timer.argument, cause);
  }

  /** Runs up to `budget` handles of the current iteration; returns how many it ran. */
  #drain(budget: number): number {
    const clock = this.clock;
    const total = this.#limits.handles - clock.handles;
    const atInstant = this.#limits.handlesAtInstant - (clock.handles - clock.handlesAtJump);
    const count = Math.min(budget, this.#remaining, total, atInstant);
    if (count <= 0) refuseMore(this.#limits, total);
    const ready = this.#ready;
    const before = clock.handles;
    const last = before + count;
    while (clock.handles < last && this.#preempted === null) {
      clock.handles++;
      this.#remaining--;
      const target = ready.take();
      try {
        if (this.tracer !== null) this.#announce(target, ready.operation, ready.cause);
        target.run(ready.operation, ready.argument);
      } catch (error) {
        this.#failed(target, error);
      }
      if (this.afterHandle !== null && this.#preempted === null) this.afterHandle(target);
    }
    return clock.handles - before;
  }

  #goOn(target: Runnable): void {
    this.#preempted = null;
    try {
      this.continuePreempted(target);
    } catch (error) {
      this.#failed(target, error);
    }
    if (this.afterHandle !== null && this.#preempted === null) this.afterHandle(target);
  }

  #failed(target: Runnable, error: unknown): void {
    if (error instanceof SimulationStop) throw error;
    try {
      this.handleFailed(target, error);
    } catch (passed) {
      this.#remaining = 0;
      this.#stopping = false;
      throw passed;
    }
  }

  #labelOf(target: Runnable): string {
    return `task#${this.taskOf(target instanceof Handle ? target.target : target)}`;
  }

  #announce(target: Runnable, operation: number, cause: number): void {
    const tracer = this.tracer as Tracer;
    tracer.cause = cause;
    const runs = target instanceof Handle ? target.target : target;
    const name = target.isCancelled === true ? 'cancelled' : this.handleName(operation);
    tracer.cause = tracer.emitFor(this.taskOf(runs), Kind.handleExecuted, name);
  }
}
