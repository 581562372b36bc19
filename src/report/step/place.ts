// Where a debugger stands: the step that it has made, what it did, and the line at which the
// program stands now; lines of the source around a place.

import { printable } from '../../base/printable.ts';
import type { TraceEvent } from '../../trace/event.ts';
import type { StepView } from '../../trace/run-view.ts';
import type { Page } from '../page.ts';
import { formatSeconds } from '../seconds.ts';
import { STEP_KINDS } from '../step-text.ts';
import { eventWords, fitted } from './event-line.ts';
import { type Names, taskName } from './names.ts';

/** Things that a step did which are shown. */
const MOST_EVENTS = 12;
/** Lines of the program's output that are shown of what was passed over. */
const MOST_OUTPUT = 20;
/** Lines before and after the one that is asked for. */
const AROUND = 5;

/** The program's text. */
export interface SourceLines {
  readonly name: string;
  readonly lines: readonly string[];
}

/** `step 5 at 1 s, iteration 4: wakeup of Task-2 (worker)`, and what it did. */
export function renderStep(
  view: StepView,
  events: readonly TraceEvent[],
  names: Names,
  page: Page,
): string[] {
  const { position, time, iteration, task, handle } = view;
  if (position === 0) return [page.style.heading('step 0: nothing has run yet')];
  const what =
    handle === '' ? 'the module' : `${handle}${task === 0 ? '' : ` of ${taskName(task, names)}`}`;
  const title = `step ${position} at ${formatSeconds(time)}, iteration ${iteration}: ${what}`;
  const told = events.filter(({ kind }) => STEP_KINDS.has(kind));
  const lines = told.slice(0, MOST_EVENTS).map((event) => {
    const isOther = event.task !== task && event.task !== 0;
    const text = `${isOther ? `${taskName(event.task, names)} ` : ''}${eventWords(event, names)}`;
    return `  ${fitted(text, page.width - 2, page)}`;
  });
  const more = told.length - lines.length;
  const rest = more > 0 ? [page.style.dim(`  and ${more} more: events shows all`)] : [];
  return [page.style.heading(title), ...lines, ...rest];
}

/** A line of the program, marked as the place where it stands. */
export function renderLine(line: number, source: SourceLines, page: Page): string[] {
  return [numbered(line, line, source, page)];
}

/** The lines around one, with a mark at `current`. */
export function renderSource(
  around: number,
  current: number | null,
  source: SourceLines,
  page: Page,
): string[] {
  const first = Math.max(1, around - AROUND);
  const last = Math.min(source.lines.length, around + AROUND);
  const lines: string[] = [];
  for (let line = first; line <= last; line++) lines.push(numbered(line, current, source, page));
  return lines;
}

function numbered(line: number, current: number | null, source: SourceLines, page: Page): string {
  const width = String(source.lines.length).length;
  const mark = line === current ? '>' : ' ';
  const number = String(line).padStart(width);
  const text = printable((source.lines[line - 1] ?? '').replaceAll('\t', '    '));
  const shown = fitted(text, page.width - width - 4, page);
  const row = `${mark} ${number}  ${shown}`.trimEnd();
  return line === current ? page.style.running(row) : row;
}

/** What the program wrote, each line behind a bar. */
export function renderOutput(
  output: readonly { readonly text: string }[],
  page: Page,
  most = MOST_OUTPUT,
): string[] {
  const text = output.map((each) => each.text).join('');
  if (text === '') return [];
  const all = (text.endsWith('\n') ? text.slice(0, -1) : text).split('\n');
  const shown = all.slice(Math.max(0, all.length - most));
  const hidden = all.length - shown.length;
  const head = hidden > 0 ? [page.style.dim(`| … ${hidden} lines before`)] : [];
  return [...head, ...shown.map((line) => `| ${printable(line)}`.trimEnd())];
}
