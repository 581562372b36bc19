// gather: results in argument order, failures, duplicates, nesting and cancellation.
import * as sim from '../../src/index.ts';
import {
  argsOf,
  attempt,
  type Body,
  compare,
  current,
  f,
  failAfter,
  loop,
  show,
  valueAfter,
} from './observe.ts';

const { CancelledError, coroutine, createTask, gather, sleep, ValueError } = sim;

compare('gather', {
  *g01_results_in_argument_order(log) {
    log(yield* gather([valueAfter(3, 'a'), valueAfter(1, 'b'), valueAfter(2, 'c')]));
  },
  *g02_one_coroutine_twice(log) {
    const twice = valueAfter(1, 'x');
    log(yield* gather([twice, valueAfter(2, 'y'), twice]));
    log(sim.allTasks().size);
  },
  *g03_exceptions_as_results(log) {
    const awaitables = [valueAfter(1, 1), failAfter(1, 'x'), failAfter(0, 'y')];
    log(yield* gather(awaitables, { returnExceptions: true }));
  },
  *g04_a_second_failure_is_dropped(log) {
    yield* attempt(
      ValueError,
      () => gather([failAfter(1, 'first'), failAfter(2, 'second'), valueAfter(3, 'v')]),
      (error) => log(show(error)),
    );
    yield* sleep(5);
  },
  *g05_a_child_that_is_cancelled(log) {
    const tasks = [1, 2].map((i) => createTask(valueAfter(i, i)));
    loop().callAt(0.5, () => tasks[0].cancel('child'));
    yield* attempt(
      CancelledError,
      () => gather(tasks),
      (error) => log(`${argsOf(error)} ${current().cancelling()}`),
    );
    log(yield* tasks[1]);
  },
  *g06_a_cancelled_child_among_results(log) {
    const tasks = [1, 2].map((i) => createTask(valueAfter(i, i)));
    loop().callAt(0.5, () => tasks[0].cancel('child'));
    log(yield* gather(tasks, { returnExceptions: true }));
  },
  *g07_cancel_waits_for_slow_children(log) {
    const slow = coroutine(function* (i: number): Body<void> {
      try {
        yield* sleep(9);
      } finally {
        yield* sleep(i);
        log(`${i} cleaned up`);
      }
    });
    const gathering = gather([slow(1), slow(2)]);
    yield* sleep(0);
    log(gathering.cancel('all'));
    yield* attempt(
      CancelledError,
      () => gathering,
      (error) => log(argsOf(error)),
    );
  },
  *g08_cancel_with_a_child_that_fails_instead(log) {
    const stubborn = coroutine(function* (): Body<void> {
      yield* attempt(
        CancelledError,
        () => sleep(9),
        () => {
          throw new ValueError('instead');
        },
      );
    });
    const gathering = gather([stubborn(), valueAfter(9, 1)]);
    yield* sleep(1);
    gathering.cancel();
    yield* attempt(
      ValueError,
      () => gathering,
      (error) => log(f`${show(error)} ${gathering.cancelled()}`),
    );
  },
  *g09_cancel_after_all_children_are_done(log) {
    const tasks = [1, 2].map((i) => createTask(valueAfter(0, i)));
    const gathering = gather(tasks);
    yield* sleep(0);
    yield* sleep(0);
    const done = tasks.map((task) => task.done());
    log(f`${done} ${gathering.done()} ${gathering.cancel()}`);
    log(yield* gathering);
  },
  *g10_nested_gathers(log) {
    const inner = gather([valueAfter(1, 1), failAfter(2, 'inner')]);
    const outer = gather([inner, valueAfter(3, 3)], { returnExceptions: true });
    log(yield* outer);
  },
  *g11_done_children_only(log) {
    const future = loop().createFuture<string>();
    future.setResult('done');
    const gathering = gather([future, future]);
    log(f`${gathering.done()} ${gathering.result()}`);
    log(yield* gather([future, valueAfter(0, 'new')]));
  },
  *g12_the_awaiting_task_is_cancelled(log) {
    const w = coroutine(function* (): Body {
      return yield* attempt(
        CancelledError,
        () => gather([valueAfter(9, 1), valueAfter(9, 2)]),
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
      (error) => log(`main ${argsOf(error)}`),
    );
  },
  *g13_children_that_swallow_the_cancellation(log) {
    const swallow = coroutine(function* (): Body {
      try {
        yield* sleep(9);
      } catch {
        return 'kept';
      }
      return null;
    });
    const gathering = gather([swallow(), swallow()]);
    yield* sleep(0);
    gathering.cancel('m');
    yield* attempt(
      CancelledError,
      function* () {
        log(yield* gathering);
      },
      (error) => log(f`${argsOf(error)} ${gathering.cancelled()} ${gathering.done()}`),
    );
  },
});
