// The pool by itself: who begins when, what is cancelled, what ends.
import { describe, expect, test } from 'vitest';
import { coroutine } from '../../src/asyncio/coroutines.ts';
import { RuntimeError, ValueError } from '../../src/asyncio/exceptions.ts';
import {
  blockUntilDone,
  DEFAULT_WORKERS,
  type Job,
  ThreadPoolExecutor,
} from '../../src/asyncio/thread-pool.ts';
import { VirtualClock } from '../../src/kernel/clock.ts';
import { DEFAULT_LOOP_LIMITS } from '../../src/kernel/limits.ts';
import { Threads } from '../../src/kernel/threads.ts';

function poolOf(workers: number) {
  const threads = new Threads(new VirtualClock(), DEFAULT_LOOP_LIMITS);
  const pool = new ThreadPoolExecutor(threads, workers);
  const log: string[] = [];
  const body = coroutine(function* (name: string, seconds: number, fails = false) {
    log.push(`${name} begins ${threads.clock.now}`);
    yield seconds;
    log.push(`${name} ends ${threads.clock.now}`);
    if (fails) throw new ValueError(name);
    return name;
  });
  return { threads, pool, log, body };
}

describe('a pool of threads', () => {
  test('begins a job in a new thread at once, and the next in the queue when one is free', () => {
    const { threads, pool, log, body } = poolOf(2);
    for (const [name, seconds] of [
      ['a', 3],
      ['b', 1],
      ['c', 1],
      ['d', 5],
    ] as const) {
      pool.submit(body(name, seconds));
    }
    expect(log).toEqual(['a begins 0', 'b begins 0']);
    threads.runUntil(100);
    expect(log.slice(2)).toEqual([
      'b ends 1',
      'c begins 1',
      'c ends 2',
      'd begins 2',
      'a ends 3',
      'd ends 7',
    ]);
  });

  test('a thread that was idle takes a job when it is its turn', () => {
    const { threads, pool, log, body } = poolOf(2);
    pool.submit(body('a', 1));
    threads.runUntil(2);
    pool.submit(body('b', 1));
    expect(log).toEqual(['a begins 0', 'a ends 1']);
    threads.runUntil(1);
    expect(log.slice(2)).toEqual(['b begins 1']);
  });

  test('cancels what has not begun, and nothing else', () => {
    const { threads, pool, log, body } = poolOf(1);
    const told: boolean[] = [];
    const [first, second] = [pool.submit(body('a', 1)), pool.submit(body('b', 1))];
    second.addDoneCallback((job) => told.push(job.cancelled()));
    expect([first.cancel(), second.cancel(), second.cancel()]).toEqual([false, true, true]);
    expect([first.running(), second.done(), told]).toEqual([true, true, [true]]);
    threads.runUntil(9);
    expect(log).toEqual(['a begins 0', 'a ends 1']);
    expect([first.result(), first.exception(), first.cancel()]).toEqual(['a', null, false]);
  });

  test('keeps what a job raised', () => {
    const { threads, pool, body } = poolOf(1);
    const job = pool.submit(body('a', 1, true));
    expect(() => job.result()).toThrow();
    threads.runUntil(1);
    expect((job.exception() as ValueError).args).toEqual(['a']);
  });

  test('after its shutdown takes nothing, and may drop what waits', () => {
    const { threads, pool, log, body } = poolOf(1);
    const jobs = ['a', 'b', 'c'].map((name) => pool.submit(body(name, 1)));
    pool.shutdown(true);
    const over = pool.joined();
    expect(() => pool.submit(body('d', 1))).toThrow(RuntimeError);
    expect(jobs.map((job) => job.state)).toEqual(['RUNNING', 'CANCELLED', 'CANCELLED']);
    expect(blockUntilDone(over as Job, null)).toBe(true);
    expect([threads.clock.now, ...log]).toEqual([1, 'a begins 0', 'a ends 1']);
  });

  test('a job waits for another, and a wait that cannot end is refused', () => {
    const { threads, pool, body } = poolOf(2);
    const inner = pool.submit(body('a', 2));
    const waits = coroutine(function* (job: Job): Generator<unknown, unknown, unknown> {
      const got = yield job;
      return [got, threads.clock.now];
    });
    const outer = pool.submit(waits(inner as Job));
    expect(blockUntilDone(outer as Job, 1)).toBe(false);
    expect(threads.clock.now).toBe(1);
    expect(blockUntilDone(outer as Job, null)).toBe(true);
    expect(outer.result()).toEqual(['a', 2]);
    const blocked = new ThreadPoolExecutor(threads, 1);
    const circle: Job[] = [];
    circle.push(
      blocked.submit(
        coroutine(function* () {
          yield 1;
          return yield circle[0];
        })(),
      ) as Job,
    );
    expect(() => blockUntilDone(circle[0], null)).toThrow(RuntimeError);
  });

  test('has 32 threads unless told otherwise, and one at least', () => {
    const { threads } = poolOf(1);
    expect(new ThreadPoolExecutor(threads).maxWorkers).toBe(DEFAULT_WORKERS);
    expect(DEFAULT_WORKERS).toBe(32);
    expect(() => new ThreadPoolExecutor(threads, 0)).toThrow(ValueError);
  });
});
