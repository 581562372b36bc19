// What a task tells a trace of itself. Each function that opens a stretch of causes gives the cause
// before it, for `tracer.leave`.

import { Kind, type Tracer } from '../trace/tracer.ts';
import { CancelledError } from './exceptions.ts';
import type { Future } from './futures.ts';
import type { Task } from './tasks.ts';

/** The task was made; what its making schedules has this event as its cause. */
export function enterCreated(tracer: Tracer, task: Task, eager: boolean): number {
  const outer = tracer.cause;
  const { number, coroutine } = task;
  const parent = tracer.task;
  tracer.cause = tracer.emitFor(
    number,
    Kind.taskCreated,
    parent,
    task.getName(),
    coroutine.name,
    eager,
  );
  return outer;
}

/** Somebody asked the task to end; what that cancels has this event as its cause. */
export function enterCancelRequested(
  tracer: Tracer,
  task: Task,
  message: unknown,
  requests: number,
): number {
  const outer = tracer.cause;
  const text = message === null ? null : tracer.repr(message);
  const by = tracer.task;
  tracer.cause = tracer.emitFor(task.number, Kind.taskCancelRequested, by, text, requests);
  return outer;
}

/** The running task is done; what that wakes has this event as its cause. */
export function enterFinished(
  tracer: Tracer | null,
  outcome: 'returned' | 'raised' | 'cancelled',
  value: unknown,
): number {
  return tracer === null ? 0 : tracer.enter(Kind.taskFinished, outcome, tracer.repr(value));
}

/** The running task waits for a future. */
export function emitSuspended(tracer: Tracer, future: Future): void {
  const label = future.waitLabel();
  if (typeof label === 'number') tracer.emit(Kind.taskSuspended, 'sleep', label);
  else tracer.emit(Kind.taskSuspended, label ?? future.traceName(), null);
}

/** A step of the task begins: from here on it is the running one. */
export function emitStep(tracer: Tracer, task: Task, failed: boolean, value: unknown): void {
  tracer.task = task.number;
  if (failed && value instanceof CancelledError) {
    tracer.emit(Kind.taskCancelled, value.args.length > 0 ? tracer.repr(value.args[0]) : null);
  } else {
    tracer.emit(task.coroutine.state === 'CREATED' ? Kind.taskStarted : Kind.taskResumed);
  }
}
