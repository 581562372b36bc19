// A fold that knows which time-outs are around each task at every event, and whom a time-out that
// ran out has cancelled: the task that entered it, and those that it waited for in its turn.

import type { EventKind, EventOf, TraceEvent } from '../trace/event.ts';
import type { EventFold } from '../trace/fold.ts';

export class TimeoutScopes implements EventFold {
  static readonly KINDS: ReadonlySet<EventKind> = new Set<EventKind>([
    'timeout.entered',
    'timeout.expired',
    'timeout.rescheduled',
    'timeout.exited',
    'timeout.outlived',
    'task.cancel-requested',
    'task.finished',
  ]);
  readonly wants = TimeoutScopes.KINDS;
  /** The time-outs with a deadline that each task has entered and not left, outermost first. */
  readonly #around = new Map<number, string[]>();
  /** `seq`s of what a time-out that ran out has caused. */
  readonly #causes = new Set<number>();
  readonly #cancelled = new Set<number>();

  see(event: TraceEvent): void {
    switch (event.kind) {
      case 'timeout.entered':
      case 'timeout.rescheduled':
        this.#set(event.task, event.object, event.when !== null);
        break;
      case 'timeout.expired':
        this.#causes.add(event.seq);
        break;
      case 'timeout.exited':
      case 'timeout.outlived':
        this.#set(event.task, event.object, false);
        break;
      case 'task.cancel-requested':
        this.#request(event);
        break;
      case 'task.finished':
        this.#around.delete(event.task);
        break;
    }
  }

  /** The time-outs with a deadline around a task, outermost first. */
  around(task: number): readonly string[] {
    return [...(this.#around.get(task) ?? [])];
  }

  /** Whether the last request to cancel a task came from a time-out. */
  hasCancelled(task: number): boolean {
    return this.#cancelled.has(task);
  }

  #set(task: number, object: string, isThere: boolean): void {
    const others = (this.#around.get(task) ?? []).filter((each) => each !== object);
    this.#around.set(task, isThere ? [...others, object] : others);
  }

  #request(event: EventOf<'task.cancel-requested'>): void {
    if (!this.#causes.has(event.cause)) {
      this.#cancelled.delete(event.task);
      return;
    }
    this.#causes.add(event.seq);
    this.#cancelled.add(event.task);
  }
}
