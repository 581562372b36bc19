// ThreadPoolExecutor on virtual time. A submitted function is a job: a coroutine that yields the
// seconds for which it blocks its thread, or another job that it waits for. A new thread begins at
// once, inside submit(); a thread that was idle takes a job when the loop waits; one that is done
// with a job goes on with the next in the queue. Source: CPython Lib/concurrent/futures/thread.py
// (ThreadPoolExecutor, _worker, _WorkItem), _base.py (Future).

import { Deque } from '../base/deque.ts';
import type { Timer } from '../kernel/handle.ts';
import type { ThreadIdentity, Threads } from '../kernel/threads.ts';
import { Kind } from '../trace/tracer.ts';
import { type Coroutine, PREEMPTED, RETURNED, YIELDED } from './coroutines.ts';
import { currentLoop, swapRunningLoop } from './events.ts';
import { CancelledError, InvalidStateError, RuntimeError, ValueError } from './exceptions.ts';

/** CPython's `min(32, cpus + 4)` on a machine of 28 processors and more. */
export const DEFAULT_WORKERS = 32;

export type JobState = 'PENDING' | 'RUNNING' | 'CANCELLED' | 'FINISHED';

/** What `submit` gives: `concurrent.futures.Future`, with the work that fulfils it. */
export class Job<T = unknown> {
  readonly threads: Threads;
  /** Null where nobody but `setResult` and `setException` fulfils it. */
  readonly body: Coroutine<T> | null;
  state: JobState = 'PENDING';
  /** The result or the exception. */
  #value: unknown = null;
  #isFailed = false;
  #callbacks: ((job: Job) => void)[] = [];

  constructor(threads: Threads, body: Coroutine<T> | null) {
    this.threads = threads;
    this.body = body;
  }

  done(): boolean {
    return this.state === 'CANCELLED' || this.state === 'FINISHED';
  }

  running(): boolean {
    return this.state === 'RUNNING';
  }

  cancelled(): boolean {
    return this.state === 'CANCELLED';
  }

  /** Cancels it if it has not begun; false if it has. */
  cancel(): boolean {
    if (this.state === 'RUNNING' || this.state === 'FINISHED') return false;
    if (this.state === 'PENDING') this.#settle('CANCELLED', null, false);
    return true;
  }

  /** The exception that it failed with; null for none. Throws where it is not done. */
  exception(): unknown {
    if (this.state === 'CANCELLED') throw new CancelledError();
    if (!this.done()) throw new InvalidStateError('Exception is not set.');
    return this.#isFailed ? this.#value : null;
  }

  /** The result. Throws what it failed with, CancelledError, InvalidStateError. */
  result(): T {
    const error = this.exception();
    if (this.#isFailed) throw error;
    return this.#value as T;
  }

  /** Calls `fn(job)` in the thread that completes it; at once if it is done. */
  addDoneCallback(fn: (job: Job) => void): void {
    if (this.done()) fn(this as Job);
    else this.#callbacks.push(fn);
  }

  /** The thread begins; false if it was cancelled before. */
  begin(): boolean {
    if (this.state !== 'PENDING') return false;
    this.state = 'RUNNING';
    return true;
  }

  setResult(value: T): void {
    this.#settle('FINISHED', value, false);
  }

  setException(error: unknown): void {
    this.#settle('FINISHED', error, true);
  }

  #settle(state: JobState, value: unknown, isFailed: boolean): void {
    if (this.done()) throw new InvalidStateError(`${this.state}: <Future>`);
    this.state = state;
    this.#value = value;
    this.#isFailed = isFailed;
    const callbacks = this.#callbacks;
    this.#callbacks = [];
    for (const each of callbacks) each(this as Job);
  }

  /** What a trace calls it. */
  traceName(): string {
    return this.threads.tracer?.object(this, 'Job') ?? 'job';
  }
}

/** One thread of a pool: its own timer. */
class Worker implements Timer {
  readonly #pool: ThreadPoolExecutor;
  scheduledFor = 0;
  serial = 0;
  readonly operation = 0;
  readonly argument = undefined;
  readonly isCancelled = false;
  isScheduled = false;
  #job: Job | null = null;
  /** The job that this one waits for; its outcome is what the body is resumed with. */
  #awaited: Job | null = null;
  readonly #identity: ThreadIdentity;

