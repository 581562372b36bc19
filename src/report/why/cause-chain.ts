// The causes of an event, back to where they begin. Causes always have a smaller `seq`, so a chain
// ends; a long one is told from both ends.

import type { TraceEvent } from '../../trace/event.ts';
import { formatSeconds } from '../seconds.ts';
import { eventWords } from './event-words.ts';
import type { Chain, Step } from './explanation.ts';
import type { History } from './history.ts';

/** Steps of a chain that are kept at each end. */
export const MAXIMUM_ENDS = 500;

/** An event and its causes, the latest first. */
export function* causesOf(history: History, event: TraceEvent): Generator<TraceEvent, void, void> {
  for (let each: TraceEvent | null = event; each !== null; each = history.causeOf(each)) yield each;
}

/**
 * The chain of causes of an event as steps. Handles are left out where their cause says as much: a
 * step of a task follows from what made it ready.
 */
export function chainOf(history: History, event: TraceEvent): Chain {
  const first: Step[] = [];
  const last: Step[] = [];
  let omitted = 0;
  let later: TraceEvent | null = null;
  for (const each of causesOf(history, event)) {
    if (isTold(each)) {
      const step = history.step(each, wordsWithin(history, each, later));
      if (first.length < MAXIMUM_ENDS) first.push(step);
      else last.push(step);
      if (last.length > 2 * MAXIMUM_ENDS) omitted += last.splice(0, MAXIMUM_ENDS).length;
    }
    later = each;
  }
  omitted += last.splice(0, Math.max(0, last.length - MAXIMUM_ENDS)).length;
  return { steps: [...first, ...last], omitted };
}

function isTold(event: TraceEvent): boolean {
  return event.kind !== 'handle.executed' || event.handle === 'callback';
}

/** A timer is known by what it ended in. */
function wordsWithin(history: History, event: TraceEvent, later: TraceEvent | null): string {
  if (event.kind === 'timer.fired' && later?.kind === 'handle.executed') {
    const late = event.time - event.when;
    const delay = late > 0 ? `, ${formatSeconds(late)} late` : '';
    if (later.handle === 'sleep')
      return `the sleep until ${formatSeconds(event.when)} is over${delay}`;
    return `the ${later.handle} at ${formatSeconds(event.when)} is due${delay}`;
  }
  if (event.kind === 'timer.scheduled' && later?.kind === 'timer.fired') {
    const next = history.event(later.seq + 1);
    const isSleep = history.event(event.seq + 1)?.kind === 'task.suspended';
    if (isSleep && next !== null) return `goes to sleep until ${formatSeconds(event.when)}`;
  }
  return eventWords(event, history);
}
