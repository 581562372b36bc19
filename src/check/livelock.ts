// Tasks that keep each other busy while time stands still: a run that was cut short at a limit,
// and whose last iterations, all at one instant, brought nothing: no task ended, nothing was
// printed, no item went through a queue. A run that comes to its end was none, however often its
// tasks gave way.

import type { EventKind, TraceEvent } from '../trace/event.ts';
import type { Violation } from '../trace/finding.ts';
import { TaskNames } from '../trace/task-names.ts';
import { type FindingChecker, ViolationList } from './checker.ts';
import type { RunOutline } from './run-outline.ts';

/** Iterations at one instant that bring nothing, from which on tasks only keep each other busy. */
export const IDLE_ITERATIONS = 1000;

/** Tasks that a message names. */
const MAXIMUM_NAMED = 3;

/** What is worth the turns that it takes. */
const PROGRESS: ReadonlySet<EventKind> = new Set<EventKind>([
  'task.finished',
  'output.written',
  'queue.put',
  'queue.got',
]);

export class Livelock implements FindingChecker {
  readonly wants: ReadonlySet<EventKind> = new Set<EventKind>([
    ...PROGRESS,
    'task.created',
    'task.suspended',
    'loop.stopped',
    'loop.deadlocked',
  ]);
  readonly #names = new TaskNames();
  #time = -1;
  #since = 0;
  #iteration = 0;
  #hasEnded = false;
  /** Tasks that have waited since then, and where last. */
  readonly #waited = new Map<number, TraceEvent['at']>();
  /** Those of them that have done so more than once. */
  readonly #busy = new Map<number, TraceEvent['at']>();

  concerns(outline: RunOutline): boolean {
    return outline.lastInstant >= IDLE_ITERATIONS;
  }

  see(event: TraceEvent): void {
    this.#names.see(event);
    this.#hasEnded = event.kind === 'loop.stopped' || event.kind === 'loop.deadlocked';
    this.#iteration = event.iteration;
    if (event.time !== this.#time || PROGRESS.has(event.kind)) {
      this.#time = event.time;
      this.#since = event.iteration;
      this.#waited.clear();
      this.#busy.clear();
    }
    if (event.kind !== 'task.suspended') return;
    if (this.#waited.has(event.task)) this.#busy.set(event.task, event.at);
    this.#waited.set(event.task, event.at);
  }

  finish(): Violation[] {
    const iterations = this.#iteration - this.#since;
    if (this.#hasEnded || iterations < IDLE_ITERATIONS) return [];
    const violations = new ViolationList();
    const tasks = [...this.#busy.keys()];
    const named = tasks.slice(0, MAXIMUM_NAMED).map((task) => this.#names.of(task));
    const more = tasks.length > MAXIMUM_NAMED ? ` and ${tasks.length - MAXIMUM_NAMED} more` : '';
    const message =
      `${named.join(', ')}${more} kept the loop busy for ${iterations} iterations at ` +
      `${this.#time} s: no task ended, nothing was printed or handed on`;
    const related = tasks.slice(0, MAXIMUM_NAMED).map((task) => {
      return { at: this.#busy.get(task) ?? null, task, text: 'gives way again and again' };
    });
    violations.add('livelock', this.#time, tasks, message, { at: related[0]?.at ?? null, related });
    return violations.all();
  }
}
