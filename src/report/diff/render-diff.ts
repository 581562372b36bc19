// The difference of two runs for people: the summary first, then where they part, then what each
// task does otherwise. Long lists are cut, and say so.

import { printable } from '../../base/printable.ts';
import type { TraceEvent } from '../../trace/event.ts';
import type { TraceEnd } from '../../trace/header.ts';
import { eventText } from '../divergence.ts';
import type { Page } from '../page.ts';
import { formatSeconds } from '../seconds.ts';
import type { Operation } from './operations.ts';
import type { Change, TaskDiff, TraceDiff } from './trace-diff.ts';

/** Tasks, changes of a task and operations of a change that are shown. */
const MAX_TASKS = 20;
const MAX_CHANGES = 10;
const MAX_OPERATIONS = 6;
/** Names of tasks that are listed. */
const MAX_NAMES = 8;

/**
 * The difference in lines, each with a line feed.
 * @param names of the two traces.
 */
export function renderDiff(diff: TraceDiff, names: readonly [string, string], page: Page): string {
  const [a, b] = names.map((name) => printable(name));
  if (diff.same) return `${a} and ${b} are the same run\n`;
  const { heading, dim, good, bad } = page.style;
  const lines = [heading(`${bad(`- ${a}`)}  ${good(`+ ${b}`)}`), ...summary(diff).map(indent)];
  lines.push(...firstLines(diff, page), ...orderLines(diff, page));
  for (const task of diff.tasks.slice(0, MAX_TASKS)) lines.push(...taskLines(task, page));
  const more = diff.tasks.length - MAX_TASKS;
  if (more > 0) lines.push(dim(`and ${more} more tasks that differ`));
  return lines.map((line) => `${line}\n`).join('');
}

function indent(line: string): string {
  return `  ${line}`;
}

/** What there is in all, in columns. */
function summary(diff: TraceDiff): string[] {
  const { settings, ends, common, only, tasks } = diff;
  const named = tasks.filter(({ coroutine }) => coroutine !== '');
  const changed = named.filter(({ changes }) => changes.length > 0).length;
  const moved = named.length - changed;
  const rows: [string, string][] = settings.map(([name, a, b]) => [name, `${a} | ${b}`]);
  const [one, two] = ends.map(endText);
  rows.push(['end', one === two ? one : `${one} | ${two}`]);
  const parts = [
    [changed, 'otherwise'],
    [moved, 'the same at other times'],
    [common - named.length, 'the same'],
  ] as const;
  const counts = parts.filter(([count]) => count > 0).map(([count, what]) => `${count} ${what}`);
  rows.push(['tasks', `${common} in both: ${counts.join(', ')}`]);
  if (only[0].length > 0) rows.push(['only in -', nameList(only[0])]);
  if (only[1].length > 0) rows.push(['only in +', nameList(only[1])]);
  return rows.map(([name, value]) => printable(`${name.padEnd(10)} ${value}`));
}

function endText(end: TraceEnd | null): string {
  return end === null ? 'cut off' : `${end.end} at ${formatSeconds(end.time)}`;
}

function nameList(names: readonly string[]): string {
  const more = names.length - MAX_NAMES;
  const shown = names.slice(0, MAX_NAMES).join(', ');
  return more > 0 ? `${shown} and ${more} more` : shown;
}

function firstLines({ first }: TraceDiff, { style }: Page): string[] {
  if (first === null) return ['every event is the same'];
  const text = (event: TraceEvent | null): string =>
    event === null ? 'nothing: the trace has ended' : eventText(event);
  return [
    `first different event: ${first.seq}`,
    `  ${style.bad(`- ${text(first.a)}`)}`,
    `  ${style.good(`+ ${text(first.b)}`)}`,
  ];
}

function orderLines({ order }: TraceDiff, { style }: Page): string[] {
  if (order === null) return [];
  return [
    'first in another order, of what both do:',
    `  ${style.bad(`- ${withActor(order[0])}`)}`,
    `  ${style.good(`+ ${withActor(order[1])}`)}`,
  ];
}

function taskLines(task: TaskDiff, { style }: Page): string[] {
  const { name, coroutine, changes, isOther, moved } = task;
  const who = printable(name === '' ? 'outside of tasks' : `${name} (${coroutine})`);
  if (changes.length === 0 && moved !== null) {
    const [a, b] = moved;
    const times = `at ${formatSeconds(a.time)} | ${formatSeconds(b.time)}`;
    return [`${style.heading(who)}: the same at other times, first ${times}: ${shown(a)}`];
  }
  const lines = changes.slice(0, MAX_CHANGES).flatMap((change) => changeLines(change, style));
  const more = changes.length - MAX_CHANGES;
  if (more > 0) lines.push(style.dim(`  and ${more} more places`));
  const places = isOther
    ? 'goes another way'
    : `differs in ${changes.length} place${changes.length === 1 ? '' : 's'}`;
  return [`${style.heading(who)}: ${places}`, ...lines];
}

function changeLines({ a, b }: Change, { bad, good, dim }: Page['style']): string[] {
  const side = (
    operations: readonly Operation[],
    sign: string,
    mark: (text: string) => string,
  ): string[] => {
    const lines = operations
      .slice(0, MAX_OPERATIONS)
      .map((each) => `  ${mark(`${sign} ${timed(each)}`)}`);
    const more = operations.length - MAX_OPERATIONS;
    return more > 0 ? [...lines, dim(`  ${sign} and ${more} more`)] : lines;
  };
  return [...side(a, '-', bad), ...side(b, '+', good)];
}

function timed(operation: Operation): string {
  const place = operation.at === null ? '' : `, line ${operation.at[0]}`;
  return `${formatSeconds(operation.time)}${place}: ${shown(operation)}`;
}

function withActor(operation: Operation): string {
  const { name, coroutine } = operation.actor;
  const who = name === '' ? '' : `${name} (${coroutine}) `;
  return printable(`${formatSeconds(operation.time)}: ${who}`) + shown(operation);
}

function shown({ text }: Operation): string {
  return printable(text);
}
