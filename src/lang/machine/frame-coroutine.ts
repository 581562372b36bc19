// The coroutine of an `async def`: a frame and where it stands. What it awaits is either given to
// the task, which keeps it on its own stack, or, for primitives, resumed in place. Source: CPython
// Objects/genobject.c.

import type { CoroutineState, Signal } from '../../asyncio/coroutines.ts';
import { Coroutine, PREEMPTED, RETURNED, THREW, YIELDED } from '../../asyncio/coroutines.ts';
import { setContext } from '../../asyncio/exception-context.ts';
import {
  BaseException,
  PyTypeError,
  RuntimeError,
  StopIteration,
  ValueError,
} from '../../asyncio/exceptions.ts';
import type { Position } from '../../base/span.ts';
import type { Frame } from './frame.ts';
import { handledIn } from './unwind.ts';

const NO_SLOTS: unknown[] = [];

export class FrameCoroutine extends Coroutine {
  // Assigned by the constructor: see Coroutine.
  declare name: string;
  declare readonly frame: Frame;
  declare state: CoroutineState;
  /**
   * The innermost frame: its own, or that of a call that was interrupted or that suspends the
   * module.
   */
  declare private top: Frame;
  declare private isPreempted: boolean;
  /** Where it was made. */
  declare readonly madeAt: Position | null;
  /** The stack where it was made; only in debug mode. */
  declare origin?: unknown;

  constructor(frame: Frame, name: string) {
    super();
    this.frame = frame;
    this.name = name;
    this.state = 'CREATED';
    this.top = frame;
    this.isPreempted = false;
    frame.owner = this;
    const { top } = frame.machine;
    this.madeAt = top === null ? null : top.code.spans[top.pc];
  }

  /** The instruction at which it waits; null once it is over. */
  override get position(): Position | null {
    if (this.state === 'CLOSED') return null;
    if (this.state === 'CREATED') return this.frame.code.span;
    return this.frame.code.spans[this.frame.pc];
  }

  /** Its frames while it waits, outermost first: its own, and those of calls that it waits in. */
  get frames(): Frame[] {
    const frames: Frame[] = [];
    let each: Frame | null = this.state === 'SUSPENDED' ? this.top : null;
    for (; each !== null; each = each === this.frame ? null : each.caller) frames.push(each);
    return frames.reverse();
  }

  send(value: unknown): Signal {
    if (this.isPreempted) return this.proceed(undefined);
    if (this.state === 'CREATED') {
      if (value !== undefined && value !== null) {
        return this.refuse(
          new PyTypeError("can't send non-None value to a just-started coroutine"),
        );
      }
      this.started = true;
      this.frame.depth = this.depth;
      return this.proceed(undefined);
    }
    if (this.state !== 'SUSPENDED') return this.refuse(this.unfit());
    const { frame } = this;
    frame.machine.thrown = undefined;
    const { delegate } = frame;
    let result = value;
    if (delegate !== null) {
      const signal = this.inPlace(delegate, value, false);
      result = delegate.payload;
      if (signal === YIELDED) return this.pass(result);
      frame.delegate = null;
      if (signal === THREW) return this.proceed(result);
    }
    return this.receive(result);
  }

  throw(error: unknown): Signal {
    this.started = true;
    const { frame } = this;
    if (this.state === 'CREATED') {
      this.shut();
      this.payload = error;
      frame.machine.thrown = error;
      return THREW;
    }
    if (this.state !== 'SUSPENDED') return this.refuse(this.unfit());
    const { delegate } = frame;
    let raised = error;
    if (delegate !== null) {
      const signal = this.inPlace(delegate, error, true);
      raised = delegate.payload;
      if (signal === YIELDED) return this.pass(raised);
      frame.delegate = null;
      if (signal === RETURNED) return this.receive(raised);
    }
    // An await takes it for the end of what it waits for, wherever it comes from.
    if (raised instanceof StopIteration) return this.receive(raised.value);
    const isThrown =
      delegate !== null || !(this.payload instanceof Coroutine) || frame.machine.thrown === raised;
    if (isThrown) this.giveContext(raised);
    const signal = this.proceed(raised);
    frame.machine.thrown = isThrown && signal === THREW ? this.payload : undefined;
    return signal;
  }

  /**
   * What is thrown into a waiting coroutine, and on into those that await it, gets a context only
   * from a handler of that coroutine's own. Source: Objects/genobject.c (gen_send_ex2),
   * Python/errors.c (_PyErr_ChainStackItem).
   */
  protected giveContext(error: unknown): void {
    const { frame } = this;
    if (error instanceof BaseException) setContext(error, handledIn(frame));
    frame.machine.raised = error;
  }

  /** Begins as a frame on top of the one that awaits it. */
  begin(): void {
    this.started = true;
    this.state = 'RUNNING';
  }

  /** It has to wait for `payload` after it began so: its awaiter yields it to the task. */
  handOver(payload: unknown): void {
    this.payload = payload;
    this.state = 'SUSPENDED';
    this.handedOver = true;
  }

  /** It has ended: what its frame held is let go. */
  shut(): void {
    this.state = 'CLOSED';
    this.frame.slots = NO_SLOTS;
  }

  /** Resumes what the frame awaits in place, as the frame. */
  private inPlace(delegate: Coroutine, value: unknown, isError: boolean): Signal {
    const { machine } = this.frame;
    const { top } = machine;
    machine.top = this.frame;
    const signal = isError ? delegate.throw(value) : delegate.send(value);
    machine.top = top;
    return signal;
  }

  /** Gives the frame the value that it waits for. */
  private receive(value: unknown): Signal {
    const top = this.top;
    top.slots[top.target] = value === undefined ? null : value;
    top.pc++;
    return this.proceed(undefined);
  }

  /** Goes on: raises `error` where it stands, unless that is undefined. */
  private proceed(error: unknown): Signal {
    const { machine } = this.frame;
    this.isPreempted = false;
    this.state = 'RUNNING';
    const signal =
      machine.top === null
        ? machine.run(this.frame, this.top, error, true)
        : this.runInside(machine.top, error);
    this.payload = machine.value;
    if (signal === YIELDED) {
      this.state = 'SUSPENDED';
      this.top = machine.suspended as Frame;
    } else if (signal === PREEMPTED) {
      this.isPreempted = true;
      this.top = machine.suspended!;
    } else {
      this.shut();
    }
    return signal;
  }

  /**
   * Runs inside the step of another coroutine, by an eager start or by hand: what is handled in
   * that frame is the context of what is raised here.
   */
  private runInside(around: Frame, error: unknown): Signal {
    let { frame } = this;
    for (let each = this.caller; each !== null; each = each.caller) {
      if (each instanceof FrameCoroutine) frame = each.frame;
    }
    const before = frame.caller;
    frame.caller = around;
    const signal = frame.machine.run(this.frame, this.top, error, true);
    frame.caller = before;
    return signal;
  }

  private pass(value: unknown): Signal {
    this.payload = value;
    return YIELDED;
  }

  private unfit(): unknown {
    if (this.state === 'CLOSED') return new RuntimeError('cannot reuse already awaited coroutine');
    return new ValueError('coroutine already executing');
  }

  private refuse(error: unknown): Signal {
    this.payload = error;
    return THREW;
  }
}
