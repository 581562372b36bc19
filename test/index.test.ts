import { describe, expect, test } from 'vitest';
import * as sim from '../src/index.ts';

/** The values that asyncio has, in its own words; the library has them in camelCase. */
const ASYNCIO =
  'CancelledError InvalidStateError TimeoutError QueueEmpty QueueFull QueueShutDown ' +
  'all_tasks as_completed create_task current_task ensure_future gather get_running_loop run ' +
  'shield sleep timeout timeout_at wait wait_for Condition Event Future LifoQueue Lock ' +
  'PriorityQueue Queue Semaphore BoundedSemaphore Task TaskGroup Timeout ' +
  'ALL_COMPLETED FIRST_COMPLETED FIRST_EXCEPTION';

const camel = (name: string): string =>
  /^[a-z]/.test(name) ? name.replace(/_(\w)/g, (_all, letter) => letter.toUpperCase()) : name;

test('the library has asyncio’s names in camelCase', () => {
  const missing = ASYNCIO.split(' ').filter((name) => !(camel(name) in sim));
  expect(missing).toEqual([]);
});

const {
  Condition,
  coroutine,
  createTask,
  Deadlock,
  gather,
  getRunningLoop,
  Lock,
  Queue,
  run,
  Semaphore,
  shield,
  sleep,
  TaskGroup,
  timeout,
  using,
  waitFor,
} = sim;

describe('coroutines in TypeScript', () => {
  const value = coroutine(function* <T>(x: T, delaySeconds: number) {
    yield* sleep(delaySeconds);
    return x;
  });

  test('yield* gives typed results, and a run gives main’s', () => {
    const main = coroutine(function* () {
      const one: number = yield* value(1, 2);
      const task = createTask(value('two', 1));
      const two: string = yield* task;
      const all: [number, string] = yield* gather([value(3, 1), value('4', 5)]);
      return [one, two, ...all, getRunningLoop().time()];
    });
    expect(run(main())).toEqual([1, 'two', 3, '4', 8]);
  });

  test('a semaphore lets so many in at a time', () => {
    let running = 0;
    let peak = 0;
    const worker = coroutine(function* (slots: sim.Semaphore) {
      yield* slots.acquire();
      peak = Math.max(peak, ++running);
      yield* sleep(1);
      running--;
      slots.release();
    });
    const main = coroutine(function* () {
      const slots = new Semaphore(5);
      yield* gather(Array.from({ length: 50 }, () => worker(slots)));
      return getRunningLoop().time();
    });
    expect([run(main()), peak]).toEqual([10, 5]);
  });

  test('waitFor and timeout raise TimeoutError at their deadline', () => {
    const main = coroutine(function* () {
      const times: number[] = [];
      const late = [
        () => waitFor(value(1, 100), 2),
        () =>
          using(timeout(3), function* () {
            yield* sleep(100);
          }),
        () => waitFor(shield(value(1, 100)), 1),
      ];
      for (const act of late) {
        try {
          yield* act();
        } catch (error) {
          expect(error).toBeInstanceOf(sim.TimeoutError);
          times.push(getRunningLoop().time());
        }
      }
      return times;
    });
    expect(run(main())).toEqual([2, 5, 6]);
  });

  test('a group waits for its tasks and gathers their errors', () => {
    const main = coroutine(function* () {
      const group = new TaskGroup();
      try {
        yield* using(group, function* () {
          group.createTask(value(1, 1));
          group.createTask(
            coroutine(function* (): Generator<unknown, void, unknown> {
              yield* sleep(2);
              throw new sim.ValueError('no');
            })(),
          );
          yield* sleep(9);
        });
      } catch (error) {
        const { exceptions } = error as sim.ExceptionGroup;
        return [
          getRunningLoop().time(),
          ...exceptions.map((each) => (each as sim.ValueError).args),
        ];
      }
      return null;
    });
    expect(run(main())).toEqual([2, ['no']]);
  });

  test('what waits for ever is a Deadlock that names the tasks', () => {
    const main = coroutine(function* () {
      const lock = new Lock();
      yield* lock.acquire();
      yield* lock.acquire();
    });
    expect(() => run(main())).toThrow(Deadlock);
    expect(() => run(main())).toThrow('deadlock: Task-1 wait for ever');
  });

  test('queues and conditions wake who waits', () => {
    const main = coroutine(function* () {
      const queue = new Queue<number>(1);
      const condition = new Condition();
      const got: number[] = [];
      const consumer = coroutine(function* () {
        for (let i = 0; i < 3; i++) got.push(yield* queue.get());
        yield* using(condition, function* () {
          condition.notifyAll();
        });
      });
      createTask(consumer());
      for (let i = 0; i < 3; i++) yield* queue.put(i);
      yield* using(condition, function* () {
        yield* condition.wait();
      });
      return got;
    });
    expect(run(main())).toEqual([0, 1, 2]);
  });

  test('runs side by side know nothing of each other', () => {
    const main = coroutine(function* () {
      return createTask(value(1, 1)).getName();
    });
    expect([run(main()), run(main())]).toEqual(['Task-2', 'Task-2']);
    const inside = coroutine(function* (): Generator<unknown, unknown, unknown> {
      return run(main());
    });
    expect(() => run(inside())).toThrow();
  });
});
