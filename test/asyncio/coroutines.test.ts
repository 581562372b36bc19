// The seam between tasks and coroutines: signals, states, closing, and the await stack.
import { describe, expect, test } from 'vitest';
import {
  coroutine,
  GeneratorCoroutine,
  RETURNED,
  THREW,
  YIELDED,
} from '../../src/asyncio/coroutines.ts';
import { DefaultHost } from '../../src/asyncio/host.ts';
import { LimitReached } from '../../src/base/stop.ts';
import * as sim from '../../src/index.ts';
import { attempt, attemptNow, type Body, loop } from './observe.ts';

const { createTask, RuntimeError, ValueError } = sim;

const echo = coroutine(function* (first: unknown): Body {
  const second = yield first;
  try {
    yield second;
  } catch (error) {
    return error;
  }
  return null;
}, 'echo');

describe('a coroutine of a generator', () => {
  test('answers with signals and states', () => {
    const each = echo('a');
    const steps: unknown[] = [each.state, each.name];
    steps.push(each.send(undefined), each.payload, each.state);
    steps.push(each.send('b'), each.payload);
    steps.push(each.throw('c'), each.payload, each.state);
    expect(steps).toEqual([
      ...['CREATED', 'echo', YIELDED, 'a', 'SUSPENDED', YIELDED, 'b'],
      ...[RETURNED, 'c', 'CLOSED'],
    ]);
  });

  test('that is thrown into before it began does not begin', () => {
    const each = echo('a');
    expect([each.throw('x'), each.payload, each.state]).toEqual([THREW, 'x', 'CLOSED']);
  });

  test('that is over cannot go on', () => {
    for (const resume of ['send', 'throw'] as const) {
      const each = echo('a');
      each.close();
      expect(each[resume]('x')).toBe(THREW);
      expect((each.payload as sim.RuntimeError).args).toEqual([
        'cannot reuse already awaited coroutine',
      ]);
    }
  });

  test('runs its finally when it is closed, and only if it began', () => {
    const seen: string[] = [];
    const guarded = coroutine(function* (name: string): Body<void> {
      try {
        yield null;
      } finally {
        seen.push(name);
      }
    });
    const [begun, fresh] = [guarded('begun'), guarded('fresh')];
    begun.send(undefined);
    for (const each of [begun, fresh, begun]) each.close();
    expect([seen, begun.state, fresh.state]).toEqual([['begun'], 'CLOSED', 'CLOSED']);
  });

  test('that yields while it is closed is refused', () => {
    const stubborn = coroutine(function* (): Body<void> {
      try {
        yield null;
      } finally {
        yield null;
      }
    })();
    stubborn.send(undefined);
    let message: unknown = null;
    attemptNow(
      RuntimeError,
      () => stubborn.close(),
      (error) => {
        message = error.args[0];
      },
    );
    expect(message).toBe('coroutine ignored GeneratorExit');
  });

  test('that raises StopIteration raises RuntimeError from it', () => {
    const stop = new sim.StopIteration(1);
    const each = coroutine(function* (): Body {
      throw stop;
    })();
    expect(each.send(undefined)).toBe(THREW);
    const error = each.payload as sim.RuntimeError;
    expect([error.args, error.cause]).toEqual([['coroutine raised StopIteration'], stop]);
  });

  test('lets what ends the simulation through', () => {
    const stop = new LimitReached('x', 1, '--x');
    const each = coroutine(function* (): Body {
      throw stop;
    })();
    let thrown: unknown = null;
    try {
      each.send(undefined);
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toBe(stop);
  });

  test('has the name of its function, or the one that it is given', () => {
    const named = coroutine(function* worker(): Body<void> {});
    expect([
      named().name,
      new GeneratorCoroutine((function* (): Body<void> {})(), 'other').name,
    ]).toEqual(['worker', 'other']);
  });
});

describe('awaiting', () => {
  test('gives values and errors to whoever awaits', () => {
    const inner = coroutine(function* (fails: boolean): Body<string> {
      yield null;
      if (fails) throw new ValueError('inner');
      return 'value';
    });
    const main = coroutine(function* (): Body {
      const value = yield* inner(false);
      let error: unknown = null;
      yield* attempt(
        ValueError,
        () => inner(true),
        (raised) => {
          error = raised.args[0];
        },
      );
      return [value, error];
    });
    expect(sim.run(main())).toEqual(['value', 'inner']);
  });

  test('a coroutine that another task awaits is refused', () => {
    const main = coroutine(function* (): Body {
      const shared = sim.coroutine(function* (): Body<void> {
        yield null;
        yield null;
      })();
      const first = createTask(
        coroutine(function* (): Body<void> {
          yield* shared;
        })(),
      );
      yield null;
      let message: unknown = null;
      yield* attempt(
        RuntimeError,
        () => shared,
        (error) => {
          message = error.args[0];
        },
      );
      yield* first;
      return message;
    });
    expect(sim.run(main())).toBe('coroutine is being awaited already');
  });

  test('costs no JavaScript stack, however deep', () => {
    const deep = coroutine(function* (left: number): Body<number> {
      if (left === 0) {
        yield* sim.sleep(1);
        return 0;
      }
      return 1 + (yield* deep(left - 1));
    });
    expect(sim.run(deep(100_000), { recursionLimit: 100_002 })).toBe(100_000);
  });
});

describe('the await stack', () => {
  const deep = coroutine(function* (depth: number): Body<number> {
    return depth === 1 ? 1 : 1 + ((yield* deep(depth - 1)) as number);
  });
  const runDeep = (depth: number, recursionLimit: number): unknown => {
    return sim.run(deep(depth), { recursionLimit });
  };

  test('holds as many coroutines as the limit says', () => {
    expect(runDeep(49, 50)).toBe(49);
    expect(runDeep(50, 50)).toBe(50);
  });

  test('refuses one more with a RecursionError that the program may catch', () => {
    const main = coroutine(function* (depth: number): Body {
      return yield* attempt(
        sim.RecursionError,
        () => deep(depth),
        (error) => loop().host.report({ message: String(error.args[0]) }),
      );
    });
    const host = new DefaultHost();
    expect(sim.run(main(49), { recursionLimit: 50, host })).toBe(49);
    sim.run(main(50), { recursionLimit: 50, host });
    expect(host.reports).toEqual([{ message: 'maximum recursion depth exceeded' }]);
  });
});
