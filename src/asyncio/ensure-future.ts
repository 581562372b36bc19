// ensure_future: a coroutine becomes a task, a future stays what it is. Source: CPython
// asyncio/tasks.py.

import type { EventLoop } from './base-events.ts';
import { Coroutine, GeneratorCoroutine } from './coroutines.ts';
import { getRunningLoop } from './events.ts';
import { PyTypeError, ValueError } from './exceptions.ts';
import { Future } from './futures.ts';

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
 * ValueError for a future of another loop than the one given.
 */
export function ensureFuture<T>(value: Runs<T>, loop?: EventLoop | null): Future<T> {
  if (value instanceof Future) {
    if (loop != null && value.loop !== loop) {
      throw new ValueError(
        'The future belongs to a different loop than the one specified as the loop argument',
      );
    }
    return value;
  }
  return (loop ?? getRunningLoop()).createTask(asCoroutine(value));
}
