// The program's names for tasks and objects, as a picture of a run shows them. All of it is text of
// strangers, made printable here; each format escapes it further in its own way.

import { printable } from '../../base/printable.ts';
import type { TraceEvent } from '../../trace/event.ts';

export class Named {
  readonly #objects = new Map<string, string>();
  readonly #tasks = new Map<number, string>();

  /** Takes note of what is created. */
  see(event: TraceEvent): void {
    if (event.kind === 'task.created') this.#tasks.set(event.task, printable(event.name));
    if (event.kind === 'object.created' && event.name !== null) {
      this.#objects.set(event.object, printable(event.name));
    }
  }

  nameOf(object: string): string {
    if (object.startsWith('task#')) return this.taskName(Number(object.slice('task#'.length)));
    return this.#objects.get(object) ?? object;
  }

  /** The name of a task; `the loop` for what is outside of tasks. */
  taskName(task: number): string {
    return task === 0 ? 'the loop' : (this.#tasks.get(task) ?? `task ${task}`);
  }

  /** What a task waits for, by the `on` of its suspension: `sleep`, `waits for slots`. */
  waitOf(on: string): string {
    if (on === 'sleep' || on === 'yield') return on;
    const [object, ...rest] = on.split(' ');
    return ['waits for', this.nameOf(object), ...rest].join(' ');
  }
}
