// The seam between tasks and whatever they drive. A coroutine is resumed with `send` or `throw` and
// answers with a signal; what it yielded, returned or threw is in `payload`, so a resume allocates
// nothing. JavaScript generators are one implementation (GeneratorCoroutine), compiled scenarios
// another; nothing in this layer assumes either, nor that an exception is a JavaScript Error.
//
// What a coroutine may yield to its task: null (a bare yield: go on in the next iteration), a
// Future (wait for it), a Coroutine (await it: the task pushes it on its own frame stack), anything
// else is a bad yield.
//
// `yield* coroutine` in a generator function yields the coroutine itself to the task, once, so a
// chain of awaits costs O(1) a resume at any depth.

import type { Position } from '../base/span.ts';
import { invariant, SimulationStop } from '../base/stop.ts';
import { GeneratorExit, RuntimeError, StopIteration } from './exceptions.ts';

/** It waits for `payload`. */
export const YIELDED = 0;
/** It ended; `payload` is its value. */
export const RETURNED = 1;
/** It ended; `payload` is what it threw. */
export const THREW = 2;
/** Its slice is used up in the middle of a step: call `send(undefined)` again to go on. */
export const PREEMPTED = 3;
export type Signal = typeof YIELDED | typeof RETURNED | typeof THREW | typeof PREEMPTED;

/** `inspect.getcoroutinestate`, in its words. */
export type CoroutineState = 'CREATED' | 'RUNNING' | 'SUSPENDED' | 'CLOSED';

export abstract class Coroutine<T = unknown> implements Iterable<unknown, T, unknown> {
  // Many are made, and most live for one step. The fields of a class that is extended are assigned
  // by its constructor: V8 takes five times as long to run initialisers from a subclass.
  /** Outcome of the last resume: what was yielded, returned or thrown. */
  declare payload: unknown;
  /** Who awaits it on its task's stack; null for the outermost. */
  declare caller: Coroutine | null;
  /** Four times the depth, and the two flags: one field of many objects. */
  declare private place: number;

  constructor() {
    this.payload = undefined;
    this.caller = null;
    this.place = 0;
  }

  /** Whether something awaits or drives it already: a coroutine is awaited once. */
  get started(): boolean {
    return (this.place & 1) !== 0;
  }

  set started(value: boolean) {
    this.place = (this.place & ~1) | (value ? 1 : 0);
  }

  /**
   * It was begun by the coroutine that awaits it, which yields it to the task when it has to wait:
   * `payload` is what it waits for. The task puts it on its stack and goes on with that.
   */
  get handedOver(): boolean {
    return (this.place & 2) !== 0;
  }

  set handedOver(value: boolean) {
    this.place = (this.place & ~2) | (value ? 2 : 0);
  }

  /** Callers below it on that stack. */
  get depth(): number {
    return this.place >> 2;
  }

  set depth(value: number) {
    this.place = (this.place & 3) | (value << 2);
  }

  /** Its `__qualname__`, for traces and tracebacks. */
  abstract readonly name: string;
  abstract readonly state: CoroutineState;
  /** Resumes it with a value (undefined at first). */
  abstract send(value: unknown): Signal;
  /** Resumes it by throwing `error` at the place where it waits. */
  abstract throw(error: unknown): Signal;

  /** Where it stands in the source, if it has one. */
  get position(): Position | null {
    return null;
  }

  /**
   * The coroutines of CPython's library that it stands for, outermost first, by the names that
   * library-frames.ts knows them by. Only asked by who looks at a stack.
   */
  calls(): readonly string[] {
    return [this.name];
  }

  /**
   * Ends it: throws GeneratorExit at the place where it waits.
   * Throws RuntimeError where it yields instead of ending. Source: Objects/genobject.c (gen_close).
   */
  close(): void {
    if (this.state === 'CLOSED') return;
    this.started = true;
    const exit = new GeneratorExit();
    const signal = this.throw(exit);
    if (signal === YIELDED) throw new RuntimeError('coroutine ignored GeneratorExit');
    invariant(signal !== PREEMPTED, 'a closing coroutine is not preempted');
    if (signal === THREW && this.payload !== exit) throw this.payload;
  }

  [Symbol.iterator](): Iterator<unknown, T, unknown> {
    return new Delegation<T>(this);
  }
}

/** What `yield* coroutine` runs: hands the coroutine to the task, then passes on how it ended. */
class Delegation<T> implements Iterator<unknown, T, unknown> {
  #coroutine: Coroutine<T> | null;

  constructor(coroutine: Coroutine<T>) {
    this.#coroutine = coroutine;
  }

  next(value: unknown): IteratorResult<unknown, T> {
    const coroutine = this.#coroutine;
    if (coroutine === null) return { done: true, value: value as T };
    this.#coroutine = null;
    return { done: false, value: coroutine };
  }

  throw(error: unknown): IteratorResult<unknown, T> {
    throw error;
  }
}

/** A coroutine whose body is a JavaScript generator. */
export class GeneratorCoroutine<T> extends Coroutine<T> {
  readonly name: string;
  state: CoroutineState = 'CREATED';
  readonly #generator: Generator<unknown, T, unknown>;

  constructor(generator: Generator<unknown, T, unknown>, name: string) {
    super();
    this.#generator = generator;
    this.name = name;
  }

  send(value: unknown): Signal {
    if (this.state === 'CLOSED') return this.closed();
    this.state = 'RUNNING';
    try {
      return this.settle(this.#generator.next(value));
    } catch (error) {
      return this.fail(error);
    }
  }

  throw(error: unknown): Signal {
    if (this.state === 'CLOSED') return this.closed();
    this.state = 'RUNNING';
    try {
      return this.settle(this.#generator.throw(error));
    } catch (thrown) {
      return this.fail(thrown);
    }
  }

  private settle(result: IteratorResult<unknown, T>): Signal {
    this.payload = result.value;
    if (result.done === true) {
      this.state = 'CLOSED';
      return RETURNED;
    }
    this.state = 'SUSPENDED';
    return YIELDED;
  }

  private fail(error: unknown): Signal {
    if (error instanceof SimulationStop) throw error;
    this.state = 'CLOSED';
    this.payload = error;
    if (error instanceof StopIteration) {
      const wrapped = new RuntimeError('coroutine raised StopIteration');
      wrapped.cause = error;
      wrapped.context = error;
      this.payload = wrapped;
    }
    return THREW;
  }

  private closed(): Signal {
    this.payload = new RuntimeError('cannot reuse already awaited coroutine');
    return THREW;
  }
}

/** A generator function's body as a coroutine's body. */
export type CoroutineFunction<A extends readonly unknown[], T> = (
  ...args: A
) => Generator<unknown, T, unknown>;

/**
 * Makes a coroutine function of a generator function. Calling it runs nothing: it gives a
 * coroutine, to be awaited with `yield*` or handed to `createTask`, with the generator's result
 * type.
 */
export function coroutine<A extends readonly unknown[], T>(
  body: CoroutineFunction<A, T>,
  name: string = body.name,
): (...args: A) => Coroutine<T> {
  const call = (...args: A): Coroutine<T> => new GeneratorCoroutine(body(...args), name);
  return Object.defineProperty(call, 'name', { value: name });
}

/** What a task drives that was made of a coroutine which someone awaits or has awaited already. */
export const reused = coroutine(function* (): Generator<unknown, never, unknown> {
  throw new RuntimeError('cannot reuse already awaited coroutine');
}, 'reused');
