// What the runtime itself reports of a program: coroutines that never ran, exceptions that nobody
// asked for, tasks that a loop was given up with, exceptions out of callbacks. CPython prints each
// on stderr when its garbage collector comes by; they are findings as they stand.

import type { EventKind, TraceEvent } from '../trace/event.ts';
import type { Violation } from '../trace/finding.ts';
import { type FindingChecker, ViolationList } from './checker.ts';
import type { FindingRuleName } from './finding-rules.ts';
import type { RunOutline } from './run-outline.ts';

/** Rules by the code of the report. A slow callback is none: debug mode tells of it. */
const RULES: ReadonlyMap<string, FindingRuleName> = new Map<string, FindingRuleName>([
  ['never-awaited', 'coroutine.never-awaited'],
  ['never-retrieved', 'exception.never-retrieved'],
  ['destroyed-pending', 'task.destroyed-pending'],
  ['unhandled-exception', 'exception.unhandled'],
]);

export class ProgramReports implements FindingChecker {
  readonly wants: ReadonlySet<EventKind> = new Set<EventKind>(['warning.raised']);
  readonly #violations = new ViolationList();

  concerns(outline: RunOutline): boolean {
    return outline.has('warning.raised');
  }

  see(event: TraceEvent): void {
    if (event.kind !== 'warning.raised') return;
    const rule = RULES.get(event.code);
    if (rule === undefined) return;
    const { task, time, at, text } = event;
    this.#violations.add(rule, time, task === 0 ? [] : [task], text, { at });
  }

  finish(): Violation[] {
    return this.#violations.all();
  }
}
