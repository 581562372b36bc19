// What the loop runs. An entry of the ready queue is a target, a small operation code and one
// argument: no closure is made for it. A Handle is such an entry that someone may cancel; a
// TimerHandle waits in the heap first. Source: CPython Lib/asyncio/events.py (Handle, TimerHandle).

/** Something the loop can run. */
export interface Runnable {
  run(operation: number, argument: unknown): void;
  /** Whether it was cancelled after it became ready: it is counted, and does nothing. */
  readonly isCancelled?: boolean;
}

/**
 * Something that waits in the heap: a TimerHandle, or whatever is its own timer to save the handle.
 */
export interface Timer extends Runnable {
  /** Virtual seconds. */
  readonly scheduledFor: number;
  /** Counts the timers of the loop from 1, in order of creation. */
  serial: number;
  readonly operation: number;
  readonly argument: unknown;
  readonly isCancelled: boolean;
  /** Whether it is in the heap. */
  isScheduled: boolean;
}

/** A callback that was scheduled and may be cancelled, even after it became ready. */
export class Handle implements Runnable {
  // Assigned by the constructor: V8 takes five times as long to run a base class's initialisers.
  declare readonly target: Runnable;
  declare readonly operation: number;
  declare readonly argument: unknown;
  declare isCancelled: boolean;
  /** Where it was made, for whoever debugs; absent otherwise. */
  declare origin?: unknown;

  constructor(target: Runnable, operation: number, argument: unknown) {
    this.isCancelled = false;
    this.target = target;
    this.operation = operation;
    this.argument = argument;
  }

  cancel(): void {
    this.isCancelled = true;
  }

  cancelled(): boolean {
    return this.isCancelled;
  }

  run(): void {
    if (!this.isCancelled) this.target.run(this.operation, this.argument);
  }
}

/** Told when a timer that is still in the heap is cancelled. */
export interface TimerOwner {
  timerCancelled(timer: Timer): void;
}

/** A callback at a time. */
export class TimerHandle extends Handle implements Timer {
  readonly scheduledFor: number;
  readonly serial: number;
  isScheduled = true;
  readonly #owner: TimerOwner;

  constructor(
    owner: TimerOwner,
    when: number,
    serial: number,
    target: Runnable,
    operation: number,
    argument: unknown,
  ) {
    super(target, operation, argument);
    this.#owner = owner;
    this.scheduledFor = when;
    this.serial = serial;
  }

  /** Its deadline in virtual seconds. */
  when(): number {
    return this.scheduledFor;
  }

  override cancel(): void {
    if (this.isCancelled) return;
    this.#owner.timerCancelled(this);
    this.isCancelled = true;
  }
}
