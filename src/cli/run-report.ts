// What `sim run` tells after the run: for people, and as one JSON object with fixed keys.

import { printable } from '../base/printable.ts';
import { renderDeadlock } from '../report/deadlock.ts';
import { type Failure, renderFailure } from '../report/failure.ts';
import type { Page } from '../report/page.ts';
import { renderSummary } from '../report/render-summary.ts';
import { formatSeconds } from '../report/seconds.ts';
import type { Summary } from '../report/summary.ts';
import { renderTimeline } from '../report/timeline.ts';
import type { TimelineData } from '../report/timeline-data.ts';
import { renderViolations } from '../report/violations.ts';
import { renderWarnings, type Warnings } from '../report/warnings.ts';
import type { Outcome } from '../simulate.ts';
import type { Deadlock, Violation } from '../trace/finding.ts';
import { EXIT_FINDING, EXIT_LIMIT, EXIT_OK, EXIT_USAGE } from './exit-codes.ts';

/** Tasks that the report of an interrupted run names. */
const MAXIMUM_NAMED = 5;

/** How a run ended, and the exit code of the signal that ended it, null for none. */
export interface Driven {
  readonly outcome: Outcome;
  readonly signal: number | null;
}

export interface Finished extends Driven {
  /** Base name of the file. */
  readonly file: string;
  readonly deadlock: Deadlock | null;
  readonly failures: readonly Failure[];
  /** Locks and permits that were held at the end. */
  readonly leaks: readonly Violation[];
  readonly summary: Summary;
  readonly timeline: TimelineData;
  readonly warnings: Warnings;
}

/** The exit code: a signal's, the program's own, 1 for a finding, 3 for a limit. */
export function exitCodeOf({ outcome, signal }: Driven): number {
  if (signal !== null) return signal;
  if (outcome.end === 'limit') return EXIT_LIMIT;
  if (outcome.end !== 'finished') return outcome.exitCode || EXIT_FINDING;
  return outcome.exitCode ?? EXIT_OK;
}

/** What went wrong, in words; empty where nothing did. */
export function renderFindings(run: Finished, page: Page): string {
  const { outcome, deadlock, failures, file } = run;
  const parts: string[] = [];
  if (deadlock !== null) parts.push(renderDeadlock(deadlock, file, page));
  for (const failure of failures) parts.push(renderFailure(failure, file, page));
  if (outcome.limit !== null) parts.push(page.style.bad(outcome.limit.message));
  if (run.signal !== null) parts.push(page.style.bad(interruptedText(run)));
  if (run.leaks.length > 0) parts.push(renderViolations(run.leaks, page));
  const open = outcome.verdicts.filter((each) => each.held === null && each.rule === 'finally');
  if (open.length > 0) parts.push(`not reached: ${open.map((each) => each.text).join(', ')}`);
  return parts.map((part) => `${part}\n`).join('\n');
}

/** That it was interrupted, and what was going on. */
function interruptedText({ outcome, file, timeline }: Finished): string {
  const { running, time } = outcome;
  const at = `interrupted at ${formatSeconds(time)}`;
  if (running !== null) {
    return `${at}: ${running.task ?? 'the module'} was running at ${file}:${running.line}`;
  }
  const alive = timeline.coroutines
    .flatMap((each) => each.tasks)
    .filter((each) => each.end === null)
    .map((each) => each.name);
  const shown = alive
    .slice(0, MAXIMUM_NAMED)
    .map((each) => printable(each))
    .join(', ');
  const more = alive.length - MAXIMUM_NAMED;
  const rest = more > 0 ? ` and ${more} more` : '';
  return shown === '' ? at : `${at} with ${shown}${rest} alive`;
}

/** The picture, the summary and the findings. */
export function renderReport(run: Finished, page: Page): string {
  const findings = renderFindings(run, page);
  const parts = [
    `\n${renderTimeline(run.timeline, page)}\n`,
    `\n${renderSummary(run.summary, page)}\n`,
  ];
  const warnings = renderWarnings(run.warnings, run.file, page);
  if (warnings !== '') parts.push(`\n${warnings}\n`);
  if (findings !== '') parts.push(`\n${findings}`);
  return parts.join('');
}

/** One object with fixed keys. */
export function jsonReport(
  run: Finished,
  output: { readonly stdout: string; readonly stderr: string },
  more: { readonly seed: number; readonly diagnostics: readonly object[] },
): object {
  const { outcome, summary } = run;
  return {
    status: outcome.end,
    exitCode: exitCodeOf(run),
    file: run.file,
    seed: more.seed,
    endTime: outcome.time,
    iterations: summary.iterations,
    handles: summary.handles,
    result: outcome.result,
    error: outcome.errorText,
    limit: outcome.limit === null ? null : outcome.limit.message,
    tasks: summary.tasks,
    locks: summary.holders,
    queues: summary.queues,
    output,
    expectations: outcome.verdicts,
    deadlock: run.deadlock,
    leaks: run.leaks,
    warnings: run.warnings.listed,
    diagnostics: more.diagnostics,
  };
}

/** The same keys for a file that was never run. */
export function jsonInvalid(file: string, diagnostics: readonly object[]): object {
  return {
    status: 'invalid',
    exitCode: EXIT_USAGE,
    file,
    seed: null,
    endTime: null,
    iterations: 0,
    handles: 0,
    result: null,
    error: null,
    limit: null,
    tasks: null,
    locks: [],
    queues: [],
    output: { stdout: '', stderr: '' },
    expectations: [],
    deadlock: null,
    leaks: [],
    warnings: [],
    diagnostics,
  };
}
