// The driver: what runs frames. One driver loop runs the operations of the topmost frame until the
// frame at the bottom is done, has to wait or its slice is used up; calls and returns only change
// which frame is on top. Built-ins call back in by re-entry (`call`), which nests drivers and is
// counted. A slice is `fuel`: elementary operations; a step of a task that never ends is preempted
// when it is used up.

import type { EventLoop } from '../../asyncio/base-events.ts';
import type { Contexts } from '../../asyncio/contexts.ts';
import type { Signal } from '../../asyncio/coroutines.ts';
import { PREEMPTED, RETURNED, THREW, YIELDED } from '../../asyncio/coroutines.ts';
import { EventLoopPolicy } from '../../asyncio/event-loop-policy.ts';
import { getRunningLoop } from '../../asyncio/events.ts';
import { type BaseException, RecursionError, RuntimeError } from '../../asyncio/exceptions.ts';
import type { Position } from '../../base/span.ts';
import { invariant, LimitReached } from '../../base/stop.ts';
import type { Threads } from '../../kernel/threads.ts';
import type { AccessNotes } from '../accesses.ts';
import type { Interpreter, LanguageLimits, ObjectProtocol, RunModules } from '../interpreter.ts';
import { logReport, selectorChosen } from '../modules/logging/reports.ts';
import type { PyRandom } from '../modules/random-generator.ts';
import { modulesFor } from '../modules/registry.ts';
import { AddressBook } from '../objects/addresses.ts';
import type { Recall } from '../objects/forwarding.ts';
import { callBuiltin } from '../objects/signature.ts';
import { BoundMethod, Builtin, PyClass } from '../values.ts';
import { activation } from './activations.ts';
import { boundSlots, callMethodOf, type Keywords, newFrame, settled } from './calls.ts';
import type { ClassBody } from './class-body.ts';
import { checkInitialised, construct } from './construct.ts';
import type { DriverOptions } from './driver-options.ts';
import {
  CALL,
  CLASS_BODY,
  COROUTINE,
  type Frame,
  FUNCTION,
  GENERATOR,
  INITIALISER,
  ITEM,
  JOB,
  MODULE,
  PREEMPT,
  REMEMBERED,
  RETURN,
  type Runtime,
  SUSPEND,
  YIELD,
} from './frame.ts';
import { FrameCoroutine } from './frame-coroutine.ts';
import { PyFunction } from './function.ts';
import type { PyGenerator } from './generator.ts';
import { buildClass } from './metaclass.ts';
import { hold } from './ownership.ts';
import { leadsTo } from './reachable.ts';
import { Blocking } from './suspension.ts';
import { asPythonError, catchIn, leaving } from './unwind.ts';

/** Where calls stand that no code of the program makes. */
const NOWHERE: Position = { line: 0, column: 0 };

/** Drivers inside drivers: JavaScript's own stack ends somewhere above, at a place that varies. */
const MAX_NESTING = 200;

export class Driver implements Interpreter, Runtime {
  readonly limits: LanguageLimits;
  readonly modules: RunModules;
  readonly objects: ObjectProtocol;
  readonly random: PyRandom;
  readonly policy: EventLoopPolicy;
  readonly addresses = new AddressBook();
  readonly epoch: number;
  readonly contexts: Contexts;
  readonly threads: Threads;
  readonly globals: unknown[] = [];
  globalNames: readonly string[] = [];
  readonly builtins: unknown[] = [];
  onWrite: ((name: string, value: unknown) => void) | null = null;
  onLine: ((line: number) => void) | null = null;
  onRaise: ((error: BaseException) => void) | null = null;
  accesses: AccessNotes | null = null;
  top: Frame | null = null;
  value: unknown = null;
  fuel: number;
  raised: unknown = undefined;
  thrown: unknown = undefined;
  isReraising = false;
  hasGenerators = false;
  suspended: Frame | null = null;
  pushesAwaits = true;
  canSuspend = false;
  isInJob = false;
  isItem = false;
  onIgnored: ((message: string, error: BaseException) => void) | null = null;
  readonly #options: DriverOptions;
  #slice: number;
  readonly #maxOperations: number;
  #operations = 0;
  #step = -1;
  #nesting = 0;
  #isPreemptible = false;
  #created: FrameCoroutine[] = [];
  #createdLimit = 1024;

  constructor(options: DriverOptions) {
    this.#options = options;
    this.limits = options.limits;
    this.objects = options.objects;
    this.random = options.random;
    this.modules = modulesFor(this);
    this.epoch = options.epoch;
    this.contexts = options.contexts;
    const text = 'DeprecationWarning: There is no current event loop';
    const warn = (): void => this.write('stderr', `${this.#place()}: ${text}\n`);
    this.policy = new EventLoopPolicy(
      () => this.newLoop(),
      options.strict314 === true ? null : warn,
    );
    this.threads = options.threads;
    this.#slice = options.slice ?? 1_000_000;
    this.#maxOperations = options.maxOperations ?? 100_000_000;
    this.fuel = this.#slice;
  }

