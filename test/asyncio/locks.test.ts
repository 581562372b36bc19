// Lock, Event and Condition, under cancellation too.
import * as sim from '../../src/index.ts';
import {
  argsOf,
  attempt,
  attemptNow,
  type Body,
  compare,
  current,
  f,
  type Log,
  range,
} from './observe.ts';

const { CancelledError, Condition, coroutine, createTask, Event, Lock, sleep, using, wait } = sim;

const hold = coroutine(function* (
  log: Log,
  lock: sim.Lock,
  name: string | number,
  delay: number,
): Body<void> {
  yield* attempt(
    CancelledError,
    () =>
      using(lock, function* () {
        log(`${name} in`);
        yield* sleep(delay);
      }),
    () => log(`${name} cancelled`),
  );
});

/** `async with condition: log(f'{name} {await condition.wait()}')`. */
const waitOn = coroutine(function* (
  log: Log,
  condition: sim.Condition,
  name: string | number,
): Body<void> {
  yield* using(condition, function* () {
    log(f`${name} ${yield* condition.wait()}`);
  });
});

function* holding(manager: sim.AsyncContextManager<void>, act: () => void): Body<void> {
  yield* using(manager, function* () {
    act();
  });
}

compare('locks', {
  *l01_in_order_of_arrival(log) {
    const lock = new Lock();
    yield* sim.gather(range(3).map((i) => hold(log, lock, i, 1)));
  },
  *l02_a_cancelled_waiter_is_passed_over(log) {
    const lock = new Lock();
    const tasks = range(3).map((i) => createTask(hold(log, lock, i, 2)));
    yield* sleep(1);
    tasks[1].cancel();
    yield* wait(tasks);
  },
  *l03_cancelled_after_it_was_woken(log) {
    const lock = new Lock();
    yield* lock.acquire();
    const tasks = range(2).map((i) => createTask(hold(log, lock, i, 1)));
    yield* sleep(0);
    lock.release();
    tasks[0].cancel();
    log(lock.locked());
    yield* wait(tasks);
    log(lock.locked());
  },
  *l04_release_refuses(log) {
    const told = (error: sim.BaseException): void => log(error.args[0]);
    attemptNow(sim.RuntimeError, () => new Lock().release(), told);
    attemptNow(sim.RuntimeError, () => new Condition().notify(), told);
    yield* attempt(sim.RuntimeError, () => new Condition().wait(), told);
  },
  *l05_the_one_that_releases_may_not_barge(log) {
    const lock = new Lock();
    const greedy = coroutine(function* (): Body<void> {
      for (const i of range(2)) yield* holding(lock, () => log(`greedy ${i}`));
    });
    yield* lock.acquire();
    const tasks = [createTask(greedy()), createTask(hold(log, lock, 'other', 0))];
    yield* sleep(0);
    lock.release();
    yield* wait(tasks);
  },
  *l06_all_waiters_cancelled_leaves_it_free(log) {
    const lock = new Lock();
    yield* lock.acquire();
    const tasks = range(3).map((i) => createTask(hold(log, lock, i, 1)));
    yield* sleep(0);
    for (const task of tasks) task.cancel();
    lock.release();
    log(f`${lock.locked()} ${yield* lock.acquire()}`);
    yield* wait(tasks);
  },
  *l07_event_wakes_all_in_order(log) {
    const event = new Event();
    const w = coroutine(function* (i: number): Body<void> {
      log(f`${i} ${yield* event.wait()}`);
    });
    const tasks = range(3).map((i) => createTask(w(i)));
    yield* sleep(0);
    tasks[1].cancel();
    event.set();
    yield* wait(tasks);
    log(yield* event.wait());
    event.clear();
    log(event.isSet());
  },
  *l08_an_event_waiter_cancelled_after_set(log) {
    const event = new Event();
    const w = coroutine(function* (): Body<void> {
      yield* attempt(
        CancelledError,
        function* () {
          log(yield* event.wait());
        },
        () => log(f`cancelled ${event.isSet()}`),
      );
    });
    const task = createTask(w());
    yield* sleep(0);
    event.set();
    task.cancel();
    yield* task;
  },
  *l09_condition_notify_counts(log) {
    const condition = new Condition();
    const tasks = range(4).map((i) => createTask(waitOn(log, condition, i)));
    yield* sleep(0);
    yield* holding(condition, () => {
      condition.notify(2);
      log('notified');
    });
    yield* sleep(1);
    yield* holding(condition, () => condition.notifyAll());
    yield* wait(tasks);
  },
  *l10_condition_wait_for(log) {
    const condition = new Condition();
    const items: number[] = [];
    const w = coroutine(function* (): Body<void> {
      yield* using(condition, function* () {
        log(yield* condition.waitFor(() => items.length > 1 && items));
      });
    });
    const task = createTask(w());
    for (const i of range(3)) {
      yield* sleep(1);
      yield* holding(condition, () => {
        items.push(i);
        condition.notify();
      });
    }
    yield* task;
  },
  *l11_a_notified_waiter_that_is_cancelled_passes_it_on(log) {
    const condition = new Condition();
    const w = coroutine(function* (i: number): Body<void> {
      yield* attempt(
        CancelledError,
        () => waitOn(log, condition, i),
        () => log(`${i} cancelled`),
      );
    });
    const tasks = range(3).map((i) => createTask(w(i)));
    yield* sleep(0);
    yield* holding(condition, () => condition.notify(1));
    tasks[0].cancel();
    const [done, pending] = yield* wait(tasks, { timeout: 1 });
    log(`${done.size} ${pending.size}`);
  },
  *l12_cancelled_twice_while_it_takes_the_lock_again(log) {
    const condition = new Condition();
    const w = coroutine(function* (): Body<void> {
      yield* attempt(
        CancelledError,
        () => using(condition, () => condition.wait()),
        (error) => log(`${argsOf(error)} ${current().cancelling()}`),
      );
    });
    const task = createTask(w());
    yield* sleep(0);
    yield* using(condition, function* () {
      task.cancel('one');
      yield* sleep(1);
      task.cancel('two');
      yield* sleep(1);
      log('release');
    });
    yield* task;
  },
  *l13_condition_on_a_shared_lock(log) {
    const lock = new Lock();
    const [a, b] = [new Condition(lock), new Condition(lock)];
    const tasks = [createTask(waitOn(log, a, 'a')), createTask(waitOn(log, b, 'b'))];
    yield* sleep(0);
    yield* holding(lock, () => b.notify());
    yield* sleep(1);
    yield* holding(lock, () => a.notify());
    yield* wait(tasks);
  },
  *l14_a_lock_with_a_time_out(log) {
    const lock = new Lock();
    const tasks = [createTask(hold(log, lock, 'first', 3))];
    yield* sleep(0);
    yield* attempt(
      sim.TimeoutError,
      () => using(sim.timeout(1), () => holding(lock, () => log('never'))),
      () => log('timeout'),
    );
    yield* wait(tasks);
    log(lock.locked());
  },
});
