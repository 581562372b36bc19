// Queue, PriorityQueue and LifoQueue. get() and put() may barge: a running task takes the item
// first, and the getter that was woken for it queues again at the tail. A cancelled get never loses
// an item. Source: CPython Lib/asyncio/queues.py.

import { Deque } from '../base/deque.ts';
import { heappop, heappush } from '../base/heapq.ts';
import { Kind } from '../trace/tracer.ts';
import type { Coroutine } from './coroutines.ts';
import { currentLoop } from './events.ts';
import { QueueEmpty, QueueFull, QueueShutDown, ValueError } from './exceptions.ts';
import { DefaultHost } from './host.ts';
import { Event } from './locks.ts';
import { LoopBound } from './loop-bound.ts';
import { trace, traceAround, waitLabel } from './primitive-events.ts';
import { LineOperation, type Waiter, WaiterList } from './waiters.ts';

/**
 * Where a queue keeps its items: first in, first out; last in, first out; or the smallest first.
 */
export interface Store<T> extends Iterable<T> {
  readonly length: number;
  push(item: T): void;
  shift(): T;
}

export class Queue<T = unknown> extends LoopBound {
  maxsize: number;
  #items: Store<T>;
  readonly #getters = new WaiterList(true);
  readonly #putters = new WaiterList(true);
  #unfinishedTasks = 0;
  /** What join() waits for: it belongs to a loop by itself. Only its line is used. */
  readonly #finished = new Event();
  #isShutdown = false;

  /** `maxsize`: items that fit in; 0 or less for any number. */
  constructor(maxsize = 0) {
    super();
    this.maxsize = maxsize;
    this.#items = this.makeStore();
  }

  protected makeStore(): Store<T> {
    return new Deque<T>();
  }

  /** Where the items are. */
  get store(): Store<T> {
    return this.#items;
  }

  /** Keeps the items elsewhere: to be called before there are any. */
  keepIn(store: Store<T>): void {
    this.#items = store;
  }

  qsize(): number {
    return this.#items.length;
  }

  empty(): boolean {
    return this.#items.length === 0;
  }

  full(): boolean {
    return this.maxsize > 0 && this.#items.length >= this.maxsize;
  }

  /** Items put and not yet marked done. */
  get unfinishedTasks(): number {
    return this.#unfinishedTasks;
  }

  get isShutdown(): boolean {
    return this.#isShutdown;
  }