  write(stream: 'stdout' | 'stderr', text: string): void {
    this.#options.write(stream, text);
  }

  now(): number {
    return this.#options.now();
  }

  block(seconds: number): unknown {
    if (this.isInJob) return new Blocking(this.#options.duration(seconds));
    this.#options.block(seconds);
    return null;
  }

  newLoop(): EventLoop {
    logReport(this, selectorChosen, 'Using selector: EpollSelector');
    return this.#options.newLoop();
  }

  runningLoop(): EventLoop {
    return getRunningLoop();
  }

  /** Begins a slice of so many operations. */
  refuel(operations: number): void {
    this.#operations += Math.max(0, this.#slice - this.fuel);
    this.#slice = Math.min(operations, this.#maxOperations + 1);
    this.fuel = this.#slice;
  }

  charge(operations: number): void {
    this.fuel -= operations;
    if (this.fuel < 0) this.exhausted();
  }

  exhausted(): boolean {
    const step = this.#options.step?.() ?? 0;
    if (step !== this.#step) this.#operations = 0;
    this.#step = step;
    this.#operations += this.#slice - this.fuel;
    if (this.#operations > this.#maxOperations) {
      const limit = 'operations inside one step';
      throw new LimitReached(limit, this.#maxOperations, '--max-operations', this.#place());
    }
    this.fuel = this.#slice;
    return this.#isPreemptible;
  }

  /** Where the program stands, `demo.py:7`. */
  #place(): string {
    const { top } = this;
    return top === null ? '' : `${top.code.file}:${top.code.spans[top.pc].line}`;
  }

  noteCreated(coroutine: object): void {
    const created = this.#created;
    created.push(coroutine as FrameCoroutine);
    if (created.length < this.#createdLimit) return;
    this.#created = this.unstarted();
    this.#createdLimit = Math.max(1024, 2 * this.#created.length);
  }

  isGlobal(object: object): boolean {
    return leadsTo(this.globals, object);
  }

  /** Coroutines that were made and never begun, in order of creation. */
  unstarted(): FrameCoroutine[] {
    return this.#created.filter((coroutine) => !coroutine.started && coroutine.state === 'CREATED');
  }

  /** Line and column of the instruction that runs; null between steps. */
  position(): Position | null {
    const { top } = this;
    return top === null ? null : top.code.spans[top.pc];
  }

  call(callee: unknown, args: readonly unknown[], keywords: Keywords = null): unknown {
    if (callee instanceof PyFunction) return this.#callFunction(callee, args, keywords);
    if (callee instanceof Builtin) {
      this.accesses?.called(callee, args, keywords, this.position() ?? NOWHERE);
      return settled(callBuiltin(this, callee, args, keywords));
    }
    if (callee instanceof BoundMethod) {
      return this.call(callee.callee, [callee.self, ...args], keywords);
    }
    if (callee instanceof PyClass) return construct(this, callee, args, keywords);
    return this.call(callMethodOf(this, callee), args, keywords);
  }

  #callFunction(fn: PyFunction, args: readonly unknown[], keywords: Keywords): unknown {
    const frame = newFrame(fn, boundSlots(fn, args, keywords), this);
    if (frame.role !== FUNCTION) return activation(frame, fn);
    return this.runToEnd(frame);
  }

  /** Runs a frame by re-entry and gives what it returns. Throws what it raises. */
  runToEnd(frame: Frame): unknown {
    const { top } = this;
    frame.caller = top;
    frame.depth = top === null ? 1 : top.depth + 1;
    if (frame.depth >= this.limits.recursion) {
      throw new RecursionError('maximum recursion depth exceeded');
    }
    const signal = this.run(frame, frame, undefined, false);
    if (signal === RETURNED) return this.value;
    if (signal === THREW) throw this.value;
    throw new RuntimeError('a loop cannot be run from inside this call');
  }

  run(base: Frame, top: Frame, error: unknown, isPreemptible: boolean): Signal {
    const outerTop = this.top;
    const outerPreemptible = this.#isPreemptible;
    const outerSuspend = this.canSuspend;
    const outerJob = this.isInJob;
    if (this.#nesting >= MAX_NESTING) {
      this.value = new RecursionError('maximum recursion depth exceeded');
      return THREW;
    }
    this.#isPreemptible = isPreemptible && this.#nesting === 0;
    this.#nesting++;
    this.isInJob = base.role === JOB || outerJob;
    this.canSuspend = base.role === MODULE || base.role === JOB;
    try {
      return this.#drive(base, top, error);
    } finally {
      this.#nesting--;
      this.top = outerTop;
      this.#isPreemptible = outerPreemptible;
      this.canSuspend = outerSuspend;
      this.isInJob = outerJob;
    }
  }

  #drive(base: Frame, start: Frame, pending: unknown): Signal {
    let frame = start;
    let error = pending;
    for (;;) {
      if (error !== undefined) {
        const next = this.#unwind(base, frame, error);
        error = undefined;
        if (next === null) return THREW;
        frame = next;
      }
      try {
        this.top = frame;
        for (;;) {
          const { operations } = frame.code;
          let pc = frame.pc;
          do {
            frame.pc = pc;
            pc = operations[pc](frame);
          } while (pc >= 0);
          if (pc === CALL) {
            frame = this.top;
          } else if (pc === RETURN && frame !== base) {
            frame = this.#return(frame);
          } else if (pc === YIELD && frame !== base && frame.role === GENERATOR) {
            frame = this.#handOver(frame);
          } else {
            return this.#leave(base, frame, pc);
          }
        }
      } catch (thrown) {
        frame = this.top as Frame;
        error = asPythonError(frame, thrown);
      }
    }
  }

  /** The driver stops: what that means to whoever called it. */
  #leave(base: Frame, frame: Frame, answer: number): Signal {
    if (answer === RETURN) return RETURNED;
    this.suspended = frame;
    if (answer === YIELD && frame !== base) this.#unstack(base, frame);
    if (answer === PREEMPT) {
      this.suspended = this.top;
      return PREEMPTED;
    }
    invariant(answer === YIELD || answer === ITEM || answer === SUSPEND, 'an operation answered');
    this.isItem = answer === ITEM || (answer === YIELD && frame.role === GENERATOR);
    return YIELDED;
  }

