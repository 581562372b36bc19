// From a task's life to the columns of its row. A column shows the state that lasts longest in it,
// and the end mark of a task that ends in it. On an axis of iterations a step lasts one iteration.
// A row of several tasks shows the most active state of any of them (running, then holding), else
// the most common one.

import type { Axis } from './timeline-axis.ts';
import {
  HOLDING,
  HOLDING_WAITING,
  type Outcome,
  RUNNING,
  SLEEPING,
  STATES,
  type State,
  type TimelineTask,
} from './timeline-data.ts';

/** What a column shows. */
export type Cell =
  | { readonly kind: 'empty' }
  | { readonly kind: 'state'; readonly state: State }
  /** A sleeper was awake for a moment and sleeps again. */
  | { readonly kind: 'wake' }
  | { readonly kind: 'end'; readonly outcome: Outcome | 'pending' };

/** A share of a column below which a busy state of a group does not count. */
const NOTICEABLE = 0.02;

const EMPTY: Cell = { kind: 'empty' };
const WAKE: Cell = { kind: 'wake' };
const STATE_CELLS: readonly Cell[] = Array.from({ length: STATES }, (_, state) => ({
  kind: 'state',
  state: state as State,
}));

/** Columns of a row for one task or more: `axis.cells + 1` of them. */
export function cellsOf(tasks: readonly TimelineTask[], axis: Axis): Cell[] {
  const durations = new Float64Array(axis.cells * STATES);
  for (const task of tasks) addDurations(durations, task, axis);
  const cells: Cell[] = [];
  const choose = tasks.length === 1 ? longest : busiest;
  for (let cell = 0; cell < axis.cells; cell++) cells.push(choose(durations, cell * STATES));
  cells.push(EMPTY);
  if (tasks.length === 1) markWakes(cells, tasks[0], axis);
  const end = lastEnd(tasks, axis);
  if (end !== null) cells[end.cell] = { kind: 'end', outcome: end.outcome };
  return cells;
}

/** How many of the tasks are alive in each column, on average over it. */
export function aliveIn(tasks: readonly TimelineTask[], axis: Axis): Float64Array {
  const durations = new Float64Array(axis.cells * STATES);
  for (const task of tasks) addDurations(durations, task, axis);
  const alive = new Float64Array(axis.cells);
  for (let i = 0; i < durations.length; i++) alive[Math.floor(i / STATES)] += durations[i];
  return alive;
}

/** Adds up how much of each column the task spends in each state. */
function addDurations(durations: Float64Array, task: TimelineTask, axis: Axis): void {
  const { states } = task;
  for (let i = 0; i < states.length; i++) {
    const from = startOf(task, i, axis);
    const to = i + 1 < states.length ? startOf(task, i + 1, axis) : endOf(task, axis);
    const last = Math.min(Math.ceil(to), axis.cells);
    for (let cell = Math.floor(from); cell < last; cell++) {
      const length = Math.min(to, cell + 1) - Math.max(from, cell);
      durations[cell * STATES + states[i]] += length;
    }
  }
}

function startOf(task: TimelineTask, index: number, axis: Axis): number {
  if (axis.unit === 'seconds') return axis.position(task.times[index]);
  const isAfterStep = index > 0 && task.states[index - 1] === RUNNING;
  return axis.position(task.iterations[index] + (isAfterStep ? 1 : 0));
}

/** Where the task ends; the axis' end for one that does not. */
function endOf(task: TimelineTask, axis: Axis): number {
  if (task.end === null) return axis.cells;
  return axis.position(axis.unit === 'seconds' ? task.end.time : task.end.iteration + 1);
}

function longest(durations: Float64Array, offset: number): Cell {
  let best = -1;
  let most = 0;
  for (let state = 0; state < STATES; state++) {
    if (durations[offset + state] > most) {
      best = state;
      most = durations[offset + state];
    }
  }
  return best === -1 ? EMPTY : STATE_CELLS[best];
}

function busiest(durations: Float64Array, offset: number): Cell {
  for (const state of [RUNNING, HOLDING_WAITING, HOLDING]) {
    if (durations[offset + state] > NOTICEABLE) return STATE_CELLS[state];
  }
  return longest(durations, offset);
}

/** Marks where a sleeper was awake within one column, whatever it did in that moment. */
function markWakes(cells: Cell[], task: TimelineTask, axis: Axis): void {
  const { states } = task;
  let woken = -1;
  for (let i = 1; i < states.length; i++) {
    if (states[i - 1] === SLEEPING) woken = Math.floor(startOf(task, i, axis));
    if (states[i] !== SLEEPING || woken === -1) continue;
    const cell = cells[woken];
    const isHere = Math.floor(startOf(task, i, axis)) === woken;
    if (isHere && cell.kind === 'state' && cell.state === SLEEPING) cells[woken] = WAKE;
  }
}

/** Where the last of the tasks ends and how; the worst outcome of any of them. */
function lastEnd(
  tasks: readonly TimelineTask[],
  axis: Axis,
): { readonly cell: number; readonly outcome: Outcome | 'pending' } | null {
  let cell = -1;
  let outcome: Outcome | 'pending' = 'returned';
  for (const task of tasks) {
    const place = endOf(task, axis);
    const own =
      axis.unit === 'seconds' || task.end === null ? Math.floor(place) : Math.ceil(place) - 1;
    cell = Math.max(cell, own);
    outcome = worse(outcome, task.end === null ? 'pending' : task.end.outcome);
  }
  return cell === -1 ? null : { cell, outcome };
}

const SEVERITY: readonly (Outcome | 'pending')[] = ['returned', 'cancelled', 'pending', 'raised'];

function worse(a: Outcome | 'pending', b: Outcome | 'pending'): Outcome | 'pending' {
  return SEVERITY.indexOf(b) > SEVERITY.indexOf(a) ? b : a;
}
