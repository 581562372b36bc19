// A run as Chrome trace events, for Perfetto and chrome://tracing: a track for each task with its
// life, and in it what it waits for; arrows from what woke a task to the task; counters of permits
// and queues. Times are virtual microseconds. Written as events come, so memory grows with the
// tasks alive and not with the run. Source: "Trace Event Format" of the Chromium project.

import type { EventKind, EventOf, TraceEvent } from '../../trace/event.ts';
import type { EventFold } from '../../trace/fold.ts';
import { whoIs } from '../../trace/task-states.ts';
import { Named } from './named.ts';

const PROCESS = 1;
const MICROSECONDS = 1e6;

/** A task that is alive. */
interface Track {
  readonly label: string;
  readonly since: number;
  /** What it waits for, since when, and where; null while it does not. */
  wait: { readonly on: string; readonly since: number; readonly at: string } | null;
}

export class ChromeTrace implements EventFold {
  readonly wants: ReadonlySet<EventKind> = new Set<EventKind>([
    ...(['task.created', 'task.started', 'task.suspended', 'task.resumed'] as const),
    ...(['task.cancelled', 'task.finished', 'handle.executed', 'object.created'] as const),
    ...(['output.written', 'clock.blocked', 'loop.deadlocked'] as const),
    ...(['semaphore.acquired', 'semaphore.released', 'queue.put', 'queue.got'] as const),
    ...(['timer.fired', 'future.settled', 'lock.released', 'event.set'] as const),
  ]);
  readonly #write: (text: string) => void;
  readonly #names = new Named();
  readonly #tracks = new Map<number, Track>();
  /** Who did what may wake somebody in this iteration or the next, by `seq`. */
  #causes = new Map<number, { readonly task: number; readonly time: number }>();
  #older = new Map<number, { readonly task: number; readonly time: number }>();
  #iteration = 0;
  #flows = 0;
  #isFirst = true;
  #time = 0;

  /** `write` gets the text piece by piece. */
  constructor(write: (text: string) => void) {
    this.#write = write;
    write('{"displayTimeUnit":"ms","traceEvents":[');
    this.#put({ name: 'process_name', ph: 'M', args: { name: 'virtual time' } }, 0);
    this.#put({ name: 'thread_name', ph: 'M', args: { name: 'outside of tasks' } }, 0);
  }

  see(event: TraceEvent): void {
    this.#time = event.time;
    this.#names.see(event);
    if (event.iteration !== this.#iteration) {
      this.#iteration = event.iteration;
      this.#older = this.#causes;
      this.#causes = new Map();
    }
    switch (event.kind) {
      case 'task.created':
        this.#create(event);
        break;
      case 'handle.executed':
        this.#arrive(event);
        break;
      case 'task.suspended':
        this.#suspend(event);
        break;
      case 'task.resumed':
      case 'task.cancelled':
        this.#goOn(event.task, event.time);
        break;
      case 'task.finished':
        this.#finish(event.task, event.time, `${event.outcome}: ${event.value}`);
        break;
      case 'output.written':
        this.#instant(event, `prints ${JSON.stringify(event.text)}`);
        break;
      case 'clock.blocked':
        this.#slice(event.task, 'blocks the loop', event.time, event.time + event.seconds, {});
        break;
      case 'loop.deadlocked':
        this.#instant(event, 'deadlock');
        break;
      default:
        this.#count(event);
    }
    this.#causes.set(event.seq, { task: event.task, time: event.time });
  }

  /** Nothing follows: what still is alive ends here. */
  finish(): void {
    for (const task of [...this.#tracks.keys()]) this.#finish(task, this.#time, 'left');
    this.#write(']}\n');
  }

  #create(event: EventOf<'task.created'>): void {
    const label = whoIs(event);
    this.#tracks.set(event.task, { label, since: event.time, wait: null });
    this.#put({ name: 'thread_name', ph: 'M', args: { name: label } }, event.task);
    this.#put({ name: 'thread_sort_index', ph: 'M', args: { sort_index: event.task } }, event.task);
  }

  /** A handle of a task runs: an arrow leads from what another task did to it. */
  #arrive(event: EventOf<'handle.executed'>): void {
    const { cause, task, time } = event;
    const from = this.#causes.get(cause) ?? this.#older.get(cause);
    if (task === 0 || from === undefined || from.task === 0 || from.task === task) return;
    const flow = { name: 'wakes', cat: 'wake', id: ++this.#flows };
    this.#put({ ...flow, ph: 's', ts: from.time * MICROSECONDS }, from.task);
    this.#put({ ...flow, ph: 'f', bp: 'e', ts: time * MICROSECONDS }, task);
  }

  #suspend(event: EventOf<'task.suspended'>): void {
    const track = this.#tracks.get(event.task);
    if (track === undefined) return;
    const at = event.at === null ? '' : `line ${event.at[0]}`;
    track.wait = { on: this.#names.waitOf(event.on), since: event.time, at };
  }

  #goOn(task: number, time: number): void {
    const track = this.#tracks.get(task);
    if (track === undefined || track.wait === null) return;
    const { on, since, at } = track.wait;
    track.wait = null;
    this.#slice(task, on, since, time, at === '' ? {} : { at });
  }

  #finish(task: number, time: number, outcome: string): void {
    const track = this.#tracks.get(task);
    if (track === undefined) return;
    this.#goOn(task, time);
    this.#slice(task, track.label, track.since, time, { outcome });
    this.#tracks.delete(task);
  }

  #count(event: TraceEvent): void {
    if (event.kind === 'queue.put' || event.kind === 'queue.got') {
      this.#counter(event.object, event.time, 'items', event.size);
    } else if (event.kind === 'semaphore.acquired' || event.kind === 'semaphore.released') {
      this.#counter(event.object, event.time, 'permits left', event.value);
    }
  }

  #counter(object: string, time: number, unit: string, value: number): void {
    const name = this.#names.nameOf(object);
    this.#put({ name, ph: 'C', ts: time * MICROSECONDS, args: { [unit]: value } }, 0);
  }

  #instant({ task, time }: TraceEvent, name: string): void {
    this.#put({ name, ph: 'i', s: 't', ts: time * MICROSECONDS }, task);
  }

  #slice(task: number, name: string, from: number, to: number, args: object): void {
    const [ts, dur] = [from * MICROSECONDS, (to - from) * MICROSECONDS];
    this.#put({ name, ph: 'X', ts, dur, args }, task);
  }

  #put(event: object, task: number): void {
    const comma = this.#isFirst ? '' : ',';
    this.#isFirst = false;
    this.#write(`${comma}\n${JSON.stringify({ ...event, pid: PROCESS, tid: task })}`);
  }
}
