// Which rows a timeline has. Up to the bound on rows every task has its own, in order of creation.
// Beyond it tasks are gathered by coroutine, in order of its first task; each coroutine gets rows
// in proportion to its tasks, each row a stretch of tasks created one after the other, and a row on
// top that shows how many are alive. Coroutines that find no room are counted in a last row.

import type { TimelineCoroutine, TimelineData, TimelineTask } from './timeline-data.ts';

export interface TimelineRow {
  /** `density`: how many of the tasks are alive; `rest`: not drawn. */
  readonly kind: 'task' | 'tasks' | 'density' | 'rest';
  readonly coroutine: string;
  /** The tasks to draw: those that were followed. */
  readonly tasks: readonly TimelineTask[];
  /** How many tasks the row stands for. */
  readonly count: number;
}

/** The rows, at most `maximum` (2 or more). */
export function planRows(data: TimelineData, maximum: number): TimelineRow[] {
  const isComplete = data.coroutines.every(({ stride }) => stride === 1);
  if (data.total <= maximum && isComplete) return rowPerTask(data);
  const shown = Math.min(data.coroutines.length, maximum);
  const isCut = shown < data.coroutines.length;
  const coroutines = data.coroutines.slice(0, isCut ? maximum - 1 : shown);
  const room = maximum - (isCut ? 1 : 0);
  const shares = shareRows(coroutines, room);
  const rows = coroutines.flatMap((coroutine, i) => rowsOf(coroutine, shares[i]));
  if (isCut) rows.push(restRow(data.coroutines.slice(coroutines.length)));
  return rows;
}

function rowPerTask(data: TimelineData): TimelineRow[] {
  const rows = data.coroutines.flatMap(({ name, tasks }) =>
    tasks.map((task): TimelineRow => ({ kind: 'task', coroutine: name, tasks: [task], count: 1 })),
  );
  return rows.sort((a, b) => a.tasks[0].task - b.tasks[0].task);
}

/** Rows for each coroutine, density included: one each, and the rest by number of tasks. */
function shareRows(coroutines: readonly TimelineCoroutine[], room: number): number[] {
  const wanted = coroutines.map(({ tasks, total }) => (total === 1 ? 1 : tasks.length + 1));
  const spare = room - coroutines.length;
  const all = wanted.reduce((sum, rows) => sum + rows - 1, 0);
  return wanted.map((rows) => {
    if (all <= spare) return rows;
    return 1 + Math.floor(((rows - 1) * spare) / all);
  });
}

function rowsOf(coroutine: TimelineCoroutine, share: number): TimelineRow[] {
  const { name, tasks, total, stride } = coroutine;
  if (tasks.length === 0) return [];
  const whole: TimelineRow = { kind: 'tasks', coroutine: name, tasks, count: total };
  if (total === 1) return [{ ...whole, kind: 'task' }];
  if (share < 3) return [whole];
  const rows: TimelineRow[] = [{ ...whole, kind: 'density' }];
  const chunks = Math.min(share - 1, tasks.length);
  for (let i = 0; i < chunks; i++) {
    const start = Math.floor((i * tasks.length) / chunks);
    const stop = Math.floor(((i + 1) * tasks.length) / chunks);
    const count = (stop === tasks.length ? total : stop * stride) - start * stride;
    const kind = count === 1 ? 'task' : 'tasks';
    rows.push({ kind, coroutine: name, tasks: tasks.slice(start, stop), count });
  }
  return rows;
}

function restRow(coroutines: readonly TimelineCoroutine[]): TimelineRow {
  const count = coroutines.reduce((sum, { total }) => sum + total, 0);
  return { kind: 'rest', coroutine: `${coroutines.length} coroutines`, tasks: [], count };
}
