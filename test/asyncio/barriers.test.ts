// Barrier in TypeScript: who comes when, what a trace tells. What each state does to whom is
// compared with CPython in test/lang/modules/asyncio/ and test/conformance/.
import { describe, expect, test } from 'vitest';
import * as sim from '../../src/index.ts';
import { eventsOfProgram } from '../trace/asyncio-run.ts';

const { Barrier, BrokenBarrierError, coroutine, createTask, gather, run, sleep, using } = sim;

describe('Barrier', () => {
  test('lets its parties go together, numbered in the order in which they came', () => {
    const arrive = coroutine(function* (barrier: sim.Barrier, delay: number) {
      yield* sleep(delay);
      const place = yield* barrier.wait();
      return [place, sim.getRunningLoop().time()];
    });
    const main = coroutine(function* () {
      const barrier = new Barrier(3);
      return yield* gather([3, 1, 2].map((delay) => arrive(barrier, delay)));
    });
    expect(run(main())).toEqual([
      [2, 3],
      [0, 3],
      [1, 3],
    ]);
  });

  test('gives its number to `using`', () => {
    const main = coroutine(function* () {
      const barrier = new Barrier(1);
      const place = yield* using(barrier, function* (each) {
        yield* sleep(0);
        return each;
      });
      return [place, barrier.state, barrier.nWaiting, barrier.parties];
    });
    expect(run(main())).toEqual([0, 'filling', 0, 1]);
  });

  test('sends those who wait away when it is reset, and everyone when it is aborted', () => {
    const main = coroutine(function* () {
      const barrier = new Barrier(2);
      const waits = createTask(barrier.wait());
      yield* sleep(0);
      const before = barrier.nWaiting;
      yield* barrier.reset();
      const states = [before, barrier.state];
      const errors = [yield* outcomeOf(waits), barrier.state];
      yield* barrier.abort();
      errors.push(yield* outcomeOf(createTask(barrier.wait())), barrier.broken);
      return [...states, ...errors];
    });
    expect(run(main())).toEqual([
      1,
      'resetting',
      'Abort or reset of barrier',
      'filling',
      'Barrier aborted',
      true,
    ]);
  });

  test('has one party or more', () => {
    expect(() => new Barrier(0)).toThrow(sim.ValueError);
    expect(messageOf(() => new Barrier(-2))).toBe('parties must be >= 1');
  });

  test('tells a trace who waits, when all may go, and of reset and abort', () => {
    const main = coroutine(function* () {
      const barrier = new Barrier(2);
      const first = createTask(barrier.wait());
      yield* sleep(0);
      yield* barrier.wait();
      yield* first;
      yield* barrier.reset();
      yield* barrier.abort();
    });
    const told = eventsOfProgram(main).filter((each) =>
      /^(barrier|lock|condition)\./.test(each.kind),
    );
    expect(told.map((each) => [each.kind, 'waiting' in each ? each.waiting : null])).toEqual([
      ['barrier.waited', 1],
      ['barrier.released', null],
      ['barrier.reset', null],
      ['barrier.aborted', null],
    ]);
  });
});

const outcomeOf = coroutine(function* (task: sim.Task<number>) {
  try {
    return yield* task;
  } catch (error) {
    if (!(error instanceof BrokenBarrierError)) throw error;
    return error.args[0];
  }
});

function messageOf(act: () => unknown): unknown {
  try {
    act();
  } catch (error) {
    return error instanceof sim.BaseException ? error.args[0] : error;
  }
  return null;
}
