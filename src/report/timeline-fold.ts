// What the timeline needs of a run: for each task, the stretches of its life by what it does.
// Memory is bounded whatever the run: at most MAXIMUM_TASKS tasks are followed (of a coroutine with
// too many, every second, fourth, … one, always its first), and when they have more than
// MAXIMUM_SPANS stretches together, stretches shorter than a quantum are merged, the longest state
// of each quantum staying; the quantum doubles until half of the bound is free.

import type { EventKind, EventOf, TraceEvent } from '../trace/event.ts';
import type { EventFold } from '../trace/fold.ts';
import { HOLDING_KINDS, Holdings } from '../trace/holdings.ts';
import { isHousekeeping, TASK_KINDS, waitKindOf, waitObjectOf } from '../trace/task-states.ts';
import { coarsen } from './timeline-coarsen.ts';
import {
  AWAITING,
  HOLDING,
  HOLDING_WAITING,
  READY,
  RUNNING,
  SLEEPING,
  type State,
  type TimelineCoroutine,
  type TimelineData,
  type TimelineTask,
  type TimePoint,
  WAITING,
} from './timeline-data.ts';

export const MAXIMUM_TASKS = 1024;
export const MAXIMUM_SPANS = 200_000;
/** The first quantum is this part of the time that has passed. */
const FIRST_QUANTA = 2048;
/** Coroutines that are told apart by name; further ones count as one. */
const MAXIMUM_COROUTINES = 256;
/** Names of waited and held objects that the legend may use. */
const MAXIMUM_NAMES = 8;

interface Coroutine extends TimelineCoroutine {
  total: number;
  stride: number;
  tasks: Track[];
}

/** A followed task while its run is read. */
interface Track extends TimelineTask {
  readonly index: number;
  readonly states: State[];
  readonly times: number[];
  readonly iterations: number[];
  end: TimelineTask['end'];
  /** What it waits on, empty where it does not wait; `until` of a sleep. */
  on: string;
  until: number | null;
}

export class TimelineFold implements EventFold {
  readonly wants: ReadonlySet<EventKind> = new Set<EventKind>([
    ...TASK_KINDS,
    ...HOLDING_KINDS,
    'clock.blocked',
    'loop.deadlocked',
    'loop.stopped',
  ]);
  readonly #maximumSpans: number;
  readonly #holdings = new Holdings();
  readonly #coroutines = new Map<string, Coroutine>();
  /** Followed tasks that have not finished. */
  readonly #alive = new Map<number, Track>();
  readonly #waited = new Set<string>();
  readonly #held = new Set<string>();
  #followed = 0;
  #total = 0;
  #spans = 0;
  #quantum = 0;
  #time = 0;
  #iteration = 0;

  /** `maximumSpans`: another bound than MAXIMUM_SPANS. */
  constructor(maximumSpans = MAXIMUM_SPANS) {
    this.#maximumSpans = maximumSpans;
  }

  /** Stretches kept so far. */
  get spans(): number {
    return this.#spans;
  }

