// Why an event happened: the chain of causes that begins with what made it happen. The number of an
// event is what a divergence, a difference of two traces and a debugger's list give.

import type { TraceEvent } from '../../trace/event.ts';
import { formatSeconds } from '../seconds.ts';
import { chainOf } from './cause-chain.ts';
import { eventWords } from './event-words.ts';
import type { Chain, Explanation } from './explanation.ts';
import { lineWords } from './hang.ts';
import type { History } from './history.ts';

const NONE: Chain = { steps: [], omitted: 0 };

/** Why the event `seq` happened; it exists. */
export function explainEvent(history: History, seq: number): Explanation {
  const event = history.event(seq);
  if (event === null) return { about: 'event', seq, answer: `no event ${seq}`, causes: NONE };
  const cause = history.causeOf(event);
  const answer = `Event ${seq}, at ${formatSeconds(event.time)}: ${wordsOf(event, history)}`;
  return { about: 'event', seq, answer, causes: cause === null ? NONE : chainOf(history, cause) };
}

/** The event with its task and its line. */
function wordsOf(event: TraceEvent, history: History): string {
  const words = eventWords(event, history) + lineWords(event);
  if (event.task === 0) return words;
  const who = history.who(event.task);
  return event.kind === 'handle.executed' ? `${words} of ${who}` : `${who} ${words}`;
}
