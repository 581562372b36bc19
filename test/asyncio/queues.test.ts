// Queues: order, waiting, barging, cancellation, join and shutdown.
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

const { CancelledError, coroutine, createTask, LifoQueue, PriorityQueue, Queue } = sim;
const { QueueShutDown, sleep, wait } = sim;

/** Runs `body`; tells a cancellation and a shutdown. */
function* told(log: Log, name: unknown, body: () => Body): Body<void> {
  yield* attempt(
    QueueShutDown,
    () => attempt(CancelledError, body, () => log(f`${name} cancelled`)),
    (error) => log(f`${name} ${show(error)}`),
  );
}

const getter = coroutine(function* (log: Log, queue: sim.Queue, name: unknown): Body<void> {
  yield* told(log, name, function* () {
    log(f`${name} got ${yield* queue.get()}`);
  });
});

const putter = coroutine(function* (log: Log, queue: sim.Queue, item: unknown): Body<void> {
  yield* told(log, item, function* () {
    yield* queue.put(item);
    log(f`put ${item}`);
  });
});

compare('queues', {
  *q01_a_bounded_queue(log) {
    const queue = new Queue(2);
    const produce = coroutine(function* (): Body<void> {
      for (const i of range(5)) yield* putter(log, queue, i);
    });
    const consume = coroutine(function* (): Body<void> {
      for (let i = 0; i < 5; i++) {
        yield* getter(log, queue, 'c');
        yield* sleep(1);
      }
    });
    yield* sim.gather([produce(), consume()]);
  },
  *q02_getters_in_order_of_arrival(log) {
    const queue = new Queue();
    const tasks = range(3).map((i) => createTask(getter(log, queue, i)));
    yield* sleep(0);
    for (const item of 'abc') queue.putNowait(item);
    yield* wait(tasks);
  },
  *q03_a_running_task_barges(log) {
    const queue = new Queue();
    const tasks = range(2).map((i) => createTask(getter(log, queue, i)));
    yield* sleep(0);
    queue.putNowait('a');
    log(queue.getNowait());
    queue.putNowait('b');
    yield* sleep(1);
    queue.putNowait('c');
    yield* wait(tasks);
  },
  *q04_a_cancelled_get_loses_no_item(log) {
    const queue = new Queue();
    const tasks = range(2).map((i) => createTask(getter(log, queue, i)));
    yield* sleep(0);
    queue.putNowait('a');
    tasks[0].cancel();
    yield* wait(tasks);
    log(queue.qsize());
  },
  *q05_a_cancelled_put(log) {
    const queue = new Queue(1);
    queue.putNowait(0);
    const tasks = [1, 2].map((i) => createTask(putter(log, queue, i)));
    yield* sleep(0);
    log(queue.getNowait());
    tasks[0].cancel();
    yield* wait(tasks);
    log(queue.getNowait());
  },
  *q06_refusals(log) {
    const queue = new Queue(1);
    const acts = [
      () => queue.getNowait(),
      () => queue.taskDone(),
      () => queue.putNowait(1) ?? null,
      () => queue.putNowait(2),
    ];
    for (const act of acts) {
      attemptNow(
        sim.Exception,
        () => log(act()),
        (error) => log(show(error)),
      );
    }
    log(f`${queue.qsize()} ${queue.empty()} ${queue.full()} ${queue.maxsize}`);
  },
  *q07_join(log) {
    const queue = new Queue();
    yield* queue.join();
    log('nothing to wait for');
    for (const i of range(2)) queue.putNowait(i);
    const work = coroutine(function* (): Body {
      for (;;) {
        yield* queue.get();
        yield* sleep(1);
        queue.taskDone();
      }
    });
    createTask(work());
    yield* sim.gather([queue.join(), queue.join()]);
    log('joined');
  },
  *q08_shutdown_lets_the_rest_be_taken(log) {
    const queue = new Queue(2);
    queue.putNowait('a');
    queue.putNowait('b');
    const tasks = [createTask(putter(log, queue, 'c'))];
    yield* sleep(0);
    queue.shutdown();
    for (let i = 0; i < 3; i++) yield* getter(log, queue, 'main');
    yield* putter(log, queue, 'd');
    yield* wait(tasks);
    for (const act of [() => queue.getNowait(), () => queue.putNowait(1)]) {
      attemptNow(QueueShutDown, act, (error) => log(show(error)));
    }
  },
  *q09_shutdown_immediate_drops_the_rest(log) {
    const queue = new Queue();
    for (const i of range(3)) queue.putNowait(i);
    queue.getNowait();
    const join = coroutine(function* (): Body<void> {
      yield* queue.join();
      log('joined');
    });
    const task = createTask(join());
    yield* sleep(0);
    queue.shutdown(true);
    yield* getter(log, queue, 'main');
    log(task.done());
    queue.taskDone();
    yield* task;
  },
  *q10_shutdown_wakes_all_getters(log) {
    const queue = new Queue();
    const tasks = range(3).map((i) => createTask(getter(log, queue, i)));
    yield* sleep(0);
    tasks[1].cancel();
    queue.shutdown();
    yield* wait(tasks);
  },
  *q11_lifo(log) {
    const queue = new LifoQueue();
    for (const i of range(3)) queue.putNowait(i);
    log(range(3).map(() => queue.getNowait()));
  },
  *q12_priority_with_equal_keys(log) {
    const queue = new PriorityQueue<{ readonly name: number; valueOf(): number }>();
    [2, 1, 1, 2, 1, 1, 2].forEach((key, name) => {
      queue.putNowait({ name, valueOf: () => key });
    });
    log(range(7).map(() => queue.getNowait().name));
  },
  *q13_priority_order(log) {
    const queue = new PriorityQueue<number>();
    for (const item of [5, 1, 4, 1, 3]) yield* queue.put(item);
    const items: number[] = [];
    for (let i = 0; i < 5; i++) items.push(yield* queue.get());
    log(items);
  },
  *q14_a_woken_getter_queues_again_at_the_tail(log) {
    const queue = new Queue();
    const first = createTask(getter(log, queue, 'first'));
    yield* sleep(0);
    queue.putNowait('a');
    log(queue.getNowait());
    const second = createTask(getter(log, queue, 'second'));
    yield* sleep(1);
    queue.putNowait('b');
    yield* sleep(1);
    queue.putNowait('c');
    yield* wait([first, second]);
  },
});

