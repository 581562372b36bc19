// What the loop runs. An entry of the ready queue is a target, a small operation code and one argument:
// no closure is made for it. A Handle is such an entry that someone may cancel; a TimerHandle waits in
// the heap first. Source: CPython Lib/asyncio/events.py (Handle, TimerHandle).

/** Something the loop can run. */
export interface Runnable {
  run(operation: number, argument: unknown): void;
}

/** A callback that was scheduled and may be cancelled, even after it became ready. */
export class Handle implements Runnable {
  readonly target: Runnable;
  readonly operation: number;
  readonly argument: unknown;
  isCancelled = false;

  constructor(target: Runnable, operation: number, argument: unknown) {
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
  timerCancelled(timer: TimerHandle): void;
}

/** A callback at a time. `serial` counts timers of the loop from 1, in order of creation. */
export class TimerHandle extends Handle {
  /** Virtual seconds. */
  readonly scheduledFor: number;
  readonly serial: number;
  /** Event that scheduled it. */
  readonly cause: number;
  /** Whether it is in the heap. */
  isScheduled = true;
  readonly #owner: TimerOwner;

  constructor(
    owner: TimerOwner,
    when: number,
    serial: number,
    cause: number,
    target: Runnable,
    operation: number,
    argument: unknown,
  ) {
    super(target, operation, argument);
    this.#owner = owner;
    this.scheduledFor = when;
    this.serial = serial;
    this.cause = cause;
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
