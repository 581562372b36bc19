// TaskGroup: order of errors, abort, cancellation from outside, refusals.
import * as sim from '../../src/index.ts';
import {
  argsOf,
  attempt,
  attemptNow,
  type Body,
  compare,
  current,
  f,
  failAfter,
  type Log,
  loop,
  range,
  show,
} from './observe.ts';

const { CancelledError, coroutine, createTask, ExceptionGroup, RuntimeError, sleep } = sim;
const { KeyError, TaskGroup, using, ValueError } = sim;

/** Sleeps; when cancelled, tells, sleeps on for `delay` and passes the cancellation on. */
const cleanup = coroutine(function* (log: Log, delay: number, name: string | number): Body<void> {
  yield* attempt(
    CancelledError,
    () => sleep(9),
    function* (error) {
      log(`${name} ${argsOf(error)}`);
      yield* sleep(delay);
      throw error;
    },
  );
});

const group = <T>(body: (group: sim.TaskGroup) => Body<T>): Body<T> => using(new TaskGroup(), body);

compare('taskgroups', {
  *p01_waits_for_all(log) {
    const w = coroutine(function* (delay: number): Body {
      yield* sleep(delay);
      log(delay);
      return delay;
    });
    const tasks = yield* group(function* (tg): Body<sim.Task[]> {
      const made = [2, 1].map((delay) => tg.createTask(w(delay)));
      log('body ends');
      return made;
    });
    log(tasks.map((task) => task.result()));
  },
  *p02_errors_in_order_of_completion_the_body_last(log) {
    const onCancel = coroutine(function* (text: string, delay: number): Body<void> {
      yield* attempt(
        CancelledError,
        () => sleep(9),
        function* () {
          yield* sleep(delay);
          throw new ValueError(text);
        },
      );
    });
    yield* attempt(
      ExceptionGroup,
      () =>
        group(function* (tg) {
          tg.createTask(onCancel('slow', 2));
          tg.createTask(onCancel('quick', 1));
          yield* sleep(1);
          throw new KeyError('body');
        }),
      (error) => log(show(error)),
    );
  },
  *p03_two_errors_in_one_iteration(log) {
    yield* attempt(
      ExceptionGroup,
      () =>
        group(function* (tg) {
          for (const i of range(3)) tg.createTask(failAfter(1, String(i)));
        }),
      (error) => log(show(error)),
    );
  },
  *p04_abort_in_order_of_creation(log) {
    yield* attempt(
      ExceptionGroup,
      () =>
        group(function* (tg) {
          for (const i of range(3)) tg.createTask(cleanup(log, 3 - i, i));
          tg.createTask(failAfter(1, 'x'));
        }),
      (error) => log(show(error)),
    );
  },
  *p05_the_body_is_cancelled_once(log) {
    yield* attempt(
      ExceptionGroup,
      () =>
        group(function* (tg) {
          tg.createTask(failAfter(1, 'x'));
          yield* attempt(
            CancelledError,
            () => sleep(9),
            function* (error) {
              log(`${argsOf(error)} ${current().cancelling()}`);
              yield* sleep(1);
              log('body goes on');
            },
          );
        }),
      (error) => log(`${show(error)} ${current().cancelling()}`),
    );
  },
  *p06_cancelled_from_outside_in_the_body(log) {
    const w = coroutine(function* (): Body<void> {
      yield* attempt(
        CancelledError,
        () =>
          group(function* (tg) {
            tg.createTask(cleanup(log, 1, 'child'));
            yield* sleep(9);
          }),
        (error) => {
          log(`${argsOf(error)} ${current().cancelling()}`);
          throw error;
        },
      );
    });
    const task = createTask(w());
    yield* sleep(1);
    task.cancel('outside');
    yield* attempt(
      CancelledError,
      () => task,
      (error) => log(argsOf(error)),
    );
  },
  *p07_cancelled_from_outside_while_waiting(log) {
    const w = coroutine(function* (): Body<void> {
      yield* attempt(
        CancelledError,
        () =>
          group(function* (tg) {
            tg.createTask(cleanup(log, 2, 'child'));
          }),
        (error) => log(`${argsOf(error)} ${current().cancelling()}`),
      );
    });
    const task = createTask(w());
    yield* sleep(1);
    task.cancel('one');
    yield* sleep(1);
    log(task.cancel('two'));
    yield* task;
  },
  *p08_a_child_that_is_cancelled_is_no_error(log) {
    const task = yield* group(function* (tg): Body<sim.Task<unknown>> {
      const made = tg.createTask(sleep(9));
      tg.createTask(sleep(2));
      loop().callAt(1, () => made.cancel());
      return made as sim.Task<unknown>;
    });
    log(task.cancelled());
  },
  *p09_nested_groups(log) {
    yield* attempt(
      ExceptionGroup,
      () =>
        group(function* (outer) {
          outer.createTask(cleanup(log, 0, 'outer child'));
          yield* group(function* (inner) {
            inner.createTask(failAfter(1, 'inner'));
            inner.createTask(cleanup(log, 1, 'inner child'));
          });
        }),
      (error) => log(show(error)),
    );
  },
  *p10_refusals(log) {
    const nop = coroutine(function* nop(): Body {
      return null;
    });
    const told = (error: sim.BaseException): void => log(error.args[0]);
    const tg = new TaskGroup();
    attemptNow(RuntimeError, () => tg.createTask(nop()), told);
    yield* using(tg, () => attempt(RuntimeError, () => tg.aenter(), told));
    attemptNow(RuntimeError, () => tg.createTask(nop()), told);
    yield* attempt(
      ExceptionGroup,
      () =>
        group(function* (failing) {
          failing.createTask(failAfter(0, 'x'));
          try {
            yield* sleep(9);
          } finally {
            attemptNow(RuntimeError, () => failing.createTask(nop()), told);
          }
        }),
      () => null,
    );
  },
  *p11_children_make_children(log) {
    yield* group(function* (tg) {
      const w = coroutine(function* (left: number): Body<void> {
        log(left);
        if (left > 0) tg.createTask(w(left - 1));
        yield* sleep(1);
      });
      tg.createTask(w(3));
    });
    log('end');
  },
  *p12_a_keyboard_interrupt_leaves_alone(log) {
    const exit = coroutine(function* (): Body {
      throw new sim.SystemExit(3);
    });
    try {
      yield* group(function* (tg) {
        tg.createTask(exit());
        tg.createTask(cleanup(log, 1, 'child'));
      });
    } finally {
      log('left');
    }
  },
  *p13_an_error_of_the_body_alone(log) {
    yield* attempt(
      ExceptionGroup,
      () =>
        group(function* (tg) {
          tg.createTask(cleanup(log, 1, 'child'));
          yield* sleep(0);
          throw new KeyError('body');
        }),
      (error) => log(f`${show(error)} ${show(error.context)} ${error.suppressContext}`),
    );
  },
  *p14_cancelled_by_hand_in_the_body(log) {
    yield* attempt(
      CancelledError,
      () =>
        group(function* (tg) {
          tg.createTask(cleanup(log, 0, 'child'));
          yield* sleep(0);
          throw new CancelledError('hand');
        }),
      (error) => log(argsOf(error)),
    );
  },
  *p15_eager_children(log) {
    const w = coroutine(function* (i: number): Body<void> {
      log(i);
      if (i === 1) throw new ValueError('early');
      yield* sleep(i);
    });
    yield* attempt(
      ExceptionGroup,
      () =>
        group(function* (tg) {
          for (const i of range(3)) tg.createTask(w(i), { eagerStart: true });
          log('body ends');
        }),
      (error) => log(show(error)),
    );
  },
});
