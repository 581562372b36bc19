// A deadlock for people: which task waits on what, since when, at which line, and who would have to
// act; then each ring of tasks that wait for each other, in words.

import { wrap } from '../base/columns.ts';
import { printable } from '../base/printable.ts';
import type { Deadlock, WaitingTask } from '../trace/finding.ts';
import type { Page } from './page.ts';
import { formatSeconds } from './seconds.ts';
import { renderTable } from './table.ts';

/** Tasks in the table. */
export const MAXIMUM_LISTED = 20;
/** Rings told in words, and tasks of one ring. */
const MAXIMUM_RINGS = 3;
const MAXIMUM_RING = 8;
/** Holders named in one row. */
const MAXIMUM_HOLDERS = 3;

/** The deadlock on `page`; `file` is the name of the source. Without a final line feed. */
export function renderDeadlock(deadlock: Deadlock, file: string, page: Page): string {
  const { waiting, cycles } = deadlock;
  const byTask = new Map(waiting.map((entry) => [entry.task, entry]));
  const who = waiting.length === 1 ? '1 task waits' : `${waiting.length} tasks wait`;
  const inRings = new Set(cycles.flat());
  // Those that explain the deadlock come first; among equals, the order of creation stays.
  const ordered = [...waiting].sort(
    (a, b) => Number(inRings.has(b.task)) - Number(inRings.has(a.task)),
  );
  const heads = ['task', 'waits on', 'since', 'at', 'holds', 'what could end it'];
  const rows = ordered.slice(0, MAXIMUM_LISTED).map((entry) => rowOf(entry, file, byTask));
  const rest = waiting.length - rows.length;
  const title = `Deadlock at ${formatSeconds(deadlock.time)}: ${who}, nothing can happen any more`;
  const rings = cycles.slice(0, MAXIMUM_RINGS).map((ring) => ringText(ring, byTask));
  return [
    ...wrap(title, page.width).map(page.style.bad),
    ...renderTable(heads, rows, page),
    ...(rest > 0 ? [`  and ${rest} more`] : []),
    ...rings.flatMap((ring) => wrap(ring, page.width)),
    ...(cycles.length > MAXIMUM_RINGS ? [`and ${cycles.length - MAXIMUM_RINGS} more rings`] : []),
  ].join('\n');
}

type ByTask = ReadonlyMap<number, WaitingTask>;

function rowOf(entry: WaitingTask, file: string, byTask: ByTask): string[] {
  return [
    nameOf(entry.task, byTask),
    printable(entry.onName),
    formatSeconds(entry.since),
    entry.at === null ? '' : `${printable(file)}:${entry.at[0]}`,
    entry.holds.map((name) => printable(name)).join(', '),
    endText(entry, byTask),
  ];
}

/** What other tasks would have to call, by the word of the object and the operation that waits. */
const CALLS: readonly (readonly [RegExp, string])[] = [
  [/^\w*queue#\d+ get$/, 'a put()'],
  [/^\w*queue#\d+ put$/, 'a get()'],
  [/^\w*queue#/, 'task_done()'],
  [/^event#/, 'a set()'],
  [/^condition#/, 'a notify()'],
  [/^barrier#/, 'another wait()'],
  [/^lock#|semaphore#/, 'a release()'],
];

/** What would have to happen for the wait to end; empty where the events do not tell. */
function endText(entry: WaitingTask, byTask: ByTask): string {
  if (entry.heldBy.length > 0) return holdersText(entry.heldBy, byTask);
  return CALLS.find(([pattern]) => pattern.test(entry.on))?.[1] ?? '';
}

function holdersText(tasks: readonly number[], byTask: ByTask): string {
  const named = tasks.slice(0, MAXIMUM_HOLDERS).map((task) => nameOf(task, byTask));
  const more = tasks.length - named.length;
  return named.join(', ') + (more > 0 ? ` and ${more} more` : '');
}

/** `Task-2 (worker)`; a task that does not wait is known by its number alone. */
function nameOf(task: number, byTask: ByTask): string {
  const entry = byTask.get(task);
  if (entry === undefined) return `task ${task}`;
  return `${printable(entry.name)} (${printable(entry.coroutine)})`;
}

function ringText(ring: readonly number[], byTask: ByTask): string {
  const links = ring.slice(0, MAXIMUM_RING).map((task, i) => {
    const next = ring[(i + 1) % ring.length];
    const entry = byTask.get(task);
    const on = entry === undefined ? '' : printable(entry.onName);
    if (next === task) return `${nameOf(task, byTask)} waits for ${on}, which it holds itself`;
    const held = entry?.on.startsWith('task#') === true ? 'which is' : 'held by';
    return `${nameOf(task, byTask)} waits for ${on}, ${held} ${nameOf(next, byTask)}`;
  });
  const more = ring.length > MAXIMUM_RING ? [`and so on through ${ring.length} tasks`] : [];
  return `Ring: ${[...links, ...more].join('; ')}.`;
}
