// The rules of a task's life: it is created once, starts before it is resumed, waits before it goes
// on, ends once, and does nothing afterwards. A task that never ends is reported where the loop
// stopped without a deadlock (which reports its tasks itself). Source: CPython Lib/asyncio/tasks.py
// (Task).

import type { EventKind, TraceEvent } from '../trace/event.ts';
import type { Violation } from '../trace/finding.ts';
import { TASK_KINDS, type TaskState, TaskStates, whoIs } from '../trace/task-states.ts';
import { type Checker, ViolationList } from './checker.ts';

export class TaskRules implements Checker {
  readonly wants: ReadonlySet<EventKind> = new Set<EventKind>([...TASK_KINDS, 'loop.deadlocked']);
  readonly #states = new TaskStates();
  readonly #violations = new ViolationList();
  /** The highest number seen: tasks are numbered as they are created. */
  #latest = 0;
  #time = 0;
  #isDeadlocked = false;

  see(event: TraceEvent): void {
    this.#time = event.time;
    if (event.kind === 'loop.deadlocked') {
      this.#isDeadlocked = true;
      return;
    }
    const state = this.#states.get(event.task);
    const wrong =
      event.kind === 'task.created' ? this.#creation(event.task) : this.#step(event, state);
    if (wrong !== null) {
      this.#violations.add(wrong[0], event.time, [event.task], `task ${event.task} ${wrong[1]}`);
    }
    this.#states.see(event);
  }

  /** Every violation; tasks that never ended come last, in order of creation. */
  finish(): Violation[] {
    const pending = new ViolationList();
    if (!this.#isDeadlocked) {
      for (const state of this.#states.alive()) {
        pending.add('task.pending', this.#time, [state.task], pendingMessage(state));
      }
    }
    return [...this.#violations.all(), ...pending.all()];
  }

  #creation(task: number): readonly [string, string] | null {
    if (task <= this.#latest) return ['task.created-twice', 'was created twice'];
    this.#latest = task;
    return null;
  }

  #step(event: TraceEvent, state: TaskState | null): readonly [string, string] | null {
    const verb = event.kind.slice('task.'.length);
    if (state === null) {
      return event.task <= this.#latest && event.task > 0
        ? ['task.after-end', `was ${verb} after it had finished`]
        : ['task.unknown', `was ${verb} but never created`];
    }
    switch (event.kind) {
      case 'task.started':
        return state.phase === 'created' ? null : ['task.started-twice', 'was started twice'];
      case 'task.resumed':
        if (state.phase === 'waiting') return null;
        return ['task.resumed-running', `was resumed while ${state.phase}: it did not wait`];
      case 'task.suspended':
        if (state.phase === 'running') return null;
        return ['task.suspended-idle', `was suspended while ${state.phase}: it did not run`];
      default:
        return null;
    }
  }
}

function pendingMessage(state: TaskState): string {
  const who = `${whoIs(state)} never finished`;
  if (state.phase === 'created') return `${who}: it never started`;
  if (state.phase === 'running') return `${who}: it was running`;
  return `${who}: it waits on ${state.on} since ${state.since} s`;
}
