// `await` and its kin: what a value that is awaited is turned into. Futures that are done give
// their result at once; primitives of asyncio are resumed in place; other coroutines are handed to
// the task. Source: CPython Objects/genobject.c (_PyCoro_GetAwaitableIter), Python/ceval.c
// (format_awaitable_error).

import type { CoroutineState, Signal } from '../../asyncio/coroutines.ts';
import { Coroutine, RETURNED, THREW, YIELDED } from '../../asyncio/coroutines.ts';
import { PyTypeError, RuntimeError, StopIteration } from '../../asyncio/exceptions.ts';
import { Future } from '../../asyncio/futures.ts';
import { getAttributeOr } from '../objects/attributes.ts';
import { builtinClass, declareType, define } from '../objects/classes.ts';
import { asNext, PyIterator, STOP } from '../objects/iteration.ts';
import { callFound, specialOf } from '../objects/special.ts';
import { typeName, typeOf } from '../objects/type-of.ts';
import { Builtin } from '../values.ts';
import { push } from './calls.ts';
import { drive } from './drive.ts';
import { type Frame, type Runtime, YIELD } from './frame.ts';
import { FrameCoroutine } from './frame-coroutine.ts';
import { PyGenerator, stopped, thrownBy } from './generator.ts';

/** A coroutine that drivers may resume in place. */
interface Primitive {
  readonly isPrimitive?: boolean;
}

/**
 * Words for what cannot be awaited where it came from a protocol's method, given its type's name.
 */
export type Receiver = (type: string) => string;

export function isPrimitive(coroutine: Coroutine): boolean {
  return (coroutine as Primitive).isPrimitive === true;
}

/**
 * Awaits a value from an operation of `frame`: its result will be in slot `target` at `next`.
 * Throws what it raises, and TypeError for what cannot be awaited.
 */
export function awaitValue(
  frame: Frame,
  value: unknown,
  target: number,
  next: number,
  receiver: Receiver | null = null,
): number {
  if (value instanceof FrameCoroutine) {
    if (value.started || !frame.machine.pushesAwaits) return hand(frame, value, target);
    const answer = push(frame, value.frame, target);
    value.begin();
    return answer;
  }
  if (value instanceof Future) {
    if (value.done()) {
      frame.slots[target] = given(value.result());
      return next;
    }
    return hand(frame, value, target);
  }
  if (!(value instanceof Coroutine)) {
    const message = receiver === null ? undefined : receiver(typeName(value));
    return awaitValue(frame, awaitable(frame.machine, value, message), target, next);
  }
  if (!isPrimitive(value)) return hand(frame, value, target);
  const signal = value.send(undefined);
  if (signal === THREW) throw value.payload;
  if (signal === RETURNED) {
    frame.slots[target] = given(value.payload);
    return next;
  }
  frame.delegate = value;
  return hand(frame, value.payload, target);
}

function given(value: unknown): unknown {
  return value === undefined ? null : value;
}

function hand(frame: Frame, value: unknown, target: number): number {
  frame.target = target;
  frame.machine.value = value;
  return YIELD;
}

/**
 * The coroutine that stands for what is awaited. Throws TypeError (`message`) for what cannot be.
 */
export function awaitable(machine: Runtime, value: unknown, message?: string): Coroutine {
  if (value instanceof Coroutine) return value;
  if (value instanceof Future) return new FutureCoroutine(value);
  const method = specialOf(value, '__await__');
  if (method === undefined || method === null) {
    throw new PyTypeError(message ?? `'${typeName(value)}' object can't be awaited`);
  }
  const iterator = callFound(machine, method, value, []);
  if (iterator instanceof Coroutine) {
    throw new PyTypeError('__await__() returned a coroutine');
  }
  if (iterator instanceof AwaitIterator) return iterator.whole();
  const isIterator = iterator instanceof PyIterator || isNextable(iterator);
  if (isIterator) return new IteratorCoroutine(machine, iterator);
  throw new PyTypeError(`__await__() returned non-iterator of type '${typeName(iterator)}'`);
}

function isNextable(value: unknown): boolean {
  return specialOf(value, '__next__') !== undefined;
}

/** Drives an iterator as a coroutine: what it gives is yielded to the task. */
export class IteratorCoroutine extends Coroutine {
  readonly isPrimitive: boolean = true;
  state: CoroutineState = 'CREATED';
  readonly name: string;
  readonly #machine: Runtime;
  readonly #iterator: unknown;

