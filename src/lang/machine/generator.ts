// Generators: a frame that gives out values and is resumed. A `for` of the program pushes the frame
// (see loops.ts); built-ins that iterate resume it by re-entry, through `next`. `throw` goes first
// to the iterator that a `yield from` waits for. Source: CPython Objects/genobject.c (gen_send_ex2,
// _gen_throw, gen_close).

import { RETURNED, type Signal, THREW, YIELDED } from '../../asyncio/coroutines.ts';
import { setContext } from '../../asyncio/exception-context.ts';
import {
  BaseException,
  GeneratorExit,
  PyTypeError,
  RecursionError,
  RuntimeError,
  StopIteration,
  ValueError,
} from '../../asyncio/exceptions.ts';
import type { Interpreter } from '../interpreter.ts';
import { getAttributeOr } from '../objects/attributes.ts';
import { declareType, define, generatorClass } from '../objects/classes.ts';
import { defineGetters, Getter } from '../objects/descriptors.ts';
import { baseExceptionClass } from '../objects/exception-classes.ts';
import { asNext, PyIterator, STOP } from '../objects/iteration.ts';
import { callSpecial } from '../objects/special.ts';
import { isSubclass, typeName } from '../objects/type-of.ts';
import { Builtin, PyClass } from '../values.ts';
import type { Frame, Runtime } from './frame.ts';
import { abandonSlots, type Owned } from './ownership.ts';
import { handledIn, noteFrame } from './unwind.ts';

export type GeneratorState = 'CREATED' | 'SUSPENDED' | 'RUNNING' | 'CLOSED';

const NO_SLOTS: unknown[] = [];

export class PyGenerator extends PyIterator implements Owned {
  name: string;
  qualname: string;
  readonly frame: Frame;
  state: GeneratorState = 'CREATED';
  isOwned = false;
  /** A loop's own: what it walks made it for the loop. */
  isLoops = false;
  /** Outcome of the last resume. */
  payload: unknown = undefined;

  constructor(frame: Frame, name: string, qualname: string) {
    super();
    this.frame = frame;
    this.name = name;
    this.qualname = qualname;
    frame.owner = this;
  }

  /** The next value by re-entry, or STOP. */
  next(): unknown {
    const signal = this.send(null);
    if (signal === YIELDED) return this.payload;
    if (signal === RETURNED) return STOP;
    throw this.payload;
  }

  /** Resumes it to its next `yield`; the outcome is in `payload`. */
  send(value: unknown): Signal {
    if (this.state === 'CLOSED') return this.#outcome(RETURNED, null);
    const problem = this.unfit(value);
    if (problem !== null) return this.#outcome(THREW, problem);
    if (this.state === 'SUSPENDED') receive(this.frame, value);
    return this.#proceed(undefined);
  }

  /** Why it cannot be resumed with `value`; null where it can. */
  unfit(value: unknown): BaseException | null {
    if (this.state === 'RUNNING') return new ValueError('generator already executing');
    if (this.state === 'CREATED' && value !== null) {
      return new PyTypeError("can't send non-None value to a just-started generator");
    }
    return null;
  }

  /** Raises `error` where it stands. */
  throw(error: unknown): Signal {
    if (this.state === 'RUNNING') {
      return this.#outcome(THREW, new ValueError('generator already executing'));
    }
    if (this.state === 'CREATED') this.finish();
    if (this.state === 'CLOSED') {
      this.frame.machine.raised = error;
      return this.#outcome(THREW, error);
    }
    const slot = this.frame.code.delegating.get(this.frame.pc);
    if (slot === undefined) return this.#raise(error);
    return this.#throwInto(this.frame.slots[slot], error);
  }

  /** Only a handler of its own is the error's context, not one of whoever throws. */
  #raise(error: unknown): Signal {
    if (error instanceof BaseException) setContext(error, handledIn(this.frame));
    this.frame.machine.raised = error;
    return this.#proceed(error);
  }

  /** A `yield from` hands the error to its iterator; what comes back goes on from there. */
  #throwInto(iterator: unknown, error: unknown): Signal {
    const { machine } = this.frame;
    this.state = 'RUNNING';
    try {
      if (error instanceof GeneratorExit) {
        closeIterator(machine, iterator);
        throw error;
      }
      const value = throwIntoIterator(machine, iterator, error);
      this.state = 'SUSPENDED';
      return this.#outcome(YIELDED, value);
    } catch (thrown) {
      if (!(thrown instanceof StopIteration)) return this.#raise(thrown);
      this.frame.slots[this.frame.target] = thrown.value;
      this.frame.pc = this.frame.exit;
      return this.#proceed(undefined);
    }
  }

  /** gen.close(): gives the value that it returns. Throws RuntimeError where it yields instead. */
  close(): unknown {
    const { code, slots } = this.frame;
    if (this.state === 'CREATED') this.finish();
    if (this.state === 'CLOSED') return null;
    const signal = this.throw(new GeneratorExit());
    if (signal === YIELDED) throw new RuntimeError('generator ignored GeneratorExit');
    if (signal === RETURNED) return this.payload;
    const error = this.payload;
    if (!(error instanceof GeneratorExit || error instanceof StopIteration)) throw error;
    // With the exception its traceback goes, and the frame with it.
    abandonSlots(code.owned, slots);
    return null;
  }

  /** What CPython does when the last reference goes: errors are reported, not raised. */
  abandon(): void {
    if (this.state === 'RUNNING') return;
    this.isOwned = false;
    const { code, machine, slots } = this.frame;
    const isCreated = this.state === 'CREATED';
    try {
      this.close();
    } catch (error) {
      if (!(error instanceof BaseException)) throw error;
      reportIgnored(machine, this, error);
    }
    if (isCreated) abandonSlots(code.owned, slots);
  }

  /** It is over: what its frame held is let go. */
  finish(): void {
    this.state = 'CLOSED';
    this.frame.slots = NO_SLOTS;
    this.frame.caller = null;
  }

  #outcome(signal: Signal, payload: unknown): Signal {
    this.payload = payload;
    return signal;
  }

  #proceed(error: unknown): Signal {
    const { frame } = this;
    const { machine } = frame;
    this.state = 'RUNNING';
    frame.caller = machine.top;
    frame.depth = (machine.top?.depth ?? 0) + 1;
    if (frame.depth >= machine.limits.recursion) {
      this.state = 'SUSPENDED';
      return this.#outcome(THREW, new RecursionError('maximum recursion depth exceeded'));
    }
    const signal = machine.run(frame, frame, error, false);
    frame.caller = null;
    if (signal === YIELDED) this.state = 'SUSPENDED';
    else this.finish();
    return this.#outcome(signal, machine.value);
  }
}

