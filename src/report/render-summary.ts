// The summary of a run as text: one line a subject, its name in a column of its own. Long lines are
// wrapped at the width of the page, never cut: a number that is half shown would be a wrong number.

import { columnsOf, cut, fitLeft, wrap } from '../base/columns.ts';
import { printable } from '../base/printable.ts';
import type { Mark, Page } from './page.ts';
import { formatSeconds } from './seconds.ts';
import type {
  ExpectationSummary,
  HolderSummary,
  QueueSummary,
  Summary,
  TaskSummary,
  WaitSummary,
} from './summary.ts';

/**
 * Locks and semaphores, and queues, that are listed; those with most acquisitions or items come
 * first.
 */
export const MAXIMUM_LISTED = 10;

/** Columns of the subjects, at most. */
const SUBJECT = 20;

interface Line {
  readonly subject: string;
  readonly parts: readonly string[];
  readonly mark?: Mark;
}

/** The summary on `page`, without a final line feed. */
export function renderSummary(summary: Summary, page: Page): string {
  const { style } = page;
  const lines: Line[] = [
    { subject: 'run', parts: runParts(summary) },
    { subject: 'tasks', parts: taskParts(summary.tasks) },
  ];
  const holders = busiest(summary.holders, ({ acquisitions }) => acquisitions);
  for (const holder of holders) lines.push(holderLine(holder));
  addRest(lines, summary.holders.length + summary.holdersOmitted - holders.length, 'locks');
  const queues = busiest(summary.queues, ({ puts }) => puts);
  for (const queue of queues) lines.push(queueLine(queue));
  addRest(lines, summary.queues.length + summary.queuesOmitted - queues.length, 'queues');
  for (const expectation of summary.expectations) {
    const mark = expectation.outcome === 'held' ? style.good : style.bad;
    lines.push({ ...expectationLine(expectation), mark });
  }
  return layOut(lines, page);
}

function layOut(lines: readonly Line[], page: Page): string {
  const separator = page.unicode ? ' · ' : ' | ';
  const ellipsis = page.unicode ? '…' : '~';
  const widest = lines.reduce((width, { subject }) => Math.max(width, columnsOf(subject)), 0);
  const column = Math.min(widest, SUBJECT, Math.max(4, Math.floor(page.width / 4)));
  const width = Math.max(20, page.width - column - 2);
  return lines
    .flatMap(({ subject, parts, mark }) => {
      const text = flow(parts, separator, width);
      return text.map((line, i) => {
        const left = i === 0 ? fitLeft(cut(subject, column, ellipsis), column) : ' '.repeat(column);
        return `${page.style.heading(left)}  ${mark === undefined ? line : mark(line)}`;
      });
    })
    .join('\n');
}

/** Parts in lines of at most `width` columns, broken between parts where that is possible. */
function flow(parts: readonly string[], separator: string, width: number): string[] {
  const lines: string[] = [];
  for (const part of parts) {
    const last = lines.at(-1);
    if (last !== undefined && columnsOf(last + separator + part) <= width) {
      lines[lines.length - 1] = last + separator + part;
    } else {
      lines.push(...wrap(part, width));
    }
  }
  return lines;
}

function runParts(summary: Summary): string[] {
  const parts = [
    `${summary.isDeadlocked ? 'deadlocked' : 'ended'} at ${formatSeconds(summary.endTime)}`,
    counted(summary.iterations, 'iteration'),
    counted(summary.handles, 'handle'),
  ];
  if (summary.blockedSeconds > 0) {
    parts.push(`the loop was blocked for ${formatSeconds(summary.blockedSeconds)}`);
  }
  if (summary.warnings > 0) parts.push(counted(summary.warnings, 'warning'));
  return parts;
}

function taskParts(tasks: TaskSummary): string[] {
  const outcomes: readonly (readonly [number, string])[] = [
    [tasks.returned, 'returned'],
    [tasks.raised, 'raised'],
    [tasks.cancelled, 'cancelled'],
    [tasks.pending, 'pending'],
  ];
  const named = outcomes.filter(([count]) => count > 0).map(([count, word]) => `${count} ${word}`);
  return [`${tasks.created} created`, ...named, `at most ${tasks.peak} alive at once`];
}

function holderLine(holder: HolderSummary): Line {
  const isLock = holder.capacity === 1 && !holder.class.endsWith('Semaphore');
  const of = holder.capacity === null ? '' : ` of ${holder.capacity}`;
  const parts = [isLock ? holder.class : `${holder.class}(${holder.capacity ?? '?'})`];
  if (!isLock) parts.push(`at most ${holder.peak}${of} held`);
  parts.push(`acquired ${times(holder.acquisitions)}`, ...waitParts(holder.waits, 'waited'));
  return { subject: printable(holder.name), parts: parts.map((part) => printable(part)) };
}

function queueLine(queue: QueueSummary): Line {
  const bounded = queue.capacity !== null && queue.capacity > 0;
  const parts = [
    bounded ? `${queue.class}(${queue.capacity})` : queue.class,
    `at most ${queue.peakSize} in it`,
    `${queue.puts} put`,
    `${queue.gets} got`,
    ...waitParts(queue.putWaits, 'put waited'),
    ...waitParts(queue.getWaits, 'get waited'),
  ];
  return { subject: printable(queue.name), parts: parts.map((part) => printable(part)) };
}

function waitParts(waits: WaitSummary, verb: string): string[] {
  const parts: string[] = [];
  if (waits.count > 0) {
    const about = waits.exact ? '' : 'about ';
    const p50 = `p50 ${about}${formatSeconds(waits.p50 ?? 0)}`;
    const p95 = `p95 ${about}${formatSeconds(waits.p95 ?? 0)}`;
    const max = `max ${formatSeconds(waits.max ?? 0)}`;
    parts.push(`${verb} ${times(waits.count)}: ${p50}, ${p95}, ${max}`);
  }
  if (waits.abandoned > 0) parts.push(`${verb} in vain ${times(waits.abandoned)}`);
  return parts;
}

function expectationLine(expectation: ExpectationSummary): Line {
  const { rule, text, outcome, time, reason } = expectation;
  const verdict = outcome === 'held' ? 'held' : `FAILED at ${formatSeconds(time)}`;
  const parts = [`${printable(text)}: ${verdict}`];
  if (reason !== '') parts.push(printable(reason));
  return { subject: printable(rule), parts };
}

function addRest(lines: Line[], count: number, what: string): void {
  if (count > 0) lines.push({ subject: '', parts: [`${count} more ${what} are not listed`] });
}

function busiest<T>(list: readonly T[], workOf: (item: T) => number): readonly T[] {
  if (list.length <= MAXIMUM_LISTED) return list;
  return [...list].sort((a, b) => workOf(b) - workOf(a)).slice(0, MAXIMUM_LISTED);
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

function times(count: number): string {
  return count === 1 ? 'once' : `${count} times`;
}
