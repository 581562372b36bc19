// Semaphore and BoundedSemaphore: fairness, hand-over and cancellation.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as sim from '../../src/index.ts';
import {
  attempt,
  attemptNow,
  type Body,
  compare,
  f,
  type Log,
  loop,
  range,
  show,
} from './observe.ts';

const { BoundedSemaphore, CancelledError, coroutine, createTask, Semaphore } = sim;
const { sleep, using, ValueError, wait } = sim;

const hold = coroutine(function* (
  log: Log,
  semaphore: sim.Semaphore,
  name: string | number,
  delay: number,
): Body<void> {
  yield* attempt(
    CancelledError,
    () =>
      using(semaphore, function* () {
        log(`${name} in`);
        yield* sleep(delay);
      }),
    () => log(`${name} cancelled`),
  );
});

compare('semaphores', {
  *m01_batches(log) {
    const semaphore = new Semaphore(2);
    yield* sim.gather(range(5).map((i) => hold(log, semaphore, i, 1)));
  },
  *m02_a_newcomer_queues_behind_a_live_waiter(log) {
    const semaphore = new Semaphore(1);
    yield* semaphore.acquire();
    const task = createTask(hold(log, semaphore, 'waiter', 1));
    yield* sleep(0);
    semaphore.release();
    semaphore.release();
    log(semaphore.locked());
    yield* hold(log, semaphore, 'newcomer', 1);
    yield* task;
    log(semaphore.locked());
  },
  *m03_cancelled_after_the_hand_over_gives_it_back(log) {
    const semaphore = new Semaphore(1);
    yield* semaphore.acquire();
    const tasks = range(2).map((i) => createTask(hold(log, semaphore, i, 1)));
    yield* sleep(0);
    semaphore.release();
    tasks[0].cancel();
    yield* wait(tasks);
    log(f`${semaphore.value} ${semaphore.locked()}`);
  },
  *m04_cancelled_while_it_waits(log) {
    const semaphore = new Semaphore(1);
    yield* semaphore.acquire();
    const tasks = range(3).map((i) => createTask(hold(log, semaphore, i, 1)));
    yield* sleep(0);
    tasks[0].cancel();
    tasks[1].cancel();
    semaphore.release();
    yield* wait(tasks);
    log(f`${semaphore.value} ${semaphore.locked()}`);
  },
  *m05_zero_permits(log) {
    const semaphore = new Semaphore(0);
    loop().callLater(1, () => semaphore.release());
    log(semaphore.locked());
    log(yield* semaphore.acquire());
    attemptNow(
      ValueError,
      () => new Semaphore(-1),
      (error) => log(error.args[0]),
    );
  },
  *m06_bounded(log) {
    const semaphore = new BoundedSemaphore(1);
    yield* semaphore.acquire();
    semaphore.release();
    attemptNow(
      ValueError,
      () => semaphore.release(),
      (error) => log(error.args[0]),
    );
    log(semaphore.value);
  },
  *m07_two_releases_wake_two(log) {
    const semaphore = new Semaphore(0);
    const tasks = range(3).map((i) => createTask(hold(log, semaphore, i, 1)));
    yield* sleep(0);
    semaphore.release();
    semaphore.release();
    yield* sleep(0);
    log(semaphore.value);
    yield* wait(tasks);
  },
  *m08_a_time_out_around_acquire(log) {
    const semaphore = new Semaphore(1);
    const w = coroutine(function* (i: number): Body<void> {
      const got = yield* attempt(
        sim.TimeoutError,
        () => using(sim.timeout(1.5), () => semaphore.acquire()),
        () => log(`${i} timeout`),
      );
      if (got !== true) return;
      log(`${i} in`);
      yield* sleep(1);
      semaphore.release();
    });
    yield* sim.gather(range(4).map((i) => w(i)));
    log(semaphore.value);
  },
  *m09_a_crowd_cancelled_at_the_release(log) {
    const semaphore = new Semaphore(2);
    const tasks = range(6).map((i) => createTask(hold(log, semaphore, i, 2)));
    for (const i of [0, 2, 3]) loop().callAt(2, () => tasks[i].cancel());
    yield* wait(tasks);
    log(semaphore.value);
  },
  *m10_locked_counts_waiters_that_are_not_cancelled(log) {
    const semaphore = new Semaphore(1);
    yield* semaphore.acquire();
    const tasks = range(2).map((i) => createTask(hold(log, semaphore, i, 1)));
    yield* sleep(0);
    for (const task of tasks) task.cancel();
    semaphore.release();
    log(f`${semaphore.value} ${semaphore.locked()}`);
    yield* hold(log, semaphore, 'newcomer', 0);
    yield* wait(tasks);
  },
  *m11_an_error_inside_releases(log) {
    const semaphore = new Semaphore(1);
    const w = coroutine(function* (): Body<void> {
      yield* using(semaphore, function* () {
        throw new ValueError('inside');
      });
    });
    log(show(yield* sim.gather([w(), w()], { returnExceptions: true })));
    log(semaphore.value);
  },
  *m12_the_permit_goes_to_the_next_when_the_first_is_cancelled_in_its_iteration(log) {
    const semaphore = new Semaphore(1);
    const tasks = range(3).map((i) => createTask(hold(log, semaphore, i, 1)));
    loop().callAt(1, () => tasks[1].cancel());
    yield* wait(tasks);
    log(semaphore.value);
  },
});