  constructor(pool: ThreadPoolExecutor, identity: ThreadIdentity) {
    this.#pool = pool;
    this.#identity = identity;
    pool.threads.alive.add(identity);
  }

  /** It ends: it takes no job any more. */
  leave(): void {
    this.#pool.threads.alive.delete(this.#identity);
  }

  /** Goes on at `when`. */
  wake(when: number): void {
    this.scheduledFor = when;
    this.#pool.threads.schedule(this);
  }

  /** Runs a part, outside of any loop. */
  run(): void {
    const { threads } = this.#pool;
    const { tracer, current } = threads;
    const loop = swapRunningLoop(null);
    threads.current = this.#identity;
    const task = tracer === null ? 0 : tracer.task;
    const cause = tracer === null ? 0 : tracer.cause;
    if (tracer !== null) tracer.task = 0;
    try {
      while (this.#advance());
    } finally {
      swapRunningLoop(loop);
      threads.current = current;
      if (tracer !== null) {
        tracer.task = task;
        tracer.cause = cause;
      }
    }
  }

  /** One turn of the body, or the next job; false where the thread has to wait. */
  #advance(): boolean {
    const { tracer } = this.#pool.threads;
    if (this.#job === null) {
      const next = this.#pool.take(this);
      if (next === null) return false;
      if (!next.begin()) return true;
      this.#job = next;
      if (tracer !== null) tracer.cause = tracer.emit(Kind.jobStarted, next.traceName());
    }
    const body = this.#job.body as Coroutine;
    const signal = this.#resume(body);
    const { payload } = body;
    if (signal === PREEMPTED) {
      this.#pool.threads.preempt(this);
      return false;
    }
    if (signal === YIELDED) return this.#wait(payload);
    this.#end(signal === RETURNED, payload);
    return true;
  }

  #resume(body: Coroutine): number {
    const awaited = this.#awaited;
    this.#awaited = null;
    if (awaited === null) return body.send(undefined);
    let result: unknown;
    try {
      result = awaited.result();
    } catch (error) {
      return body.throw(error);
    }
    return body.send(result);
  }

  /** The body blocks: for seconds, or for a job. */
  #wait(what: unknown): boolean {
    const { threads } = this.#pool;
    if (what instanceof Job) {
      this.#awaited = what;
      what.addDoneCallback(() => this.wake(threads.clock.now));
    } else if (typeof what === 'number' && what >= 0) {
      this.wake(threads.clock.now + what);
    } else {
      this.#end(false, new RuntimeError('a thread waits for seconds or for a job'));
      return true;
    }
    return false;
  }

  #end(isResult: boolean, value: unknown): void {
    const job = this.#job as Job;
    const { tracer } = this.#pool.threads;
    this.#job = null;
    if (tracer !== null) {
      const outcome = isResult ? 'returned' : 'raised';
      const text = tracer.repr(value);
      tracer.cause = tracer.emit(Kind.jobFinished, job.traceName(), outcome, text);
    }
    if (isResult) job.setResult(value);
    else job.setException(value);
    this.#pool.jobDone();
  }
}

export class ThreadPoolExecutor {
  readonly threads: Threads;
  readonly maxWorkers: number;
  readonly #queue = new Deque<Job>();
  readonly #idle: Worker[] = [];
  #workers = 0;
  #unfinished = 0;
  #isShutDown = false;
  #whenIdle: (() => void)[] = [];
  readonly #namePrefix: string;
  /** Whether the program does not end before its jobs. */
  readonly #isWaitedFor: boolean;

  /**
   * `maxWorkers` is a whole number, `namePrefix` what the names of its threads begin with; empty for
   * a name by number. Throws ValueError for fewer than one worker.
   */
  constructor(
    threads: Threads,
    maxWorkers: number = DEFAULT_WORKERS,
    namePrefix = '',
    isWaitedFor = true,
  ) {
    if (maxWorkers <= 0) throw new ValueError('max_workers must be greater than 0');
    this.threads = threads;
    this.maxWorkers = maxWorkers;
    this.#isWaitedFor = isWaitedFor;
    this.#namePrefix = namePrefix === '' ? threads.poolName() : namePrefix;
  }

