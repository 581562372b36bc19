// Task: cancel and uncancel, messages, bad yields, names and eager start, as CPython 3.14.2 does
// them.
import { describe, expect, test } from 'vitest';
import { YIELDED } from '../../src/asyncio/coroutines.ts';
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
  valueAfter,
} from './observe.ts';

const { CancelledError, coroutine, createTask, RuntimeError, sleep, ValueError } = sim;

const nop = coroutine(function* (): Body {
  return null;
});
const nine = coroutine(function* (): Body<void> {
  yield* sleep(9);
});

compare('tasks', {
  *c01_message_of_the_first_of_two_cancels_before_the_start(log) {
    const task = createTask(
      coroutine(function* (): Body<void> {
        log('body');
      })(),
    );
    log([task.cancel('a'), task.cancel('b'), task.cancelling()]);
    yield* attempt(
      CancelledError,
      () => task,
      (error) =>
        log(f`${argsOf(error)} ${task.cancelling()} ${task.uncancel()} ${task.cancelled()}`),
    );
  },
  *c02_cancel_of_a_done_task_is_refused(log) {
    const task = createTask(
      coroutine(function* (): Body {
        return 5;
      })(),
    );
    yield* task;
    log(f`${task.cancel('late')} ${task.cancelled()} ${task.result()} ${task.cancelling()}`);
  },
  *c03_uncancel_to_zero_drops_a_pending_cancellation(log) {
    const w = coroutine(function* (): Body {
      current().cancel('self');
      log(f`${current().cancelling()} ${current().uncancel()} ${current().uncancel()}`);
      yield* sleep(0);
      log('not cancelled');
      return 'value';
    });
    log(yield* createTask(w()));
  },
  *c04_uncancel_above_zero_keeps_it(log) {
    const w = coroutine(function* (): Body<void> {
      current().cancel('a');
      current().cancel('b');
      log(current().uncancel());
      yield* attempt(
        CancelledError,
        () => sleep(0),
        (error) => log(`${argsOf(error)} ${current().cancelling()}`),
      );
    });
    yield* createTask(w());
  },
  *c05_second_awaiter_of_a_cancelled_task_gets_no_message(log) {
    const awaiter = coroutine(function* (i: number): Body<void> {
      yield* attempt(
        CancelledError,
        () => task,
        (error) => log(`${i} ${argsOf(error)}`),
      );
    });
    const task = createTask(nine());
    const awaiters = range(3).map((i) => createTask(awaiter(i)));
    yield* sleep(0);
    task.cancel('once');
    yield* sim.wait(awaiters);
  },
  *c06_cancel_passes_through_a_chain_of_tasks(log) {
    const leaf = coroutine(function* (): Body<void> {
      yield* attempt(CancelledError, nine, (error) => {
        log(`leaf ${argsOf(error)}`);
        throw error;
      });
    });
    const link = coroutine(function* (awaited: sim.Task): Body<void> {
      yield* attempt(
        CancelledError,
        () => awaited,
        (error) => {
          log(`${current().getName()} ${argsOf(error)} ${current().cancelling()}`);
          throw error;
        },
      );
    });
    const a = createTask(leaf(), { name: 'a' });
    const b = createTask(link(a), { name: 'b' });
    const c = createTask(link(b), { name: 'c' });
    yield* sleep(0);
    c.cancel('deep');
    log([a, b, c].map((each) => each.cancelling()));
    yield* attempt(
      CancelledError,
      () => c,
      (error) => log(`main ${argsOf(error)} ${show([a, b, c].map((each) => each.cancelled()))}`),
    );
  },
  *c07_cancelled_between_the_result_and_the_wake_up(log) {
    const future = loop().createFuture<number>();
    const w = coroutine(function* (): Body<void> {
      yield* attempt(
        CancelledError,
        function* () {
          log(`value ${yield* future}`);
        },
        (error) => log(`lost ${argsOf(error)} ${future.result()}`),
      );
    });
    const task = createTask(w());
    yield* sleep(0);
    future.setResult(1);
    log(task.cancel('too late'));
    yield* task;
  },
  *c08_a_cancelled_error_that_is_replaced(log) {
    const w = coroutine(function* (): Body<void> {
      yield* attempt(CancelledError, nine, () => {
        throw new ValueError('instead');
      });
    });
    const task = createTask(w());
    yield* sleep(0);
    task.cancel();
    yield* attempt(
      ValueError,
      () => task,
      (error) => log(f`${show(error)} ${task.cancelled()} ${task.cancelling()}`),
    );
  },
  *c09_a_swallowed_cancellation(log) {
    const w = coroutine(function* (): Body {
      yield* attempt(CancelledError, nine, () => null);
      yield* sleep(1);
      return 'survived';
    });
    const task = createTask(w());
    yield* sleep(0);
    task.cancel();
    log(f`${yield* task} ${task.cancelling()} ${task.cancelled()}`);
  },
  *c10_cancel_in_finally_waits_for_it(log) {
    const w = coroutine(function* (): Body<void> {
      try {
        yield* sleep(9);
      } finally {
        yield* sleep(1);
        log('cleaned up');
      }
    });
    const task = createTask(w());
    yield* sleep(0);
    task.cancel('first');
    yield* attempt(
      CancelledError,
      () => task,
      (error) => log(argsOf(error)),
    );
  },
  *c11_a_second_cancel_interrupts_the_cleaning_up(log) {
    const w = coroutine(function* (): Body<void> {
      try {
        yield* sleep(9);
      } finally {
        yield* attempt(
          CancelledError,
          () => sleep(5),
          (error) => {
            log(`interrupted ${argsOf(error)} ${current().cancelling()}`);
            throw error;
          },
        );
      }
    });
    const task = createTask(w());
    loop().callAt(1, () => task.cancel('one'));
    loop().callAt(2, () => task.cancel('two'));
    yield* attempt(
      CancelledError,
      () => task,
      (error) => log(argsOf(error)),
    );
  },
  *c12_a_task_awaits_itself(log) {
    const w = coroutine(function* (): Body<void> {
      yield* attempt(RuntimeError, current, (error) => log(String(error.args[0]).slice(0, 28)));
      yield* sleep(0);
      log('goes on');
    });
    yield* createTask(w());
  },
  *c13_a_bad_yield(log) {
    yield* attempt(
      RuntimeError,
      function* () {
        yield 5;
      },
      (error) => log(error.args[0]),
    );
    log('after');
  },
  *c14_a_coroutine_is_awaited_once(log) {
    const once = coroutine(function* (): Body {
      return 1;
    })();
    log(yield* once);
    yield* attempt(
      RuntimeError,
      () => once,
      (error) => log(error.args[0]),
    );
  },
  *c15_names_and_numbers(log) {
    const a = createTask(nop());
    const b = createTask(nop(), { name: 'named' });
    const c = createTask(nop());
    c.setName('renamed');
    const d = createTask(nop());
    const names = (tasks: Iterable<sim.Task>): string[] => {
      return [...tasks].map((task) => task.getName());
    };
    log(names([a, b, c, d]));
    log(names(sim.allTasks()).sort((x, y) => (x < y ? -1 : 1)));
    yield* sim.wait([a, b, c, d]);
    log(names(sim.allTasks()));
  },
  *c16_eager_start_runs_to_the_first_wait(log) {
    const w = coroutine(function* (i: number): Body {
      log(`${i} in ${current().getName()}`);
      if (i > 0) yield* sleep(0);
      log(`${i} ends`);
      return i;
    });
    const tasks = [0, 1].map((i) => createTask(w(i), { eagerStart: true }));
    log(tasks.map((task) => task.done()));
    log(yield* sim.gather(tasks));
  },
  *c17_an_eager_task_that_fails(log) {
    const w = coroutine(function* (): Body {
      throw new ValueError('early');
    });
    const task = createTask(w(), { eagerStart: true });
    log(task.done());
    yield* attempt(
      ValueError,
      () => task,
      (error) => log(show(error)),
    );
  },
  *c18_cancel_by_the_task_that_is_awaited(log) {
    const me = current();
    const w = coroutine(function* (): Body<void> {
      log(me.cancel('from below'));
      yield* attempt(
        CancelledError,
        () => sleep(1),
        (error) => {
          log(`below ${argsOf(error)} ${current().cancelling()}`);
          throw error;
        },
      );
    });
    const task = createTask(w());
    yield* attempt(
      CancelledError,
      () => task,
      (error) => log(`above ${argsOf(error)} ${me.cancelling()}`),
    );
  },
  *c19_a_must_cancel_hits_the_future_of_the_next_await(log) {
    const future = loop().createFuture();
    const w = coroutine(function* (): Body<void> {
      current().cancel('pending');
      yield* attempt(
        CancelledError,
        () => future,
        (error) => log(f`${argsOf(error)} ${future.cancelled()}`),
      );
    });
    yield* createTask(w());
  },
  *c20_tasks_refuse_results(log) {
    const task = createTask(nop());
    const acts = [
      () => task.setResult(),
      () => task.setException(),
      () => task.result(),
      () => task.exception(),
    ];
    for (const act of acts) {
      attemptNow(sim.Exception, act, (error) => log(show(error)));
    }
    yield* task;
  },
  *c21_a_coroutine_that_is_over_as_a_task(log) {
    const over = valueAfter(1, 1);
    log(yield* over);
    const task = createTask(over);
    yield* attempt(
      RuntimeError,
      () => task,
      (error) => log(error.args[0]),
    );
  },
});