/** An error that cannot be raised anywhere. Source: Python/errors.c (PyErr_FormatUnraisable). */
export function reportIgnored(machine: Runtime, generator: object, error: BaseException): void {
  const shown = machine.objects.repr(machine, generator);
  if (error.traceback === null && machine.top !== null) noteFrame(machine.top, error);
  machine.onIgnored?.(`Exception ignored while closing generator ${shown}:`, error);
}

/** Gives a frame the value that it waits for. */
export function receive(frame: Frame, value: unknown): void {
  frame.slots[frame.target] = value;
  frame.pc++;
}

function closeIterator(machine: Runtime, iterator: unknown): void {
  if (iterator instanceof PyGenerator) {
    iterator.close();
    return;
  }
  const close = getAttributeOr(machine, iterator, 'close');
  if (close !== undefined) machine.call(close, []);
}

/** What the iterator gives for the error. Throws that where it has no `throw`, StopIteration. */
function throwIntoIterator(machine: Runtime, iterator: unknown, error: unknown): unknown {
  if (iterator instanceof PyGenerator) {
    const signal = iterator.throw(error);
    if (signal === YIELDED) return iterator.payload;
    if (signal === THREW) throw iterator.payload;
    throw stopped(iterator.payload);
  }
  const method = getAttributeOr(machine, iterator, 'throw');
  if (method === undefined) throw error;
  return machine.call(method, [error]);
}

/** The StopIteration that carries a generator's return value. */
export function stopped(value: unknown): StopIteration {
  return value === null || value === undefined ? new StopIteration() : new StopIteration(value);
}

/**
 * The exception that `throw(…)` of a generator or coroutine is called with: a class is
 * instantiated.
 */
export function thrownBy(run: Runtime, given: unknown): unknown {
  if (given instanceof BaseException) return given;
  if (given instanceof PyClass && isSubclass(given, baseExceptionClass)) return run.call(given, []);
  throw new PyTypeError(
    `exceptions must be classes or instances deriving from BaseException, not ${typeName(given)}`,
  );
}

function outcome(generator: PyGenerator, signal: Signal): unknown {
  if (signal === YIELDED) return generator.payload;
  if (signal === THREW) throw generator.payload;
  throw stopped(generator.payload);
}

/**
 * The next item of any iterator. Throws StopIteration, with the value that a generator returned.
 */
export function nextItem(run: Interpreter, iterator: unknown): unknown {
  if (iterator instanceof PyGenerator) return outcome(iterator, iterator.send(null));
  const own = callSpecial(run, iterator, '__next__', []);
  if (own !== undefined) return own;
  const item = asNext(run, iterator).next();
  if (item !== STOP) return item;
  throw new StopIteration();
}

/** `next(iterator, default)`: as the objects layer's, and a StopIteration keeps its value. */
export const nextBuiltin = new Builtin(
  'next(iterator, default=..., /)',
  (run, iterator: unknown, fallback: unknown) => {
    try {
      return nextItem(run, iterator);
    } catch (error) {
      if (fallback !== undefined && error instanceof StopIteration) return fallback;
      throw error;
    }
  },
);

declareType(PyGenerator, generatorClass);
define(generatorClass, [
  new Builtin('__iter__(self, /)', (_run, self: PyGenerator) => self),
  new Builtin('__next__(self, /)', (_run, self: PyGenerator) => outcome(self, self.send(null))),
  new Builtin('send(self, value, /)', (_run, self: PyGenerator, value: unknown) =>
    outcome(self, self.send(value)),
  ),
  new Builtin(
    'throw(self, type, value=None, traceback=None, /)',
    (run, self: PyGenerator, type: unknown, value: unknown) =>
      outcome(self, self.throw(thrownBy(run as Runtime, value ?? type))),
  ),
  new Builtin('close(self, /)', (_run, self: PyGenerator) => self.close()),
]);
defineGetters(generatorClass, [
  new Getter('__name__', (_run, self: PyGenerator) => self.name),
  new Getter('__qualname__', (_run, self: PyGenerator) => self.qualname),
  new Getter('gi_running', (_run, self: PyGenerator) => self.state === 'RUNNING'),
]);
