// Why a task ran at a time, or did not: the chain of causes of its step, or what it waited for and
// what those waited for in turn. Without a time, the question is about the task's last state.

import type { TraceEvent } from '../../trace/event.ts';
import { formatSeconds } from '../seconds.ts';
import { chainOf } from './cause-chain.ts';
import type { Chain, Explanation, Step } from './explanation.ts';
import { lineWords } from './hang.ts';
import type { History } from './history.ts';
import { momentAt } from './moment.ts';
import { stateWords, waitChain } from './waiting.ts';

/** What a time that a report shows may differ from the time of an event. */
const TOLERANCE = 1e-9;

/** The events of a task that say what it does, up to a time. */
interface TaskAt {
  readonly created: TraceEvent;
  /** Its last step: start, resumption or CancelledError. */
  readonly step: TraceEvent | null;
  /** The last event that changed its state. */
  readonly last: TraceEvent;
}

/** Why `task` ran at the virtual time `at`, or did not; null for the end of the trace. */
export function explainTask(history: History, task: number, at: number | null): Explanation {
  const time = at ?? history.endTime;
  const found = taskAt(history, task, time);
  if (found === null) return beforeCreation(history, task, time);
  const { created, step, last } = found;
  const causes = chainOf(history, step ?? created);
  const who = history.who(task);
  const ran = step !== null && (at === null || Math.abs(step.time - time) <= TOLERANCE);
  if (last.kind === 'task.finished') {
    const end = `ended at ${formatSeconds(last.time)}: it ${endWords(last)}`;
    const isNow = at === null || Math.abs(last.time - time) <= TOLERANCE;
    const answer = isNow
      ? `${who} ${end}`
      : `${who} did not run at ${formatSeconds(time)}: it ${end}`;
    return answerOf(task, time, answer, causes, []);
  }
  const seq = lastSeqUpTo(history, time);
  const moment = momentAt(history, seq);
  const state = moment.states.get(task);
  if (state === null) return answerOf(task, time, `${who} is not known at that time`, causes, []);
  if (last === step) {
    const since = `${formatSeconds(step.time)}${lineWords(step)}`;
    const answer = `${who} was running at ${formatSeconds(time)}, since ${since}`;
    return answerOf(task, time, answer, causes, []);
  }
  const words = stateWords(history, moment, state, lineWords(last));
  const waits = waitChain(history, moment, task);
  const begin =
    at === null
      ? `${who} has not ended: it`
      : ran
        ? `${who} ran at ${formatSeconds(time)}, and then`
        : `${who} did not run at ${formatSeconds(time)}: it`;
  return answerOf(task, time, `${begin} ${words}`, causes, waits);
}

function answerOf(
  task: number,
  time: number,
  answer: string,
  causes: Chain,
  waits: readonly Step[],
): Explanation {
  return { about: 'task', task, time, answer, causes, waits };
}

function beforeCreation(history: History, task: number, time: number): Explanation {
  const created = history.event(history.task(task)?.created ?? 0);
  const causes = created === null ? { steps: [], omitted: 0 } : chainOf(history, created);
  const when =
    created === null ? 'not in this trace' : `created at ${formatSeconds(created.time)} only`;
  const answer = `${history.who(task)} did not run at ${formatSeconds(time)}: it was ${when}`;
  return answerOf(task, time, answer, causes, []);
}

function endWords(event: TraceEvent): string {
  if (event.kind !== 'task.finished') return '';
  if (event.outcome === 'cancelled') return 'was cancelled';
  return `${event.outcome} ${event.value}`;
}

/** The last event at or before a time; times never fall. */
function lastSeqUpTo(history: History, time: number): number {
  let low = 0;
  let high = history.count;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if (history.event(middle)!.time <= time + TOLERANCE) low = middle;
    else high = middle - 1;
  }
  return low;
}

function taskAt(history: History, task: number, time: number): TaskAt | null {
  let created: TraceEvent | null = null;
  let step: TraceEvent | null = null;
  let last: TraceEvent | null = null;
  for (const event of history.trace.eventsOf(task)) {
    if (event.time > time + TOLERANCE) break;
    switch (event.kind) {
      case 'task.created':
        created = event;
        last = event;
        break;
      case 'task.started':
      case 'task.resumed':
      case 'task.cancelled':
        step = event;
        last = event;
        break;
      case 'task.suspended':
      case 'task.finished':
        last = event;
        break;
    }
  }
  return created === null || last === null ? null : { created, step, last };
}