  /** Awaited coroutines on top of `base` have to wait: each becomes what its awaiter yields. */
  #unstack(base: Frame, innermost: Frame): void {
    let frame = innermost;
    while (frame !== base) {
      const caller = frame.caller as Frame;
      const coroutine = coroutineOf(frame);
      frame.caller = null;
      coroutine.handOver(this.value);
      this.value = coroutine;
      frame = caller;
    }
    this.suspended = base;
  }

  /** A callee is done: its caller gets the value and goes on. */
  #return(frame: Frame): Frame {
    const caller = frame.caller as Frame;
    this.top = caller;
    switch (frame.role) {
      case FUNCTION:
        break;
      case COROUTINE:
        if (frame.owner instanceof FrameCoroutine) frame.owner.shut();
        break;
      case INITIALISER:
        checkInitialised(this.value);
        this.value = frame.owner;
        break;
      case REMEMBERED:
        (frame.owner as Recall).keep(this.value);
        break;
      case GENERATOR:
        (frame.owner as PyGenerator).finish();
        caller.slots[caller.target] = this.value;
        caller.pc = caller.exit;
        return caller;
      default:
        invariant(frame.role === CLASS_BODY, 'only frames that are called return to a caller');
        this.value = buildClass(this, frame.owner as ClassBody);
    }
    caller.slots[caller.target] = this.value;
    caller.pc++;
    return caller;
  }

  /** A generator that was pushed gives a value to its caller. */
  #handOver(frame: Frame): Frame {
    const caller = frame.caller as Frame;
    frame.caller = null;
    (frame.owner as PyGenerator).state = 'SUSPENDED';
    caller.slots[caller.target] = this.value;
    caller.pc++;
    this.top = caller;
    return caller;
  }

  /** Takes an error to the nearest handler; null where it leaves `base`, the error in `value`. */
  #unwind(base: Frame, from: Frame, raised: unknown): Frame | null {
    let frame = from;
    let error = raised;
    for (;;) {
      this.top = frame;
      if (catchIn(frame, error)) return frame;
      error = leaving(frame, error);
      if (this.hasGenerators) hold(error, frame);
      if (frame === base) {
        this.value = error;
        return null;
      }
      const caller = frame.caller as Frame;
      if (frame.role === GENERATOR) (frame.owner as PyGenerator).finish();
      else if (frame.owner instanceof FrameCoroutine) frame.owner.shut();
      frame = caller;
    }
  }
}

/** The coroutine of a frame that was awaited where it was called: made when it has to wait. */
function coroutineOf(frame: Frame): FrameCoroutine {
  const { owner } = frame;
  if (owner instanceof FrameCoroutine) return owner;
  const coroutine = new FrameCoroutine(frame, (owner as PyFunction).qualname);
  coroutine.begin();
  return coroutine;
}
