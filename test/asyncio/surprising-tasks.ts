// The first half of the surprises: tasks, cancellation and time-outs.
import * as sim from '../../src/index.ts';
import {
  argsOf,
  attempt,
  type Body,
  current,
  float,
  loop,
  type Program,
  range,
} from './observe.ts';

const { coroutine, createTask, sleep } = sim;
const { CancelledError, TimeoutError, ValueError, ExceptionGroup } = sim;

export const surprisingTasks: Readonly<Record<string, Program>> = {
  *s01_heap_scramble(log) {
    const w = coroutine(function* (i: number): Body<void> {
      yield* sleep(1);
      log(i);
    });
    yield* sim.gather(range(6).map((i) => w(i)));
  },
  *s02_race_simple(log) {
    yield* attempt(
      TimeoutError,
      function* () {
        log(yield* sim.waitFor(sleep(1, 'v'), 1));
      },
      () => log('TimeoutError'),
    );
  },
  *s03_race_done_then_timeout(log) {
    createTask(sleep(1));
    yield* sleep(0.5);
    const future = loop().createFuture<string>();
    loop().callAt(1, () => future.setResult('v'));
    yield* attempt(
      TimeoutError,
      () =>
        sim.using(sim.timeoutAt(1), function* () {
          log(yield* future);
        }),
      () => log(`TimeoutError although fut=${"'" + future.result() + "'"}`),
    );
  },
  *s04_race_task(log) {
    const task = createTask(sleep(1, 'v'));
    yield* sleep(0);
    yield* attempt(
      TimeoutError,
      function* () {
        log(yield* sim.waitFor(task, 1));
      },
      () => log(`TimeoutError; task: ${task.cancelled() ? 'cancelled' : 'other'}`),
    );
  },
  *s05_cancel_unstarted(log) {
    const task = createTask(
      (function* (): Body<void> {
        try {
          log('body');
        } finally {
          log('finally');
        }
      })(),
    );
    log(task.cancel('m'));
    yield* attempt(
      CancelledError,
      () => task,
      (error) => log(`cancelled ${argsOf(error)}`),
    );
  },
  *s06_double_cancel(log) {
    const w = coroutine(function* (): Body<void> {
      yield* attempt(
        CancelledError,
        () => sleep(9),
        (error) => log(`${argsOf(error)} cancelling=${current().cancelling()}`),
      );
      yield* sleep(1);
      log('slept after swallow');
    });
    const task = createTask(w());
    yield* sleep(0);
    log(task.cancel('a'));
    log(task.cancel('b'));
    yield* task;
  },
  *s07_self_cancel_return(log) {
    const w = coroutine(function* (): Body {
      current().cancel('self');
      return 42;
    });
    const task = createTask(w());
    yield* attempt(
      CancelledError,
      function* () {
        log(yield* task);
      },
      (error) => log(`cancelled ${argsOf(error)}`),
    );
  },
  *s08_swallow_then_taskgroup(log) {
    const bad = coroutine(function* (): Body {
      throw new ValueError('x');
    });
    const w = coroutine(function* (): Body<void> {
      yield* attempt(
        CancelledError,
        () => sleep(9),
        () => log(`swallowed c=${current().cancelling()}`),
      );
      yield* attempt(
        ExceptionGroup,
        () =>
          sim.using(new sim.TaskGroup(), function* (group) {
            group.createTask(bad());
          }),
        () => log(`eg c=${current().cancelling()}`),
      );
      yield* attempt(
        CancelledError,
        function* () {
          yield* sleep(1);
          log('slept');
        },
        () => log('cancelled AGAIN'),
      );
    });
    const task = createTask(w());
    yield* sleep(0);
    task.cancel();
    yield* task;
  },
  *s09_cancel_and_timeout(log) {
    const w = coroutine(function* (): Body<void> {
      yield* attempt(
        CancelledError,
        () => sim.using(sim.timeout(1), () => sleep(5)),
        (error) => log(`CancelledError ${argsOf(error)} c=${current().cancelling()}`),
      );
    });
    const task = createTask(w());
    loop().callAt(1, () => task.cancel('ext'));
    yield* sim.wait([task]);
  },
  *s10_waitfor_swallow(log) {
    const w = coroutine(function* (): Body {
      try {
        yield* sleep(5);
      } catch {
        return 'swallowed';
      }
      return null;
    });
    log(yield* sim.waitFor(w(), 1));
    log(`cancelling=${current().cancelling()}`);
  },
  *s11_zero_timeouts(log) {
    const w = coroutine(function* (): Body<void> {
      log('w ran');
      yield* sleep(0);
      log('w resumed');
    });
    yield* attempt(
      TimeoutError,
      () => sim.using(sim.timeout(0), () => w()),
      () => log('timeout(0) -> TimeoutError'),
    );
    yield* sim.using(sim.timeout(0), function* () {
      log('no suspension: ok');
    });
    yield* attempt(
      TimeoutError,
      () => sim.waitFor(w(), 0),
      () => log('wait_for(0) -> TimeoutError'),
    );
  },
  *s12_resolution(log) {
    const a = coroutine(function* (): Body<void> {
      yield* sleep(0.1);
      yield* sleep(0.2);
      log(`a woke, time()=${float(loop().time())}, deadline was ${0.1 + 0.2}`);
    });
    const b = coroutine(function* (): Body<void> {
      yield* sleep(0.3);
      log('b woke');
    });
    yield* sim.gather([a(), b()]);
  },
  *s14_horizon_ok(log) {
    yield* sleep(8388608);
    yield* sleep(1);
    log('woke');
  },
};
