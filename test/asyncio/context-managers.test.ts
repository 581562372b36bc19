// `using` is `async with`: what is entered is left, and what leaves may be swallowed.
import { describe, expect, test } from 'vitest';
import { Immediate } from '../../src/asyncio/context-managers.ts';
import { RETURNED, THREW } from '../../src/asyncio/coroutines.ts';
import * as sim from '../../src/index.ts';
import { attempt, type Body, show } from './observe.ts';

const { coroutine, using, ValueError } = sim;

class Manager implements sim.AsyncContextManager<string> {
  readonly seen: string[] = [];
  readonly #swallows: boolean;

  constructor(swallows: boolean) {
    this.#swallows = swallows;
  }

  *aenter(): Body<string> {
    yield* sim.sleep(1);
    this.seen.push('entered');
    return 'value';
  }

  *aexit(error: unknown): Body<boolean> {
    yield* sim.sleep(1);
    this.seen.push(`left with ${show(error)}`);
    return this.#swallows;
  }
}

const runWith = (manager: Manager, body: (value: string) => Body): unknown => {
  return sim.run(
    coroutine(function* (): Body {
      return yield* attempt(
        ValueError,
        () => using(manager, body),
        (error) => manager.seen.push(`outside ${show(error)}`),
      );
    })(),
  );
};

function* fails(): Body {
  throw new ValueError('x');
}

describe('using', () => {
  test('gives the body its value and hands on the result', () => {
    const manager = new Manager(false);
    const result = runWith(manager, function* (value) {
      return `${value} used`;
    });
    expect([result, manager.seen]).toEqual(['value used', ['entered', 'left with None']]);
  });

  test('tells the manager of an error, which goes on', () => {
    const manager = new Manager(false);
    runWith(manager, fails);
    expect(manager.seen).toEqual([
      'entered',
      "left with ValueError('x')",
      "outside ValueError('x')",
    ]);
  });

  test('swallows an error that the manager swallows', () => {
    const manager = new Manager(true);
    expect(runWith(manager, fails)).toBe(undefined);
    expect(manager.seen).toEqual(['entered', "left with ValueError('x')"]);
  });

  test('lets a limit through: no manager can hold it', () => {
    const main = coroutine(function* (): Body<void> {
      yield* using(new sim.TaskGroup(), function* (group) {
        for (;;) group.createTask(sim.sleep(1));
      });
    });
    let message: unknown = null;
    try {
      sim.run(main(), { maxTasks: 5 });
    } catch (error) {
      message = (error as sim.SimulationStop).message;
    }
    expect(message).toBe('limit reached: tasks alive (5); raise it with --max-tasks');
  });
});

describe('an immediate operation', () => {
  test('acts when it is awaited, not when it is made', () => {
    const acts: string[] = [];
    const operation = new Immediate('act', () => acts.push('acted'));
    expect(acts).toEqual([]);
    expect([operation.send(undefined), operation.payload, acts]).toEqual([RETURNED, 1, ['acted']]);
  });

  test('throws what its act throws', () => {
    const error = new ValueError('x');
    const operation = new Immediate('act', () => {
      throw error;
    });
    expect([operation.send(undefined), operation.payload]).toEqual([THREW, error]);
  });
});
