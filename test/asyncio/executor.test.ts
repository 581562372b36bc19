// run_in_executor and to_thread in TypeScript; times are arithmetic.
import { describe, expect, test } from 'vitest';
import { DefaultExecutor, shutdownDefaultExecutor } from '../../src/asyncio/executor.ts';
import { DefaultHost } from '../../src/asyncio/host.ts';
import * as sim from '../../src/index.ts';
import type { Body } from './observe.ts';

const { coroutine, createTask, gather, getRunningLoop, run, runInExecutor, sleep, toThread } = sim;

function logged(body: (log: (text: string) => void) => Body, pool = 32): string[] {
  const lines: string[] = [];
  const loop = { now: () => 0 };
  const main = coroutine(function* (): Body {
    const running = getRunningLoop();
    loop.now = () => running.time();
    return yield* body((text) => lines.push(`${loop.now()} ${text}`));
  });
  run(main(), { pool });
  return lines;
}

describe('threads', () => {
  test('take their time beside the loop', () => {
    const lines = logged(function* (log) {
      const ticker = createTask(
        coroutine(function* () {
          for (let i = 0; i < 3; i++) {
            yield* sleep(1);
            log('tick');
          }
        })(),
      );
      const got = yield* toThread(() => 'done', { seconds: 2.5 });
      log(String(got));
      yield* ticker;
    });
    expect(lines).toEqual(['1 tick', '2 tick', '2.5 done', '3 tick']);
  });

  test('a generator blocks its thread for the seconds that it yields', () => {
    const lines = logged(function* (log) {
      const work = function* (): Generator<number, string, unknown> {
        log('a');
        yield 1;
        log('b');
        yield 2;
        return 'c';
      };
      log(yield* runInExecutor(null, work));
    });
    expect(lines).toEqual(['0 a', '1 b', '3 c']);
  });

  test('ten calls of a second need five seconds in a pool of two', () => {
    const lines = logged(function* (log) {
      const calls = Array.from({ length: 10 }, (_, i) => toThread(() => i, { seconds: 1 }));
      log(String(yield* gather(calls)));
    }, 2);
    expect(lines).toEqual(['5 0,1,2,3,4,5,6,7,8,9']);
  });

  test('a time-out ends the wait; what has not begun is cancelled, what runs goes on', () => {
    const lines = logged(function* (log) {
      const call = (name: string): sim.Future<unknown> =>
        runInExecutor(null, () => log(name), { seconds: 4 });
      const calls = [call('first'), call('second')];
      for (const each of calls) {
        try {
          yield* sim.waitFor(each, 1);
        } catch (error) {
          log((error as Error).constructor.name);
        }
      }
    }, 1);
    expect(lines).toEqual(['1 TimeoutError', '2 TimeoutError', '4 first']);
  });

  test('errors arrive at who waits; a StopIteration as a RuntimeError', () => {
    const lines = logged(function* (log) {
      for (const error of [new sim.ValueError('x'), new sim.StopIteration(1)]) {
        try {
          yield* runInExecutor(null, () => {
            throw error;
          });
        } catch (caught) {
          log((caught as sim.BaseException).constructor.name);
        }
      }
    });
    expect(lines).toEqual(['0 ValueError', '0 RuntimeError']);
  });

  test('run waits for them at its end, 300 seconds at most', () => {
    const reports: string[] = [];
    const ends: number[] = [];
    for (const seconds of [10, 1000]) {
      const host = new DefaultHost();
      let time = 0;
      run(
        coroutine(function* (): Body {
          const loop = getRunningLoop();
          runInExecutor(null, () => 1, { seconds });
          loop.afterHandle = () => {
            time = loop.time();
          };
          return null;
        })(),
        { host },
      );
      ends.push(time);
      reports.push(...host.reports.map(({ message }) => message));
    }
    expect(ends).toEqual([10, 300]);
    expect(reports).toEqual([
      'RuntimeWarning: The executor did not finishing joining its threads within 300 seconds.',
    ]);
  });

  test('nothing is taken after the shutdown of the default executor', () => {
    const lines = logged(function* (log) {
      yield* shutdownDefaultExecutor(getRunningLoop(), null);
      try {
        runInExecutor(null, () => 1);
      } catch (error) {
        log((error as sim.BaseException).args.join());
      }
    });
    expect(lines).toEqual(['0 Executor shutdown has been called']);
    expect(new DefaultExecutor(3).maxWorkers).toBe(3);
  });

  test('a thread may run a coroutine in the loop and wait for it', () => {
    const lines = logged(function* (log) {
      const loop = getRunningLoop();
      const inner = coroutine(function* () {
        yield* sleep(1);
        return 'from the loop';
      });
      const work = function* (): Generator<sim.Job, unknown, unknown> {
        return yield sim.runCoroutineThreadsafe(inner(), loop);
      };
      log(String(yield* runInExecutor(null, work)));
    });
    expect(lines).toEqual(['1 from the loop']);
  });
});