  /** The items in the order in which they are kept. */
  items(): T[] {
    return [...this.#items];
  }

  /** Tasks that wait in get and in put. */
  get waiting(): { readonly getters: number; readonly putters: number } {
    return { getters: this.#getters.linked, putters: this.#putters.linked };
  }

  /** Puts an item, after waiting for room. Throws QueueShutDown. */
  put(item: T): Coroutine<void> {
    const put = new QueuePut<T>(this, this.#putters, item);
    return put as Coroutine<unknown> as Coroutine<void>;
  }

  /** Takes an item, after waiting for one. Throws QueueShutDown where it is shut down and empty. */
  get(): Coroutine<T> {
    return new QueueGet<T>(this, this.#getters);
  }

  /** Throws QueueFull where there is no room, QueueShutDown after shutdown. */
  putNowait(item: T): void {
    if (this.full() && !this.#isShutdown) throw new QueueFull();
    this.add(item);
  }

  /** Puts an item; there is room. Throws QueueShutDown after shutdown. */
  add(item: T): void {
    if (this.#isShutdown) throw new QueueShutDown();
    this.#items.push(item);
    this.#unfinishedTasks++;
    if (currentLoop()?.tracer == null) {
      this.wakeUpNext(this.#getters);
      return;
    }
    const act = (): boolean => this.wakeUpNext(this.#getters);
    traceAround(this, 'Queue', Kind.queuePut, act, this.qsize(), this.maxsize);
  }

  /** Throws QueueEmpty where there is no item, QueueShutDown if none can come. */
  getNowait(): T {
    if (this.#items.length === 0) {
      throw this.#isShutdown ? new QueueShutDown() : new QueueEmpty();
    }
    const item = this.#items.shift();
    if (currentLoop()?.tracer == null) {
      this.wakeUpNext(this.#putters);
      return item;
    }
    const act = (): boolean => this.wakeUpNext(this.#putters);
    traceAround(this, 'Queue', Kind.queueGot, act, this.qsize(), this.maxsize);
    return item;
  }

  /** One item that was taken is dealt with. Throws ValueError when called too often. */
  taskDone(): void {
    if (this.#unfinishedTasks <= 0) throw new ValueError('task_done() called too many times');
    this.#unfinishedTasks--;
    if (this.#unfinishedTasks === 0) wakeAll(this.#finished.waiters);
  }

  /** Waits until every item that was put is dealt with. */
  join(): Coroutine<void> {
    return new QueueJoin(this, this.#finished);
  }

  /** Refuses more items; `immediate` also drops those that are there. Wakes everyone. */
  shutdown(immediate = false): void {
    this.#isShutdown = true;
    trace(this, 'Queue', Kind.queueShutDown, immediate, this.maxsize);
    if (immediate) {
      while (!this.empty()) {
        this.#items.shift();
        if (this.#unfinishedTasks > 0) this.#unfinishedTasks--;
      }
      if (this.#unfinishedTasks === 0) wakeAll(this.#finished.waiters);
    }
    while (this.wakeUpNext(this.#getters));
    while (this.wakeUpNext(this.#putters));
  }

  /** Wakes the first that is not done, and forgets those before it; false where there is none. */
  wakeUpNext(waiters: WaiterList): boolean {
    for (let each = waiters.pop(); each !== null; each = waiters.pop()) {
      if (each.done()) continue;
      each.setResult(null);
      return true;
    }
    return false;
  }
}

/** Wakes those who join. */
function wakeAll(waiters: WaiterList): void {
  while (waiters.first !== null) waiters.first.setResult(null);
}

/** put and get: both wait in line until the queue lets them, and then do it. */
abstract class QueueOperation<T, R> extends LineOperation<R> {
  // Assigned by the constructor: see Coroutine.
  declare protected readonly queue: Queue<T>;
  declare private readonly line: WaiterList;

  constructor(queue: Queue<T>, line: WaiterList) {
    super();
    this.queue = queue;
    this.line = line;
  }

  protected abstract isPossible(): boolean;
  protected abstract act(): R;
  /** What a trace calls it. */
  protected abstract get word(): 'get' | 'put';

  protected override attempt(): boolean {
    if (!this.isPossible()) return false;
    this.payload = this.act();
    return true;
  }

  protected override woken(): boolean {
    return this.attempt();
  }

  protected override join(): Waiter {
    const { queue } = this;
    if (queue.isShutdown) throw new QueueShutDown();
    const loop = queue.getLoop();
    trace(queue, 'Queue', Kind.queueWaited, this.word, queue.maxsize);
    return this.line.add(loop, waitLabel(queue, 'Queue', this.word));
  }

  /** A waiter that was woken but cannot go on wakes the next one if that can. */
  protected override ended(waiter: Waiter): void {
    waiter.cancel();
    if (this.isPossible() && !waiter.cancelled()) this.queue.wakeUpNext(this.line);
    this.line.remove(waiter);
  }
}

class QueuePut<T> extends QueueOperation<T, null> {
  readonly #item: T;

  constructor(queue: Queue<T>, putters: WaiterList, item: T) {
    super(queue, putters);
    this.#item = item;
  }

  get name(): string {
    return 'Queue.put';
  }

  protected override get word(): 'put' {
    return 'put';
  }

  protected override isPossible(): boolean {
    return !this.queue.full();
  }

  protected override act(): null {
    this.queue.add(this.#item);
    return null;
  }
}

class QueueGet<T> extends QueueOperation<T, T> {
  get name(): string {
    return 'Queue.get';
  }

  protected override get word(): 'get' {
    return 'get';
  }

  protected override isPossible(): boolean {
    return !this.queue.empty();
  }

  protected override act(): T {
    return this.queue.getNowait();
  }
}

class QueueJoin<T> extends LineOperation<void> {
  readonly #queue: Queue<T>;
  readonly #finished: Event;

  constructor(queue: Queue<T>, finished: Event) {
    super();
    this.#queue = queue;
    this.#finished = finished;
  }

  get name(): string {
    return 'Queue.join';
  }

  protected override attempt(): boolean {
    this.payload = null;
    if (this.#queue.unfinishedTasks > 0) return false;
    trace(this.#queue, 'Queue', Kind.queueJoined);
    return true;
  }

  protected override join(): Waiter {
    return this.#finished.waiters.add(
      this.#finished.getLoop(),
      waitLabel(this.#queue, 'Queue', 'join'),
    );
  }

  protected override woken(): boolean {
    this.payload = null;
    trace(this.#queue, 'Queue', Kind.queueJoined);
    return true;
  }

  protected override ended(waiter: Waiter): void {
    this.#finished.waiters.remove(waiter);
  }
}

/** Gives the smallest item first, by Python's `<`. */
export class PriorityQueue<T = unknown> extends Queue<T> {
  protected override makeStore(): Store<T> {
    return new HeapStore<T>();
  }
}

/** Gives the item that was put last first. */
export class LifoQueue<T = unknown> extends Queue<T> {
  protected override makeStore(): Store<T> {
    return new StackStore<T>();
  }
}

class HeapStore<T> implements Store<T> {
  readonly #heap: T[] = [];

  get length(): number {
    return this.#heap.length;
  }

  push(item: T): void {
    heappush(this.#heap, item, lessThan);
  }

  shift(): T {
    return heappop(this.#heap, lessThan);
  }

  [Symbol.iterator](): Iterator<T> {
    return this.#heap[Symbol.iterator]();
  }
}

function lessThan(a: unknown, b: unknown): boolean {
  return (currentLoop()?.host ?? new DefaultHost()).less(a, b);
}

class StackStore<T> implements Store<T> {
  readonly #items: T[] = [];

  get length(): number {
    return this.#items.length;
  }

  push(item: T): void {
    this.#items.push(item);
  }

  shift(): T {
    return this.#items.pop() as T;
  }

  [Symbol.iterator](): Iterator<T> {
    return this.#items[Symbol.iterator]();
  }
}
