// The critical path for people: where the time of a run went, in percent, then the locks and the
// like that it waited at, and on demand stretch by stretch.

import { wrap } from '../../base/columns.ts';
import { printable } from '../../base/printable.ts';
import type { Page } from '../page.ts';
import { formatSeconds } from '../seconds.ts';
import { renderTable } from '../table.ts';
import type { CriticalPath, PathWait, Share, Stretch } from './explanation.ts';
import { renderSourced } from './sourced-table.ts';

const HEADS = ['share', 'time', 'spent in', 'line', 'task', 'source'];

/** Rows of a table. */
const MAXIMUM_SHARES = 12;
const MAXIMUM_STRETCHES = 40;
const MAXIMUM_WAITS = 5;

/** Lines without line feeds; `inFull`: with every stretch in order of time. */
export function renderPath(path: CriticalPath, page: Page, inFull: boolean): string[] {
  if (path.shares.length === 0) {
    return [`Critical path: ${formatSeconds(path.seconds)}, no time passed`];
  }
  const shown = path.shares.slice(0, MAXIMUM_SHARES);
  const rest = path.shares.length - shown.length;
  const title = `Critical path: what made the run last ${formatSeconds(path.seconds)}`;
  return [
    ...wrap(title, page.width).map(page.style.heading),
    ...renderSourced(HEADS, shown.map(shareRow), page),
    ...(rest > 0 ? [`  and ${rest} more`] : []),
    ...path.waits.slice(0, MAXIMUM_WAITS).flatMap((wait) => waitLines(wait, path, page)),
    ...(inFull ? stretchLines(path, page) : []),
  ];
}

const WORDS: Readonly<Record<Stretch['spent'], string>> = {
  sleep: 'sleep',
  timer: 'a timer',
  timeout: 'a time-out',
  blocked: 'a blocking call',
  job: 'a thread',
  idle: 'waiting',
};

function shareRow(share: Share): string[] {
  return [
    `${(share.permille / 10).toFixed(1)} %`,
    formatSeconds(share.seconds),
    WORDS[share.spent] + (share.count > 1 ? ` × ${share.count}` : ''),
    share.at === null ? '' : String(share.at[0]),
    tasksText(share),
    share.source === null ? '' : printable(share.source),
  ];
}

/** `worker`, with the number of the tasks where there are several. */
function tasksText(share: Share): string {
  if (share.taskCount === 0) return 'the loop';
  const coroutine = printable(share.coroutine);
  if (share.taskCount === 1) return `${coroutine} (task ${share.tasks[0]})`;
  return `${coroutine} (${share.taskCount} tasks)`;
}

function waitLines(wait: PathWait, path: CriticalPath, page: Page): string[] {
  const { longest, count } = wait;
  const times = count === 1 ? 'once' : `${count} times`;
  const by = longest.by === 0 ? '' : `, until ${longest.byWho} let it go on`;
  const line = longest.at === null ? '' : ` in line ${longest.at[0]}`;
  const waited = `${formatSeconds(longest.time - longest.since)} of ${formatSeconds(path.seconds)}`;
  const text = printable(
    `The path passes through ${wait.name} ${times}; longest wait: ${longest.who}, ${waited}${line}${by}.`,
  );
  return wrap(text, page.width);
}

function stretchLines(path: CriticalPath, page: Page): string[] {
  const half = MAXIMUM_STRETCHES / 2;
  const { stretches } = path;
  const last = Math.max(half, stretches.length - half);
  const rows = [
    ...stretches.slice(0, half).map(stretchRow),
    ...(last > half ? [['…', '', `${last - half} more`, '', '']] : []),
    ...stretches.slice(last).map(stretchRow),
  ];
  return [
    'In order of time:',
    ...renderTable(['from', 'to', 'spent in', 'line', 'task'], rows, page),
  ];
}

function stretchRow(stretch: Stretch): string[] {
  return [
    formatSeconds(stretch.from),
    formatSeconds(stretch.to),
    WORDS[stretch.spent],
    stretch.at === null ? '' : String(stretch.at[0]),
    stretch.task === 0 ? 'the loop' : String(stretch.task),
  ];
}
