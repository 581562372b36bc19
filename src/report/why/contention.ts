// How much time locks and semaphores cost: a fold that adds up, for each, how long tasks waited for
// it, for how long somebody did, for how long it was held, and the longest wait and hold. Memory is
// bounded by the objects and the tasks that wait or hold.

import type { EventKind, TraceEvent } from '../../trace/event.ts';
import type { EventFold } from '../../trace/fold.ts';
import { formatSeconds } from '../seconds.ts';
import type { Finding } from './explanation.ts';
import { inOrder, lineWords } from './hang.ts';
import type { History } from './history.ts';

/** A wait or a hold, from one event to another. */
interface Span {
  readonly from: number;
  readonly to: number;
  readonly seconds: number;
}

interface Tally {
  readonly object: string;
  readonly waiters: Map<number, TraceEvent>;
  readonly holders: Map<number, TraceEvent>;
  /** Waits that have ended. */
  waits: number;
  waitedSeconds: number;
  longestWait: Span | null;
  longestHold: Span | null;
  /** Seconds for which at least one task waited, and held. */
  contendedSeconds: number;
  heldSeconds: number;
  contendedSince: number;
  heldSince: number;
}

export class Contention implements EventFold {
  readonly wants: ReadonlySet<EventKind> = new Set<EventKind>([
    'lock.waited',
    'lock.acquired',
    'lock.released',
    'semaphore.waited',
    'semaphore.acquired',
    'semaphore.released',
    'task.cancelled',
    'task.finished',
  ]);
  readonly #tallies = new Map<string, Tally>();
  /** What each task waits for. */
  readonly #waiting = new Map<number, Tally>();

  see(event: TraceEvent): void {
    switch (event.kind) {
      case 'lock.waited':
      case 'semaphore.waited':
        this.#wait(this.#of(event.object), event);
        break;
      case 'lock.acquired':
      case 'semaphore.acquired':
        this.#leave(event);
        this.#acquire(this.#of(event.object), event);
        break;
      case 'lock.released':
      case 'semaphore.released':
        this.#release(this.#of(event.object), event);
        break;
      case 'task.cancelled':
      case 'task.finished':
        this.#leave(event);
        break;
    }
  }

  /** Objects that tasks waited for, those waited for longest first. */
  tallies(): readonly Tally[] {
    return [...this.#tallies.values()]
      .filter((tally) => tally.waits > 0)
      .sort((a, b) => b.contendedSeconds - a.contendedSeconds);
  }

  #of(object: string): Tally {
    const known = this.#tallies.get(object);
    if (known !== undefined) return known;
    const tally: Tally = {
      object,
      waiters: new Map(),
      holders: new Map(),
      waits: 0,
      waitedSeconds: 0,
      longestWait: null,
      longestHold: null,
      contendedSeconds: 0,
      heldSeconds: 0,
      contendedSince: 0,
      heldSince: 0,
    };
    this.#tallies.set(object, tally);
    return tally;
  }

  #wait(tally: Tally, event: TraceEvent): void {
    if (tally.waiters.has(event.task)) return;
    if (tally.waiters.size === 0) tally.contendedSince = event.time;
    tally.waiters.set(event.task, event);
    this.#waiting.set(event.task, tally);
  }

  #leave(event: TraceEvent): void {
    const tally = this.#waiting.get(event.task);
    const began = tally?.waiters.get(event.task);
    if (tally === undefined || began === undefined) return;
    this.#waiting.delete(event.task);
    tally.waiters.delete(event.task);
    if (tally.waiters.size === 0) tally.contendedSeconds += event.time - tally.contendedSince;
    const span = spanOf(began, event);
    tally.waits++;
    tally.waitedSeconds += span.seconds;
    tally.longestWait = longer(tally.longestWait, span);
  }

  #acquire(tally: Tally, event: TraceEvent): void {
    if (tally.holders.size === 0) tally.heldSince = event.time;
    if (!tally.holders.has(event.task)) tally.holders.set(event.task, event);
  }

  #release(tally: Tally, event: TraceEvent): void {
    const holder = tally.holders.has(event.task) ? event.task : tally.holders.keys().next().value;
    const began = holder === undefined ? undefined : tally.holders.get(holder);
    if (holder === undefined || began === undefined) return;
    tally.holders.delete(holder);
    if (tally.holders.size === 0) tally.heldSeconds += event.time - tally.heldSince;
    tally.longestHold = longer(tally.longestHold, spanOf(began, event));
  }
}

function spanOf(began: TraceEvent, ended: TraceEvent): Span {
  return { from: began.seq, to: ended.seq, seconds: ended.time - began.time };
}

function longer(known: Span | null, span: Span): Span {
  return known === null || span.seconds > known.seconds ? span : known;
}

/** Share of the whole time from which on waiting for an object is told. */
const LEAST_SHARE = 0.1;
const MAXIMUM_FINDINGS = 5;

/** The locks and semaphores that tasks waited for during a tenth of the run or more. */
export function contentionFindings(history: History, contention: Contention): Finding[] {
  const least = history.endTime * LEAST_SHARE;
  return contention
    .tallies()
    .filter((tally) => tally.contendedSeconds > 0 && tally.contendedSeconds >= least)
    .slice(0, MAXIMUM_FINDINGS)
    .map((tally) => contentionFinding(history, tally));
}

function contentionFinding(history: History, tally: Tally): Finding {
  const { object, waits, longestWait, longestHold, contendedSeconds, waitedSeconds } = tally;
  const name = history.nameOf(object);
  const share = Math.round((contendedSeconds / history.endTime) * 100);
  const count = waits === 1 ? '1 wait' : `${waits} waits`;
  const total = `${count} of ${formatSeconds(waitedSeconds)} in all`;
  const [waitFrom, waitTo] = eventsOf(history, longestWait);
  const [holdFrom, holdTo] = eventsOf(history, longestHold);
  const held =
    holdFrom === null
      ? ''
      : `; held longest by ${history.who(holdFrom.task)}, for ${formatSeconds(longestHold!.seconds)}${lineWords(holdFrom)}`;
  return {
    rule: 'contention',
    headline: `Contention: tasks waited for ${name} during ${formatSeconds(contendedSeconds)}, ${share} % of the run: ${total}${held}`,
    time: waitFrom?.time ?? 0,
    tasks: [waitFrom, holdFrom].flatMap((event) => event?.task ?? []),
    object,
    steps: inOrder(
      [holdFrom, holdTo, waitFrom, waitTo].flatMap((event) =>
        event === null ? [] : [history.step(event)],
      ),
    ),
    advice: `hold ${name} for less: await what does not need it outside`,
  };
}

function eventsOf(history: History, span: Span | null): [TraceEvent | null, TraceEvent | null] {
  return span === null ? [null, null] : [history.event(span.from), history.event(span.to)];
}
