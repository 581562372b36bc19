// Waits that a time-out ended although what they were for had happened before they began: the same
// lost wake-ups as in a deadlock, but hidden by the time-out. A fold beside the Moment of the run,
// which it asks how things stand when a time-out runs out.

import type { EventKind, EventOf, TraceEvent } from '../../trace/event.ts';
import type { EventFold } from '../../trace/fold.ts';
import { formatSeconds } from '../seconds.ts';
import type { Finding } from './explanation.ts';
import { inOrder, LOST_ADVICE, lineWords } from './hang.ts';
import type { History } from './history.ts';
import type { Moment } from './moment.ts';

/** Waits that are kept. */
const MAXIMUM_WAITS = 100;

/** `seq`s of the events of a wait that was given up. */
interface GivenUp {
  readonly signal: number;
  readonly suspended: number;
  readonly expired: number;
}

const SIGNAL_OF: readonly (readonly [RegExp, EventKind])[] = [
  [/^event#/, 'event.set'],
  [/^condition#/, 'condition.notified'],
];

export class GivenUpWaits implements EventFold {
  readonly wants: ReadonlySet<EventKind> = new Set<EventKind>([
    'timeout.expired',
    'task.cancel-requested',
  ]);
  readonly waits: GivenUp[] = [];
  readonly #moment: Moment;
  #expired = 0;

  /** `moment` sees the same events, up to the one that is seen here. */
  constructor(moment: Moment) {
    this.#moment = moment;
  }

  see(event: TraceEvent): void {
    if (event.kind === 'timeout.expired') this.#expired = event.seq;
    if (event.kind === 'task.cancel-requested' && event.cause === this.#expired) this.#end(event);
  }

  #end(event: EventOf<'task.cancel-requested'>): void {
    const moment = this.#moment;
    const on = moment.states.get(event.task)?.on ?? '';
    const kind = SIGNAL_OF.find(([pattern]) => pattern.test(on))?.[1];
    if (kind === undefined || this.waits.length >= MAXIMUM_WAITS) return;
    if (!moment.isLostTo(event.task, on, kind)) return;
    this.waits.push({
      signal: moment.lastSignal(on, kind),
      suspended: moment.suspensionOf(event.task),
      expired: event.cause,
    });
  }
}

/** The lost wake-ups behind time-outs. */
export function givenUpFindings(history: History, givenUp: GivenUpWaits): Finding[] {
  return givenUp.waits.flatMap(({ signal, suspended, expired }) => {
    const events = [signal, suspended, expired].map((seq) => history.event(seq));
    const [given, began, ended] = events;
    if (given === null || began?.kind !== 'task.suspended') return [];
    if (ended?.kind !== 'timeout.expired') return [];
    const wait = `${history.who(began.task)} waited for ${history.nameOf(began.on)} from ${formatSeconds(began.time)}${lineWords(began)}`;
    const end = `until ${history.nameOf(ended.object)} ran out at ${formatSeconds(ended.time)}`;
    const verb = given.kind === 'event.set' ? 'set' : 'notified';
    const signaller = `${history.who(given.task)} had ${verb} it at ${formatSeconds(given.time)}${lineWords(given)}`;
    return [
      {
        rule: 'lost wake-up' as const,
        headline: `Lost wake-up: ${wait} ${end}, but ${signaller}, before that`,
        time: began.time,
        tasks: [began.task],
        object: began.on,
        steps: inOrder([given, began, ended].map((event) => history.step(event))),
        advice: LOST_ADVICE.get(given.kind) ?? '',
      },
    ];
  });
}
