// What a trace shows at the end of a run, and what held its loop: expectations that failed, the
// exception that ended main, a limit that was reached, tasks that were still there when main had
// ended, and blocking calls.

import type { EventKind, EventOf, TraceEvent } from '../../trace/event.ts';
import type { EventFold } from '../../trace/fold.ts';
import { formatSeconds } from '../seconds.ts';
import type { Finding, Step } from './explanation.ts';
import { inOrder, lineWords } from './hang.ts';
import type { History } from './history.ts';

/** Number of the first task. */
const MAIN = 1;
/** Share of the whole time from which on blocking the loop is told. */
const LEAST_SHARE = 0.05;
/** Warnings that are kept. */
const MAXIMUM_WARNINGS = 100;
/** Tasks and events that a finding names. */
const MAXIMUM_NAMED = 3;

/** A fold that keeps the few events that tell how a run ended, and how late timers were. */
export class Endings implements EventFold {
  readonly wants: ReadonlySet<EventKind> = new Set<EventKind>([
    'expect.failed',
    'task.finished',
    'timer.fired',
    'handle.executed',
    'task.cancel-requested',
    'warning.raised',
  ]);
  readonly failed: EventOf<'expect.failed'>[] = [];
  /** The first task that ended with each exception. */
  readonly raised = new Map<string, EventOf<'task.finished'>>();
  mainEnd: EventOf<'task.finished'> | null = null;
  /** Requests of asyncio.run to the tasks that outlived main. */
  readonly leftover: EventOf<'task.cancel-requested'>[] = [];
  /** What was warned of, up to MAXIMUM_WARNINGS. */
  readonly warnings: EventOf<'warning.raised'>[] = [];
  lateTimers = 0;
  latest: EventOf<'timer.fired'> | null = null;
  /** Steps of each task at the last instant, in which a limit may have been reached. */
  readonly #steps = new Map<number, number>();
  #instant = 0;

