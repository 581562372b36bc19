// Python arguments to asyncio's: seconds, awaitables, callbacks, and coroutines whose result is
// converted.

import { CallbackTarget } from '../../../asyncio/callback.ts';
import { Context } from '../../../asyncio/contextvars.ts';
import {
  Coroutine,
  type CoroutineState,
  RETURNED,
  type Signal,
} from '../../../asyncio/coroutines.ts';
import { PyTypeError } from '../../../asyncio/exceptions.ts';
import { Future } from '../../../asyncio/futures.ts';
import type { TaskOptions } from '../../../asyncio/task-options.ts';
import type { Interpreter } from '../../interpreter.ts';
import { awaitable as coroutineOf } from '../../machine/awaiting.ts';
import type { Runtime } from '../../machine/frame.ts';
import { specialOf } from '../../objects/special.ts';
import { typeName } from '../../objects/type-of.ts';
import { Float, NumberInstance } from '../../values.ts';

/**
 * Seconds as a float64; throws the TypeError of comparing `value` with 0, as asyncio's Python code
 * does.
 */
export function seconds(value: unknown): number {
  if (value instanceof Float) return value.value;
  if (typeof value === 'number') return value;
  if (typeof value === 'bigint' || typeof value === 'boolean') return Number(value);
  if (value instanceof NumberInstance) return Number(value.number);
  throw new PyTypeError(`'<=' not supported between instances of '${typeName(value)}' and 'int'`);
}

/** As `seconds`; None stays null. */
export function optionalSeconds(value: unknown): number | null {
  return value === null || value === undefined ? null : seconds(value);
}

/**
 * What ensure_future takes: an object with `__await__` is run by a coroutine. Throws its TypeError.
 */
export function awaitable(run: Interpreter, value: unknown): Future | Coroutine {
  if (value instanceof Future || value instanceof Coroutine) return value;
  if (specialOf(value, '__await__') !== undefined) return coroutineOf(run as Runtime, value);
  throw new PyTypeError('An asyncio.Future, a coroutine or an awaitable is required');
}

/** What `asyncio.run` takes. */
export function mainArgument(run: Interpreter, value: unknown): Coroutine {
  const runs = awaitable(run, value);
  return runs instanceof Future ? coroutineOf(run as Runtime, runs) : runs;
}

/** What create_task takes. */
export function coroutineArgument(run: Interpreter, value: unknown): Coroutine {
  if (value instanceof Coroutine) return value;
  const repr = run.objects.repr(run, value);
  throw new PyTypeError(`a coroutine was expected, got ${repr}`);
}

/** What a task or a runner takes as its context; None for the default. */
export function contextArgument(run: Interpreter, context: unknown): Context | null {
  if (context === null || context instanceof Context) return context;
  throw new PyTypeError(`a Context was expected, got ${run.objects.repr(run, context)}`);
}

/** The options of a task, by the keywords of create_task; None for the default. */
export function taskOptions(run: Interpreter, name: unknown, given: unknown): TaskOptions {
  const context = contextArgument(run, given);
  return {
    ...(name === null ? {} : { name: run.objects.str(run, name) }),
    ...(context === null ? {} : { context }),
  };
}

/**
 * A function of the program as something the loop can call, in `context`; None for a copy of the
 * current one.
 */
export function callback(
  run: Interpreter,
  callee: unknown,
  args: readonly unknown[],
  context: unknown = null,
): CallbackTarget {
  if (context !== null && !(context instanceof Context)) {
    return new ForeignCallback(run, callee, args, context);
  }
  return new ProgramCallback(run, callee, args, context);
}

/** Calls a function of the program. A closure for each would cost more. */
class ProgramCallback extends CallbackTarget {
  readonly #run: Interpreter;

  constructor(
    run: Interpreter,
    callee: unknown,
    args: readonly unknown[],
    context: Context | null,
  ) {
    super(args, callee, context);
    this.#run = run;
  }

  protected call(): void {
    this.#run.call(this.key, this.args);
  }
}

/** A callback that was given something else for a context: its `run` is called. */
export class ForeignCallback extends CallbackTarget {
  /** What was given. */
  readonly given: unknown;
  readonly #run: Interpreter;

  constructor(run: Interpreter, callee: unknown, args: readonly unknown[], given: unknown) {
    super(args, callee);
    this.given = given;
    this.#run = run;
  }

  override get holder(): null {
    return null;
  }

  protected call(): void {
    const run = this.#run;
    const { given, key, args } = this;
    run.call(run.objects.getAttribute(run, given, 'run'), [key, ...args]);
  }

  override run(): void {
    this.call();
  }
}

/** The index of an int argument: a safe number. */
export function integer(run: Interpreter, value: unknown): number {
  return Number(run.objects.index(run, value));
}

/**
 * A number of permits or parties; throws the TypeError of comparing `value`, as asyncio's Python
 * code does.
 */
export function count(value: unknown): number {
  if (value instanceof Float) return value.value;
  if (typeof value === 'number') return value;
  if (typeof value === 'bigint' || typeof value === 'boolean') return Number(value);
  if (value instanceof NumberInstance) return Number(value.number);
  throw new PyTypeError(`'<' not supported between instances of '${typeName(value)}' and 'int'`);
}

/** A coroutine with its result converted. */
export class Converted extends Coroutine {
  readonly isPrimitive: boolean;
  readonly #inner: Coroutine;
  readonly #convert: (result: unknown) => unknown;

  constructor(inner: Coroutine, convert: (result: unknown) => unknown) {
    super();
    this.#inner = inner;
    this.#convert = convert;
    this.isPrimitive = (inner as { isPrimitive?: boolean }).isPrimitive === true;
  }

  get name(): string {
    return this.#inner.name;
  }

  get state(): CoroutineState {
    return this.#inner.state;
  }

  override calls(): readonly string[] {
    return this.#inner.calls();
  }

  send(value: unknown): Signal {
    this.started = true;
    return this.#pass(this.#inner.send(value));
  }

  throw(error: unknown): Signal {
    this.started = true;
    return this.#pass(this.#inner.throw(error));
  }

  #pass(signal: Signal): Signal {
    const payload = this.#inner.payload;
    this.payload = signal === RETURNED ? this.#convert(payload) : payload;
    return signal;
  }
}
