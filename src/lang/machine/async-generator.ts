// Asynchronous generators. `asend`, `athrow`, `aclose` and `__anext__` give steps: coroutines that
// resume the generator's frame, pass on what it awaits, and end with the item that it yields.
// Source: CPython Objects/genobject.c (async_gen_asend_send, async_gen_athrow_send,
// async_gen_unwrap_value).

import type { AsyncGenerator } from '../../asyncio/async-generators.ts';
import type { EventLoop } from '../../asyncio/base-events.ts';
import type { CoroutineState, Signal } from '../../asyncio/coroutines.ts';
import { Coroutine, RETURNED, THREW, YIELDED } from '../../asyncio/coroutines.ts';
import { currentLoop } from '../../asyncio/events.ts';
import { setContext } from '../../asyncio/exception-context.ts';
import {
  BaseException,
  GeneratorExit,
  PyTypeError,
  RuntimeError,
  StopAsyncIteration,
  StopIteration,
} from '../../asyncio/exceptions.ts';
import { asyncGeneratorClass, builtinClass, declareType, define } from '../objects/classes.ts';
import { defineGetters, Getter } from '../objects/descriptors.ts';
import { Builtin } from '../values.ts';
import type { Frame, Runtime } from './frame.ts';
import { reportIgnored, thrownBy } from './generator.ts';
import { abandonSlots, type Owned } from './ownership.ts';
import { handledIn } from './unwind.ts';

const NO_SLOTS: unknown[] = [];

export class PyAsyncGenerator implements AsyncGenerator, Owned {
  name: string;
  qualname: string;
  readonly frame: Frame;
  state: 'CREATED' | 'SUSPENDED' | 'CLOSED' = 'CREATED';
  /** A step of it is under way. */
  isRunning = false;
  /** The step that drives it: who awaits that awaits the generator, for exception contexts. */
  caller: Coroutine | null = null;
  /** aclose() was begun, or it has ended. */
  isClosed = false;
  isOwned = false;
  /** A loop's own: what it walks made it for the loop. */
  isLoops = false;
  /** The loop in which its first step was asked for: it closes what is abandoned. */
  #loop: EventLoop | null = null;
  #isHooked = false;

  constructor(frame: Frame, name: string, qualname: string) {
    this.frame = frame;
    this.name = name;
    this.qualname = qualname;
    frame.owner = this;
  }

  /** Runs its frame on, after raising `error` if that is not undefined. */
  proceed(error: unknown, by: Coroutine): Signal {
    const { frame } = this;
    const { machine } = frame;
    this.noteResumed();
    this.caller = by;
    frame.depth = (machine.top?.depth ?? 0) + 1;
    frame.caller = machine.top;
    const signal = machine.run(frame, frame, error, false);
    frame.caller = null;
    this.state = 'SUSPENDED';
    if (signal !== YIELDED) this.finish();
    return signal;
  }

  /** Tells whoever looks for what tasks share. */
  noteResumed(): void {
    const { code, machine, pc } = this.frame;
    machine.accesses?.resumes(this, code.spans[pc]);
  }

  finish(): void {
    this.state = 'CLOSED';
    this.isClosed = true;
    this.frame.slots = NO_SLOTS;
  }

  /** A step was asked for. Source: async_gen_init_hooks. */
  hook(): void {
    if (this.#isHooked) return;
    this.#isHooked = true;
    this.#loop = currentLoop();
    this.#loop?.asyncGenerators.begin(this);
  }

  get isFinished(): boolean {
    return this.state === 'CLOSED';
  }

  /** One that is owned is known to a frame that an exception left, and keeps. */
  isReachable(): boolean {
    return this.isOwned || this.frame.machine.isGlobal(this);
  }

  /** The loop's own way: from now on the loop knows it. */
  aclose(): AsyncGeneratorStep {
    this.isOwned = false;
    return closeStep(this);
  }

  /** Its loop makes a task that closes it; without one it is closed at once. */
  abandon(): void {
    if (this.isRunning) return;
    this.isOwned = false;
    const { code, slots } = this.frame;
    if (this.state === 'CLOSED') this.#loop?.asyncGenerators.forget(this);
    else if (this.#loop !== null && !this.isClosed) this.#loop.asyncGenerators.finalize(this);
    else this.#closeAtOnce();
    if (this.state === 'CLOSED') abandonSlots(code.owned, slots);
  }

  #closeAtOnce(): void {
    const { machine } = this.frame;
    this.#loop?.asyncGenerators.forget(this);
    if (this.state === 'CREATED') {
      this.finish();
      return;
    }
    const step = new AsyncGeneratorStep(this, 'athrow()', new GeneratorExit());
    const signal = this.isClosed ? step.throw(new GeneratorExit()) : step.send(null);
    const { payload } = step;
    const isExpected = payload instanceof GeneratorExit || payload instanceof StopAsyncIteration;
    if (signal === THREW && isExpected) return;
    if (signal === THREW && payload instanceof BaseException) reportIgnored(machine, this, payload);
    else if (signal === YIELDED || !isExpected) {
      reportIgnored(machine, this, new RuntimeError('async generator ignored GeneratorExit'));
    }
  }
}

type StepKind = '__anext__()/asend()' | 'athrow()' | 'aclose()';

/** One awaitable step of an asynchronous generator. */
export class AsyncGeneratorStep extends Coroutine {
  readonly isPrimitive: boolean = true;
  readonly name: string;
  state: CoroutineState = 'CREATED';
  readonly generator: PyAsyncGenerator;
  readonly #kind: StepKind;
  /** What is sent in, or raised. */
  readonly #argument: unknown;