interface Visit {
  readonly arrival: number;
  readonly stay: number;
  readonly cancelledAt: number | null;
}

const instant = fc.integer({ min: 0, max: 6 });
const visits = fc.array(
  fc.record<Visit>({
    arrival: instant,
    stay: instant,
    cancelledAt: fc.option(fc.integer({ min: 0, max: 12 })),
  }),
  { minLength: 1, maxLength: 12 },
);

interface Seen {
  /** Most holders at one time. */
  most: number;
  /** Visitors in the order in which they asked, of those that got in. */
  readonly asked: number[];
  readonly entered: number[];
  left: number;
  locked: boolean;
}

/** Tasks that come, hold a permit for a while, and are cancelled at random instants. */
function* crowd(permits: number, all: readonly Visit[]): Body<Seen> {
  const semaphore = new Semaphore(permits);
  const seen: Seen = { most: 0, asked: [], entered: [], left: 0, locked: true };
  let inside = 0;
  const visitor = coroutine(function* (visit: Visit, i: number): Body<void> {
    if (visit.arrival > 0) yield* sleep(visit.arrival);
    seen.asked.push(i);
    yield* semaphore.acquire();
    seen.entered.push(i);
    seen.most = Math.max(seen.most, ++inside);
    try {
      yield* sleep(visit.stay);
    } finally {
      inside--;
      semaphore.release();
    }
  });
  const tasks = all.map((visit, i) => createTask(visitor(visit, i)));
  all.forEach((visit, i) => {
    if (visit.cancelledAt !== null) loop().callAt(visit.cancelledAt, () => tasks[i].cancel());
  });
  yield* wait(tasks);
  seen.left = semaphore.value;
  seen.locked = semaphore.locked();
  return seen;
}

test('never more holders than permits, none lost, whoever is cancelled; first come first served', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 3 }),
      visits,
      fc.constantFrom('fifo', 'heapq'),
      (permits, all, ties) => {
        const seen = sim.run(crowd(permits, all), { ties: ties as 'fifo' | 'heapq' });
        expect(seen.most).toBeLessThanOrEqual(permits);
        expect([seen.left, seen.locked]).toEqual([permits, false]);
        expect(seen.entered).toEqual(seen.asked.filter((i) => seen.entered.includes(i)));
      },
    ),
    { numRuns: 500, seed: 5 },
  );
});
