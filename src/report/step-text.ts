// An event in words, as a step of a task: "sleeps until 2 s", "acquires slots". For lists of last
// steps; names and values of the program are made printable here. Kinds that tell nothing alone
// have no words.

import { printable } from '../base/printable.ts';
import type { EventKind, TraceEvent } from '../trace/event.ts';
import { formatSeconds } from './seconds.ts';

/** The kinds that have words. */
export const STEP_KINDS: ReadonlySet<EventKind> = new Set<EventKind>([
  'task.created',
  'task.started',
  'task.suspended',
  'task.resumed',
  'task.finished',
  'task.cancel-requested',
  'task.cancelled',
  'lock.acquired',
  'lock.released',
  'semaphore.acquired',
  'semaphore.released',
  'event.set',
  'condition.notified',
  'queue.put',
  'queue.got',
  'timeout.expired',
  'group.aborted',
  'output.written',
  'variable.written',
  'clock.blocked',
]);

/** What an event says of its task, in words; `nameOf` gives the program's name for an object. */
export function stepText(event: TraceEvent, nameOf: (object: string) => string): string {
  return printable(words(event, nameOf));
}

function words(event: TraceEvent, nameOf: (object: string) => string): string {
  switch (event.kind) {
    case 'task.created':
      return `is created by ${event.parent === 0 ? 'the loop' : `task ${event.parent}`}`;
    case 'task.started':
      return 'starts';
    case 'task.resumed':
      return 'goes on';
    case 'task.suspended':
      if (event.on === 'yield') return 'yields';
      if (event.on !== 'sleep') return `waits on ${nameOf(event.on)}`;
      return event.until === null ? 'sleeps' : `sleeps until ${formatSeconds(event.until)}`;
    case 'task.finished':
      if (event.outcome === 'cancelled') return 'ends cancelled';
      return `${event.outcome === 'raised' ? 'raises' : 'returns'} ${event.value}`;
    case 'task.cancel-requested':
      return `is asked to cancel by ${event.by === 0 ? 'a callback' : `task ${event.by}`}`;
    case 'task.cancelled':
      return 'gets CancelledError';
    case 'output.written':
      return `prints ${JSON.stringify(event.text)}`;
    case 'variable.written':
      return `sets ${event.name} = ${event.value}`;
    case 'clock.blocked':
      return `blocks the loop for ${formatSeconds(event.seconds)}`;
    default:
      return objectWords(event, nameOf);
  }
}

const OBJECT_VERBS: ReadonlyMap<EventKind, string> = new Map<EventKind, string>([
  ['lock.acquired', 'acquires'],
  ['lock.released', 'releases'],
  ['semaphore.acquired', 'acquires'],
  ['semaphore.released', 'releases'],
  ['event.set', 'sets'],
  ['condition.notified', 'notifies'],
  ['queue.put', 'puts into'],
  ['queue.got', 'gets from'],
  ['timeout.expired', 'runs out of time in'],
  ['group.aborted', 'aborts'],
]);

function objectWords(event: TraceEvent, nameOf: (object: string) => string): string {
  const verb = OBJECT_VERBS.get(event.kind) ?? event.kind;
  const name = 'object' in event ? ` ${nameOf(event.object)}` : '';
  const size = 'size' in event ? ` (${event.size} in it)` : '';
  const value =
    event.kind.startsWith('semaphore.') && 'value' in event ? ` (${event.value} left)` : '';
  return `${verb}${name}${size}${value}`;
}
