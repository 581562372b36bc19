// Why nothing can happen any more: rings of tasks that wait for each other; locks that a
// finished task has kept; waits for a signal that was given before, and so is lost, or never.
// Those that wait for such a task in their turn (main for its children) are not findings of
// their own.

import { ringsOf } from '../../check/wait-graph.ts';
import type { EventKind, TraceEvent } from '../../trace/event.ts';
import { type TaskState, waitKindOf, waitObjectOf } from '../../trace/task-states.ts';
import { formatSeconds } from '../seconds.ts';
import type { Finding, Step } from './explanation.ts';
import type { History } from './history.ts';
import type { Moment } from './moment.ts';
import { blockersOf, isForChildren } from './waiting.ts';

/** Tasks of a ring that a headline names. */
const MAXIMUM_RING = 6;

/** What keeps a deadlocked run from going on; `moment` is its end. */
export function hangFindings(history: History, moment: Moment): Finding[] {
  const waiting = moment.waiting();
  const graph = new Map(waiting.map((state) => [state.task, blockersOf(moment, state)]));
  const rings = ringsOf(graph).map((ring) => ringFinding(history, moment, ring));
  const kept = waiting.filter((state) => keeperOf(history, moment, state) !== null);
  const roots = waiting.filter(
    (state) => !kept.includes(state) && !graph.get(state.task)!.some((each) => graph.has(each)),
  );
  return [
    ...byObject(kept).map((states) => keptFinding(history, moment, states)),
    ...rings,
    ...byObject(roots).map((states) => stuckFinding(history, moment, states)),
  ];
}

/** Those that wait for the same, together. */
function byObject(states: readonly TaskState[]): TaskState[][] {
  const groups = new Map<string, TaskState[]>();
  for (const state of states) {
    const group = groups.get(state.on);
    if (group === undefined) groups.set(state.on, [state]);
    else group.push(state);
  }
  return [...groups.values()];
}

/** The finished task that has kept the lock or the permit that a task waits for. */
function keeperOf(history: History, moment: Moment, state: TaskState): number | null {
  const holders = moment.holdings.holdersOf(waitObjectOf(state.on));
  return holders.find((holder) => (history.task(holder)?.finished ?? 0) > 0) ?? null;
}

function ringFinding(history: History, moment: Moment, ring: readonly number[]): Finding {
  const links = ring.slice(0, MAXIMUM_RING).map((task, i) => {
    const state = moment.states.get(task)!;
    const next = ring[(i + 1) % ring.length];
    const wanted = history.nameOf(state.on);
    if (next === task) return `${history.who(task)} waits for ${wanted}, which it holds itself`;
    const verb = isForChildren(state.on) ? 'which needs' : 'held by';
    const held = state.on.startsWith('task#') ? '' : `, ${verb} ${history.who(next)}`;
    return `${i === 0 ? `${history.who(task)} waits` : 'which waits'} for ${wanted}${held}`;
  });
  const more = ring.length > MAXIMUM_RING ? `, and so on through ${ring.length} tasks` : '';
  const steps = ring.flatMap((task, i) => {
    const state = moment.states.get(task)!;
    const next = ring[(i + 1) % ring.length];
    const taken = history.event(moment.acquiredBy(waitObjectOf(state.on), next));
    return [
      ...stepOf(history, taken),
      ...stepOf(history, history.event(moment.suspensionOf(task))),
    ];
  });
  const time = history.endTime;
  const isOfLocks = ring.every((task) => LOCKS.test(moment.states.get(task)!.on));
  return {
    rule: 'deadlock',
    headline: `Deadlock at ${formatSeconds(time)}: ${links.join(', ')}${more}`,
    time,
    tasks: ring,
    object: waitObjectOf(moment.states.get(ring[0])!.on),
    steps: inOrder(steps),
    advice: adviceOn(ring.length, isOfLocks),
  };
}

const LOCKS = /^lock#|^\w*semaphore#/;

function adviceOn(length: number, isOfLocks: boolean): string {
  if (!isOfLocks) return 'one of them has to give back what it holds, or to end, before it waits';
  if (length === 1) return "asyncio's locks are not reentrant: take it once, and pass that on";
  return 'take the locks in the same order everywhere';
}

/** Tasks that wait for one thing that nobody will give them. */
function stuckFinding(history: History, moment: Moment, states: readonly TaskState[]): Finding {
  const { on } = states[0];
  const object = waitObjectOf(on);
  const signal = lastSignal(history, moment, on);
  const since = Math.min(...states.map((state) => state.since));
  const isLost = signal !== null && moment.isLostTo(states[0].task, object, signal.kind);
  const waits = `${whoWaits(history, states)} for ${history.nameOf(on)} since ${formatSeconds(since)}`;
  const isLostSignal = isLost && LOSABLE.has(signal.kind);
  return {
    rule: isLostSignal ? 'lost wake-up' : 'never woken',
    headline: `${isLostSignal ? 'Lost wake-up' : 'Never woken'}: ${waits}${signalWords(history, moment, on, signal, isLost)}`,
    time: since,
    tasks: states.map(({ task }) => task),
    object: waitKindOf(on) === 'object' ? object : null,
    steps: inOrder([
      ...stepOf(history, signal),
      ...stepOf(history, clearedAfter(history, moment, object, signal)),
      ...states
        .slice(0, 3)
        .flatMap(({ task }) => stepOf(history, history.event(moment.suspensionOf(task)))),
      ...signallerSteps(history, signal),
    ]),
    advice: adviceFor(on, isLostSignal ? signal : null),
  };
}