  constructor(machine: Runtime, iterator: unknown) {
    super();
    this.#machine = machine;
    this.#iterator = iterator;
    this.name = iterator instanceof PyGenerator ? iterator.qualname : typeOf(iterator).name;
  }

  send(value: unknown): Signal {
    this.started = true;
    const iterator = this.#iterator;
    if (iterator instanceof PyGenerator) {
      return this.#settle(iterator.send(value ?? null), iterator.payload);
    }
    return this.#attempt(() => this.#next(value ?? null));
  }

  throw(error: unknown): Signal {
    this.started = true;
    const iterator = this.#iterator;
    if (iterator instanceof PyGenerator) {
      return this.#settle(iterator.throw(error), iterator.payload);
    }
    return this.#attempt(() => {
      if (iterator instanceof AwaitIterator) return iterator.throwIn(error);
      const method = getAttributeOr(this.#machine, iterator, 'throw');
      if (method === undefined) throw error;
      return this.#machine.call(method, [error]);
    });
  }

  #next(value: unknown): unknown {
    const send = value === null ? undefined : getAttributeOr(this.#machine, this.#iterator, 'send');
    if (send !== undefined) return this.#machine.call(send, [value]);
    const next = specialOf(this.#iterator, '__next__');
    if (next !== undefined) return callFound(this.#machine, next, this.#iterator, []);
    const item = asNext(this.#machine, this.#iterator).next();
    if (item === STOP) throw new StopIteration();
    return item;
  }

  #attempt(act: () => unknown): Signal {
    try {
      return this.#settle(YIELDED, act());
    } catch (error) {
      if (error instanceof StopIteration) return this.#settle(RETURNED, error.value);
      if (error instanceof Error) throw error;
      return this.#settle(THREW, error);
    }
  }

  #settle(signal: Signal, payload: unknown): Signal {
    this.payload = payload;
    this.state = signal === YIELDED ? 'SUSPENDED' : 'CLOSED';
    return signal;
  }
}

/** `future.__await__()` and `coroutine.__await__()`: an iterator over what the task is given. */
export class AwaitIterator extends PyIterator {
  readonly #awaited: Coroutine | Future;
  #isBegun = false;

  constructor(awaited: Coroutine | Future) {
    super();
    this.#awaited = awaited;
  }

  /** The awaited itself, as something that a frame can wait for. */
  whole(): Coroutine {
    const awaited = this.#awaited;
    return awaited instanceof Coroutine ? awaited : new FutureCoroutine(awaited);
  }

  next(): unknown {
    return this.send(null);
  }

  /** As a generator's: the value that the task gets; the result as StopIteration. */
  send(value: unknown): unknown {
    const awaited = this.#awaited;
    if (awaited instanceof Coroutine) return drive(awaited, value, false);
    if (awaited.done()) throw stopped(awaited.result());
    if (this.#isBegun) throw new RuntimeError("await wasn't used with future");
    this.#isBegun = true;
    return awaited;
  }

  throwIn(error: unknown): unknown {
    const awaited = this.#awaited;
    if (awaited instanceof Coroutine) return drive(awaited, error, true);
    throw error;
  }
}
const wrapperClass = builtinClass('coroutine_wrapper');
declareType(AwaitIterator, wrapperClass);
define(wrapperClass, [
  new Builtin('__iter__(self, /)', (_run, self: AwaitIterator) => self),
  new Builtin('__next__(self, /)', (_run, self: AwaitIterator) => self.send(null)),
  new Builtin('send(self, value, /)', (_run, self: AwaitIterator, value: unknown) =>
    self.send(value),
  ),
  new Builtin(
    'throw(self, type, value=None, traceback=None, /)',
    (run, self: AwaitIterator, type: unknown, value: unknown) =>
      self.throwIn(thrownBy(run as Runtime, value ?? type)),
  ),
]);

/** Waits for one future. */
class FutureCoroutine extends Coroutine {
  readonly isPrimitive: boolean = true;
  readonly name = 'Future';
  state: CoroutineState = 'CREATED';
  readonly #future: Future;

  constructor(future: Future) {
    super();
    this.#future = future;
  }

  send(): Signal {
    this.started = true;
    if (!this.#future.done()) {
      this.state = 'SUSPENDED';
      this.payload = this.#future;
      return YIELDED;
    }
    this.state = 'CLOSED';
    if (this.#future.failed()) {
      this.payload = this.#future.takeError();
      return THREW;
    }
    this.payload = this.#future.result();
    return RETURNED;
  }

  throw(error: unknown): Signal {
    this.started = true;
    this.state = 'CLOSED';
    this.payload = error;
    return THREW;
  }
}