  see(event: TraceEvent): void {
    switch (event.kind) {
      case 'expect.failed':
        this.failed.push(event);
        break;
      case 'task.finished':
        if (event.task === MAIN && this.mainEnd === null) this.mainEnd = event;
        if (event.outcome === 'raised' && !this.raised.has(event.value)) {
          this.raised.set(event.value, event);
        }
        break;
      case 'task.cancel-requested':
        if (this.mainEnd !== null && event.by === 0) this.leftover.push(event);
        break;
      case 'warning.raised':
        if (this.warnings.length < MAXIMUM_WARNINGS) this.warnings.push(event);
        break;
      case 'timer.fired':
        this.#fire(event);
        break;
      case 'handle.executed':
        if (event.time !== this.#instant) this.#steps.clear();
        this.#instant = event.time;
        this.#steps.set(event.task, (this.#steps.get(event.task) ?? 0) + 1);
        break;
    }
  }

  /** The task that ran most at the last instant, with the number of its steps. */
  busiest(): readonly [number, number] {
    let most: readonly [number, number] = [0, 0];
    for (const each of this.#steps) if (each[1] > most[1]) most = each;
    return most;
  }

  #fire(event: EventOf<'timer.fired'>): void {
    const late = event.time - event.when;
    if (late <= 0) return;
    this.lateTimers++;
    if (this.latest === null || late > this.latest.time - this.latest.when) this.latest = event;
  }
}

/** Failed expectations, the first failure of each. */
export function expectationFindings(history: History, endings: Endings): Finding[] {
  const first = new Map<string, EventOf<'expect.failed'>>();
  for (const event of endings.failed) {
    const key = `${event.rule} ${event.index}`;
    if (!first.has(key)) first.set(key, event);
  }
  return [...first.values()].map((event) => ({
    rule: 'expectation failed',
    headline: `Expectation failed at ${formatSeconds(event.time)}: ${event.rule}: ${event.text}${event.reason === '' ? '' : ` (${event.reason})`}`,
    time: event.time,
    tasks: event.task === 0 ? [] : [event.task],
    object: null,
    steps: [history.step(event)],
    advice: 'sim run shows the values that it names and the last steps before',
  }));
}

/** The exception that ended main, from the task that raised it first. */
export function failureFindings(history: History, endings: Endings): Finding[] {
  const { mainEnd } = endings;
  if (mainEnd === null || mainEnd.outcome !== 'raised') return [];
  const origin = originOf(endings, mainEnd);
  const place = lastPlace(history, origin);
  const by =
    origin === mainEnd
      ? ''
      : `, which ${history.who(origin.task)} raised at ${formatSeconds(origin.time)}`;
  const ended = `${history.who(MAIN)} ended with ${mainEnd.value} at ${formatSeconds(mainEnd.time)}`;
  return [
    {
      rule: 'failure',
      headline: `Failure: ${ended}${by}${place === null ? '' : `, after line ${place.at![0]}`}`,
      time: origin.time,
      tasks: [...new Set([origin.task, MAIN])],
      object: null,
      steps: inOrder(
        [place, origin, mainEnd].flatMap((event) => (event === null ? [] : [history.step(event)])),
      ),
      advice: 'the traceback in the output names the line',
    },
  ];
}

/** The task that raised an exception first: the same, or one that stands in a group of them. */
function originOf(endings: Endings, end: EventOf<'task.finished'>): EventOf<'task.finished'> {
  const same = endings.raised.get(end.value);
  if (same !== undefined && same.task !== end.task) return same;
  const isPart = ([value, { task }]: readonly [string, { readonly task: number }]) =>
    task !== end.task && end.value.includes(`[${value}`);
  return [...endings.raised].find(isPart)?.[1] ?? end;
}

/** The last event of a task before its end that has a place. */
function lastPlace(history: History, end: TraceEvent): TraceEvent | null {
  for (let seq = end.seq - 1; seq > 0; seq--) {
    const event = history.event(seq);
    if (event === null || event.seq <= end.cause) return null;
    if (event.task === end.task && event.at !== null) return event;
  }
  return null;
}

/** The limit that ended a run, with who ran at its last instant. */
export function limitFindings(history: History, endings: Endings): Finding[] {
  if (history.status !== 'limit') return [];
  const [task, steps] = endings.busiest();
  const last = history.event(history.count);
  const who =
    steps === 0
      ? ''
      : `; at that instant ${history.who(task)} ran ${steps === 1 ? 'once' : `${steps} times`}`;
  return [
    {
      rule: 'limit',
      headline: `Limit: the run was ended at a limit at ${formatSeconds(history.endTime)}${who}`,
      time: history.endTime,
      tasks: task === 0 ? [] : [task],
      object: null,
      steps: last === null ? [] : [history.step(last)],
      advice: task === 0 ? 'sim run says which limit' : `see what keeps it running: --task ${task}`,
    },
  ];
}

/** Tasks that asyncio.run had to cancel since main did not wait for them. */
export function leakFindings(history: History, endings: Endings): Finding[] {
  const { mainEnd } = endings;
  const asked = new Map(endings.leftover.map((event) => [event.task, event]));
  const leaked = history.tasks().filter(({ task }) => asked.has(task));
  if (mainEnd === null || leaked.length === 0) return [];
  const named = leaked.slice(0, MAXIMUM_NAMED).map(({ task }) => history.who(task));
  const more = leaked.length - named.length;
  const who = named.join(', ') + (more > 0 ? ` and ${more} more` : '');
  const were = leaked.length === 1 ? 'was' : 'were';
  const steps = leaked
    .slice(0, MAXIMUM_NAMED)
    .flatMap(({ created }) => history.event(created) ?? []);
  return [
    {
      rule: 'leaked tasks',
      headline: `Leaked tasks: ${who} ${were} still running when ${history.who(MAIN)} ended at ${formatSeconds(mainEnd.time)}, and asyncio.run cancelled ${leaked.length === 1 ? 'it' : 'them'}`,
      time: mainEnd.time,
      tasks: leaked.map(({ task }) => task),
      object: null,
      steps: inOrder([...steps, mainEnd].map((event) => history.step(event))),
      advice: 'await them, or make them in a TaskGroup',
    },
  ];
}

/** What the run warned of: exceptions that nobody asked for, coroutines never awaited. */
export function warningFindings(history: History, endings: Endings): Finding[] {
  return endings.warnings.map((event) => ({
    rule: 'warning',
    headline: `Warning at ${formatSeconds(event.time)}: ${event.code}: ${event.text}`,
    time: event.time,
    tasks: event.task === 0 ? [] : [event.task],
    object: null,
    steps: event.at === null ? [] : [history.step(event, event.code)],
    advice: "the program's output has it in full",
  }));
}

/** Blocking calls that held the loop for a twentieth of the run or more. */
export function blockFindings(history: History, endings: Endings): Finding[] {
  const { blocks } = history;
  const seconds = blocks.reduce((sum, block) => sum + block.seconds, 0);
  if (seconds <= 0 || seconds < history.endTime * LEAST_SHARE) return [];
  const longest = blocks.reduce((a, b) => (b.seconds > a.seconds ? b : a));
  const event = history.event(longest.seq)!;
  const share = Math.round((seconds / history.endTime) * 100);
  const { latest, lateTimers } = endings;
  const count = blocks.length === 1 ? '1 blocking call' : `${blocks.length} blocking calls`;
  const late =
    latest === null
      ? ''
      : `; ${lateTimers === 1 ? '1 timer was' : `${lateTimers} timers were`} late, by up to ${formatSeconds(latest.time - latest.when)}`;
  const held = `the loop was held for ${formatSeconds(seconds)}, ${share} % of the run, by ${count}`;
  const who = event.task === 0 ? 'a callback' : history.who(event.task);
  return [
    {
      rule: 'blocked loop',
      headline: `Blocked loop: ${held}, longest by ${who} for ${formatSeconds(longest.seconds)}${lineWords(event)}${late}`,
      time: event.time,
      tasks: event.task === 0 ? [] : [event.task],
      object: null,
      steps: [history.step(event), ...(latest === null ? [] : [lateStep(history, latest)])],
      advice: 'await what sleeps, and give blocking calls to a thread: await to_thread(f)',
    },
  ];
}

/** A timer that was late, at the place that set it. */
function lateStep(history: History, fired: EventOf<'timer.fired'>): Step {
  const scheduled = history.causeOf(fired);
  const late = formatSeconds(fired.time - fired.when);
  const text = `wakes ${late} late, due at ${formatSeconds(fired.when)}`;
  const { seq, time } = fired;
  return { ...history.step(scheduled ?? fired, text), seq, time };
}
