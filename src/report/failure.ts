// A failed expectation for people: the expression, when it was first violated, the values that it
// names, and the last steps before. The fold keeps the last STEPS steps and the latest value of
// each shared name, and takes a picture of both at the first failure of each expectation.

import { wrap } from '../base/columns.ts';
import { printable } from '../base/printable.ts';
import type { EventKind, EventOf, TraceEvent } from '../trace/event.ts';
import type { EventFold } from '../trace/fold.ts';
import type { Page } from './page.ts';
import { formatSeconds } from './seconds.ts';
import { STEP_KINDS, stepText } from './step-text.ts';
import { renderTable } from './table.ts';

/** Steps that are kept. */
export const STEPS = 12;
/** Failures that are kept. */
const MAXIMUM_FAILURES = 20;
/** Shared names whose values are kept. */
const MAXIMUM_NAMES = 1000;
/** Characters of a value that are kept. */
const MAXIMUM_VALUE = 200;

/** A Python name, and more beyond ASCII: whatever is no name is not among the values either. */
const NAME = /[A-Za-z_\u0080-\uffff][\w\u0080-\uffff]*/g;

export interface Failure {
  readonly rule: string;
  readonly index: number;
  readonly text: string;
  readonly reason: string;
  /** When it was first violated, virtual seconds. */
  readonly time: number;
  readonly iteration: number;
  /** Shared names of the expression with their values' reprs. */
  readonly values: readonly (readonly [string, string])[];
  readonly steps: readonly Step[];
}

export interface Step {
  readonly time: number;
  readonly task: number;
  /** The task's name, empty outside tasks. */
  readonly name: string;
  readonly at: readonly [number, number] | null;
  readonly text: string;
}

export class FailureFold implements EventFold {
  readonly wants: ReadonlySet<EventKind> = new Set<EventKind>([
    ...STEP_KINDS,
    'object.created',
    'expect.failed',
  ]);
  readonly #failures = new Map<string, Failure>();
  readonly #values = new Map<string, string>();
  readonly #objects = new Map<string, string>();
  readonly #tasks = new Map<number, string>();
  /** The last events that have words, oldest first. */
  readonly #recent: TraceEvent[] = [];
  /** Names of the tasks of `#recent`, which may have finished. */
  readonly #recentNames: string[] = [];

  see(event: TraceEvent): void {
    if (event.kind === 'expect.failed') {
      this.#fail(event);
      return;
    }
    if (event.kind === 'object.created') {
      if (event.name !== null) this.#objects.set(event.object, event.name);
      return;
    }
    if (event.kind === 'task.created') this.#tasks.set(event.task, event.name);
    if (event.kind === 'variable.written') this.#write(event);
    this.#recent.push(event);
    this.#recentNames.push(this.#tasks.get(event.task) ?? '');
    if (this.#recent.length > STEPS) {
      this.#recent.shift();
      this.#recentNames.shift();
    }
    if (event.kind === 'task.finished') this.#tasks.delete(event.task);
  }

  /** The first failure of each expectation, in order of time. */
  failures(): Failure[] {
    return [...this.#failures.values()];
  }

  #write(event: EventOf<'variable.written'>): void {
    if (this.#values.size >= MAXIMUM_NAMES && !this.#values.has(event.name)) return;
    const { value } = event;
    const isLong = value.length > MAXIMUM_VALUE;
    this.#values.set(event.name, isLong ? `${value.slice(0, MAXIMUM_VALUE)}…` : value);
  }

  #fail(event: EventOf<'expect.failed'>): void {
    const { rule, index, text, reason, time, iteration } = event;
    const key = `${rule} ${index}`;
    if (this.#failures.has(key) || this.#failures.size >= MAXIMUM_FAILURES) return;
    const named = new Set(text.match(NAME) ?? []);
    const values = [...this.#values].filter(([name]) => named.has(name));
    const nameOf = (object: string) => this.#objects.get(object) ?? object;
    const steps = this.#recent.map((step, i) => ({
      time: step.time,
      task: step.task,
      name: this.#recentNames[i],
      at: step.at,
      text: stepText(step, nameOf),
    }));
    this.#failures.set(key, { rule, index, text, reason, time, iteration, values, steps });
  }
}

/** The failure on `page`; `file` is the name of the source. Without a final line feed. */
export function renderFailure(failure: Failure, file: string, page: Page): string {
  const { rule, text, reason, time, iteration, values, steps } = failure;
  const when = `first violated at ${formatSeconds(time)}, iteration ${iteration}`;
  const lines = [
    ...wrap(`Expectation failed: ${printable(rule)}: ${printable(text)}`, page.width).map(
      page.style.bad,
    ),
    ...indented(`${when}${reason === '' ? '' : `: ${printable(reason)}`}`, page),
  ];
  for (const [name, value] of values) {
    lines.push(...indented(`${printable(name)} = ${printable(value)}`, page));
  }
  if (steps.length === 0) return lines.join('\n');
  const rows = steps.map((step) => [
    formatSeconds(step.time),
    printable(step.name),
    step.at === null ? '' : `${printable(file)}:${step.at[0]}`,
    printable(step.text),
  ]);
  lines.push('  the last steps:', ...renderTable(['time', 'task', 'at', 'step'], rows, page));
  return lines.join('\n');
}

function indented(text: string, page: Page): string[] {
  return wrap(text, page.width - 2).map((line) => `  ${line}`);
}