  constructor(generator: PyAsyncGenerator, kind: StepKind, argument: unknown) {
    super();
    this.generator = generator;
    this.#kind = kind;
    this.#argument = argument;
    this.name = generator.qualname;
  }

  /** The frame that it resumes. */
  get frame(): Frame {
    return this.generator.frame;
  }

  send(value: unknown): Signal {
    if (this.state === 'CLOSED') return this.#reused();
    if (this.state === 'CREATED') return this.#begin();
    const { frame } = this.generator;
    const { delegate } = frame;
    let result = value;
    if (delegate !== null) {
      const signal = delegate.send(value);
      result = delegate.payload;
      if (signal === YIELDED) return this.#settle(YIELDED, result, false);
      frame.delegate = null;
      if (signal === THREW) return this.#proceed(result);
    }
    return this.#resume(result);
  }

  throw(error: unknown): Signal {
    this.started = true;
    const generator = this.generator;
    if (this.state === 'CLOSED') return this.#reused();
    if (this.state === 'CREATED') {
      if (generator.isRunning) return this.#end(THREW, alreadyRunning(this.#kind));
      generator.isRunning = true;
      this.state = 'SUSPENDED';
      if (generator.state === 'CREATED') {
        generator.finish();
        return this.#end(THREW, error);
      }
      return this.#proceed(error);
    }
    const { frame } = generator;
    const { delegate } = frame;
    if (delegate === null) {
      if (error instanceof StopIteration) return this.#resume(error.value);
      if (!(this.payload instanceof Coroutine)) frame.machine.raised = undefined;
      return this.#proceed(error);
    }
    const signal = delegate.throw(error);
    const { payload } = delegate;
    if (signal === YIELDED) return this.#settle(YIELDED, payload, false);
    frame.delegate = null;
    if (signal === RETURNED) return this.#resume(payload);
    return payload instanceof StopIteration ? this.#resume(payload.value) : this.#proceed(payload);
  }

  #begin(): Signal {
    this.started = true;
    const generator = this.generator;
    generator.noteResumed();
    const isSend = this.#kind === '__anext__()/asend()';
    if (generator.isRunning) return this.#end(THREW, alreadyRunning(this.#kind), false);
    if (generator.state === 'CLOSED' || (!isSend && generator.isClosed)) {
      if (!isSend && generator.state === 'CLOSED') return this.#end(RETURNED, null, false);
      return this.#end(THREW, new StopAsyncIteration(), false);
    }
    if (generator.state === 'CREATED' && isSend && this.#argument !== null) {
      const message = "can't send non-None value to a just-started async generator";
      return this.#end(THREW, new PyTypeError(message), false);
    }
    generator.isRunning = true;
    this.state = 'SUSPENDED';
    if (isSend) {
      return generator.state === 'CREATED'
        ? this.#proceed(undefined)
        : this.#resume(this.#argument);
    }
    if (this.#kind === 'aclose()') generator.isClosed = true;
    if (generator.state === 'CREATED') {
      generator.finish();
      return this.#ended(THREW, this.#argument);
    }
    // Only a handler of the generator's own is the error's context, not one of whoever throws.
    const { frame } = generator;
    if (this.#argument instanceof BaseException) setContext(this.#argument, handledIn(frame));
    frame.machine.raised = this.#argument;
    return this.#proceed(this.#argument);
  }

  #resume(value: unknown): Signal {
    const { frame } = this.generator;
    frame.slots[frame.target] = value === undefined ? null : value;
    frame.pc++;
    return this.#proceed(undefined);
  }

