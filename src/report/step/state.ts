// What there is at a point of a run, as tables: the ready queue with the end of the iteration, the
// timers, the tasks, the objects with who holds them and who waits, variables.

import { printable } from '../../base/printable.ts';
import type {
  FrameView,
  ObjectView,
  ReadyView,
  TaskView,
  TimerView,
} from '../../trace/run-view.ts';
import type { Page } from '../page.ts';
import { formatSeconds } from '../seconds.ts';
import { renderTable } from '../table.ts';
import { fitted } from './event-line.ts';
import { type Names, subjectName, taskName } from './names.ts';
import type { SourceLines } from './place.ts';

/** Tasks of a cell that are named. */
const MOST_NAMED = 4;

/** The ready queue; a line stands where the current iteration ends. */
export function renderReady(ready: readonly ReadyView[], names: Names, page: Page): string[] {
  if (ready.length === 0) return ['nothing is ready'];
  const rows = ready.map((entry, place) => [
    String(place + 1),
    entry.handle,
    entry.task === 0 ? subjectName(entry.of, names) : taskName(entry.task, names),
    entry.cause === 0 ? '' : `event ${entry.cause}`,
  ]);
  const [head, ...lines] = renderTable(['', 'handle', 'of', 'scheduled by'], rows, page);
  const now = ready.filter((entry) => entry.isInIteration).length;
  const { dim } = page.style;
  const later = now < ready.length ? [dim('  next iteration:')] : [];
  const first = now > 0 ? [dim('  this iteration:')] : [];
  return [head, ...first, ...lines.slice(0, now), ...later, ...lines.slice(now)];
}

/** The timers in order of deadline. */
export function renderTimers(timers: readonly TimerView[], names: Names, page: Page): string[] {
  if (timers.length === 0) return ['no timer is set'];
  const rows = timers.map((timer) => [
    formatSeconds(timer.when),
    `timer ${timer.timer}`,
    timer.handle,
    subjectName(timer.of, names),
  ]);
  return renderTable(['due', '', 'handle', 'of'], rows, page);
}

/** Every task with what it does; `current` is marked. */
export function renderTasks(
  tasks: readonly TaskView[],
  current: number,
  names: Names,
  page: Page,
): string[] {
  if (tasks.length === 0) return ['no task is alive'];
  const rows = tasks.map((task) => [
    task.task === current ? '>' : '',
    String(task.task),
    taskName(task.task, names),
    phaseText(task, names),
    formatSeconds(task.since),
    task.stack.findLast(({ at }) => at !== null)?.at?.join(':') ?? '',
    task.cancelling === 0 ? '' : String(task.cancelling),
  ]);
  return renderTable(['', 'task', 'name', 'state', 'since', 'at', 'cancelling'], rows, page);
}

function phaseText(task: TaskView, names: Names): string {
  if (task.isReady) return task.phase === 'created' ? 'ready to start' : 'ready to go on';
  if (task.phase !== 'waiting') return task.phase;
  if (task.on === 'sleep') {
    return task.until === null ? 'sleeps' : `sleeps until ${formatSeconds(task.until)}`;
  }
  return `waits on ${subjectName(task.on, names)}`;
}

/** An await stack, innermost last, with the lines of the source. */
export function renderStack(
  task: TaskView,
  source: SourceLines,
  names: Names,
  page: Page,
): string[] {
  const { dim } = page.style;
  const frames = task.stack.flatMap((frame, depth) => {
    const place = frame.at === null ? dim('asyncio') : `${printable(source.name)}:${frame.at[0]}`;
    const line = frame.at === null ? '' : (source.lines[frame.at[0] - 1] ?? '').trim();
    const head = `  #${depth} ${printable(frame.name)}, ${place}`;
    return line === '' ? [head] : [head, `       ${printable(line)}`];
  });
  return [`${taskName(task.task, names)}: ${phaseText(task, names)}`, ...frames];
}

/** The variables of every frame of a stack. */
export function renderLocals(stack: readonly FrameView[], page: Page): string[] {
  const lines = stack.flatMap((frame, depth) => {
    if (frame.locals.length === 0) return [];
    return [`  #${depth} ${printable(frame.name)}`, ...renderVariables(frame.locals, page, 5)];
  });
  return lines.length === 0 ? ['no variable is bound'] : lines;
}

/** Names and values, one a line. */
export function renderVariables(
  variables: readonly (readonly [string, string])[],
  page: Page,
  indent = 2,
): string[] {
  if (variables.length === 0) return ['no variable is bound'];
  const room = page.width - indent;
  return variables.map(([name, value]) => {
    const text = printable(`${name} = ${value}`);
    return ' '.repeat(indent) + fitted(text, room, page);
  });
}

/** Every object: how it stands, who holds it, who waits for it. */
export function renderObjects(objects: readonly ObjectView[], names: Names, page: Page): string[] {
  if (objects.length === 0) return ['no object was used yet'];
  const rows = objects.map((object) => [
    printable(object.name),
    printable(object.class),
    stateText(object),
    object.holders.length === 0
      ? ''
      : named(
          object.holders.map(([task]) => task),
          names,
        ),
    object.waiters.length === 0 ? '' : named(object.waiters, names),
  ]);
  return renderTable(['object', 'class', 'state', 'held by', 'waited for by'], rows, page);
}

function stateText({ class: name, value, capacity, flag, holders }: ObjectView): string {
  if (name === 'Lock') return holders.length > 0 ? 'locked' : 'unlocked';
  if (name === 'Event') return flag ? 'set' : 'not set';
  const of = capacity === null || capacity === 0 ? '' : ` of ${capacity}`;
  if (name.endsWith('Semaphore')) return value === null ? '' : `${value}${of} left`;
  if (name.endsWith('Queue')) return `${value ?? 0}${of} in it${flag ? ', shut down' : ''}`;
  if (name === 'Barrier') return flag ? 'broken' : `${value ?? 0}${of} wait`;
  return '';
}

function named(tasks: readonly number[], names: Names): string {
  const shown = tasks.slice(0, MOST_NAMED).map((task) => taskName(task, names));
  const more = tasks.length - shown.length;
  return shown.join(', ') + (more > 0 ? ` and ${more} more` : '');
}