  /**
   * Runs `body` in a thread as soon as one is free. `name` is for traces. Throws RuntimeError after
   * `shutdown`.
   */
  submit<T>(body: Coroutine<T>, name: string = body.name): Job<T> {
    if (this.#isShutDown) throw new RuntimeError('cannot schedule new futures after shutdown');
    const job = new Job<T>(this.threads, body);
    const { tracer } = this.threads;
    const outer = tracer === null ? 0 : tracer.enter(Kind.jobSubmitted, job.traceName(), name);
    this.#queue.push(job as Job);
    this.#unfinished++;
    if (this.#isWaitedFor) this.threads.unfinished++;
    const idle = this.#idle.shift();
    if (idle !== undefined) {
      idle.wake(this.threads.clock.now);
    } else if (this.#workers < this.maxWorkers) {
      new Worker(this, this.identify(this.#workers++)).run();
      // CPython waits for the thread to begin: others that are due get their turn, too.
      if (currentLoop() !== null) this.threads.runUntil(this.threads.clock.now);
    }
    tracer?.leave(outer);
    return job;
  }

  /** The thread that is made after `count` others. */
  protected identify(count: number): ThreadIdentity {
    return this.threads.identify(`${this.#namePrefix}_${count}`);
  }

  /** The next job for a thread that is free; null where it has to wait for one. */
  take(worker: Worker): Job | null {
    while (this.#queue.length > 0) {
      const job = this.#queue.shift();
      if (!job.cancelled()) return job;
      this.jobDone();
    }
    if (this.#isShutDown) worker.leave();
    else this.#idle.push(worker);
    return null;
  }

  /** A job is done, or was cancelled before it began. */
  jobDone(): void {
    if (this.#isWaitedFor) this.threads.unfinished--;
    if (--this.#unfinished > 0) return;
    const calls = this.#whenIdle;
    this.#whenIdle = [];
    for (const call of calls) call();
  }

  /** Takes no more jobs; those in the queue are still run unless `cancelFutures`. */
  shutdown(cancelFutures = false): void {
    this.#isShutDown = true;
    for (const worker of this.#idle.splice(0)) worker.leave();
    if (!cancelFutures) return;
    for (const job of this.#queue) job.cancel();
    while (this.#queue.length > 0) {
      this.#queue.shift();
      this.jobDone();
    }
  }

  /** Calls `fn` when no job is left, in the thread of the last; at once if there is none. */
  whenIdle(fn: () => void): void {
    if (this.#unfinished === 0) fn();
    else this.#whenIdle.push(fn);
  }

  /** A future that is done when no job is left. */
  joined(): Job<null> {
    const over = new Job<null>(this.threads, null);
    this.whenIdle(() => over.setResult(null));
    return over;
  }
}

/** A thread that runs one body and ends. */
class SoleThread extends ThreadPoolExecutor {
  readonly #identity: ThreadIdentity;

  constructor(threads: Threads, identity: ThreadIdentity) {
    super(threads, 1, identity.name, !identity.isDaemon);
    this.#identity = identity;
  }

  protected override identify(): ThreadIdentity {
    return this.#identity;
  }
}

/** Runs `body` in a thread of its own, which begins at once. */
export function startThread<T>(threads: Threads, identity: ThreadIdentity, body: Coroutine<T>) {
  const pool = new SoleThread(threads, identity);
  const job = pool.submit(body, identity.name);
  pool.shutdown();
  return job;
}

/**
 * Blocks the thread of the loop, or of the module, until `job` is done; at most for `limit` seconds,
 * null for any time. False where it is not done then. Throws RuntimeError where that would never
 * end.
 */
export function blockUntilDone(job: Job, limit: number | null): boolean {
  const { threads } = job;
  const { clock, tracer } = threads;
  const end = limit === null ? Number.POSITIVE_INFINITY : clock.now + limit;
  const before = clock.now;
  while (!job.done() && threads.length > 0 && threads.earliest <= end) threads.runNext();
  if (!job.done()) {
    if (limit === null)
      throw new RuntimeError('this would block for ever: no thread is left to end it');
    clock.jump(end);
    if (tracer !== null) tracer.time = clock.now;
  }
  const seconds = clock.now - before;
  if (currentLoop() !== null && seconds > 0) tracer?.emit(Kind.clockBlocked, seconds);
  return job.done();
}
