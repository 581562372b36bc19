// wait: its modes, its time-out and its cancellation; which futures are done is judged on resuming.
import { expect, test } from 'vitest';
import * as sim from '../../src/index.ts';
import {
  argsOf,
  attempt,
  type Body,
  compare,
  failAfter,
  loop,
  show,
  valueAfter,
} from './observe.ts';

const { CancelledError, coroutine, createTask, FIRST_COMPLETED, FIRST_EXCEPTION, sleep, wait } =
  sim;

function names([done, pending]: readonly [Set<sim.Task>, Set<sim.Task>]): string {
  const listed = [done, pending].map((set) => show([...set].map((task) => task.getName())));
  return listed.join(' ');
}

function tasksOf(...coroutines: sim.Coroutine<unknown>[]): sim.Task[] {
  return coroutines.map((each, i) => createTask(each, { name: 'abcdef'[i] }));
}

compare('wait', {
  *w01_all(log) {
    const tasks = tasksOf(valueAfter(2, 1), valueAfter(1, 2), failAfter(3, 'x'));
    log(names(yield* wait(tasks)));
  },
  *w02_first(log) {
    const tasks = tasksOf(valueAfter(2, 1), valueAfter(1, 2), valueAfter(1, 3));
    log(names(yield* wait(tasks, { returnWhen: FIRST_COMPLETED })));
    log(names(yield* wait(tasks, { returnWhen: FIRST_COMPLETED })));
  },
  *w03_first_exception(log) {
    const tasks = tasksOf(valueAfter(1, 1), failAfter(2, 'x'), valueAfter(3, 3));
    log(names(yield* wait(tasks, { returnWhen: FIRST_EXCEPTION })));
  },
  *w04_first_exception_takes_no_cancellation_for_one(log) {
    const tasks = tasksOf(valueAfter(9, 1), valueAfter(2, 2));
    tasks[0].cancel();
    log(names(yield* wait(tasks, { returnWhen: FIRST_EXCEPTION })));
  },
  *w05_a_time_out_cancels_nothing(log) {
    const tasks = tasksOf(valueAfter(1, 1), valueAfter(3, 2));
    log(names(yield* wait(tasks, { timeout: 2 })));
    log(yield* tasks[1]);
  },
  *w06_time_out_at_the_instant_of_the_last(log) {
    const tasks = tasksOf(valueAfter(1, 1), valueAfter(2, 2));
    log(names(yield* wait(tasks, { timeout: 2 })));
    log(names(yield* wait(tasks, { timeout: 0 })));
  },
  *w07_time_out_of_zero(log) {
    const tasks = tasksOf(valueAfter(0, 1), valueAfter(1, 2));
    log(names(yield* wait(tasks, { timeout: 0 })));
    log(names(yield* wait(tasks, { timeout: 0 })));
  },
  *w08_the_waiter_is_cancelled_and_nothing_else(log) {
    const tasks = tasksOf(valueAfter(2, 1), valueAfter(3, 2));
    const w = coroutine(function* (): Body<void> {
      yield* attempt(
        CancelledError,
        () => wait(tasks),
        (error) => {
          log(argsOf(error));
          throw error;
        },
      );
    });
    const task = createTask(w());
    yield* sleep(1);
    task.cancel('waiter');
    yield* wait([task]);
    log(yield* sim.gather(tasks));
  },
  *w09_what_is_done_is_judged_on_resuming(log) {
    const [first, second] = [loop().createFuture(), loop().createFuture()];
    first.addDoneCallback(() => loop().callSoon(() => second.setResult(2)));
    loop().callSoon(() => first.setResult(1));
    const [done, pending] = yield* wait([first, second], { returnWhen: FIRST_COMPLETED });
    log(`${done.size} ${pending.size}`);
  },
  *w10_refusals(log) {
    const nop = coroutine(function* nop(): Body {
      return null;
    })();
    const future = loop().createFuture();
    const wrong: [unknown[], object][] = [
      [[], {}],
      [[nop], {}],
      [[future], { returnWhen: 'X' }],
    ];
    for (const [futures, options] of wrong) {
      yield* attempt(
        sim.Exception,
        () => wait(futures as sim.Future[], options),
        (error) => log(show(error)),
      );
    }
    nop.close();
  },
  *w11_one_task_twice(log) {
    const [task] = tasksOf(valueAfter(1, 1));
    log(names(yield* wait([task, task])));
  },
  *w12_two_waiters_on_one_task(log) {
    const [task] = tasksOf(valueAfter(1, 1));
    const w = coroutine(function* (timeout: number): Body<void> {
      log(`${timeout} ${names(yield* wait([task], { timeout }))}`);
    });
    yield* sim.gather([0.5, 1, 2].map((timeout) => w(timeout)));
  },
  *w13_a_time_out_after_the_first(log) {
    const tasks = tasksOf(failAfter(1, 'x'), valueAfter(5, 2));
    log(names(yield* wait(tasks, { timeout: 2, returnWhen: FIRST_EXCEPTION })));
    yield* sleep(2);
    log('the timer was cancelled');
  },
});

test('the last failure of FIRST_EXCEPTION is not marked as retrieved, as the first is', () => {
  const left = sim.run(
    (function* (): Body<number[]> {
      const only = tasksOf(failAfter(1, 'x'));
      const both = tasksOf(failAfter(1, 'y'), sleep(5));
      yield* wait(only, { returnWhen: FIRST_EXCEPTION });
      yield* wait(both, { returnWhen: FIRST_EXCEPTION });
      const failed = loop().unretrieved();
      return [only[0], both[0]].map((task) => failed.indexOf(task as sim.Future));
    })(),
  );
  expect(left).toEqual([0, -1]);
});
