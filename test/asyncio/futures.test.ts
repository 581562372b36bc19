// Future: states, callbacks and who gets which error; and the loop's call_soon, call_later and
// call_at.
import { describe, expect, test } from 'vitest';
import * as sim from '../../src/index.ts';
import {
  argsOf,
  attempt,
  attemptNow,
  type Body,
  compare,
  current,
  f,
  loop,
  range,
  show,
} from './observe.ts';

const {
  CancelledError,
  coroutine,
  createTask,
  InvalidStateError,
  sleep,
  StopIteration,
  ValueError,
} = sim;
const fresh = (): sim.Future => loop().createFuture();

compare('futures', {
  *f01_states(log) {
    const future = fresh();
    const asks = [
      () => future.done(),
      () => future.cancelled(),
      () => future.result(),
      () => future.exception(),
    ];
    for (const ask of asks) {
      attemptNow(
        InvalidStateError,
        () => log(ask()),
        (error) => log(show(error)),
      );
    }
    future.setResult(3);
    const [result, exception] = [future.result(), future.exception()];
    log(f`${future.done()} ${future.cancelled()} ${result} ${exception} ${future.cancel()}`);
  },
  *f02_done_is_done(log) {
    const settlings: ((future: sim.Future) => unknown)[] = [
      (future) => future.setResult(1),
      (future) => future.setException(new ValueError('x')),
      (future) => future.cancel('m'),
    ];
    for (const settle of settlings) {
      const future = fresh();
      settle(future);
      const again = [() => future.setResult(2), () => future.setException(new sim.KeyError('y'))];
      for (const act of again) attemptNow(InvalidStateError, act, (error) => log(show(error)));
      log(future.cancel('n'));
      attemptNow(
        CancelledError,
        () => future.exception(),
        (error) => log(argsOf(error)),
      );
    }
  },
  *f03_callbacks_in_order_of_registration(log) {
    const future = fresh();
    const a = (): void => log('a');
    const b = (): void => log('b');
    for (const each of [a, b, a]) future.addDoneCallback(each);
    log(future.removeDoneCallback(a));
    future.addDoneCallback(a);
    loop().callSoon(log, 'before');
    future.setResult(null);
    loop().callSoon(log, 'after');
    future.addDoneCallback(b);
    yield* sleep(0);
    log('next iteration');
  },
  *f04_a_cancelled_future_makes_its_error_anew(log) {
    const future = fresh();
    future.cancel('why');
    const seen: unknown[] = [];
    for (let i = 0; i < 2; i++) {
      yield* attempt(
        CancelledError,
        () => future,
        (error) => {
          seen.push(error);
          log(argsOf(error));
        },
      );
    }
    log(seen[0] === seen[1]);
  },
  *f05_three_tasks_await_one_failure(log) {
    const future = fresh();
    const w = coroutine(function* (i: number): Body<void> {
      yield* attempt(
        ValueError,
        () => future,
        (error) => log(`${i} ${show(error)}`),
      );
    });
    const tasks = range(3).map((i) => createTask(w(i)));
    loop().callLater(1, () => future.setException(new ValueError('x')));
    yield* sim.gather(tasks);
  },
  *f06_a_stop_iteration_is_wrapped(log) {
    const future = fresh();
    future.setException(new StopIteration(5));
    yield* attempt(
      sim.RuntimeError,
      () => future,
      (error) => log(`${show(error)} ${show(error.cause)}`),
    );
  },
  *f07_cancel_of_one_awaiter_cancels_the_future_for_all(log) {
    const future = fresh();
    const w = coroutine(function* (i: number): Body<void> {
      yield* attempt(
        CancelledError,
        () => future,
        (error) => log(`${i} ${argsOf(error)} ${current().cancelling()}`),
      );
    });
    const tasks = range(2).map((i) => createTask(w(i)));
    yield* sleep(0);
    tasks[1].cancel('mine');
    yield* sim.wait(tasks);
    log(future.cancelled());
  },
  *f08_a_callback_that_fails(log) {
    const future = fresh();
    future.addDoneCallback(() => {
      throw new ValueError('in callback');
    });
    future.addDoneCallback(() => log('still called'));
    future.setResult(1);
    yield* sleep(0);
    log('the loop goes on');
  },
  *f09_call_soon_call_later_call_at(log) {
    loop().callLater(0, log, 'later 0');
    loop().callLater(-5, log, 'later -5');
    loop().callAt(0, log, 'at 0');
    loop().callSoon(log, 'soon');
    loop().callLater(1, log, 'later 1');
    loop().callAt(0.5, log, 'at 0.5');
    yield* sleep(1);
    log('end');
  },
  *f10_a_handle_cancelled_in_the_iteration_in_which_it_is_ready(log) {
    const handles: { cancel(): void; cancelled(): boolean }[] = [];
    loop().callSoon(() => handles[0].cancel());
    handles.push(loop().callSoon(log, 'never'));
    handles.push(loop().callAt(1, () => handles[2].cancel()));
    handles.push(loop().callAt(1, log, 'never'));
    loop().callAt(1, log, 'third');
    yield* sleep(2);
    log(handles.map((handle) => handle.cancelled()));
  },
  *f11_timers_within_the_resolution(log) {
    for (const [when, text] of [
      [1, '0.00e+00'],
      [1 + 9e-10, '9.00e-10'],
      [1 + 1e-9, '1.00e-09'],
      [1 + 1.1e-9, '1.10e-09'],
      [1 - 1e-9, '-1.00e-09'],
    ] as const) {
      loop().callAt(when, log, text);
    }
    yield* sleep(2);
  },
  *f12_a_callback_schedules_at_the_same_instant(log) {
    loop().callAt(1, () => {
      log('first');
      loop().callLater(0, log, 'timer');
      loop().callSoon(log, 'soon');
    });
    loop().callAt(1, log, 'second');
    yield* sleep(2);
  },
  *f13_when_cancelled_timers_are_dropped(log) {
    for (const [count, cancelled] of [
      [100, 60],
      [101, 50],
      [101, 51],
      [102, 51],
      [102, 52],
    ]) {
      const order: number[] = [];
      const when = loop().time() + 1;
      const handles = range(count).map((i) => loop().callAt(when, () => order.push(i)));
      for (const i of range(cancelled)) handles[(i * 7 + 3) % count].cancel();
      yield* sleep(0);
      yield* sleep(2);
      log(order);
    }
  },
});

