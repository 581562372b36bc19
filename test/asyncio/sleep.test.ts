// sleep: results, order, arithmetic and cancellation.
import { expect, test } from 'vitest';
import * as sim from '../../src/index.ts';
import {
  argsOf,
  attempt,
  type Body,
  compare,
  float,
  loop,
  observe,
  range,
  show,
} from './observe.ts';

const { CancelledError, coroutine, createTask, gather, sleep } = sim;

compare('sleep', {
  *z01_a_result(log) {
    log(yield* sleep(1, 'result'));
    log(yield* sleep(0, 'at once'));
    log(yield* sleep(1));
  },
  *z02_not_a_number(log) {
    yield* attempt(
      sim.ValueError,
      () => sleep(Number.NaN),
      (error) => log(show(error)),
    );
  },
  *z03_sums_as_float64(log) {
    for (let i = 0; i < 10; i++) yield* sleep(0.1);
    log(loop().time() === 1);
  },
  *z04_many_at_one_instant(log) {
    const w = coroutine(function* (i: number): Body<void> {
      yield* sleep(1);
      log(i);
    });
    yield* gather(range(12).map((i) => w(i)));
  },
  *z05_two_waves(log) {
    const w = coroutine(function* (i: number): Body<void> {
      for (const wave of range(2)) {
        yield* sleep(1);
        log(`${wave} ${i}`);
      }
    });
    yield* gather(range(5).map((i) => w(i)));
  },
  *z06_zero_is_one_iteration(log) {
    const w = coroutine(function* (name: string, count: number): Body<void> {
      for (const i of range(count)) {
        yield* sleep(0);
        log(`${name}${i}`);
      }
    });
    yield* gather([w('a', 3), w('b', 2)]);
  },
  *z07_cancelled_in_sleep_zero(log) {
    const w = coroutine(function* (): Body<void> {
      yield* attempt(
        CancelledError,
        () => sleep(0),
        (error) => log(argsOf(error)),
      );
    });
    const task = createTask(w());
    yield* sleep(0);
    log(task.cancel('bare'));
    yield* task;
  },
  *z08_cancelled_at_the_deadline(log) {
    const w = coroutine(function* (): Body<void> {
      yield* attempt(
        CancelledError,
        function* () {
          log(yield* sleep(1, 'slept'));
        },
        (error) => log(argsOf(error)),
      );
    });
    const tasks = range(2).map(() => createTask(w()));
    loop().callAt(1, () => tasks[1].cancel('at the deadline'));
    yield* sim.wait(tasks);
  },
  *z09_a_long_sleep(log) {
    yield* sleep(86400 * 100);
    log('a hundred days');
  },
  *z10_a_tiny_sleep_beside_hops(log) {
    const hops = coroutine(function* (): Body<void> {
      for (const i of range(3)) {
        yield* sleep(0);
        log(i);
      }
    });
    const task = createTask(hops());
    yield* sleep(5e-10);
    log('tiny');
    yield* task;
  },
  *z11_within_the_resolution(log) {
    const w = coroutine(function* (delay: number): Body<void> {
      yield* sleep(delay);
      log(`${float(delay)} ${float(loop().time())}`);
    });
    yield* gather([0.3, 0.1 + 0.2, 0.3 + 1e-10, 0.3 + 2e-9].map((delay) => w(delay)));
  },
  *z12_a_coroutine_of_sleep_is_used_once(log) {
    const once = sleep(1);
    yield* once;
    yield* attempt(
      sim.RuntimeError,
      () => once,
      (error) => log(error.args[0]),
    );
  },
});

test('equal sleeps wake in order of creation by default', () => {
  for (const count of [4, 5, 8, 12, 1000]) {
    const seen = observe(
      function* (log) {
        const w = coroutine(function* (i: number): Body<void> {
          yield* sleep(1);
          log(i);
        });
        yield* gather(range(count).map((i) => w(i)));
      },
      { ties: 'fifo' },
    );
    expect(seen.observations.map(([, , , text]) => Number(text))).toEqual(range(count));
  }
});

test('a cancelled sleep leaves no timer that the clock would go to', () => {
  const loopAfter = observe(function* (log) {
    const task = createTask(sleep(1000));
    yield* sleep(1);
    task.cancel();
    yield* attempt(
      CancelledError,
      () => task,
      () => log('cancelled'),
    );
  });
  expect(loopAfter.handles.map(([, time]) => time).every((time) => time <= 1)).toBe(true);
});

test('an endless sleep is a limit, not a hang', () => {
  const { status } = observe(() => sleep(Number.POSITIVE_INFINITY) as Iterable<unknown> as Body);
  expect(status).toMatch(/^limit reached: virtual time in seconds/);
});