test('no item is lost or doubled, whichever getters and putters are cancelled', () => {
  const instants = fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 1, maxLength: 8 });
  const cancelled = fc.array(
    fc.record({ victim: fc.integer({ min: 0, max: 15 }), at: fc.integer({ min: 0, max: 6 }) }),
    { maxLength: 6 },
  );
  const crowd = coroutine(function* (
    puts: readonly number[],
    gets: readonly number[],
    cancels: readonly { readonly victim: number; readonly at: number }[],
    maxsize: number,
  ): Body<void> {
    const queue = new Queue<number>(maxsize);
    const [accepted, taken]: number[][] = [[], []];
    const put = coroutine(function* (at: number, item: number): Body<void> {
      if (at > 0) yield* sleep(at);
      yield* queue.put(item);
      accepted.push(item);
    });
    const get = coroutine(function* (at: number): Body<void> {
      if (at > 0) yield* sleep(at);
      taken.push(yield* queue.get());
    });
    const tasks = [
      ...puts.map((at, i) => createTask(put(at, i))),
      ...gets.map((at) => createTask(get(at))),
    ];
    for (const { victim, at } of cancels)
      loop().callAt(at, () => tasks[victim % tasks.length].cancel());
    yield* wait(tasks, { timeout: 20 });
    const ascending = (a: number, b: number): number => a - b;
    expect([...taken, ...queue.items()].sort(ascending)).toEqual(accepted.sort(ascending));
    const { getters, putters } = queue.waiting;
    expect(queue.empty() || getters === 0).toBe(true);
    expect(!queue.full() || maxsize > 0).toBe(true);
    expect(queue.full() || putters === 0).toBe(true);
  });
  fc.assert(
    fc.property(instants, instants, cancelled, fc.integer({ min: 0, max: 2 }), (...given) => {
      sim.run(crowd(...given));
    }),
    { numRuns: 500, seed: 11 },
  );
});
