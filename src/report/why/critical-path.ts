// The path of causes that makes the whole time: from the last event back to the first, cause by
// cause. Time passes only between an event and its cause, so what the path was spent in is told
// by the two of them: a timer and its setting (sleep, time-out, call_later), a job and its
// thread, or a blocking call that held the loop in between. The stretches touch each other and
// add up to the end of the run. The idea: Yang and Miller, "Critical Path Analysis for the
// Execution of Parallel and Distributed Programs", ICDCS 1988.

import type { EventOf, TraceEvent } from '../../trace/event.ts';
import { waitKindOf } from '../../trace/task-states.ts';
import type { CriticalPath, HandOver, PathWait, Stretch } from './explanation.ts';
import type { Block, History } from './history.ts';
import { sharesOf } from './path-shares.ts';

/** Of a run with all of its events. */
export function criticalPath(history: History): CriticalPath {
  const walk = new Walk(history);
  walk.run();
  const stretches = walk.stretches.reverse();
  const seconds = history.endTime;
  return { seconds, shares: sharesOf(history, stretches), stretches, waits: walk.waits() };
}

type Place = Pick<Stretch, 'task' | 'at'>;
/** Number of the first task. */
const MAIN = 1;
const NOWHERE: Place = { task: 0, at: null };

class Walk {
  /** The latest first. */
  readonly stretches: Stretch[] = [];
  readonly #history: History;
  readonly #handOvers = new Map<string, HandOver[]>();
  /** Up to here, from the end, everything is attributed. */
  #to: number;

  constructor(history: History) {
    this.#history = history;
    this.#to = history.endTime;
  }

  run(): void {
    let later: TraceEvent | null = null;
    let event = this.#history.event(this.#history.count);
    if (event !== null) this.#unfinished(event);
    while (event !== null) {
      const earlier: TraceEvent | null = this.#before(event);
      if (earlier === null) break;
      this.#attribute(earlier, event, later);
      if (event.kind === 'handle.executed') this.#handOver(earlier, event);
      later = event;
      event = earlier;
    }
    this.#spend(0, 'idle', NOWHERE);
  }

  /** Time after the last event: a main that sleeps was not let sleep on. */
  #unfinished(last: TraceEvent): void {
    const main = this.#history.openSuspensionOf(MAIN);
    if (main?.on === 'sleep') this.#spend(last.time, 'sleep', main);
    this.#blocked(last.time, last.seq, last.seq, NOWHERE);
  }

  /** Objects that the path passes through, those passed most often first. */
  waits(): PathWait[] {
    const all = [...this.#handOvers].map(([on, handOvers]) => {
      const longest = handOvers.reduce((a, b) => (b.time - b.since > a.time - a.since ? b : a));
      return { on, name: this.#history.nameOf(on), count: handOvers.length, longest };
    });
    return all.sort((a, b) => b.count - a.count);
  }

  /** The cause; what has none although time has passed follows from what came before it. */
  #before(event: TraceEvent): TraceEvent | null {
    const history = this.#history;
    const cause = history.causeOf(event);
    if (cause !== null) return cause;
    return event.time > 0 ? history.event(event.seq - 1) : null;
  }

  #attribute(earlier: TraceEvent, event: TraceEvent, later: TraceEvent | null): void {
    const { time, seq } = earlier;
    if (time >= this.#to) return;
    if (event.kind === 'timer.fired' && earlier.kind === 'timer.scheduled') {
      this.#blocked(Math.max(time, event.when), seq, event.seq, NOWHERE);
      this.#spend(time, this.#isSleep(earlier) ? 'sleep' : timerWord(later), earlier);
    } else if (earlier.kind === 'job.started' || earlier.kind === 'job.submitted') {
      const submitted = this.#history.submissionOf(earlier.object) ?? NOWHERE;
      this.#spend(time, 'job', submitted);
    } else {
      this.#blocked(time, seq, event.seq, event.kind === 'loop.idle' ? NOWHERE : earlier);
    }
  }

  /** Whether a timer is that of a sleep, which suspends the task at once. */
  #isSleep(scheduled: TraceEvent): boolean {
    const next = this.#history.event(scheduled.seq + 1);
    return next?.kind === 'task.suspended' && next.on === 'sleep';
  }

  /** Attributes what is left after `from` to the blocking calls between two events. */
  #blocked(from: number, after: number, before: number, place: Place): void {
    const { blocks } = this.#history;
    for (let i = lastUpTo(blocks, before); i >= 0 && blocks[i].seq >= after; i--) {
      if (this.#to <= from) return;
      const event = this.#history.event(blocks[i].seq);
      this.#spend(Math.max(from, this.#to - blocks[i].seconds), 'blocked', event ?? NOWHERE);
    }
    this.#spend(from, 'idle', place);
  }

  #spend(from: number, spent: Stretch['spent'], { task, at }: Place): void {
    if (from >= this.#to) return;
    const created = at === null ? this.#history.task(task)?.created : undefined;
    const place = at ?? this.#history.event(created ?? 0)?.at ?? null;
    this.stretches.push({ from, to: this.#to, spent, task, at: place });
    this.#to = from;
  }

  /** A step that ended a wait for an object, which its cause let go. */
  #handOver(cause: TraceEvent, handle: EventOf<'handle.executed'>): void {
    const suspended = this.#history.suspensionOf(handle.seq + 1);
    if (suspended === null || waitKindOf(suspended.on) !== 'object') return;
    if (cause.kind === 'task.cancel-requested') return;
    const { time, task } = handle;
    const { on, at, time: since } = suspended;
    const known = this.#handOvers.get(on);
    const handOver: HandOver = {
      time,
      task,
      who: this.#history.who(task),
      on,
      since,
      at,
      by: cause.task,
      byWho: this.#history.who(cause.task),
      byAt: cause.at,
    };
    if (known === undefined) this.#handOvers.set(on, [handOver]);
    else known.push(handOver);
  }
}

function timerWord(handle: TraceEvent | null): Stretch['spent'] {
  if (handle?.kind !== 'handle.executed') return 'timer';
  return handle.handle.includes('timeout') ? 'timeout' : 'timer';
}

/** Index of the last block up to the event `seq`; -1 for none. */
function lastUpTo(blocks: readonly Block[], seq: number): number {
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (blocks[middle].seq <= seq) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
