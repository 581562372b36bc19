// `async with` for TypeScript: a manager has `aenter` and `aexit`, and `using` runs a body between
// them. Source: the language reference, "The async with statement".

import { invariant, SimulationStop } from '../base/stop.ts';
import { Operation } from './operation.ts';

/** Something that can be awaited with `yield*`. */
export type Awaitable<T> = Iterable<unknown, T, unknown>;

export interface AsyncContextManager<V> {
  aenter(): Awaitable<V>;
  /** `error` is what the body threw, null for nothing; true swallows it. */
  aexit(error: unknown): Awaitable<boolean>;
}

/**
 * `async with manager as value: body(value)`; gives the body's result, undefined if it was
 * swallowed.
 */
export function* using<V, T>(
  manager: AsyncContextManager<V>,
  body: (value: V) => Iterable<unknown, T, unknown>,
): Generator<unknown, T, unknown> {
  const value = yield* manager.aenter();
  let result: T;
  try {
    result = yield* body(value);
  } catch (error) {
    if (error instanceof SimulationStop) throw error;
    if (yield* manager.aexit(error)) return undefined as T;
    throw error;
  }
  yield* manager.aexit(null);
  return result;
}

/** An operation that never waits. */
export class Immediate<T> extends Operation<T> {
  readonly name: string;
  readonly #act: () => T;

  constructor(name: string, act: () => T) {
    super();
    this.name = name;
    this.#act = act;
  }

  protected override attempt(): boolean {
    this.payload = this.#act();
    return true;
  }

  protected override *wait(): Generator<unknown, T, unknown> {
    invariant(false, 'an immediate operation does not wait');
  }
}
