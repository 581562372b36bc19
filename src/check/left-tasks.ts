// Tasks that were there when main returned, so that asyncio.run had to cancel them. Background
// workers are often meant to end like that, and a task that was forgotten ends the same way;
// nothing in a run tells them apart, so this is advice. Told are those that nobody of the others
// waits for.
// Source: CPython Lib/asyncio/runners.py (_cancel_all_tasks).

import type { EventKind, EventOf, TraceEvent } from '../trace/event.ts';
import type { Violation } from '../trace/finding.ts';
import {
  isHousekeeping,
  TASK_KINDS,
  type TaskState,
  TaskStates,
  whoIs,
} from '../trace/task-states.ts';
import { type FindingChecker, ViolationList } from './checker.ts';
import type { RunOutline } from './run-outline.ts';

/** Tasks that a message names. */
const MAXIMUM_NAMED = 3;

interface LeftTask {
  readonly state: TaskState;
  readonly madeAt: TraceEvent['at'];
  readonly time: number;
}

export class LeftTasks implements FindingChecker {
  readonly wants: ReadonlySet<EventKind> = new Set<EventKind>([
    ...TASK_KINDS,
    'task.cancel-requested',
    'loop.stopped',
  ]);
  readonly #states = new TaskStates();
  readonly #madeAt = new Map<number, TraceEvent['at']>();
  /** Tasks that the program itself has asked to end. */
  readonly #asked = new Set<number>();
  readonly #left = new Map<number, LeftTask>();
  /** The iteration in which the loop last stopped. */
  #stopped = -1;

  concerns(outline: RunOutline): boolean {
    return outline.has('task.cancel-requested');
  }

  see(event: TraceEvent): void {
    switch (event.kind) {
      case 'loop.stopped':
        this.#stopped = event.iteration;
        return;
      case 'task.created':
        this.#madeAt.set(event.task, event.at);
        break;
      case 'task.cancel-requested':
        this.#request(event);
        break;
      case 'task.finished':
        this.#madeAt.delete(event.task);
        break;
    }
    this.#states.see(event);
  }

  finish(): Violation[] {
    const violations = new ViolationList();
    const roots = [...this.#left.values()].filter(({ state }) => !this.#isAwaited(state));
    for (const group of byPlace(roots)) report(violations, group);
    return violations.all();
  }

  /** asyncio.run asks once the loop has stopped, and from no line of the program. */
  #request(event: EventOf<'task.cancel-requested'>): void {
    const state = this.#states.get(event.task);
    const isOfRun = event.by === 0 && event.at === null && event.iteration === this.#stopped;
    if (!isOfRun) {
      this.#asked.add(event.task);
      return;
    }
    if (state === null || isHousekeeping(state.coroutine) || this.#asked.has(event.task)) return;
    const madeAt = this.#madeAt.get(event.task) ?? null;
    this.#left.set(event.task, { state: { ...state }, madeAt, time: event.time });
  }

  /** Whether another of those that were left waits for it. */
  #isAwaited({ task, parent }: TaskState): boolean {
    const maker = this.#left.get(parent)?.state;
    if (maker !== undefined && /^(?:gather|taskgroup)#/.test(maker.on)) return true;
    return [...this.#left.values()].some(({ state }) =>
      state.on.split(' ').includes(`task#${task}`),
    );
  }
}

/** Tasks of one coroutine that were made at one place, together. */
function byPlace(left: readonly LeftTask[]): LeftTask[][] {
  const groups = new Map<string, LeftTask[]>();
  for (const each of left) {
    const key = `${each.state.coroutine} ${each.madeAt}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [each]);
    else group.push(each);
  }
  return [...groups.values()];
}

function report(violations: ViolationList, group: readonly LeftTask[]): void {
  const { state, madeAt, time } = group[0];
  const named = group.slice(0, MAXIMUM_NAMED).map((each) => whoIs(each.state));
  const more = group.length > named.length ? ` and ${group.length - named.length} more` : '';
  const isOne = group.length === 1;
  const was = isOne ? ` (it ${doing(state)})` : '';
  const verb = isOne ? 'was' : 'were';
  violations.add(
    'task.leaked',
    time,
    group.map((each) => each.state.task),
    `${named.join(', ')}${more} ${verb} left when main ended${was}: asyncio.run cancelled ${isOne ? 'it' : 'them'}`,
    {
      at: madeAt,
      related: [
        { at: madeAt, task: state.parent, text: `makes ${whoIs(state)}` },
        { at: state.at, task: state.task, text: doing(state) },
      ],
    },
  );
}

/** What a task was doing, as a clause without its subject. */
function doing({ phase, on, since }: TaskState): string {
  if (phase === 'created') return 'had not started';
  if (phase === 'running' || on === 'yield') return 'was ready to go on';
  return on === 'sleep' ? `slept since ${since} s` : `waited on ${on} since ${since} s`;
}
