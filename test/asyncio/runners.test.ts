// run: values, the last pass, the shutdown and errors that leave the loop.
import { describe, expect, test } from 'vitest';
import * as sim from '../../src/index.ts';
import { argsOf, attempt, attemptNow, type Body, compare, loop, range } from './observe.ts';

const { CancelledError, coroutine, createTask, sleep, ValueError } = sim;

/** Sleeps; when it is cancelled, cleans up for `delay` and tells `text`. */
const cleanUp = coroutine(function* (delay: number, tell: () => void): Body<void> {
  try {
    yield* sleep(9);
  } finally {
    if (delay > 0) yield* sleep(delay);
    tell();
  }
});

const raise = (error: unknown): never => {
  throw error;
};

compare('run', {
  *r01_the_value() {
    return 42;
  },
  *r02_an_error() {
    throw new ValueError('main');
  },
  *r03_a_cancellation() {
    throw new CancelledError('main');
  },
  *r04_tasks_are_cancelled_in_order_of_creation(log) {
    const w = coroutine(function* (i: number): Body<void> {
      yield* attempt(
        CancelledError,
        () => sleep(9),
        (error) => {
          log(`${i} ${argsOf(error)}`);
          throw error;
        },
      );
    });
    log(range(3).map((i) => createTask(w(i)).getName()));
    yield* sleep(0);
  },
  *r05_the_shutdown_waits_for_cleaning_up(log) {
    for (const delay of [2, 1]) createTask(cleanUp(delay, () => log(`cleaned up ${delay}`)));
    yield* sleep(1);
    return 'main';
  },
  *r06_an_error_during_the_shutdown_is_reported() {
    createTask(cleanUp(0, () => raise(new ValueError('cleanup'))));
    yield* sleep(0);
    return 'main';
  },
  *r07_a_task_made_last_still_has_its_first_step(log) {
    const w = coroutine(function* (): Body<void> {
      log('ran');
    });
    createTask(w());
    return 'main';
  },
  *r08_a_survivor_of_the_shutdown(log) {
    const late = coroutine(function* (): Body<void> {
      log('late task');
    });
    const w = coroutine(function* (): Body<void> {
      yield* attempt(
        CancelledError,
        () => sleep(9),
        () => log('swallowed'),
      );
      yield* sleep(1);
      createTask(late());
      log('survived');
    });
    createTask(w());
    yield* sleep(0);
  },
  *r09_system_exit_in_a_task(log) {
    const exit = coroutine(function* (): Body {
      throw new sim.SystemExit(3);
    });
    createTask(cleanUp(0, () => log('cancelled')));
    createTask(exit());
    yield* sleep(5);
    log('never');
  },
  *r10_keyboard_interrupt_in_a_callback(log) {
    loop().callLater(1, () => raise(new sim.KeyboardInterrupt()));
    loop().callLater(1, log, 'after it, in the shutdown');
    yield* attempt(
      CancelledError,
      () => sleep(5),
      (error) => {
        log('main is cancelled');
        throw error;
      },
    );
  },
  *r11_system_exit_in_main(log) {
    createTask(cleanUp(0, () => log('cleaned up')));
    yield* sleep(0);
    throw new sim.SystemExit('bye');
  },
  *r12_an_exit_in_the_iteration_in_which_main_ends(log) {
    createTask(cleanUp(1, () => log('cleaned up')));
    yield* sleep(0);
    const bad = (): never => raise(new sim.KeyboardInterrupt('late'));
    loop().callSoon(() => loop().callSoon(bad));
    yield* sleep(0);
  },
  *r13_an_exit_in_the_iteration_in_which_the_loop_is_stopped(log) {
    createTask(cleanUp(1, () => log('cleaned up')));
    yield* sleep(0);
    loop().callSoon(() => loop().stop());
    loop().callSoon(() => raise(new sim.KeyboardInterrupt('late')));
    yield* sleep(5);
  },
  *r14_stopped_before_main_ends(log) {
    const running = loop();
    running.callLater(1, () => running.stop());
    yield* attempt(
      CancelledError,
      () => sleep(5),
      (error) => {
        log('cancelled by the shutdown');
        throw error;
      },
    );
  },
  *r15_waiting_for_ever(log) {
    log('before');
    yield* loop().createFuture();
  },
});

