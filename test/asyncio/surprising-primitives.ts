// The second half of the surprises: combinators, primitives and the loop.
import * as sim from '../../src/index.ts';
import {
  argsOf,
  attempt,
  type Body,
  current,
  f,
  type Log,
  loop,
  type Program,
  range,
} from './observe.ts';

const { coroutine, createTask, sleep } = sim;
const { CancelledError, TimeoutError, ValueError, ExceptionGroup } = sim;

/** 110 or 99 timers at one instant, nine of ten cancelled. */
function* survivors(log: Log, count: number): Body<void> {
  const handles = range(count).map((i) => loop().callAt(1, log, i));
  handles.forEach((handle, i) => {
    if (i % 10 !== 3) handle.cancel();
  });
  yield* sleep(0);
  yield* sleep(2);
}

export const surprisingPrimitives: Readonly<Record<string, Program>> = {
  *s15_event_pulse(log) {
    const event = new sim.Event();
    const w = coroutine(function* (i: number): Body<void> {
      const result = yield* event.wait();
      log(f`${i} ${result} is_set=${event.isSet()}`);
    });
    const tasks = range(2).map((i) => createTask(w(i)));
    yield* sleep(0);
    event.set();
    event.clear();
    yield* sim.gather(tasks);
  },
  *s16_gather_cancel(log) {
    const w = coroutine(function* (i: number): Body {
      try {
        yield* sleep(5);
      } catch (error) {
        if (i === 0) return 'kept';
        throw error;
      }
      return null;
    });
    const outer = coroutine(function* (): Body<void> {
      yield* attempt(
        CancelledError,
        function* () {
          log(yield* sim.gather([w(0), w(1)], { returnExceptions: true }));
        },
        (error) => log(`CancelledError ${argsOf(error)}`),
      );
    });
    const task = createTask(outer());
    yield* sleep(1);
    task.cancel('m');
    yield* task;
  },
  *s17_gather_siblings(log) {
    const bad = coroutine(function* (): Body {
      yield* sleep(1);
      throw new ValueError('x');
    });
    const ok = coroutine(function* (): Body<void> {
      yield* sleep(2);
      log('sibling finished');
    });
    yield* attempt(
      ValueError,
      () => sim.gather([bad(), ok()]),
      () => log('ValueError'),
    );
    yield* sleep(2);
  },
  *s18_after_main(log) {
    const w = coroutine(function* (): Body<void> {
      try {
        for (const i of range(6)) {
          yield* sleep(0);
          log(i);
        }
      } catch (error) {
        log('cancelled by shutdown');
        throw error;
      }
    });
    createTask(w());
    yield* sleep(0);
    log('main returns');
  },
  *s19_wait_done(log) {
    const task = createTask(sleep(0));
    yield* task;
    log('before');
    yield* sim.wait([task]);
    log('after');
  },
  *s20_shield_log(log) {
    const bad = coroutine(function* (): Body {
      yield* sleep(1);
      throw new ValueError('late');
    });
    yield* attempt(
      TimeoutError,
      () => sim.waitFor(sim.shield(createTask(bad())), 0.5),
      () => log('TimeoutError'),
    );
    yield* sleep(1);
  },
  *s21_manual_cancel(log) {
    const w = coroutine(function* (): Body {
      throw new CancelledError('hand');
    });
    const task = createTask(w());
    yield* attempt(
      CancelledError,
      () => task,
      (error) =>
        log(f`${argsOf(error)} cancelled=${task.cancelled()} cancelling=${task.cancelling()}`),
    );
  },
  *s22_tg_parent_cancel(log) {
    const bad = coroutine(function* (): Body {
      try {
        yield* sleep(5);
      } finally {
        // biome-ignore lint/correctness/noUnsafeFinally: the error replaces the cancellation
        throw new ValueError('cleanup');
      }
    });
    const w = coroutine(function* (): Body<void> {
      yield* attempt(
        ExceptionGroup,
        () =>
          sim.using(new sim.TaskGroup(), function* (group) {
            group.createTask(bad());
          }),
        () => log(`eg c=${current().cancelling()}`),
      );
      try {
        yield* sleep(0);
        log('not cancelled');
      } catch (error) {
        log(`re-cancelled ${argsOf(error as sim.CancelledError)}`);
        throw error;
      }
    });
    const task = createTask(w());
    yield* sleep(1);
    task.cancel('m');
    yield* attempt(
      CancelledError,
      () => task,
      (error) => log(`main sees ${argsOf(error)}`),
    );
  },
  *s23_sleep_tiny(log) {
    const a = coroutine(function* (): Body<void> {
      for (const i of range(4)) {
        yield* sleep(0);
        log(`a${i}`);
      }
    });
    const b = coroutine(function* (): Body<void> {
      yield* sleep(1e-12);
      log('b');
    });
    yield* sim.gather([a(), b()]);
  },
  *s24_callbacks(log) {
    const future = loop().createFuture<number>();
    future.addDoneCallback(() => log('cb1'));
    future.addDoneCallback(() => log('cb2'));
    loop().callSoon(log, 'soon1');
    future.setResult(1);
    loop().callSoon(log, 'soon2');
    log('sync');
    yield* future;
    log('awaited done future: no suspension');
    yield* sleep(0);
    log('later');
  },
  *s25_cond_cancel(log) {
    const condition = new sim.Condition();
    const w = coroutine(function* (): Body<void> {
      yield* sim.using(condition, function* () {
        try {
          yield* condition.wait();
        } catch (error) {
          log('CancelledError delivered');
          throw error;
        }
      });
    });
    const task = createTask(w());
    yield* sleep(0);
    yield* sim.using(condition, function* () {
      task.cancel();
      log('cancelled at 0');
      yield* sleep(1);
      log('releasing');
    });
    yield* attempt(
      CancelledError,
      () => task,
      () => log('done'),
    );
  },
  *s26_sem_handoff(log) {
    const semaphore = new sim.Semaphore(1);
    yield* semaphore.acquire();
    const w = coroutine(function* (): Body<void> {
      yield* semaphore.acquire();
      log('waiter in');
    });
    const task = createTask(w());
    yield* sleep(0);
    semaphore.release();
    log(f`value=${semaphore.value} locked=${semaphore.locked()}`);
    yield* task;
  },
  *s27_lock_handoff(log) {
    const lock = new sim.Lock();
    yield* lock.acquire();
    const w = coroutine(function* (): Body<void> {
      yield* lock.acquire();
      log('waiter in');
      lock.release();
    });
    const task = createTask(w());
    yield* sleep(0);
    lock.release();
    log(f`locked=${lock.locked()}`);
    yield* lock.acquire();
    log('newcomer in');
    yield* task;
  },
  s28_compaction: (log) => survivors(log, 110),
  s29_no_compaction: (log) => survivors(log, 99),
  *s31_self_await(log) {
    const tasks = new Map<string, sim.Task>();
    const me = coroutine(function* (): Body<void> {
      yield* attempt(
        sim.RuntimeError,
        () => tasks.get('me') as sim.Task,
        (error) => log('me: ' + String(error.args[0]).slice(0, 29)),
      );
    });
    const other = coroutine(function* (): Body<void> {
      yield* attempt(
        sim.RuntimeError,
        function* () {
          yield* tasks.get('me') as sim.Task;
          log('other: ok');
        },
        (error) => log('other: ' + error.args[0]),
      );
    });
    tasks.set('me', createTask(me()));
    createTask(other());
    yield* sleep(1);
  },
};
