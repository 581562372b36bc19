// An event in words, as a link of a chain of causes: "goes on", "releases lock", "its sleep
// until 2 s is over". Steps of tasks have the words of step-text.ts; here are those of what the
// loop does, and the tasks bear their names. Names are not made printable here.

import type { EventKind, TraceEvent } from '../../trace/event.ts';
import { formatSeconds } from '../seconds.ts';
import { stepText } from '../step-text.ts';

/** Who knows names; a History does. */
export interface Names {
  who(task: number): string;
  nameOf(on: string): string;
}

/** Kinds whose place says where the task stood that somebody else acted upon. */
export const CONTEXT_KINDS: ReadonlySet<EventKind> = new Set<EventKind>([
  'timer.fired',
  'loop.idle',
  'loop.deadlocked',
  'loop.stopped',
]);

export function eventWords(event: TraceEvent, names: Names): string {
  switch (event.kind) {
    case 'task.created':
      return event.parent === 0 ? 'is created' : `is created by ${names.who(event.parent)}`;
    case 'task.cancel-requested': {
      const by = event.by === 0 ? '' : ` by ${names.who(event.by)}`;
      return `is asked to cancel${by}${event.message === null ? '' : `: ${event.message}`}`;
    }
    case 'task.cancelled':
      return 'gets CancelledError';
    case 'task.uncancelled':
      return 'takes a request to cancel back';
    case 'timer.scheduled':
      return `sets a timer for ${formatSeconds(event.when)}`;
    case 'timer.fired':
      return `the timer for ${formatSeconds(event.when)} is due`;
    case 'handle.executed':
      return `the loop runs a ${event.handle}`;
    case 'coroutine.called':
      return `awaits ${event.coroutine}`;
    case 'coroutine.returned':
      return `is back from ${event.coroutine}`;
    case 'expect.held':
    case 'expect.failed':
      return `${event.rule}: ${event.text} ${event.kind === 'expect.held' ? 'holds' : 'fails'}`;
    case 'random.drawn':
      return `draws ${event.value}`;
    case 'loop.idle':
      return `the loop waits until ${formatSeconds(event.until)}`;
    case 'loop.deadlocked':
      return 'nothing can happen any more';
    case 'loop.stopped':
      return 'the loop stops';
    case 'future.settled':
      return `${names.nameOf(event.object)} is settled with ${ofOutcome(event.outcome)}`;
    case 'job.submitted':
      return `hands ${event.function} to a thread`;
    case 'job.started':
      return `a thread begins ${event.object}`;
    case 'job.finished':
      return `the thread's ${event.object} ${event.outcome} ${event.value}`;
    default:
      return objectWords(event, names);
  }
}

function ofOutcome(outcome: string): string {
  if (outcome === 'result') return 'a result';
  return outcome === 'exception' ? 'an exception' : 'a cancellation';
}

const VERBS: ReadonlyMap<EventKind, string> = new Map<EventKind, string>([
  ['future.created', 'makes'],
  ['lock.waited', 'begins to wait for'],
  ['semaphore.waited', 'begins to wait for'],
  ['event.waited', 'begins to wait for'],
  ['condition.waited', 'begins to wait for'],
  ['queue.waited', 'begins to wait for'],
  ['event.cleared', 'clears'],
  ['barrier.waited', 'begins to wait at'],
  ['barrier.released', 'lets all go at'],
  ['barrier.reset', 'resets'],
  ['barrier.aborted', 'aborts'],
  ['queue.joined', 'has joined'],
  ['queue.shut-down', 'shuts down'],
  ['group.entered', 'enters'],
  ['group.exited', 'leaves'],
  ['timeout.entered', 'enters'],
  ['timeout.exited', 'leaves'],
  ['timeout.rescheduled', 'moves the deadline of'],
]);

function objectWords(event: TraceEvent, names: Names): string {
  if (event.kind === 'timeout.expired') return `${names.nameOf(event.object)} runs out`;
  if (event.kind === 'timeout.outlived') {
    return `ends as if ${names.nameOf(event.object)} had not run out`;
  }
  const verb = VERBS.get(event.kind);
  if (verb !== undefined && 'object' in event) return `${verb} ${names.nameOf(event.object)}`;
  return stepText(event, (on) => names.nameOf(on));
}
