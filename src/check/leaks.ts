// What is still held at the end: a lock or a permit that a task took and nobody gave back. Where
// the task has finished, nobody ever will; so it is told apart from a task that is still alive. A
// deadlock reports its holders itself, so after one only finished holders count.

import type { EventKind, TraceEvent } from '../trace/event.ts';
import type { Violation } from '../trace/finding.ts';
import { HOLDING_KINDS, Holdings } from '../trace/holdings.ts';
import { TASK_KINDS, TaskStates, whoIs } from '../trace/task-states.ts';
import { type FindingChecker, ViolationList } from './checker.ts';
import type { RunOutline } from './run-outline.ts';

interface FinishedHolder {
  readonly name: string;
  readonly coroutine: string;
  readonly time: number;
}

export class Leaks implements FindingChecker {
  readonly wants: ReadonlySet<EventKind> = new Set<EventKind>([
    ...HOLDING_KINDS,
    ...TASK_KINDS,
    'loop.deadlocked',
  ]);
  readonly #holdings = new Holdings();
  readonly #states = new TaskStates();
  /** Tasks that finished while they held something. */
  readonly #finished = new Map<number, FinishedHolder>();
  #time = 0;
  #isDeadlocked = false;

  concerns(outline: RunOutline): boolean {
    const taken = outline.count('lock.acquired') + outline.count('semaphore.acquired');
    return taken !== outline.count('lock.released') + outline.count('semaphore.released');
  }

  see(event: TraceEvent): void {
    this.#time = event.time;
    if (event.kind === 'loop.deadlocked') this.#isDeadlocked = true;
    if (event.kind === 'task.finished' && this.#holdings.holdsAny(event.task)) {
      const { name, coroutine } = this.#states.get(event.task) ?? { name: '', coroutine: '' };
      this.#finished.set(event.task, { name, coroutine, time: event.time });
    }
    this.#holdings.see(event);
    this.#states.see(event);
  }

  finish(): Violation[] {
    const leaks = new ViolationList();
    for (const holding of this.#holdings.all()) {
      for (const [task, count] of holding.holders) {
        const state = this.#states.get(task);
        if (state !== null && this.#isDeadlocked) continue;
        const holder = state ??
          this.#finished.get(task) ?? { name: `task ${task}`, coroutine: '?' };
        const what = count === 1 ? holding.name : `${count} permits of ${holding.name}`;
        const end = this.#finished.get(task);
        const when = end === undefined ? 'has not finished' : `finished at ${end.time} s`;
        leaks.add('leak', this.#time, [task], `${whoIs(holder)} ${when} and still holds ${what}`);
      }
    }
    return leaks.all();
  }
}
