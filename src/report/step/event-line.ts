// An event in a line of its own, with its task: what a step did, and how one event led to another.

import { fitLeft } from '../../base/columns.ts';
import { printable } from '../../base/printable.ts';
import type { TraceEvent } from '../../trace/event.ts';
import type { Page } from '../page.ts';
import { formatSeconds } from '../seconds.ts';
import { STEP_KINDS, stepText } from '../step-text.ts';
import { renderTable } from '../table.ts';
import { type Names, subjectName, taskName } from './names.ts';

/** What an event says, in words; kinds that have none by their kind and what it is about. */
export function eventWords(event: TraceEvent, names: Names): string {
  if (STEP_KINDS.has(event.kind)) return stepText(event, (of) => subjectName(of, names));
  switch (event.kind) {
    case 'handle.executed':
      return `handle ${event.handle} runs`;
    case 'timer.scheduled':
      return `timer ${event.timer} is set for ${formatSeconds(event.when)}`;
    case 'timer.fired':
      return `timer ${event.timer} is due`;
    case 'timer.cancelled':
      return `timer ${event.timer} is cancelled`;
    case 'loop.idle':
      return `nothing is ready until ${formatSeconds(event.until)}`;
    case 'coroutine.called':
      return printable(`awaits ${event.coroutine}`);
    case 'coroutine.returned':
      return printable(`${event.coroutine} ends`);
    case 'future.settled':
      return `${subjectName(event.object, names)} is settled: ${event.outcome}`;
    case 'object.created':
      return `${printable(event.class)} ${subjectName(event.object, names)} is first used`;
    case 'lock.waited':
    case 'semaphore.waited':
    case 'event.waited':
    case 'condition.waited':
    case 'barrier.waited':
    case 'queue.waited':
      return `begins to wait for ${subjectName(event.object, names)}`;
    default:
      return 'object' in event ? `${event.kind} ${subjectName(event.object, names)}` : event.kind;
  }
}

/** A text in no more than `room` columns. */
export function fitted(text: string, room: number, page: Page): string {
  return fitLeft(text, room, page.unicode ? '…' : '~').trimEnd();
}

/** Events one a line, with `seq`, time, task and place. */
export function renderEvents(events: readonly TraceEvent[], names: Names, page: Page): string[] {
  const rows = events.map((event) => [
    String(event.seq),
    formatSeconds(event.time),
    event.task === 0 ? '' : taskName(event.task, names),
    event.at === null ? '' : `line ${event.at[0]}`,
    eventWords(event, names),
  ]);
  return renderTable(['event', 'time', 'task', 'place', 'what'], rows, page);
}
