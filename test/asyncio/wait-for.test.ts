// wait_for: values, time-outs, what is cancelled, and its own cancellation.
import { expect, test } from 'vitest';
import * as sim from '../../src/index.ts';
import {
  argsOf,
  attempt,
  type Body,
  compare,
  current,
  f,
  loop,
  show,
  valueAfter,
} from './observe.ts';

const { CancelledError, coroutine, createTask, sleep, TimeoutError, ValueError, waitFor } = sim;
const causeOf = (error: sim.BaseException): string => error.cause?.typeName ?? 'None';

const slow = coroutine(function* (delay: number): Body<void> {
  try {
    yield* sleep(9);
  } finally {
    yield* sleep(delay);
  }
});

compare('wait_for', {
  *v01_in_time(log) {
    log(yield* waitFor(valueAfter(1, 'v'), 2));
    log(yield* waitFor(valueAfter(1, 'w'), null));
  },
  *v02_too_late(log) {
    const w = coroutine(function* (): Body<void> {
      yield* attempt(
        CancelledError,
        () => sleep(5),
        (error) => {
          log(`${argsOf(error)} ${current().cancelling()}`);
          throw error;
        },
      );
    });
    yield* attempt(
      TimeoutError,
      () => waitFor(w(), 1),
      (error) => log(`${argsOf(error)} ${causeOf(error)}`),
    );
    log(current().cancelling());
  },
  *v03_a_task_is_cancelled(log) {
    const task = createTask(valueAfter(5, 1));
    yield* attempt(
      TimeoutError,
      () => waitFor(task, 1),
      () => log(f`${task.cancelled()} ${task.cancelling()}`),
    );
  },
  *v04_a_slow_cleaning_up_delays_the_time_out(log) {
    yield* attempt(
      TimeoutError,
      () => waitFor(slow(2), 1),
      () => log('late'),
    );
  },
  *v05_an_error_while_cleaning_up_wins(log) {
    const w = coroutine(function* (): Body<void> {
      yield* attempt(
        CancelledError,
        () => sleep(5),
        () => {
          throw new ValueError('instead');
        },
      );
    });
    yield* attempt(
      ValueError,
      () => waitFor(w(), 1),
      (error) => log(show(error)),
    );
    log(current().cancelling());
  },
  *v06_zero_with_what_is_done(log) {
    const done = loop().createFuture<string>();
    done.setResult('done');
    log(yield* waitFor(done, 0));
    const failed = loop().createFuture<string>();
    failed.setException(new ValueError('done'));
    yield* attempt(
      ValueError,
      () => waitFor(failed, -1),
      (error) => log(show(error)),
    );
  },
  *v07_zero_with_a_task_that_swallows(log) {
    const w = coroutine(function* (): Body {
      try {
        yield* sleep(5);
      } catch {
        return 'kept';
      }
      return null;
    });
    const task = createTask(w());
    yield* sleep(0);
    log(yield* waitFor(task, 0));
  },
  *v08_the_waiter_is_cancelled(log) {
    const w = coroutine(function* (): Body<void> {
      yield* attempt(
        CancelledError,
        () => waitFor(valueAfter(5, 1), 3),
        (error) => {
          log(`${argsOf(error)} ${current().cancelling()}`);
          throw error;
        },
      );
    });
    const task = createTask(w());
    yield* sleep(1);
    task.cancel('outer');
    yield* attempt(
      CancelledError,
      () => task,
      (error) => log(argsOf(error)),
    );
  },
  *v09_cancelled_while_it_times_out(log) {
    const w = coroutine(function* (): Body<void> {
      yield* attempt(
        CancelledError,
        () =>
          attempt(
            TimeoutError,
            () => waitFor(slow(2), 1),
            () => log('timeout'),
          ),
        (error) => log(`cancelled ${argsOf(error)} ${current().cancelling()}`),
      );
    });
    const task = createTask(w());
    yield* sleep(2);
    task.cancel('during');
    yield* task;
  },
  *v10_nested_the_inner_first(log) {
    const inner = coroutine(function* (): Body<void> {
      yield* attempt(
        TimeoutError,
        () => waitFor(valueAfter(9, 1), 1),
        () => log('inner'),
      );
      yield* sleep(9);
    });
    yield* attempt(
      TimeoutError,
      () => waitFor(inner(), 2),
      () => log('outer'),
    );
  },
  *v11_nested_at_one_instant(log) {
    yield* attempt(
      TimeoutError,
      () =>
        attempt(
          CancelledError,
          () => waitFor(waitFor(valueAfter(9, 1), 1), 1),
          (error) => log(`cancelled ${argsOf(error)}`),
        ),
      (error) => log(`timeout ${causeOf(error)}`),
    );
    log(current().cancelling());
  },
  *v12_a_child_cancelled_by_another(log) {
    const task = createTask(valueAfter(5, 1));
    loop().callAt(0.5, () => task.cancel('other'));
    yield* attempt(
      CancelledError,
      () => waitFor(task, 1),
      (error) => log(`${argsOf(error)} ${current().cancelling()}`),
    );
  },
  *v13_a_semaphore_is_not_lost(log) {
    const semaphore = new sim.Semaphore(1);
    yield* semaphore.acquire();
    const w = coroutine(function* (): Body<void> {
      yield* attempt(
        TimeoutError,
        () => waitFor(semaphore.acquire(), 1),
        () => log(f`timeout ${semaphore.locked()}`),
      );
    });
    const task = createTask(w());
    yield* sleep(1);
    semaphore.release();
    yield* task;
    log(semaphore.locked());
  },
  *v14_zero_and_the_waiter_is_cancelled(log) {
    const w = coroutine(function* (): Body<void> {
      const future = loop().createFuture();
      const task = current();
      loop().callSoon(() => task.cancel('now'));
      yield* attempt(
        CancelledError,
        () =>
          attempt(
            TimeoutError,
            () => waitFor(future, 0),
            () => log('timeout'),
          ),
        (error) => log(f`${argsOf(error)} ${future.cancelled()}`),
      );
    });
    yield* createTask(w());
  },
});

test('what is done after the time-out fired is lost only if it was cancelled', () => {
  const host = (seconds: number): unknown => sim.run(waitFor(valueAfter(1, 'v'), seconds));
  expect(host(1.000001)).toBe('v');
  let seen: unknown = null;
  try {
    host(0.999999);
  } catch (error) {
    seen = error;
  }
  expect(seen).toBeInstanceOf(TimeoutError);
});

test('a time-out that is not a number is no time-out of zero, as in CPython', () => {
  const main = coroutine(function* (): Body {
    const value = yield* waitFor(
      coroutine(function* (): Body {
        return 'v';
      })(),
      Number.NaN,
    );
    return [value, loop().clock.iteration];
  });
  expect(sim.run(main())).toEqual(['v', 1]);
});
