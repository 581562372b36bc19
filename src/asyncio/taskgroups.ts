// TaskGroup: tasks that end together. The first error aborts the others and cancels the parent
// once; the exit waits for all and raises their errors as a group, in order of completion, the
// body's own last. Source: CPython Lib/asyncio/taskgroups.py.

import type { Runnable } from '../kernel/handle.ts';
import { Kind } from '../trace/tracer.ts';
import type { EventLoop } from './base-events.ts';
import type { AwaitsFor } from './callback.ts';
import { type AsyncContextManager, Immediate } from './context-managers.ts';
import { type Coroutine, coroutine } from './coroutines.ts';
import { asCoroutine, madeFuture } from './ensure-future.ts';
import { getRunningLoop } from './events.ts';
import { exceptionGroup } from './exception-groups.ts';
import {
  BaseException,
  CancelledError,
  KeyboardInterrupt,
  RuntimeError,
  SystemExit,
} from './exceptions.ts';
import { type Future, LabelledFuture } from './futures.ts';
import { GROUP_CHILD } from './handle-kinds.ts';
import { GROUP_CREATE_TASK } from './library-places.ts';
import type { TaskOptions } from './task-options.ts';
import type { Task } from './tasks.ts';

export class TaskGroup implements AsyncContextManager<TaskGroup>, Runnable, AwaitsFor {
  #entered = false;
  #exiting = false;
  #aborting = false;
  #parent: Task | null = null;
  #parentCancelRequested = false;
  readonly #tasks = new Set<Task>();
  #errors: unknown[] = [];
  #baseError: unknown = null;
  #onCompleted: LabelledFuture<true> | null = null;

  /** The task that entered it. */
  get awaiter(): Task | null {
    return this.#parent;
  }

  aenter(): Coroutine<TaskGroup> {
    return new Immediate('TaskGroup.__aenter__', () => {
      if (this.#entered) {
        throw new RuntimeError(`TaskGroup ${this.describe()} has already been entered`);
      }
      const parent = getRunningLoop().currentTask;
      if (parent === null) {
        const message = `TaskGroup ${this.describe()} cannot determine the parent task`;
        throw new RuntimeError(message);
      }
      this.#parent = parent;
      this.#entered = true;
      this.#trace(Kind.groupEntered);
      return this;
    });
  }

  aexit(error: unknown): Coroutine<boolean> {
    return exitGroup(this, error);
  }