  #proceed(error: unknown): Signal {
    const generator = this.generator;
    const { code, machine, slots } = generator.frame;
    const signal = generator.proceed(error, this);
    // aclose() drops the exception; with it go its traceback and the frame.
    if (signal === THREW && this.#kind === 'aclose()' && machine.value instanceof GeneratorExit) {
      abandonSlots(code.owned, slots);
    }
    return this.#settle(signal, machine.value, signal === YIELDED && machine.isItem);
  }

  #settle(signal: Signal, payload: unknown, isItem: boolean): Signal {
    if (isItem) {
      if (this.#kind !== 'aclose()') return this.#end(RETURNED, payload);
      return this.#end(THREW, new RuntimeError('async generator ignored GeneratorExit'));
    }
    if (signal !== YIELDED) return this.#ended(signal, payload);
    this.payload = payload;
    return YIELDED;
  }

  /** The generator's frame is over. */
  #ended(signal: Signal, payload: unknown): Signal {
    if (this.#kind === 'aclose()') {
      const isExpected = payload instanceof StopAsyncIteration || payload instanceof GeneratorExit;
      if (signal === RETURNED || isExpected) return this.#end(RETURNED, null);
      return this.#end(THREW, payload);
    }
    return signal === RETURNED
      ? this.#end(THREW, new StopAsyncIteration())
      : this.#end(THREW, payload);
  }

  #end(signal: Signal, payload: unknown, isOwner = true): Signal {
    if (isOwner) {
      this.generator.isRunning = false;
      this.generator.caller = null;
    }
    this.state = 'CLOSED';
    this.payload = payload;
    return signal;
  }

  #reused(): Signal {
    const kind = this.#kind === '__anext__()/asend()' ? this.#kind : 'aclose()/athrow()';
    this.payload = new RuntimeError(`cannot reuse already awaited ${kind}`);
    return THREW;
  }
}

/** `athrow` and `aclose`: another class in Python. */
export class AsyncGeneratorThrow extends AsyncGeneratorStep {}

function alreadyRunning(kind: StepKind): RuntimeError {
  const name = kind === '__anext__()/asend()' ? 'anext()' : kind;
  return new RuntimeError(`${name}: asynchronous generator is already running`);
}

/** `generator.__anext__()`. */
export function nextStep(generator: PyAsyncGenerator): AsyncGeneratorStep {
  generator.hook();
  return new AsyncGeneratorStep(generator, '__anext__()/asend()', null);
}

/** `generator.aclose()`. */
export function closeStep(generator: PyAsyncGenerator): AsyncGeneratorStep {
  return step(generator, 'aclose()', new GeneratorExit());
}

function step(generator: PyAsyncGenerator, kind: StepKind, argument: unknown): AsyncGeneratorStep {
  generator.hook();
  const isSend = kind === '__anext__()/asend()';
  return new (isSend ? AsyncGeneratorStep : AsyncGeneratorThrow)(generator, kind, argument);
}

declareType(PyAsyncGenerator, asyncGeneratorClass);
export const sendClass = builtinClass('async_generator_asend');
export const throwClass = builtinClass('async_generator_athrow');
declareType(AsyncGeneratorStep, sendClass);
declareType(AsyncGeneratorThrow, throwClass);
define(asyncGeneratorClass, [
  new Builtin('__aiter__(self, /)', (_run, self: PyAsyncGenerator) => self),
  new Builtin('__anext__(self, /)', (_run, self: PyAsyncGenerator) => nextStep(self)),
  new Builtin('asend(self, value, /)', (_run, self: PyAsyncGenerator, value: unknown) =>
    step(self, '__anext__()/asend()', value),
  ),
  new Builtin(
    'athrow(self, type, value=None, traceback=None, /)',
    (run, self: PyAsyncGenerator, type: unknown, value: unknown) =>
      step(self, 'athrow()', thrownBy(run as Runtime, value ?? type)),
  ),
  new Builtin('aclose(self, /)', (_run, self: PyAsyncGenerator) => closeStep(self)),
]);
defineGetters(asyncGeneratorClass, [
  new Getter('__name__', (_run, self: PyAsyncGenerator) => self.name),
  new Getter('__qualname__', (_run, self: PyAsyncGenerator) => self.qualname),
  new Getter('ag_running', (_run, self: PyAsyncGenerator) => self.isRunning),
]);