describe('run', () => {
  test('throws Deadlock with the tasks that wait, in order of creation', () => {
    let names: string[] = [];
    attemptNow(
      sim.Deadlock,
      () =>
        sim.run(
          (function* (): Body<void> {
            const event = new sim.Event();
            createTask(event.wait(), { name: 'waiter' });
            yield* event.wait();
          })(),
        ),
      (error) => {
        names = error.tasks.map((task) => task.getName());
        expect(error.message).toBe('deadlock: Task-1, waiter wait for ever');
      },
    );
    expect(names).toEqual(['Task-1', 'waiter']);
  });

  test('is refused inside a running loop', () => {
    const main = coroutine(function* (): Body<void> {
      sim.run(coroutine(function* (): Body<void> {})());
    });
    let message: unknown = null;
    attemptNow(
      sim.RuntimeError,
      () => sim.run(main()),
      (error) => {
        message = error.args[0];
      },
    );
    expect(message).toBe('asyncio.run() cannot be called from a running event loop');
  });

  test('leaves no error unretrieved that left the loop', () => {
    const loops: sim.EventLoop[] = [];
    const main = coroutine(function* (): Body {
      loops.push(loop());
      yield* sleep(0);
      throw new sim.SystemExit(1);
    });
    expect(() => attemptNow(sim.SystemExit, () => sim.run(main()), raise)).toThrow();
    expect(loops[0].unretrieved()).toEqual([]);
  });

  test('has no running loop before and after, also after an error', () => {
    const noLoop = (): unknown => {
      let message: unknown = null;
      attemptNow(sim.RuntimeError, loop, (error) => {
        message = error.args[0];
      });
      return message;
    };
    expect(noLoop()).toBe('no running event loop');
    attemptNow(
      ValueError,
      () => sim.run(coroutine(() => raise(new ValueError('x')))()),
      () => null,
    );
    expect(noLoop()).toBe('no running event loop');
  });
});

describe('Runner', () => {
  const now = coroutine(function* (seconds: number): Body {
    yield* sleep(seconds);
    return loop().time();
  });

  /** The message of the RuntimeError that `act` throws. */
  const refusal = (act: () => unknown): unknown => {
    let message: unknown = null;
    attemptNow(sim.RuntimeError, act, (error) => {
      message = error.args[0];
    });
    return message;
  };

  test('runs one coroutine after the other on one loop', () => {
    const runner = new sim.Runner({ debug: true });
    const own = runner.getLoop();
    expect([runner.run(now(1)), runner.run(now(2)), own.getDebug()]).toEqual([1, 3, true]);
    expect(runner.getLoop()).toBe(own);
    expect([own.isRunning(), own.isClosed()]).toEqual([false, false]);
    runner.close();
    runner.close();
    expect(own.isClosed()).toBe(true);
    for (const act of [() => runner.run(now(1)), () => runner.getLoop()]) {
      expect(refusal(act)).toBe('Runner is closed');
    }
  });

  test('keeps what an error leaves behind until it is closed', () => {
    const told: unknown[] = [];
    const runner = new sim.Runner();
    const main = coroutine(function* (): Body {
      createTask(cleanUp(1, () => told.push(loop().time())));
      yield* sleep(0);
      throw new ValueError('main');
    });
    attemptNow(
      ValueError,
      () => runner.run(main()),
      () => told.push('error'),
    );
    expect([runner.run(now(3)), runner.getLoop().allTasks().length]).toEqual([3, 1]);
    runner.close();
    expect(told).toEqual(['error', 4]);
  });

  test('takes the loop of its factory, and runs inside no loop', () => {
    const made = new sim.EventLoop();
    const runner = new sim.Runner({ loopFactory: () => made });
    const main = coroutine(function* (): Body {
      return refusal(() => runner.run(now(1)));
    });
    expect(runner.run(main())).toBe('Runner.run() cannot be called from a running event loop');
    expect(runner.getLoop()).toBe(made);
    new sim.Runner().close();
  });
});
