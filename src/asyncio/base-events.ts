// The event loop that programs know: the kernel's callbacks and time, plus futures and tasks.
// Source: CPython Lib/asyncio/base_events.py.

import { LimitReached } from '../base/stop.ts';
import type { Handle, Runnable, TimerHandle } from '../kernel/handle.ts';
import { Loop, type LoopOptions, type LoopStatus } from '../kernel/loop.ts';
import { Kind } from '../trace/tracer.ts';
import { AsyncGenerators } from './async-generators.ts';
import { type CallbackTarget, FunctionTarget } from './callback.ts';
import { type ContextHolder, Contexts } from './contexts.ts';
import type { Coroutine } from './coroutines.ts';
import { Debugging } from './debugging.ts';
import { currentLoop, swapRunningLoop } from './events.ts';
import { type ExceptionHandler, ExceptionReports } from './exception-handler.ts';
import { BaseException, RecursionError, RuntimeError } from './exceptions.ts';
import { DefaultExecutor } from './executor.ts';
import { Future } from './futures.ts';
import { CALLBACK, handleName } from './handle-kinds.ts';
import { DefaultHost, type ExceptionContext, type Host } from './host.ts';
import { SlowCallbacks } from './slow-callbacks.ts';
import type { TaskFactory } from './task-factory.ts';
import type { TaskOptions } from './task-options.ts';
import { Task } from './tasks.ts';
import { DEFAULT_WORKERS } from './thread-pool.ts';

/**
 * Tasks that a cancel() may pass through. CPython counts C frames there (some ten thousand), not
 * Python's recursion limit; this is what JavaScript's stack bears with room to spare.
 */
const MAX_CANCEL_DEPTH = 3000;

/**
 * Frames of Python's that an eager start puts between a coroutine and the one that it starts:
 * itself, asyncio.create_task and loop.create_task, all three under the recursion limit.
 */
const EAGER_FRAMES = 3;

/** Frames that CPython keeps of where a handle was made: ten, less asyncio's own. */
const SOON_FRAMES = 8;
const TIMER_FRAMES = 7;

const NO_OPTIONS: TaskOptions = {};

/** Counters that go on over all loops of a program, and its contexts. */
export class Counters {
  readonly contexts = new Contexts();
  #tasks = 0;
  #names = 0;

  /** The next creation number, from 1. */
  nextTask(): number {
    return ++this.#tasks;
  }

  /** The next number of a default name, from 1. */
  nextName(): number {
    return ++this.#names;
  }
}

export interface EventLoopOptions extends LoopOptions {
  readonly counters?: Counters;
  readonly host?: Host;
  /** Tasks that are not done at one time. Default 2,000,000. */
  readonly maxTasks?: number;
  /** Coroutines on one await stack. Default 1000, CPython's. */
  readonly recursionLimit?: number;
  /** Threads of the default executor. Default 32. */
  readonly pool?: number;
}

export class EventLoop extends Loop {
  readonly counters: Counters;
  readonly contexts: Contexts;
  readonly host: Host;
  readonly recursionLimit: number;
  readonly defaultExecutor: DefaultExecutor;
  /** The task whose step runs. */
  currentTask: Task | null = null;
  /** What a program noted of who waits for which future: see awaited-by.ts. Null for nothing. */
  addedAwaiters: Map<Future, Set<Future>> | null = null;
  /** What is being handled where the loop is driven from: the context of what is raised in it. */
  handled: BaseException | null = null;
  readonly asyncGenerators: AsyncGenerators;
  /** Notes where objects are made; null outside of debug mode. */
  debugging: Debugging | null = null;
  /** In debug mode a step or callback that holds the loop for so many seconds is reported. */
  slowCallbackDuration = 0.1;
  /** The same as the program gave it; undefined where it did not. */
  slowCallbackGiven: unknown;
  readonly #maxTasks: number;
  #taskCount = 0;
  #firstTask: Task | null = null;
  #lastTask: Task | null = null;
  #failures: Future[] = [];
  #failuresAfterPruning = 0;
  readonly #reports = new ExceptionReports(this);
  #taskFactory: TaskFactory | null = null;
  /** The factory as the program knows it. */
  #taskFactoryKey: unknown = null;
  #isRunning = false;
  #isClosed = false;
  #cancelDepth = 0;
  #eagerDepth = 0;
  readonly #slowCallbacks = new SlowCallbacks(this);

