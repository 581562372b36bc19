// ensure_future: a coroutine becomes a task, a future stays what it is. Source: CPython
// asyncio/tasks.py.

import type { EventLoop } from './base-events.ts';
import { Coroutine, GeneratorCoroutine } from './coroutines.ts';
import { getRunningLoop } from './events.ts';
import { AttributeError, PyTypeError, RuntimeError, ValueError } from './exceptions.ts';
import { Future } from './futures.ts';
import { ENSURE_FUTURE } from './library-places.ts';

/** What can be run concurrently: a coroutine (or a bare generator object) or a future. */
export type Runs<T> = Coroutine<T> | Future<T> | Generator<unknown, T, unknown>;

/** What gather and its kin give for an argument. */
export type ResultOf<R> = R extends Runs<infer T> ? T : never;

/**
 * Makes a coroutine of what a TypeScript program may hand over. Throws TypeError for anything else.
 */
export function asCoroutine<T>(value: Coroutine<T> | Generator<unknown, T, unknown>): Coroutine<T> {
  if (value instanceof Coroutine) return value;
  if (typeof value === 'object' && value !== null && typeof value.next === 'function') {
    return new GeneratorCoroutine<T>(value, 'generator');
  }
  throw new PyTypeError('An asyncio.Future, a coroutine or an awaitable is required');
}

/**
 * A future for `value`: itself, or a new task. Throws TypeError for what cannot be awaited,
 * ValueError for a future of another loop than the one given, AttributeError where the task factory
 * made something without `attribute`, which is what the caller asks of it first.
 */
export function ensureFuture<T>(
  value: Runs<T>,
  loop?: EventLoop | null,
  attribute: FutureAttribute = 'done',
): Future<T> {
  if (value instanceof Future) {
    if (loop != null && value.loop !== loop) {
      throw new ValueError(
        'The future belongs to a different loop than the one specified as the loop argument',
      );
    }
    return value;
  }
  const coroutine = asCoroutine(value);
  const runs = loop ?? getRunningLoop();
  try {
    const made = madeFuture(runs, runs.createTask(coroutine), attribute);
    runs.debugging?.amend(made, ENSURE_FUTURE);
    return made;
  } catch (error) {
    if (error instanceof RuntimeError && coroutine.state === 'CREATED') coroutine.close();
    throw error;
  }
}

/** What is asked first of that which a task factory has made. */
export type FutureAttribute = 'done' | 'add_done_callback' | '_log_destroy_pending';

/** `made`, if it is a future: a program's task factory may give anything. Throws AttributeError. */
export function madeFuture<T>(
  loop: EventLoop,
  made: Future<T>,
  attribute: FutureAttribute,
): Future<T> {
  if (made instanceof Future) return made;
  const isSet = attribute === '_log_destroy_pending';
  const text = `'${loop.host.typeName(made)}' object has no attribute '${attribute}'`;
  throw new AttributeError(isSet ? `${text} and no __dict__ for setting new attributes` : text);
}
