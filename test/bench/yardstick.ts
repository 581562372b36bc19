// The ceiling: the same eight workloads with bare generators on a typed heap and a ring, without
// asyncio's order, futures, cancellation or limits. What the library costs above this is what
// asyncio costs.

import { TypedHeap } from './typed-heap.ts';
import { pythonFloat } from './workloads.ts';

/**
 * What a generator yields: a delay in seconds, READY to go on in the next round, PARKED to be
 * woken.
 */
const READY = 0;
const PARKED = -1;

/**
 * Seconds within which timers are due together, as in asyncio: it decides how rounding errors add
 * up.
 */
const RESOLUTION = 1e-9;

type Body = Generator<number, number, void>;

class Yardstick {
  now = 0;
  checksum = 0;
  readonly #bodies: (Body | null)[] = [];
  readonly #heap: TypedHeap;
  readonly #ring: Int32Array;
  #head = 0;
  #tail = 0;
  /** Number of the body that runs. */
  running = 0;

  /** `capacity`: bodies at one time, a power of two. */
  constructor(capacity: number) {
    this.#heap = new TypedHeap(capacity);
    this.#ring = new Int32Array(capacity);
  }

  start(body: Body): void {
    this.wake(this.#bodies.push(body) - 1);
  }

  wake(number: number): void {
    this.#ring[this.#tail++ & (this.#ring.length - 1)] = number;
  }

  /** Runs until nothing is left; the end time and the sum of what the bodies returned. */
  run(): string {
    const heap = this.#heap;
    for (;;) {
      while (this.#head !== this.#tail) {
        this.#resume(this.#ring[this.#head++ & (this.#ring.length - 1)]);
      }
      if (heap.length === 0) return `${pythonFloat(this.now)} ${this.checksum}`;
      this.now = heap.earliest;
      const end = this.now + RESOLUTION;
      while (heap.length > 0 && heap.earliest < end) this.#resume(heap.pop());
    }
  }

  #resume(number: number): void {
    this.running = number;
    const step = (this.#bodies[number] as Body).next();
    if (step.done === true) {
      this.checksum += step.value;
      this.#bodies[number] = null;
    } else if (step.value > 0) {
      this.#heap.push(this.now + step.value, number);
    } else if (step.value === READY) {
      this.wake(number);
    }
  }
}

/** The least power of two that is not below `count`. */
function powerOfTwo(count: number): number {
  let power = 1;
  while (power < count) power *= 2;
  return power;
}

function many(count: number, make: (yardstick: Yardstick, i: number) => Body): string {
  const yardstick = new Yardstick(powerOfTwo(count + 1));
  for (let i = 0; i < count; i++) yardstick.start(make(yardstick, i));
  return yardstick.run();
}

function* sleepOnce(_yardstick: Yardstick, i: number): Body {
  yield 1 + (i % 100) / 100;
  return i;
}

function semaphore(size: number): string {
  let permits = 100;
  const waiting = new Int32Array(size);
  let first = 0;
  let last = 0;
  return many(size, function* (yardstick, i) {
    if (permits > 0) {
      permits--;
    } else {
      waiting[last++] = yardstick.running;
      yield PARKED;
    }
    yield 1;
    if (first < last) yardstick.wake(waiting[first++]);
    else permits++;
    return i;
  });
}

function queue(size: number): string {
  const yardstick = new Yardstick(4);
  const items = new Array<number>(16).fill(0);
  let put = 0;
  let got = 0;
  let parked = -1;
  const wakeOther = (): void => {
    if (parked >= 0) yardstick.wake(parked);
    parked = -1;
  };
  yardstick.start(
    (function* () {
      for (let i = 0; i < size; i++) {
        if (put - got === 16) {
          parked = yardstick.running;
          yield PARKED;
        }
        items[put++ & 15] = i;
        wakeOther();
      }
      return 0;
    })(),
  );
  yardstick.start(
    (function* () {
      let total = 0;
      for (let i = 0; i < size; i++) {
        if (put === got) {
          parked = yardstick.running;
          yield PARKED;
        }
        total += items[got++ & 15];
        wakeOther();
      }
      return total;
    })(),
  );
  return yardstick.run();
}

/**
 * A time-out here is one more heap entry that is never popped: the ceiling of lazy cancellation.
 */
function inTime(size: number): string {
  const timeouts = new TypedHeap(powerOfTwo(size));
  return many(size, function* (yardstick, i) {
    timeouts.push(yardstick.now + 10, i);
    yield 1;
    return i;
  });
}

function* hops(size: number): Body {
  let count = 0;
  for (let i = 0; i < size; i++) {
    yield READY;
    count++;
  }
  return count;
}

function timers(size: number): string {
  const heap = new TypedHeap(powerOfTwo(size));
  const counter = { count: 0 };
  const callbacks: (() => void)[] = [];
  for (let i = 0; i < size; i++) {
    callbacks.push(() => {
      counter.count += i;
    });
    heap.push(((i * 7919) % size) / 1000, i);
  }
  while (heap.length > 0) callbacks[heap.pop()]();
  return `${pythonFloat(size / 1000)} ${counter.count}`;
}

function* sleepOften(_yardstick: Yardstick, i: number): Body {
  for (let k = 0; k < 200; k++) yield 0.001 * ((i % 17) + 1);
  return i;
}

/** By workload. */
export const YARDSTICKS: ReadonlyMap<string, (size: number) => string> = new Map<
  string,
  (size: number) => string
>([
  ['w1', (size) => many(size, sleepOnce)],
  ['w2', semaphore],
  ['w3', queue],
  ['w4', inTime],
  ['w5', (size) => many(1, () => hops(size))],
  ['w6', timers],
  ['w7', (size) => many(Math.floor(size / 200), sleepOften)],
  // A stack of frames resumes the innermost one at any depth: nothing is added to w5.
  ['w8', (size) => many(1, () => hops(size))],
]);
