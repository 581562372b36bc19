// Answers to questions about a run, for people: the answer itself in the first lines, then the
// evidence, each line with its time, task and line of the source, then what to do next.

import { fitLeft, wrap } from '../../base/columns.ts';
import { printable } from '../../base/printable.ts';
import type { Page } from '../page.ts';
import { formatSeconds } from '../seconds.ts';
import type { CancelRequest, Chain, Explanation, Finding, Step } from './explanation.ts';
import { renderPath } from './render-path.ts';
import { renderSourced } from './sourced-table.ts';

/** Findings of a run that are told in full; the others are told by their headlines. */
const MAXIMUM_FULL = 3;
const MAXIMUM_FINDINGS = 20;
/** Steps that are shown of evidence and, at each end, of a chain. */
const MAXIMUM_STEPS = 12;
/** Columns of what a step says: a value may be long. */
const MAXIMUM_WORDS = 64;

/** The answer on `page`; `file` is the name of the program. Every line ends with a line feed. */
export function renderExplanation(explanation: Explanation, file: string, page: Page): string {
  return linesOf(explanation, file, page)
    .map((line) => `${line}\n`)
    .join('');
}

function linesOf(explanation: Explanation, file: string, page: Page): string[] {
  switch (explanation.about) {
    case 'run': {
      const { findings, ended, path } = explanation;
      const name = file === '' ? 'the run' : file;
      return [
        ...findingsLines(findings, page),
        ...wrap(printable(`${name}: ${ended}`), page.width),
        '',
        ...renderPath(path, page, false),
      ];
    }
    case 'path':
      return renderPath(explanation.path, page, true);
    case 'task':
      return [
        ...headline(explanation.answer, page),
        ...section('What it waits for, and what that waits for:', explanation.waits, page),
        ...chainLines('Why it last ran, the latest cause first:', explanation.causes, page),
      ];
    case 'event':
      return [
        ...headline(explanation.answer, page),
        ...chainLines('Why it happened, the latest cause first:', explanation.causes, page),
      ];
    case 'cancellation':
      if (explanation.requests.length === 0) return headline(explanation.answer, page);
      return explanation.requests.flatMap((request, i) => [
        ...(i > 0 ? [''] : []),
        ...requestLines(request, page),
      ]);
  }
}

function findingsLines(findings: readonly Finding[], page: Page): string[] {
  if (findings.length === 0) {
    return [...wrap('Nothing is wrong that a trace shows', page.width).map(page.style.good), ''];
  }
  const full = findings
    .slice(0, MAXIMUM_FULL)
    .flatMap((finding) => [
      ...headline(finding.headline, page),
      ...stepTable(finding.steps, page),
      ...wrap(printable(`try: ${finding.advice}`), page.width - 2).map((line) => `  ${line}`),
      '',
    ]);
  const others = findings.slice(MAXIMUM_FULL, MAXIMUM_FINDINGS);
  const more = findings.length - MAXIMUM_FULL - others.length;
  return [
    ...full,
    ...others.flatMap((finding) => headline(finding.headline, page)),
    ...(more > 0 ? [`and ${more} more`] : []),
    ...(others.length > 0 ? [''] : []),
  ];
}

function requestLines(request: CancelRequest, page: Page): string[] {
  return [
    ...headline(request.answer, page),
    ...section('What it did:', request.steps, page),
    ...chainLines('Why it was asked, the latest cause first:', request.causes, page),
  ];
}

function headline(text: string, page: Page): string[] {
  return wrap(printable(text), page.width).map(page.style.bad);
}

function section(title: string, steps: readonly Step[], page: Page): string[] {
  return steps.length === 0 ? [] : [title, ...stepTable(steps, page)];
}

function chainLines(title: string, chain: Chain, page: Page): string[] {
  const { steps, omitted } = chain;
  if (steps.length === 0) return [];
  const last = Math.max(MAXIMUM_STEPS, steps.length - MAXIMUM_STEPS);
  const hidden = last - MAXIMUM_STEPS + omitted;
  const rows = [
    ...steps.slice(0, MAXIMUM_STEPS).map((step) => rowOf(step, page)),
    ...(hidden > 0 ? [['…', '', '', `${hidden} more`, '']] : []),
    ...steps.slice(last).map((step) => rowOf(step, page)),
  ];
  return [title, ...renderSourced(HEADS, rows, page)];
}

function stepTable(steps: readonly Step[], page: Page): string[] {
  const shown = steps.slice(0, MAXIMUM_STEPS);
  const rest = steps.length - shown.length;
  const lines = renderSourced(
    HEADS,
    shown.map((step) => rowOf(step, page)),
    page,
  );
  return rest > 0 ? [...lines, `  and ${rest} more`] : lines;
}

const HEADS = ['time', 'task', 'line', 'what', 'source'];

function rowOf(step: Step, page: Page): string[] {
  return [
    formatSeconds(step.time),
    printable(step.who),
    step.at === null ? '' : String(step.at[0]),
    fitLeft(printable(step.text), MAXIMUM_WORDS, page.unicode ? '…' : '~').trimEnd(),
    step.source === null ? '' : printable(step.source),
  ];
}
