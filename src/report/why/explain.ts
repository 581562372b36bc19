// Questions about a run, answered from its events: what is wrong with it, where its time went,
// why a task ran or did not at a time, who cancelled it. Inquiry is fed once with every event;
// questions may then be asked in any number. The library's and the command's one way in.

import { Cancellations } from '../../check/cancellations.ts';
import type { EventKind, EventOf, TraceEvent } from '../../trace/event.ts';
import type { EventFold } from '../../trace/fold.ts';
import type { TraceEnd, TraceHeader } from '../../trace/header.ts';
import { TraceReader } from '../../trace/read.ts';
import { formatSeconds } from '../seconds.ts';
import { explainCancellation, swallowFindings } from './cancellation-words.ts';
import { Contention, contentionFindings } from './contention.ts';
import { criticalPath } from './critical-path.ts';
import {
  blockFindings,
  Endings,
  expectationFindings,
  failureFindings,
  leakFindings,
  limitFindings,
  warningFindings,
} from './endings.ts';
import { explainEvent } from './event-answer.ts';
import type { Explanation, Finding, Question } from './explanation.ts';
import { GivenUpWaits, givenUpFindings } from './given-up.ts';
import { hangFindings } from './hang.ts';
import { History } from './history.ts';
import { Moment } from './moment.ts';
import { explainTask } from './task-answer.ts';

/**
 * Answers a question about a run.
 * @param trace its text, as `record` gives it.
 * @param question what is asked; without it what is wrong with the run. A task is its number.
 * Throws TraceError for what is no whole trace.
 */
export function explain(trace: string, question: Question = { about: 'run' }): Explanation {
  const inquiry = new Inquiry();
  const reader = new TraceReader((event) => inquiry.see(event));
  reader.push(trace);
  const { header, end } = reader.finish();
  return inquiry.finish(header, end).explain(question);
}

export class Inquiry implements EventFold {
  readonly wants: ReadonlySet<EventKind> | null = null;
  readonly history = new History();
  readonly #end = new Moment();
  readonly #cancellations = new Cancellations();
  readonly #contention = new Contention();
  readonly #endings = new Endings();
  readonly #givenUp = new GivenUpWaits(this.#end);
  readonly #folds: readonly EventFold[] = [
    this.#end,
    this.#cancellations,
    this.#contention,
    this.#endings,
    this.#givenUp,
  ];

  see(event: TraceEvent): void {
    this.history.see(event);
    for (const fold of this.#folds) {
      if (fold.wants === null || fold.wants.has(event.kind)) fold.see(event);
    }
  }

  /** All events were seen; `end` is null where the trace is cut off. */
  finish(header: TraceHeader | null, end: TraceEnd | null): this {
    this.history.finish(header, end);
    return this;
  }

  /** The answer to a question; a task that is asked about exists. */
  explain(question: Question): Explanation {
    const { history } = this;
    switch (question.about) {
      case 'run':
        return {
          about: 'run',
          ended: this.#ended(),
          findings: this.#findings(),
          path: criticalPath(history),
        };
      case 'path':
        return { about: 'path', ended: this.#ended(), path: criticalPath(history) };
      case 'task':
        return explainTask(history, question.task, question.at);
      case 'event':
        return explainEvent(history, question.seq);
      case 'cancellation':
        return explainCancellation(history, this.#cancellations.all(), question.task);
    }
  }

  /** What is wrong, what matters most first. */
  #findings(): Finding[] {
    const { history } = this;
    const isStuck = history.status === 'deadlocked';
    return [
      ...(isStuck ? hangFindings(history, this.#end) : []),
      ...failureFindings(history, this.#endings),
      ...limitFindings(history, this.#endings),
      ...swallowFindings(history, this.#cancellations.all()),
      ...givenUpFindings(history, this.#givenUp),
      ...expectationFindings(history, this.#endings),
      ...blockFindings(history, this.#endings),
      ...contentionFindings(history, this.#contention),
      ...leakFindings(history, this.#endings),
      ...warningFindings(history, this.#endings),
    ];
  }

  /** How the run ended, in words. */
  #ended(): string {
    const { history } = this;
    const { status, count } = history;
    const events = `${count} ${count === 1 ? 'event' : 'events'}`;
    if (status === null) return `cut off at ${formatSeconds(history.endTime)} after ${events}`;
    const word = status === 'limit' ? 'ended at a limit' : status;
    const { mainEnd } = this.#endings;
    const main = mainEnd === null ? '' : `, ${history.who(mainEnd.task)} ${outcomeWords(mainEnd)}`;
    return `${word} at ${formatSeconds(history.endTime)} after ${events}${main}`;
  }
}

/** Characters of a value that are shown. */
const MAXIMUM_VALUE = 60;

function outcomeWords({ outcome, value }: EventOf<'task.finished'>): string {
  if (outcome === 'cancelled') return 'was cancelled';
  return `${outcome} ${value.length > MAXIMUM_VALUE ? `${value.slice(0, MAXIMUM_VALUE)}…` : value}`;
}
