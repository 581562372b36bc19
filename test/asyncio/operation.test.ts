// A primitive's coroutine: done at once where that is possible, in place, and used once.
import { describe, expect, test } from 'vitest';
import { RETURNED, THREW, YIELDED } from '../../src/asyncio/coroutines.ts';
import { Operation } from '../../src/asyncio/operation.ts';
import { LimitReached } from '../../src/base/stop.ts';
import * as sim from '../../src/index.ts';
import { attempt, type Body } from './observe.ts';

const { coroutine, ValueError } = sim;

class Attempt extends Operation<string> {
  readonly name = 'attempt';
  readonly #act: () => boolean;
  readonly #body: () => Generator<unknown, string, unknown>;

  constructor(act: () => boolean, body: () => Generator<unknown, string, unknown>) {
    super();
    this.#act = act;
    this.#body = body;
  }

  protected override attempt(): boolean {
    this.payload = 'at once';
    return this.#act();
  }

  protected override wait(): Generator<unknown, string, unknown> {
    return this.#body();
  }
}

const twoYields = function* (): Generator<unknown, string, unknown> {
  const first = yield 'one';
  const second = yield first;
  return `waited for ${second}`;
};

const raise = (error: unknown): never => {
  throw error;
};

describe('an operation', () => {
  test('that succeeds at once never waits', () => {
    const operation = new Attempt(
      () => true,
      () => raise(new Error('waits')),
    );
    expect([operation.state, operation.send(undefined)]).toEqual(['CREATED', RETURNED]);
    expect([operation.payload, operation.state]).toEqual(['at once', 'CLOSED']);
  });

  test('that does not is driven as any coroutine', () => {
    const operation = new Attempt(() => false, twoYields);
    const steps = [operation.send(undefined), operation.payload, operation.state];
    steps.push(operation.send('x'), operation.payload);
    steps.push(operation.send('y'), operation.payload, operation.state);
    expect(steps).toEqual([
      ...[YIELDED, 'one', 'SUSPENDED', YIELDED, 'x'],
      ...[RETURNED, 'waited for y', 'CLOSED'],
    ]);
  });

  test('that fails in its attempt or while it waits throws', () => {
    const error = new ValueError('x');
    const early = new Attempt(() => raise(error), twoYields);
    expect([early.send(undefined), early.payload, early.state]).toEqual([THREW, error, 'CLOSED']);
    const late = new Attempt(() => false, twoYields);
    late.send(undefined);
    expect([late.throw(error), late.payload, late.state]).toEqual([THREW, error, 'CLOSED']);
  });

  test('that is thrown into before it began never begins', () => {
    let began = false;
    const operation = new Attempt(() => {
      began = true;
      return true;
    }, twoYields);
    expect([operation.throw('x'), operation.payload, began]).toEqual([THREW, 'x', false]);
  });

  test('is used once', () => {
    const operation = new Attempt(() => true, twoYields);
    operation.send(undefined);
    expect(operation.send(undefined)).toBe(THREW);
    expect((operation.payload as sim.RuntimeError).args).toEqual([
      'cannot reuse already awaited coroutine',
    ]);
  });

  test('lets what ends the simulation through', () => {
    const stop = new LimitReached('x', 1, '--x');
    let thrown: unknown = null;
    try {
      new Attempt(() => raise(stop), twoYields).send(undefined);
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toBe(stop);
  });

  test('gives a generator that awaits it its value, its yields and its errors in place', () => {
    const body = (function* (): Body {
      const atOnce = yield* new Attempt(() => true, twoYields);
      const waited = yield* new Attempt(() => false, twoYields);
      const failed = yield* attempt(
        ValueError,
        () => new Attempt(() => false, twoYields),
        () => null,
      );
      return [atOnce, waited, failed];
    })();
    const seen = [body.next(), body.next('a'), body.next('b'), body.throw(new ValueError('x'))];
    expect(seen.map(({ value }) => value)).toEqual([
      'one',
      'a',
      'one',
      ['at once', 'waited for b', undefined],
    ]);
  });

  test('is not begun by being made', () => {
    const main = coroutine(function* (): Body {
      const lock = new sim.Lock();
      const acquire = lock.acquire();
      const before = lock.locked();
      yield* acquire;
      return [before, lock.locked()];
    });
    expect(sim.run(main())).toEqual([false, true]);
  });
});