  /** Its repr. */
  describe(): string {
    let text = '<TaskGroup';
    if (this.#tasks.size > 0) text += ` tasks=${this.#tasks.size}`;
    if (this.#errors.length > 0) text += ` errors=${this.#errors.length}`;
    if (this.#aborting) text += ' cancelling';
    else if (this.#entered) text += ' entered';
    return `${text}>`;
  }

  /** Starts a task in the group. Throws RuntimeError where the group does not take any more. */
  createTask<T>(
    body: Coroutine<T> | Generator<unknown, T, unknown>,
    options?: TaskOptions,
  ): Task<T> {
    const coroutine = asCoroutine(body);
    const loop = this.admit(coroutine);
    const task = loop.createTask(coroutine, options);
    loop.debugging?.amend(task, GROUP_CREATE_TASK);
    this.add(task as Task);
    return task;
  }

  /**
   * The loop that is to make a task of a coroutine for the group. Where the group does not take any
   * more, closes the coroutine and throws RuntimeError.
   */
  admit(coroutine: { close(): unknown }): EventLoop {
    const refusal = this.#refusal();
    if (refusal === null) return (this.#parent as Task).loop;
    coroutine.close();
    throw new RuntimeError(`TaskGroup ${this.describe()} ${refusal}`);
  }

  /** Takes the task that was made. It may be done, and still reports through the ready queue. */
  add(task: Task): void {
    this.#tasks.add(task);
    const { loop } = this.#parent as Task;
    madeFuture(loop, task, 'add_done_callback').addCallback(this, GROUP_CHILD);
  }

  #refusal(): string | null {
    if (!this.#entered) return 'has not been entered';
    if (this.#exiting && this.#tasks.size === 0) return 'is finished';
    return this.#aborting ? 'is shutting down' : null;
  }

  /** A task of the group is done. Source: TaskGroup._on_task_done. */
  run(_operation: number, argument: unknown): void {
    const task = argument as Task;
    this.#tasks.delete(task);
    const onCompleted = this.#onCompleted;
    if (onCompleted !== null && this.#tasks.size === 0 && !onCompleted.done()) {
      onCompleted.setResult(true);
    }
    if (task.cancelled() || !task.failed()) return;
    const error = task.exception();
    this.#errors.push(error);
    if (isBaseError(error) && this.#baseError === null) this.#baseError = error;
    const parent = this.#parent as Task;
    if (parent.done()) {
      const repr = (value: unknown): string => parent.loop.host.repr(value);
      const message =
        `Task ${repr(task)} has errored out but its parent task ${repr(parent)} ` +
        'is already completed';
      parent.loop.callExceptionHandler({ message, exception: error, task });
    } else if (!this.#aborting && !this.#parentCancelRequested) {
      this.#abort();
      this.#parentCancelRequested = true;
      parent.cancel();
    }
  }

  /** Source: TaskGroup._aexit. */
  *exit(error: unknown): Generator<unknown, boolean, unknown> {
    this.#exiting = true;
    if (isBaseError(error) && this.#baseError === null) this.#baseError = error;
    let propagated = error instanceof CancelledError ? error : null;
    if (error !== null && !this.#aborting) this.#abort();
    propagated = yield* this.#waitForTasks(propagated);
    const errors = this.#errors;
    const parent = this.#parent as Task;
    this.#trace(Kind.groupExited);
    this.#parent = null;
    this.#errors = [];
    if (this.#baseError !== null) throw this.#baseError;
    if (this.#parentCancelRequested && parent.uncancel() === 0) propagated = null;
    if (propagated !== null && errors.length === 0) throw propagated;
    if (error !== null && !(error instanceof CancelledError)) errors.push(error);
    if (errors.length === 0) return false;
    if (parent.cancelling() > 0) {
      parent.uncancel();
      parent.cancel();
    }
    const group = exceptionGroup('unhandled errors in a TaskGroup', errors);
    group.suppressContext = true;
    if (error instanceof BaseException) group.context = error;
    throw group;
  }

  *#waitForTasks(first: CancelledError | null): Generator<unknown, CancelledError | null, unknown> {
    let propagated = first;
    while (this.#tasks.size > 0) {
      if (this.#onCompleted === null) this.#onCompleted = this.#newCompletion();
      try {
        yield* this.#onCompleted;
      } catch (cancelled) {
        if (!(cancelled instanceof CancelledError)) throw cancelled;
        if (!this.#aborting) {
          propagated = cancelled;
          this.#abort();
        }
      }
      this.#onCompleted = null;
    }
    return propagated;
  }

  #newCompletion(): LabelledFuture<true> {
    const future = new LabelledFuture<true>((this.#parent as Task).loop);
    const tracer = future.loop.tracer;
    future.label = tracer === null ? '' : tracer.object(this, 'TaskGroup');
    return future;
  }

  #abort(): void {
    this.#aborting = true;
    const loop = (this.#parent as Task).loop;
    const tracer = loop.tracer;
    const outer = tracer?.enter(Kind.groupAborted, tracer.object(this, 'TaskGroup')) ?? 0;
    const tasks = [...this.#tasks].map((each) => madeFuture(loop, each as Future, 'done'));
    for (const task of loop.arrange('sets', tasks, (each) => each.traceName())) {
      if (!task.done()) task.cancel();
    }
    tracer?.leave(outer);
  }

  #trace(kind: number): void {
    const tracer = (this.#parent as Task).loop.tracer;
    tracer?.emit(kind, tracer.object(this, 'TaskGroup'));
  }
}

const exitGroup = coroutine(
  (group: TaskGroup, error: unknown) => group.exit(error),
  'TaskGroup.__aexit__',
);

function isBaseError(error: unknown): boolean {
  return error instanceof SystemExit || error instanceof KeyboardInterrupt;
}