  see(event: TraceEvent): void {
    this.#time = Math.max(this.#time, event.time);
    this.#iteration = Math.max(this.#iteration, event.iteration);
    if (event.kind === 'task.created') {
      this.#create(event);
    } else if (HOLDING_KINDS.has(event.kind)) {
      this.#holdings.see(event);
      if (event.kind !== 'object.created') this.#holdingsChanged(event);
    } else if (event.kind === 'clock.blocked') {
      this.#time = Math.max(this.#time, event.time + event.seconds);
    } else {
      const track = this.#alive.get(event.task);
      if (track !== undefined) this.#step(track, event);
    }
    if (this.#spans > this.#maximumSpans) this.#coarsen();
  }

  /** What is known so far. */
  data(): TimelineData {
    return {
      endTime: this.#time,
      endIteration: this.#iteration,
      total: this.#total,
      coroutines: [...this.#coroutines.values()],
      waited: [...this.#waited],
      held: [...this.#held],
      quantum: this.#quantum,
    };
  }

  #create(event: EventOf<'task.created'>): void {
    if (isHousekeeping(event.coroutine)) return;
    this.#total++;
    const coroutine = this.#coroutineOf(event.coroutine);
    const index = coroutine.total++;
    if (index % coroutine.stride !== 0) return;
    const track: Track = {
      task: event.task,
      name: event.name,
      index,
      states: [],
      times: [],
      iterations: [],
      end: null,
      on: '',
      until: null,
    };
    coroutine.tasks.push(track);
    this.#alive.set(event.task, track);
    this.#followed++;
    this.#enter(track, READY, event);
    if (this.#followed > MAXIMUM_TASKS) this.#thin();
  }

  #coroutineOf(coroutineName: string): Coroutine {
    const isFull = this.#coroutines.size >= MAXIMUM_COROUTINES;
    const name = isFull && !this.#coroutines.has(coroutineName) ? '(others)' : coroutineName;
    let coroutine = this.#coroutines.get(name);
    if (coroutine === undefined) {
      coroutine = { name, total: 0, stride: 1, tasks: [] };
      this.#coroutines.set(name, coroutine);
    }
    return coroutine;
  }

  /** Follows only half of the tasks of the coroutine that has most. */
  #thin(): void {
    let most: Coroutine | null = null;
    for (const coroutine of this.#coroutines.values()) {
      if (most === null || coroutine.tasks.length > most.tasks.length) most = coroutine;
    }
    if (most === null) return;
    most.stride *= 2;
    const kept: Track[] = [];
    for (const track of most.tasks) {
      if (track.index % most.stride === 0) {
        kept.push(track);
      } else {
        this.#alive.delete(track.task);
        this.#spans -= track.states.length;
      }
    }
    this.#followed -= most.tasks.length - kept.length;
    most.tasks = kept;
  }

  #step(track: Track, event: TraceEvent): void {
    if (event.kind === 'task.suspended') {
      track.on = event.on;
      track.until = event.until;
      this.#enter(track, this.#waitingState(track), event);
      if (waitKindOf(event.on) === 'object') this.#name(this.#waited, waitObjectOf(event.on));
      return;
    }
    if (event.kind === 'task.finished') {
      track.end = { time: event.time, iteration: event.iteration, outcome: event.outcome };
      this.#alive.delete(track.task);
      return;
    }
    // A sleeper that is resumed after its deadline was ready meanwhile: somebody held the loop.
    const { until } = track;
    if (until !== null && until < event.time && event.kind === 'task.resumed') {
      const { iteration } = event;
      this.#enter(track, READY, { time: Math.max(until, track.times.at(-1) ?? 0), iteration });
    }
    track.on = '';
    track.until = null;
    this.#enter(track, RUNNING, event);
  }

  #holdingsChanged(event: TraceEvent): void {
    const task = this.#holdings.changed;
    const track = this.#alive.get(task);
    if (track === undefined) return;
    for (const holding of this.#holdings.heldBy(task)) this.#name(this.#held, holding.object);
    if (track.on !== '') this.#enter(track, this.#waitingState(track), event);
  }

  #waitingState(track: Track): State {
    const kind = waitKindOf(track.on);
    if (kind === 'yield') return READY;
    if (this.#holdings.holdsAny(track.task)) return kind === 'object' ? HOLDING_WAITING : HOLDING;
    if (kind === 'sleep') return SLEEPING;
    return kind === 'object' ? WAITING : AWAITING;
  }

  #enter(track: Track, state: State, at: TimePoint): void {
    if (track.states.at(-1) === state) return;
    track.states.push(state);
    track.times.push(at.time);
    track.iterations.push(at.iteration);
    this.#spans++;
  }

  #name(names: Set<string>, object: string): void {
    if (names.size < MAXIMUM_NAMES) names.add(this.#holdings.nameOf(object));
  }

  #coarsen(): void {
    const byTime = this.#time > 0;
    const total = byTime ? this.#time : this.#iteration;
    if (this.#quantum === 0) this.#quantum = total / FIRST_QUANTA;
    for (;;) {
      this.#spans = 0;
      for (const { tasks } of this.#coroutines.values()) {
        for (const track of tasks) this.#spans += coarsen(track, this.#quantum, byTime);
      }
      if (this.#spans <= this.#maximumSpans / 2 || this.#quantum > total) return;
      this.#quantum *= 2;
    }
  }
}
