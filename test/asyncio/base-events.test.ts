// The event loop: callbacks, closing, and its limits.
import { describe, expect, test } from 'vitest';
import { Counters, EventLoop } from '../../src/asyncio/base-events.ts';
import * as sim from '../../src/index.ts';
import { VirtualClock } from '../../src/kernel/clock.ts';
import { attemptNow, type Body, loop, range } from './observe.ts';

const { coroutine, sleep } = sim;

const refusal = (act: () => unknown): unknown => {
  let message: unknown = null;
  attemptNow(sim.RuntimeError, act, (error) => {
    message = error.args[0];
  });
  return message;
};

describe('a closed loop', () => {
  test('refuses everything', () => {
    const events = new EventLoop();
    events.callSoon(() => null);
    events.close();
    const acts = [
      () => events.run(),
      () => events.callSoon(() => null),
      () => events.callAt(1, () => null),
      () => events.callLater(1, () => null),
      () => events.createTask(sleep(1)),
    ];
    expect(acts.map(refusal)).toEqual(Array(5).fill('Event loop is closed'));
    expect(events.isClosed()).toBe(true);
  });

  test('cannot be one that runs', () => {
    const events = new EventLoop();
    const seen: unknown[] = [];
    events.callSoon(() => seen.push(refusal(() => events.close())));
    events.run();
    expect(seen).toEqual(['Cannot close a running event loop']);
  });
});

describe('a limit of tasks', () => {
  const alive = (count: number): (() => void) => {
    const main = coroutine(function* (): Body<void> {
      yield* sim.gather(range(count).map(() => sleep(1)));
    });
    return () => sim.run(main(), { maxTasks: 10 });
  };
  const stopOf = (act: () => void): string | null => {
    try {
      act();
    } catch (error) {
      return (error as sim.SimulationStop).message;
    }
    return null;
  };

  test('counts those that are alive, main included', () => {
    expect([8, 9].map((count) => stopOf(alive(count)))).toEqual([null, null]);
    expect(stopOf(alive(10))).toBe('limit reached: tasks alive (10); raise it with --max-tasks');
  });

  test('does not count those that are done', () => {
    const main = coroutine(function* (): Body<void> {
      for (let i = 0; i < 100; i++) yield* sim.createTask(sleep(1));
    });
    expect(stopOf(() => sim.run(main(), { maxTasks: 2 }))).toBe(null);
  });
});

describe('several loops of one program', () => {
  test('share clock, handles and the numbers of tasks', () => {
    const shared = { clock: new VirtualClock(), counters: new Counters() };
    const names: string[] = [];
    const main = coroutine(function* (): Body<void> {
      yield* sleep(1);
      names.push(
        `${sim.currentTask()?.getName()} at ${loop().time()} in ${loop().clock.iteration}`,
      );
    });
    sim.run(main(), shared);
    sim.run(main(), shared);
    expect(names).toEqual(['Task-1 at 1 in 3', 'Task-4 at 2 in 11']);
  });

  test('side by side know nothing of each other', () => {
    const [one, other] = [new EventLoop(), new EventLoop()];
    const seen: string[] = [];
    one.callLater(2, () => seen.push(`one ${one.time()}`));
    other.callLater(1, () => seen.push(`other ${other.time()}`));
    one.run();
    other.run();
    expect(seen).toEqual(['one 2', 'other 1']);
  });
});

test('the same program leaves the same observations every time', () => {
  const runOnce = (): string[] => {
    const seen: string[] = [];
    const worker = coroutine(function* (i: number): Body<void> {
      for (let k = 0; k < 5; k++) {
        yield* sleep((i * 7 + k * 3) % 4);
        seen.push(`${i} ${k} ${loop().time()} ${loop().clock.handles}`);
      }
    });
    const main = coroutine(function* (): Body<void> {
      yield* sim.gather(range(20).map((i) => worker(i)));
    });
    sim.run(main());
    return seen;
  };
  expect(runOnce()).toEqual(runOnce());
});