  constructor(options: EventLoopOptions = {}) {
    super(options);
    this.counters = options.counters ?? new Counters();
    this.contexts = this.counters.contexts;
    this.host = options.host ?? new DefaultHost();
    this.asyncGenerators = new AsyncGenerators(this);
    this.#maxTasks = options.maxTasks ?? 2_000_000;
    this.recursionLimit = options.recursionLimit ?? 1000;
    this.defaultExecutor = new DefaultExecutor(options.pool ?? DEFAULT_WORKERS);
  }

  isRunning(): boolean {
    return this.#isRunning;
  }

  isClosed(): boolean {
    return this.#isClosed;
  }

  /** Throws RuntimeError where the loop is closed. */
  checkClosed(): void {
    if (this.#isClosed) throw new RuntimeError('Event loop is closed');
  }

  /** Throws RuntimeError where the loop cannot be run now. Source: BaseEventLoop._check_running. */
  checkRunnable(): void {
    this.checkClosed();
    if (this.#isRunning) throw new RuntimeError('This event loop is already running');
    if (currentLoop() === null) return;
    throw new RuntimeError('Cannot run the event loop while another loop is running');
  }

  getDebug(): boolean {
    return this.debugging !== null;
  }

  /**
   * Turns debug mode on or off. A running loop spends a callback on it, as CPython's does; the step
   * that asks for it is not measured.
   */
  setDebug(enabled: boolean): void {
    if (this.#isRunning) {
      const track = (): void => this.host.trackOrigins(this.getDebug());
      this.callSoon(track);
    } else {
      this.host.trackOrigins(enabled);
    }
    if (enabled === this.getDebug()) return;
    this.debugging = enabled ? new Debugging(this.host) : null;
    this.#slowCallbacks.update();
  }

  /** As the kernel's; in debug mode it is noted when the handle began. */
  override block(seconds: number): void {
    this.#slowCallbacks.blocks();
    super.block(seconds);
  }

  /** Closes the loop: what is scheduled is forgotten. Throws RuntimeError while it runs. */
  close(): void {
    if (this.#isRunning) throw new RuntimeError('Cannot close a running event loop');
    this.#isClosed = true;
    // Closing waits for nothing but gives threads that are due their turn.
    this.threads.runUntil(this.time());
    this.clear();
    this.defaultExecutor.close();
  }

  /** As the kernel's; the loop is the running one meanwhile. */
  override run(maxHandles?: number): LoopStatus {
    this.checkClosed();
    const before = swapRunningLoop(this);
    this.#isRunning = true;
    try {
      return super.run(maxHandles);
    } finally {
      this.#isRunning = false;
      swapRunningLoop(before);
    }
  }

  createFuture<T = unknown>(): Future<T> {
    const future = new Future<T>(this);
    this.tracer?.emit(Kind.futureCreated, future.traceName());
    return future;
  }

  /**
   * Makes a task of a coroutine, by the task factory if there is one; its first step is scheduled.
   * Throws RuntimeError where the loop is closed.
   */
  createTask<T>(coroutine: Coroutine<T>, options?: TaskOptions): Task<T> {
    this.checkClosed();
    const factory = this.#taskFactory;
    if (factory !== null) return factory(this, coroutine, options ?? NO_OPTIONS);
    const task = new Task<T>(this, coroutine, options);
    this.debugging?.amend(task, null);
    return task;
  }

  /**
   * What tasks are made with from now on; null for the class Task. `key` is what `getTaskFactory`
   * gives.
   */
  setTaskFactory(factory: TaskFactory | null, key: unknown = factory): void {
    this.#taskFactory = factory;
    this.#taskFactoryKey = key;
  }

  /** What was set, null for the default. */
  getTaskFactory(): unknown {
    return this.#taskFactoryKey;
  }

  /** Calls `fn(...args)` in the next iteration. */
  callSoon<A extends readonly unknown[]>(fn: (...args: A) => unknown, ...args: A): Handle {
    return this.callTarget(null, new FunctionTarget(fn as never, args));
  }

  /** As `callSoon`, from a thread: the loop ends its wait. */
  callSoonThreadsafe<A extends readonly unknown[]>(
    fn: (...args: A) => unknown,
    ...args: A
  ): Handle {
    const handle = this.callSoon(fn, ...args);
    this.wake();
    return handle;
  }

  /** Calls `fn(...args)` after `delay` seconds. */
  callLater<A extends readonly unknown[]>(
    delay: number,
    fn: (...args: A) => unknown,
    ...args: A
  ): TimerHandle {
    return this.callAt(this.time() + this.duration(delay), fn, ...args);
  }

  /** Calls `fn(...args)` at `when` virtual seconds. */
  callAt<A extends readonly unknown[]>(
    when: number,
    fn: (...args: A) => unknown,
    ...args: A
  ): TimerHandle {
    return this.callTarget(when, new FunctionTarget(fn as never, args)) as TimerHandle;
  }

  /**
   * `call_soon` and `call_at` of a function that the program knows as `key`; null for soon. It is
   * run in its context, or in a copy of the current one.
   */
  callTarget(when: number | null, target: CallbackTarget): Handle {
    this.checkClosed();
    target.context ??= this.contexts.capture();
    const handle =
      when === null
        ? this.scheduleHandle(target, CALLBACK, undefined)
        : this.scheduleAt(when, target, CALLBACK, undefined);
    this.debugging?.note(handle, null, when === null ? SOON_FRAMES : TIMER_FRAMES);
    return handle;
  }

  /** The task that is in the middle of a step, its slice being used up. */
  preemptedTask(): Task | null {
    return this.preempted as Task | null;
  }

  /** Tasks that are not done, in order of creation. */
  allTasks(): Task[] {
    const all: Task[] = [];
    for (let each = this.#firstTask; each !== null; each = each.next) all.push(each);
    return all;
  }

  /** `key` is what the program knows the handler by. Null for the default handler. */
  setExceptionHandler(handler: ExceptionHandler | null, key: unknown = handler): void {
    this.#reports.setHandler(handler, key);
  }

  /** The handler as the program knows it; null for the default handler. */
  getExceptionHandler(): unknown {
    return this.#reports.key;
  }

  /** Reports on the program's stderr. */
  defaultExceptionHandler(context: ExceptionContext): void {
    this.host.report(context);
  }

  /**
   * Tells the exception handler, in the context of `holder`: by default of the task that the report
   * names.
   */
  callExceptionHandler(context: ExceptionContext, holder?: ContextHolder | null): void {
    this.#reports.call(context, holder);
  }

  /** Futures whose exception nobody has asked for. */
  unretrieved(): Future[] {
    return this.#failures.filter((future) => future.logTraceback);
  }

  /**
   * A future got an exception. Keeps the list short: what was retrieved is dropped now and then.
   */
  noteFailure(future: Future): void {
    this.#failures.push(future as Future);
    const { failure } = future;
    // The future keeps the exception, and what that holds, beyond whoever handles it.
    if (failure instanceof BaseException && failure.held !== undefined) failure.isCyclic = true;
    if (this.#failures.length < 64 + 2 * this.#failuresAfterPruning) return;
    this.#failures = this.unretrieved();
    this.#failuresAfterPruning = this.#failures.length;
  }

  /** A task was made. Throws LimitReached when there are too many. */
  register(task: Task): void {
    if (++this.#taskCount > this.#maxTasks) {
      throw new LimitReached('tasks alive', this.#maxTasks, '--max-tasks');
    }
    task.previous = this.#lastTask;
    if (this.#lastTask === null) this.#firstTask = task;
    else this.#lastTask.next = task;
    this.#lastTask = task;
  }

  /** A task is done. */
  unregister(task: Task): void {
    this.#taskCount--;
    if (task.previous === null) this.#firstTask = task.next;
    else task.previous.next = task.next;
    if (task.next === null) this.#lastTask = task.previous;
    else task.next.previous = task.previous;
    task.previous = null;
    task.next = null;
  }

  /** One more cancel() inside a cancel(): tasks that await each other in a circle end here. */
  enterCancel(): void {
    if (this.#cancelDepth >= MAX_CANCEL_DEPTH) {
      throw new RecursionError('maximum recursion depth exceeded');
    }
    this.#cancelDepth++;
  }

  leaveCancel(): void {
    this.#cancelDepth--;
  }

  /** Whether the first step of a task runs inside its making: nothing may interrupt that. */
  get isStartingEagerly(): boolean {
    return this.#eagerDepth > 0;
  }

  /** Throws RecursionError where eager starts inside eager starts would reach the limit. */
  enterEager(): void {
    if ((this.#eagerDepth + 1) * EAGER_FRAMES >= this.recursionLimit) {
      throw new RecursionError('maximum recursion depth exceeded');
    }
    this.#eagerDepth++;
  }

  leaveEager(): void {
    this.#eagerDepth--;
  }

  protected override handleName(operation: number): string {
    return handleName(operation);
  }

  protected override runningTask(): number {
    return this.currentTask === null ? 0 : this.currentTask.number;
  }

  protected override taskOf(target: Runnable): number {
    return target instanceof Task ? target.number : 0;
  }

  protected override continuePreempted(target: Runnable): void {
    (target as Task).goOn();
  }

  protected override handleFailed(target: Runnable, error: unknown): void {
    this.#reports.callbackFailed(target, error);
  }
}
