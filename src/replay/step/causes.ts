// How an event came about: the event that made it happen, what made that happen, and so on to the
// start of the run, read from the events so far.

import type { TraceEvent } from '../../trace/event.ts';
import type { MemoryTrace } from '../../trace/memory.ts';

/** Causes that are followed. */
const LONGEST = 20;

/**
 * An event and its causes, the event first.
 * @returns the chain, and whether it goes on beyond what is given.
 */
export function causesOf(
  log: MemoryTrace,
  event: TraceEvent,
): { readonly chain: readonly TraceEvent[]; readonly isCut: boolean } {
  const chain: TraceEvent[] = [];
  let each: TraceEvent | null = event;
  while (each !== null && chain.length < LONGEST) {
    chain.push(each);
    each = log.event(each.cause);
  }
  return { chain, isCut: each !== null };
}
