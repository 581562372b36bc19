// Why nothing can happen any more: who waits on what since when and where, who holds it, and which
// tasks wait for each other in a ring. Read from the events alone: the suspension names what a task
// waits on, the acquisitions and releases say who holds it. A finding only where the loop itself
// says that it is stuck.

import type { EventKind, TraceEvent } from '../trace/event.ts';
import type { Deadlock, Violation, WaitingTask } from '../trace/finding.ts';
import { HOLDING_KINDS, Holdings } from '../trace/holdings.ts';
import {
  TASK_KINDS,
  type TaskState,
  TaskStates,
  waitObjectOf,
  whoIs,
} from '../trace/task-states.ts';
import type { FindingChecker } from './checker.ts';
import type { RunOutline } from './run-outline.ts';
import { ringsOf } from './wait-graph.ts';

/** Tasks that the message of the violation spells out. */
const NAMED = 3;

export class DeadlockAnalysis implements FindingChecker {
  readonly wants: ReadonlySet<EventKind> = new Set<EventKind>([
    ...HOLDING_KINDS,
    ...TASK_KINDS,
    'loop.deadlocked',
  ]);
  readonly #holdings = new Holdings();
  readonly #states = new TaskStates();
  #time: number | null = null;

  concerns(outline: RunOutline): boolean {
    return outline.has('loop.deadlocked');
  }

  see(event: TraceEvent): void {
    if (event.kind === 'loop.deadlocked') this.#time = event.time;
    this.#holdings.see(event);
    this.#states.see(event);
  }

  /** The anatomy of the deadlock in which the run ended; null where it did not. */
  deadlock(): Deadlock | null {
    if (this.#time === null) return null;
    const waiting = this.#states
      .alive()
      .filter((state) => state.phase === 'waiting')
      .map((state) => this.#waiting(state));
    const cycles = ringsOf(new Map(waiting.map(({ task, heldBy }) => [task, heldBy])));
    return { time: this.#time, waiting, cycles };
  }

  /** The deadlock as a violation of the rule `deadlock`. */
  finish(): Violation[] {
    const deadlock = this.deadlock();
    if (deadlock === null) return [];
    const { time, waiting, cycles } = deadlock;
    const names = new Map(waiting.map((entry) => [entry.task, whoIs(entry)]));
    const named = waiting.slice(0, NAMED).map((entry) => {
      return `${whoIs(entry)} on ${entry.onName} since ${entry.since} s`;
    });
    const more = waiting.length > NAMED ? [`${waiting.length - NAMED} more`] : [];
    const first =
      cycles
        .at(0)
        ?.slice(0, NAMED)
        .map((task) => names.get(task)) ?? [];
    const ring =
      first.length === 0 ? '' : `; in a ring of ${cycles[0].length}: ${first.join(', ')}`;
    const message = `nothing can happen; waiting: ${[...named, ...more].join(', ')}${ring}`;
    return [{ rule: 'deadlock', time, tasks: waiting.map(({ task }) => task), message }];
  }

  #waiting(state: TaskState): WaitingTask {
    const object = waitObjectOf(state.on);
    const name = this.#holdings.nameOf(object);
    return {
      task: state.task,
      name: state.name,
      coroutine: state.coroutine,
      on: state.on,
      onName: name + state.on.slice(object.length),
      since: state.since,
      at: state.at,
      holds: this.#holdings.heldBy(state.task).map((holding) => holding.name),
      heldBy: this.#holdersOf(object),
    };
  }

  /** The tasks that would have to act for a wait on `object` to end, where events tell. */
  #holdersOf(object: string): readonly number[] {
    if (!object.startsWith('task#')) return this.#holdings.holdersOf(object);
    const task = Number(object.slice('task#'.length));
    return this.#states.get(task) === null ? [] : [task];
  }
}