describe('a task', () => {
  test('tells its await stack, outermost first, and what it waits for', () => {
    const seen = sim.run(
      (function* (): Body<unknown[]> {
        const inner = coroutine(function* inner(): Body<void> {
          yield* sleep(1);
        });
        const outer = coroutine(function* outer(): Body<void> {
          yield* inner();
        });
        const task = createTask(outer());
        yield* sleep(0);
        const waiting = [task.getStack().map((each) => each.name), task.waiter !== null];
        yield* task;
        return [...waiting, task.getStack(), task.waiter];
      })(),
    );
    expect(seen).toEqual([['outer', 'inner'], true, [], null]);
  });

  test('of a coroutine that another task drives fails, and leaves it alone', () => {
    const seen = sim.run(
      (function* (): Body {
        const shared = valueAfter(3, 'v');
        const tasks = [createTask(shared), createTask(shared)];
        const results = yield* sim.gather(tasks, { returnExceptions: true });
        return [show(results), loop().time()];
      })(),
    );
    expect(seen).toEqual(["['v', RuntimeError('cannot reuse already awaited coroutine')]", 3]);
  });

  test('cancels through a chain as long as CPython can', () => {
    const link = coroutine(function* (awaited: sim.Task): Body<void> {
      yield* awaited;
    });
    const length = 2500;
    const cancelled = sim.run(
      (function* (): Body {
        let last: sim.Task = createTask(nine());
        for (let i = 0; i < length; i++) last = createTask(link(last));
        yield* sleep(0);
        const asked = last.cancel();
        yield* sim.wait([last]);
        return [asked, last.cancelled()];
      })(),
    );
    expect(cancelled).toEqual([true, true]);
  });

  test('drives any coroutine, not only generators', () => {
    class Twice extends sim.Coroutine<string> {
      readonly name = 'twice';
      state = 'CREATED' as const;
      #left = 2;

      override send(): 0 | 1 {
        this.payload = this.#left > 0 ? null : 'done';
        return this.#left-- > 0 ? YIELDED : 1;
      }

      override throw(error: unknown): 2 {
        this.payload = error;
        return 2;
      }
    }
    const main = coroutine(function* (): Body {
      const start = loop().clock.iteration;
      const value = yield* createTask(new Twice());
      return [value, loop().clock.iteration - start];
    });
    expect(sim.run(main())).toEqual(['done', 4]);
  });
});
