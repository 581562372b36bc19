// What `sim run` tells after the run: for people, and as one JSON object with fixed keys.

import { type Failure, renderFailure } from '../report/failure.ts';
import { renderDeadlock } from '../report/deadlock.ts';
import type { Page } from '../report/page.ts';
import { renderSummary } from '../report/render-summary.ts';
import type { Summary } from '../report/summary.ts';
import { renderTimeline } from '../report/timeline.ts';
import type { TimelineData } from '../report/timeline-data.ts';
import type { Deadlock } from '../trace/finding.ts';
import type { Driven } from './drive.ts';
import { EXIT_FINDING, EXIT_LIMIT, EXIT_OK } from './exit-codes.ts';

export interface Finished extends Driven {
  /** Base name of the file. */
  readonly file: string;
  readonly deadlock: Deadlock | null;
  readonly failures: readonly Failure[];
  readonly summary: Summary;
  readonly timeline: TimelineData;
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
  if (run.signal !== null) parts.push(page.style.bad('interrupted'));
  const open = outcome.verdicts.filter((each) => each.held === null && each.rule === 'finally');
  if (open.length > 0) parts.push(`not reached: ${open.map((each) => each.text).join(', ')}`);
  return parts.map((part) => `${part}\n`).join('\n');
}

/** The picture, the summary and the findings. */
export function renderReport(run: Finished, page: Page): string {
  const findings = renderFindings(run, page);
  const parts = [`\n${renderTimeline(run.timeline, page)}\n`, `\n${renderSummary(run.summary, page)}\n`];
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
    error: outcome.error === null ? null : output.stderr.trimEnd().split('\n').at(-1),
    limit: outcome.limit === null ? null : outcome.limit.message,
    tasks: summary.tasks,
    locks: summary.holders,
    queues: summary.queues,
    output,
    expectations: outcome.verdicts,
    deadlock: run.deadlock,
    diagnostics: more.diagnostics,
  };
}
