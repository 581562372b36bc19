// as_completed: both kinds of iteration, time-outs and leaving early.
import * as sim from '../../src/index.ts';
import {
  argsOf,
  attempt,
  type Body,
  compare,
  f,
  failAfter,
  range,
  show,
  valueAfter,
} from './observe.ts';

const { asCompleted, CancelledError, coroutine, createTask, sleep, TimeoutError, ValueError } = sim;

/** `async for future in as_completed(…): act(future)`. */
function* forEach(
  awaitables: Iterable<sim.Coroutine<unknown> | sim.Future>,
  act: (future: sim.Future) => void,
  timeout: number | null = null,
): Body<void> {
  const completed = asCompleted(awaitables, { timeout });
  yield* attempt(
    sim.StopAsyncIteration,
    function* () {
      for (;;) act(yield* completed.anext());
    },
    () => null,
  );
}

compare('as_completed', {
  *a01_in_order_of_completion(log) {
    const all = [valueAfter(3, 'a'), valueAfter(1, 'b'), valueAfter(2, 'c')];
    for (const next of asCompleted(all)) log(yield* next);
  },
  *a02_the_futures_themselves(log) {
    const tasks: sim.Future[] = [2, 1].map((delay) => createTask(valueAfter(delay, delay)));
    yield* forEach(tasks, (task) => log(f`${tasks.indexOf(task)} ${task.result()}`));
  },
  *a03_an_error_is_raised_by_its_coroutine(log) {
    for (const next of asCompleted([failAfter(1, 'x'), valueAfter(2, 'v')])) {
      yield* attempt(
        ValueError,
        function* () {
          log(yield* next);
        },
        (error) => log(show(error)),
      );
    }
  },
  *a04_an_error_does_not_leave_the_asynchronous_kind(log) {
    yield* forEach([failAfter(1, 'x'), valueAfter(2, 'v')], (task) => log(show(task.exception())));
  },
  *a05_a_time_out_in_the_middle(log) {
    const tasks = [1, 3, 4].map((delay) => createTask(valueAfter(delay, delay)));
    for (const next of asCompleted(tasks, { timeout: 2 })) {
      yield* attempt(
        TimeoutError,
        function* () {
          log(yield* next);
        },
        (error) => log(show(error)),
      );
    }
    log(tasks.map((task) => task.done()));
  },
  *a06_a_time_out_of_the_asynchronous_kind(log) {
    yield* attempt(
      TimeoutError,
      () => forEach([valueAfter(1, 1), valueAfter(3, 3)], (task) => log(task.result()), 2),
      (error) => log(show(error)),
    );
  },
  *a07_all_in_time_leaves_no_timer(log) {
    for (const next of asCompleted([valueAfter(1, 1)], { timeout: 5 })) log(yield* next);
  },
  *a08_nothing(log) {
    for (const next of asCompleted<unknown>([])) log(yield* next);
    yield* forEach([], log);
    log('end');
  },
  *a09_duplicates_count_once(log) {
    const task = createTask(valueAfter(1, 1));
    for (const next of asCompleted([task, task])) log(yield* next);
  },
  *a10_left_early_the_others_go_on(log) {
    const w = coroutine(function* (i: number): Body<void> {
      yield* sleep(i);
      log(`ran ${i}`);
    });
    for (const next of asCompleted([w(1), w(2)])) {
      yield* next;
      break;
    }
    yield* sleep(3);
  },
  *a11_done_at_one_instant(log) {
    const tasks = range(4).map((i) => createTask(valueAfter(1, i)));
    for (const next of asCompleted(tasks)) log(yield* next);
  },
  *a12_the_consumer_is_cancelled(log) {
    const tasks = [1, 3].map((delay) => createTask(valueAfter(delay, delay)));
    const w = coroutine(function* (): Body<void> {
      yield* attempt(
        CancelledError,
        function* () {
          for (const next of asCompleted(tasks)) log(yield* next);
        },
        (error) => log(argsOf(error)),
      );
    });
    const task = createTask(w());
    yield* sleep(2);
    task.cancel('consumer');
    yield* task;
    log(yield* tasks[1]);
  },
  *a13_awaited_out_of_order(log) {
    const [first, second] = asCompleted([valueAfter(1, 'a'), valueAfter(2, 'b')]);
    log(yield* second);
    log(yield* first);
  },
});
