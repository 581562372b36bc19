// The eight workloads through the library's public face. Each has its twin in programs/ (the same
// program as Python text) and in yardstick.ts, and all three give the same line: end time and a
// checksum.

import * as sim from '../../src/index.ts';

export interface Workload {
  readonly name: string;
  readonly title: string;
  /** What is counted. */
  readonly unit: string;
  /** Units of a full run. */
  readonly size: number;
  /** How many times CPython's rate is aimed at. */
  readonly goal: number;
  /** How many times CPython's rate is the least; null where nothing is promised. */
  readonly floor: number | null;
  /** Runs it with so many units; end time and checksum as Python prints them. */
  readonly run: (size: number) => string;
}

type Body<T> = Generator<unknown, T, unknown>;

/** A float as Python prints it, for the ordinary ones. */
export function pythonFloat(value: number): string {
  return Number.isInteger(value) ? value.toFixed(1) : String(value);
}

/** Runs `main` and joins the time at which it ends and its checksum. */
function lineOf(main: () => Iterable<unknown, number, unknown>): string {
  const body = function* (): Body<string> {
    const checksum = yield* main();
    return `${pythonFloat(sim.getRunningLoop().time())} ${checksum}`;
  };
  return sim.run(body());
}

function* gathered(count: number, make: (i: number) => sim.Coroutine<number>): Body<number> {
  const workers: sim.Coroutine<number>[] = [];
  for (let i = 0; i < count; i++) workers.push(make(i));
  const results = yield* sim.gather(workers);
  return results.reduce((sum, each) => sum + each, 0);
}

const sleepOnce = sim.coroutine(function* worker(i: number) {
  yield* sim.sleep(1 + (i % 100) / 100);
  return i;
});

const holdOnce = sim.coroutine(function* worker(slots: sim.Semaphore, i: number) {
  yield* sim.using(slots, () => sim.sleep(1));
  return i;
});

function semaphore(size: number): string {
  return lineOf(function* () {
    const slots = new sim.Semaphore(100);
    return yield* gathered(size, (i) => holdOnce(slots, i));
  });
}

const produce = sim.coroutine(function* producer(queue: sim.Queue<number>, count: number) {
  for (let i = 0; i < count; i++) yield* queue.put(i);
});

const consume = sim.coroutine(function* consumer(queue: sim.Queue<number>, count: number) {
  let total = 0;
  for (let i = 0; i < count; i++) total += yield* queue.get();
  return total;
});

function queue(size: number): string {
  return lineOf(function* () {
    const shared = new sim.Queue<number>(16);
    const [, total] = yield* sim.gather([produce(shared, size), consume(shared, size)]);
    return total;
  });
}

const waitInTime = sim.coroutine(function* worker(i: number) {
  yield* sim.waitFor(sim.sleep(1), 10);
  return i;
});

const hop = sim.coroutine(function* hops(count: number) {
  let hops = 0;
  for (let i = 0; i < count; i++) {
    yield* sim.sleep(0);
    hops++;
  }
  return hops;
});

function timers(size: number): string {
  return lineOf(function* () {
    const loop = sim.getRunningLoop();
    const counter = { count: 0 };
    const tick = (i: number): void => {
      counter.count += i;
    };
    for (let i = 0; i < size; i++) loop.callLater(((i * 7919) % size) / 1000, tick, i);
    yield* sim.sleep(size / 1000);
    return counter.count;
  });
}

const sleepOften = sim.coroutine(function* worker(i: number) {
  for (let k = 0; k < 200; k++) yield* sim.sleep(0.001 * ((i % 17) + 1));
  return i;
});

const chain = sim.coroutine(function* chain(depth: number, count: number): Body<number> {
  return yield* depth > 0 ? chain(depth - 1, count) : hop(count);
});

export const WORKLOADS: readonly Workload[] = [
  {
    name: 'w1',
    title: 'tasks sleep once, gather',
    unit: 'task',
    size: 100_000,
    goal: 15,
    floor: 6,
    run: (size) => lineOf(() => gathered(size, sleepOnce)),
  },
  {
    name: 'w2',
    title: 'workers on a semaphore of 100',
    unit: 'task',
    size: 100_000,
    goal: 8,
    floor: null,
    run: semaphore,
  },
  {
    name: 'w3',
    title: 'producer, consumer, Queue(16)',
    unit: 'item',
    size: 1_000_000,
    goal: 15,
    floor: 8,
    run: queue,
  },
  {
    name: 'w4',
    title: 'wait_for in time',
    unit: 'task',
    size: 50_000,
    goal: 20,
    floor: null,
    run: (size) => lineOf(() => gathered(size, waitInTime)),
  },
  {
    name: 'w5',
    title: 'sleep(0) of one task',
    unit: 'hop',
    size: 1_000_000,
    goal: 20,
    floor: 12,
    run: (size) => lineOf(() => hop(size)),
  },
  {
    name: 'w6',
    title: 'plain timers',
    unit: 'timer',
    size: 200_000,
    goal: 10,
    floor: null,
    run: timers,
  },
  {
    name: 'w7',
    title: 'tasks of 200 sleeps',
    unit: 'sleep',
    size: 200_000,
    goal: 25,
    floor: 8,
    run: (size) => lineOf(() => gathered(Math.floor(size / 200), sleepOften)),
  },
  {
    name: 'w8',
    title: 'sleep(0) under ten awaits',
    unit: 'hop',
    size: 300_000,
    goal: 8,
    floor: null,
    run: (size) => lineOf(() => chain(9, size)),
  },
];

/** The workload of that name. Throws where there is none. */
export function workloadOf(name: string): Workload {
  const found = WORKLOADS.find((each) => each.name === name);
  if (found === undefined) throw new Error(`no workload ${name}`);
  return found;
}
