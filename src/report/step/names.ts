// What tasks and objects are called where a run is stepped through: tasks by name and coroutine,
// objects by the program's names.

import { printable } from '../../base/printable.ts';
import { whoIs } from '../../trace/task-states.ts';

/** Who knows the names of a run. */
export interface Names {
  /** What a task was made as; null for none. */
  task(task: number): { readonly name: string; readonly coroutine: string } | null;
  /** The program's name for an object, else the object itself. */
  object(object: string): string;
}

/** `Task-2 (worker)`. */
export function taskName(task: number, names: Names): string {
  const known = names.task(task);
  return known === null ? `task ${task}` : printable(whoIs(known));
}

/** What a wait, a timer or a callback is of: `lock`, `queue get`, `Task-2 (worker)`. */
export function subjectName(of: string, names: Names): string {
  const task = /^task#(\d+)$/.exec(of);
  if (task !== null) return taskName(Number(task[1]), names);
  const [object] = of.split(' ', 1);
  return printable(names.object(object) + of.slice(object.length));
}