/** Signals that nobody gets who comes later. */
const LOSABLE: ReadonlySet<EventKind> = new Set<EventKind>(['event.set', 'condition.notified']);

/** What to do instead of a signal that is lost, by its kind. */
export const LOST_ADVICE: ReadonlyMap<EventKind, string> = new Map<EventKind, string>([
  ['event.set', 'leave the event set until those who wait have seen it, or use a Condition'],
  [
    'condition.notified',
    'a Condition keeps nothing: check a variable of yours before waiting (wait_for does)',
  ],
]);

/** `queue.join()`, which ends when every item is done. */
const JOIN = /^\w*queue#\d+ join$/;

function adviceFor(on: string, lost: TraceEvent | null): string {
  if (lost !== null) return LOST_ADVICE.get(lost.kind)!;
  if (JOIN.test(on)) return 'whoever gets an item has to call task_done() when it is done';
  return 'see what those did who should have: --task';
}

/** What would end the wait, by the object and the operation that waits. */
const SIGNALS: readonly (readonly [RegExp, EventKind, string])[] = [
  [/^\w*queue#\d+ get$/, 'queue.put', 'put anything into'],
  [/^\w*queue#\d+ put$/, 'queue.got', 'taken anything from'],
  [/^event#/, 'event.set', 'set'],
  [/^condition#/, 'condition.notified', 'notified'],
  [/^barrier#/, 'barrier.waited', 'come to'],
  [/^\w*semaphore#/, 'semaphore.released', 'released'],
];

function lastSignal(history: History, moment: Moment, on: string): TraceEvent | null {
  const kind = SIGNALS.find(([pattern]) => pattern.test(on))?.[1];
  return kind === undefined ? null : history.event(moment.lastSignal(waitObjectOf(on), kind));
}

function signalWords(
  history: History,
  moment: Moment,
  on: string,
  signal: TraceEvent | null,
  isLost: boolean,
): string {
  const entry = SIGNALS.find(([pattern]) => pattern.test(on));
  if (JOIN.test(on)) return ', and nobody is left to call task_done()';
  if (entry === undefined) return ', and nobody is left to end that';
  const [, , verb] = entry;
  if (signal === null) return `, and nobody has ever ${verb} it`;
  const when = `${formatSeconds(signal.time)}${lineWords(signal)}`;
  const who = signal.task === 0 ? 'the loop' : history.who(signal.task);
  if (signal.kind === 'event.set') {
    const cleared = clearedAfter(history, moment, waitObjectOf(on), signal);
    const gone = cleared === null ? '' : `, and it was cleared at ${formatSeconds(cleared.time)}`;
    return `, but ${who} set it at ${when}${gone}, before that; nobody is left to set it again`;
  }
  if (signal.kind === 'condition.notified') {
    if (!isLost) return `; ${who} notified ${signal.count} at ${when}, which was not enough`;
    const nobody = signal.count === 0 ? ', when nobody was waiting' : ', before that';
    return `, but ${who} notified it at ${when}${nobody}; nobody is left to do it again`;
  }
  return `; the last who has ${verb} it was ${who} at ${when}`;
}

function clearedAfter(
  history: History,
  moment: Moment,
  object: string,
  signal: TraceEvent | null,
): TraceEvent | null {
  const seq = moment.lastSignal(object, 'event.cleared');
  return signal !== null && seq > signal.seq ? history.event(seq) : null;
}

/** How the task ended that gave the last signal: it will give no other. */
function signallerSteps(history: History, signal: TraceEvent | null): Step[] {
  const finished = signal === null ? 0 : (history.task(signal.task)?.finished ?? 0);
  return stepOf(history, history.event(finished));
}

/** A lock or a permit that a task has kept which will not give it back. */
function keptFinding(history: History, moment: Moment, states: readonly TaskState[]): Finding {
  const holder = keeperOf(history, moment, states[0])!;
  const object = waitObjectOf(states[0].on);
  const name = history.nameOf(object);
  const taken = history.event(moment.acquiredBy(object, holder));
  const ended = history.event(history.task(holder)!.finished)!;
  const since = Math.min(...states.map((state) => state.since));
  const took = taken === null ? '' : ` at ${formatSeconds(taken.time)}${lineWords(taken)}`;
  const end = `ended at ${formatSeconds(ended.time)} without releasing it`;
  const waits = `${whoWaits(history, states)} for ${name} since ${formatSeconds(since)}`;
  return {
    rule: 'never released',
    headline: `Never released: ${waits}; ${history.who(holder)} took it${took} and ${end}`,
    time: ended.time,
    tasks: [holder, ...states.map(({ task }) => task)],
    object,
    steps: inOrder([
      ...stepOf(history, taken),
      ...stepOf(history, ended),
      ...stepOf(history, history.event(moment.suspensionOf(states[0].task))),
    ]),
    advice: `use 'async with ${name}:', which releases whatever happens`,
  };
}

function whoWaits(history: History, states: readonly TaskState[]): string {
  const first = history.who(states[0].task);
  if (states.length === 1) return `${first} waits`;
  const others = states.length - 1;
  return `${first} and ${others} other${others === 1 ? '' : 's'} wait`;
}

export function lineWords(event: TraceEvent): string {
  return event.at === null ? '' : ` (line ${event.at[0]})`;
}

function stepOf(history: History, event: TraceEvent | null): Step[] {
  return event === null ? [] : [history.step(event)];
}

/** In order of the events, each once. */
export function inOrder(steps: readonly Step[]): Step[] {
  const bySeq = new Map(steps.map((step) => [step.seq, step]));
  return [...bySeq.values()].sort((a, b) => a.seq - b.seq);
}
