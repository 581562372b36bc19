// A fold that knows what every task of a run is called, also after it has finished: what messages
// about a run name tasks by.

import type { EventKind, TraceEvent } from './event.ts';
import type { EventFold } from './fold.ts';
import { whoIs } from './task-states.ts';

export class TaskNames implements EventFold {
  readonly wants: ReadonlySet<EventKind> = new Set<EventKind>(['task.created']);
  readonly #names = new Map<number, string>();

  see(event: TraceEvent): void {
    if (event.kind === 'task.created') this.#names.set(event.task, whoIs(event));
  }

  /** `Task-2 (worker)`; "the loop" for 0, "task 7" for one that nobody has seen made. */
  of(task: number): string {
    if (task === 0) return 'the loop';
    return this.#names.get(task) ?? `task ${task}`;
  }
}
