// Requests to cancel in words: who asked, through which time-out or group, where CancelledError
// arrived, where the task went on, and how that ended.

import type { Cancellation } from '../../check/cancellations.ts';
import type { EventOf, TraceEvent } from '../../trace/event.ts';
import { formatSeconds } from '../seconds.ts';
import { causesOf, chainOf } from './cause-chain.ts';
import type { CancelRequest, Explanation, Finding, Step } from './explanation.ts';
import { inOrder, lineWords } from './hang.ts';
import type { History } from './history.ts';

/** Whoever waits more often after CancelledError is not taken to clean up any more. */
const WAITS_OF_A_CLEAN_UP = 1;

/** The cancellations that were swallowed: those that are certain first. */
export function swallowFindings(history: History, all: readonly Cancellation[]): Finding[] {
  const certain = all.filter(({ outcome }) => outcome === 'swallowed');
  const unsure = all.filter(
    ({ outcome, waits }) =>
      waits > WAITS_OF_A_CLEAN_UP && (outcome === 'asked again' || outcome === 'open'),
  );
  return [...certain, ...unsure].map((each) => swallowFinding(history, each));
}

function swallowFinding(history: History, cancellation: Cancellation): Finding {
  const requested = history.event(cancellation.requested)!;
  const isCertain = cancellation.outcome === 'swallowed';
  const title = isCertain ? 'Swallowed cancellation' : 'Cancellation without effect';
  return {
    rule: 'swallowed cancellation',
    headline: `${title}: ${storyWords(history, cancellation)}`,
    time: requested.time,
    tasks: [cancellation.task],
    object: null,
    steps: stepsOf(history, cancellation),
    advice: "end the 'except' that catches CancelledError with 'raise', or clean up in 'finally'",
  };
}

/** All that was asked of a task to end. */
export function explainCancellation(
  history: History,
  all: readonly Cancellation[],
  task: number,
): Explanation {
  const requests = all
    .filter((each) => each.task === task)
    .map((each): CancelRequest => {
      const causes = chainOf(history, history.event(each.requested)!);
      const answer = storyWords(history, each);
      return { outcome: each.outcome, answer, causes, steps: stepsOf(history, each) };
    });
  const who = history.who(task);
  const answer =
    requests.length === 0
      ? `nobody asked ${who} to cancel`
      : requests.map((request) => request.answer).join('; ');
  return { about: 'cancellation', task, answer, requests };
}

/** The whole story in one sentence. */
function storyWords(history: History, cancellation: Cancellation): string {
  const { task, delivered, wentOn, settled, outcome } = cancellation;
  const requested = history.event(cancellation.requested)!;
  const asked = `${history.who(task)} was asked to cancel at ${formatSeconds(requested.time)} ${requesterWords(history, requested)}`;
  if (delivered === 0) {
    if (outcome === 'cancelled') return `${asked}, and ended without having started`;
    const end = outcome === 'open' ? 'the run ended before that' : 'it ended before that';
    return `${asked}, but got no CancelledError: ${end}`;
  }
  const arrived = history.event(delivered)!;
  const got = `got CancelledError${lineWords(arrived)}`;
  const on = history.event(wentOn);
  const end = history.event(settled);
  const went = on === null ? '' : `, went on${lineWords(on)}`;
  if (outcome === 'cancelled') return `${asked}, ${got}${went} and ended cancelled${atWords(end)}`;
  if (outcome === 'handled')
    return `${asked}, ${got}${went}${handledWords(history, requested, end)}`;
  if (outcome === 'open') return `${asked}, ${got}${went} and never ended`;
  if (outcome === 'asked again')
    return `${asked}, ${got}${went} and had to be asked again${atWords(end)}`;
  const later = end === null ? 0 : end.time - arrived.time;
  const how =
    end?.kind === 'timeout.outlived'
      ? `left ${history.nameOf(end.object)} normally`
      : 'returned normally';
  const late = later > 0 ? `, ${formatSeconds(later)} later` : '';
  return `${asked}, ${got}${went === '' ? ', swallowed it' : went} and ${how}${late}`;
}

/** How a request that was not swallowed was done with, other than by ending cancelled. */
function handledWords(history: History, requested: TraceEvent, end: TraceEvent | null): string {
  const at = atWords(end);
  if (end?.kind === 'task.finished') return ` and ended with ${end.value}${at}`;
  const isTimeout = history.causeOf(requested)?.kind === 'timeout.expired';
  return isTimeout ? `, which became TimeoutError${at}` : ` and took the request back${at}`;
}

function atWords(event: TraceEvent | null): string {
  return event === null ? '' : ` at ${formatSeconds(event.time)}`;
}

/** Who asked: a task, a time-out that ran out, a group one of whose tasks failed, asyncio.run. */
function requesterWords(history: History, requested: TraceEvent, withLine = true): string {
  const lineOf = (event: TraceEvent) => (withLine ? lineWords(event) : '');
  for (const cause of causesOf(history, requested)) {
    if (cause.kind === 'timeout.expired')
      return `by ${withLine ? timeoutWords(history, cause) : history.nameOf(cause.object)}`;
    if (cause.kind === 'group.aborted')
      return `by ${history.nameOf(cause.object)}, as a task of it failed`;
    if (cause.kind === 'loop.stopped') return 'by asyncio.run at its end';
    if (cause.kind === 'task.cancel-requested' && cause.by !== 0) {
      const through = cause.task === requested.task ? '' : `, through ${history.who(cause.task)}`;
      return `by ${history.who(cause.by)}${lineOf(cause)}${through}`;
    }
    const isStop = cause.kind === 'handle.executed' && cause.handle === 'run-until-complete';
    if (isStop) return 'by asyncio.run at its end';
  }
  return 'by a callback';
}

/** `timeout#1 (line 14), which ran out`. */
function timeoutWords(history: History, expired: EventOf<'timeout.expired'>): string {
  let line = '';
  for (const cause of causesOf(history, expired)) {
    if (cause.kind !== 'timer.scheduled') continue;
    line = lineWords(cause);
    break;
  }
  return `${history.nameOf(expired.object)}${line}, which ran out`;
}

function stepsOf(history: History, cancellation: Cancellation): Step[] {
  const { requested, delivered, wentOn, settled } = cancellation;
  const first = history.event(requested)!;
  const words = new Map([
    [requested, `is asked to cancel ${requesterWords(history, first, false)}`],
    [delivered, 'gets CancelledError here'],
    [wentOn, 'goes on here'],
  ]);
  const events = [requested, delivered, wentOn, settled].flatMap((seq) => history.event(seq) ?? []);
  return inOrder(events.map((event) => history.step(event, words.get(event.seq))));
}