describe('a future', () => {
  const inLoop = <T>(act: () => T): T => {
    return sim.run(
      (function* (): Body<T> {
        yield* sleep(0);
        return act();
      })(),
    );
  };

  test('belongs to the running loop', () => {
    attemptNow(
      sim.RuntimeError,
      () => new sim.Future(),
      (error) => expect(error.args).toEqual(['no running event loop']),
    );
    expect(inLoop(() => new sim.Future().getLoop() === loop())).toBe(true);
  });

  test('tells whether its exception was asked for', () => {
    const left = inLoop(() => {
      const [asked, unasked, cancelled] = [fresh(), fresh(), fresh()];
      for (const each of [asked, unasked, cancelled]) each.setException(new ValueError('x'));
      asked.exception();
      cancelled.cancel();
      return loop()
        .unretrieved()
        .map((each) => [asked, unasked, cancelled].indexOf(each));
    });
    expect(left).toEqual([1]);
  });

  test('keeps the unretrieved ones in order of failure, however many were retrieved', () => {
    const left = inLoop(() => {
      const all = range(1000).map((i) => {
        const future = fresh();
        future.setException(new ValueError(String(i)));
        if (i % 7 !== 3) future.exception();
        return future;
      });
      return loop()
        .unretrieved()
        .map((each) => all.indexOf(each));
    });
    expect(left).toEqual(range(1000).filter((i) => i % 7 === 3));
  });

  test('counts and removes callbacks, one, two or three', () => {
    const seen = inLoop(() => {
      const future = fresh();
      const marks = range(3).map((i) => (): unknown => i);
      const counts = [future.registrations().length];
      for (const mark of marks) {
        future.addDoneCallback(mark);
        counts.push(future.registrations().length);
      }
      for (const mark of [marks[1], marks[1], marks[0], marks[2]]) {
        counts.push(future.removeDoneCallback(mark), future.registrations().length);
      }
      return counts;
    });
    expect(seen).toEqual([0, 1, 2, 3, 1, 2, 0, 2, 1, 1, 1, 0]);
  });

  test('has a state, in CPython’s words', () => {
    const names = inLoop(() => {
      const [pending, done, cancelled] = [fresh(), fresh(), fresh()];
      done.setException(new ValueError('x'));
      cancelled.cancel();
      return [pending, done, cancelled].map((each) => each.stateName);
    });
    expect(names).toEqual(['PENDING', 'FINISHED', 'CANCELLED']);
  });

  test('of another loop is refused by the task, one iteration later', () => {
    const foreign = inLoop(fresh);
    const seen = inLoop(() => null);
    expect(seen).toBe(null);
    const message = sim.run(
      (function* (): Body {
        const start = loop().clock.iteration;
        let text = '';
        yield* attempt(
          sim.RuntimeError,
          () => foreign,
          (error) => {
            text = `${loop().clock.iteration - start} ${error.args[0]}`;
          },
        );
        return text;
      })(),
    );
    expect(message).toMatch(/^1 Task .* got Future .* attached to a different loop$/);
  });
});
