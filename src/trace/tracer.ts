// Where the simulation writes its events: typed columns, turned into objects only by whoever reads
// them. A simulation without a sink has no Tracer at all (`loop.tracer === null`), so emitting
// costs one test. A sink never answers. `cause` is the event that is being acted upon: the handle
// that runs, and inside it, for a moment, the more exact one (the future that was settled, the lock
// that was released).

import type { Position } from '../base/span.ts';
import { codeOf, EVENT_FIELDS, EVENT_KINDS, type EventKind, type TraceEvent } from './event.ts';

/** Events of a whole batch: those up to a `seq` that is a multiple of this. */
export const BATCH = 4096;

/** Fields of its kind that an event has at most. */
export const FIELDS = 4;

const KIND_CODES: ReadonlyMap<EventKind, number> = new Map(
  EVENT_KINDS.map((kind, code) => [kind, code]),
);
/** Events that a batch takes at the least, where its stretch does. */
const LEAST_ROOM = 64;
/** Events that the first batch has room for before it grows: most runs of a search need no more. */
const FIRST_ROOM = 256;

const NO_BYTES = new Uint8Array(0);
const NO_DOUBLES = new Float64Array(0);
const NO_WORDS = new Uint32Array(0);

/** A stretch of consecutive events in columns. */
export class EventBatch {
  /** `seq` of the first event. */
  readonly first: number;
  length = 0;
  /** Events that it has room for before it grows, no more than up to the end of its stretch. */
  room = 0;
  kinds = NO_BYTES;
  iterations = NO_DOUBLES;
  times = NO_DOUBLES;
  tasks = NO_WORDS;
  lines = NO_WORDS;
  columns = NO_WORDS;
  causes = NO_DOUBLES;
  /** Up to four fields an event, in the order of EVENT_FIELDS; what follows the last is stale. */
  readonly fields: unknown[] = [];

  readonly #atFirst: number;

  /** `atFirst`: events that it gets room for when the first one comes. */
  constructor(first = 1, atFirst = FIRST_ROOM) {
    this.first = first;
    this.#atFirst = atFirst;
  }

  /** Makes room for more events, the first ones too; false at the end of its stretch. */
  grow(): boolean {
    const end = BATCH - ((this.first - 1) % BATCH);
    if (this.room === end) return false;
    const room = Math.min(this.room === 0 ? this.#atFirst : 2 * this.room, end);
    this.room = room;
    this.kinds = widened(new Uint8Array(room), this.kinds);
    this.iterations = widened(new Float64Array(room), this.iterations);
    this.times = widened(new Float64Array(room), this.times);
    this.tasks = widened(new Uint32Array(room), this.tasks);
    this.lines = widened(new Uint32Array(room), this.lines);
    this.columns = widened(new Uint32Array(room), this.columns);
    this.causes = widened(new Float64Array(room), this.causes);
    return true;
  }

  /** Forgets its events and keeps its room: for another run, once nobody reads them any more. */
  clear(): void {
    this.lines.fill(0, 0, this.length);
    this.length = 0;
  }

  /** The same events in columns of their own. */
  copy(): EventBatch {
    const copy = new EventBatch(this.first, BATCH);
    copy.append(this);
    return copy;
  }

  /**
   * Whether its last event ends a stretch of BATCH. That depends on the program alone; where other
   * batches end is up to how the run was sliced.
   */
  get isWhole(): boolean {
    return (this.first + this.length - 1) % BATCH === 0;
  }

  /** Takes an event whose `seq` follows the last one's. */
  put(event: TraceEvent): void {
    if (this.length === this.room) this.grow();
    const i = this.length++;
    const code = KIND_CODES.get(event.kind)!;
    this.kinds[i] = code;
    this.iterations[i] = event.iteration;
    this.times[i] = event.time;
    this.tasks[i] = event.task;
    this.causes[i] = event.cause;
    if (event.at !== null) {
      this.lines[i] = event.at[0];
      this.columns[i] = event.at[1];
    }
    const values = event as unknown as Readonly<Record<string, unknown>>;
    const names = EVENT_FIELDS[code];
    for (let at = 0; at < FIELDS; at++) {
      this.fields[i * FIELDS + at] = at < names.length ? values[names[at]] : undefined;
    }
  }

  /** Takes the events of the batch that follows; both lie in the same stretch of BATCH. */
  append(next: EventBatch): void {
    const { length } = this;
    while (length + next.length > this.room) this.grow();
    this.kinds.set(next.kinds.subarray(0, next.length), length);
    this.iterations.set(next.iterations.subarray(0, next.length), length);
    this.times.set(next.times.subarray(0, next.length), length);
    this.tasks.set(next.tasks.subarray(0, next.length), length);
    this.lines.set(next.lines.subarray(0, next.length), length);
    this.columns.set(next.columns.subarray(0, next.length), length);
    this.causes.set(next.causes.subarray(0, next.length), length);
    const { fields } = this;
    for (let i = 0; i < next.length * FIELDS; i++) fields[length * FIELDS + i] = next.fields[i];
    this.length += next.length;
  }

  /** The event at `index` (0 to length - 1) as a frozen object. */
  event(index: number): TraceEvent {
    const code = this.kinds[index];
    const line = this.lines[index];
    const event: Record<string, unknown> = {
      seq: this.first + index,
      iteration: this.iterations[index],
      time: this.times[index],
      task: this.tasks[index],
      kind: EVENT_KINDS[code],
      at: line === 0 ? null : [line, this.columns[index]],
      cause: this.causes[index],
    };
    const names = EVENT_FIELDS[code];
    for (let i = 0; i < names.length; i++) event[names[i]] = this.fields[index * FIELDS + i];
    return Object.freeze(event) as unknown as TraceEvent;
  }
}

function widened<A extends Uint8Array | Uint32Array | Float64Array>(to: A, from: A): A {
  to.set(from);
  return to;
}

/** Reads events and never answers. */
export interface TraceSink {
  /** The kinds it wants; null for all. What no sink wants is not recorded. */
  readonly wants: ReadonlySet<EventKind> | null;
  /**
   * False for one that reads no texts of the program's values (what a task returned, what was
   * written to a variable): where no sink does, they are not made, and empty.
   */
  readonly readsValues?: false;
  /** Columns that it can spare for the first events of the run: it is given them back filled. */
  readonly spare?: EventBatch | undefined;
  /** Called with consecutive batches; all events of the union of what the sinks want. */
  receive(batch: EventBatch): void;
  /** The run is over and its last batch received; what is emitted after this still comes. */
  runEnded?(): void;
}

/** What a front end (the language) tells about the place where the program stands. */
export interface TraceContext {
  /** Where the program stands now. */
  position(): Position | null;
  /** The name under which the program holds an object, if it has one. */
  nameOf(object: object): string | null;
  /** Python's repr of a value. */
  repr(value: unknown): string;
}

export class Tracer {
  /** Whether any sink wants the kind with this code. */
  readonly #wanted: Uint8Array;
  #sinks: readonly TraceSink[];
  readonly #showsValues: boolean;
  readonly #context: TraceContext;
  #batch: EventBatch;
  readonly #numbers = new Map<string, number>();
  readonly #objects = new WeakMap<object, string>();
  /** The event that is being acted upon. */
  cause = 0;
  iteration = 0;
  time = 0;
  /** Creation number of the running task, 0 outside any. */
  task = 0;

  constructor(sinks: readonly TraceSink[], context: TraceContext) {
    this.#sinks = sinks;
    this.#context = context;
    this.#showsValues = sinks.some(({ readsValues }) => readsValues !== false);
    this.#batch = sinks.find(({ spare }) => spare !== undefined)?.spare ?? new EventBatch();
    this.#batch.clear();
    this.#wanted = new Uint8Array(EVENT_KINDS.length);
    for (const { wants } of sinks) {
      if (wants === null) this.#wanted.fill(1);
      else for (const kind of wants) this.#wanted[codeOf(kind)] = 1;
    }
  }

  /** Number of events so far. */
  get count(): number {
    return this.#batch.first + this.#batch.length - 1;
  }

  wants(kind: number): boolean {
    return this.#wanted[kind] === 1;
  }

  /**
   * Records an event of the running task with the current cause; `a` to `d` are the kind's fields
   * in order. Returns its seq, or the current cause where no sink wants the kind.
   */
  emit(kind: number, a?: unknown, b?: unknown, c?: unknown, d?: unknown): number {
    return this.emitFor(this.task, kind, a, b, c, d);
  }

  /** As `emit`, for an event whose subject is another task than the running one. */
  emitFor(task: number, kind: number, a?: unknown, b?: unknown, c?: unknown, d?: unknown): number {
    if (this.#wanted[kind] === 0) return this.cause;
    if (this.#batch.length === this.#batch.room) this.#makeRoom();
    const batch = this.#batch;
    const i = batch.length++;
    batch.kinds[i] = kind;
    batch.iterations[i] = this.iteration;
    batch.times[i] = this.time;
    batch.tasks[i] = task;
    batch.causes[i] = this.cause;
    const position = this.#context.position();
    if (position !== null) {
      batch.lines[i] = position.line;
      batch.columns[i] = position.column;
    }
    const { fields } = batch;
    const at = i * FIELDS;
    fields[at] = a;
    fields[at + 1] = b;
    fields[at + 2] = c;
    fields[at + 3] = d;
    return batch.first + i;
  }

  #makeRoom(): void {
    if (this.#batch.grow()) return;
    this.flush();
    this.#batch.grow();
  }

  /** As `emitFor`, for an event that has another place than where the program stands. */
  emitAt(position: Position | null, task: number, kind: number, a?: unknown, b?: unknown): number {
    const seq = this.emitFor(task, kind, a, b);
    if (this.#wanted[kind] === 0 || position === null) return seq;
    const batch = this.#batch;
    batch.lines[batch.length - 1] = position.line;
    batch.columns[batch.length - 1] = position.column;
    return seq;
  }

  /** As `emit`; the event becomes the cause of what follows. Give the result to `leave`. */
  enter(kind: number, a?: unknown, b?: unknown, c?: unknown, d?: unknown): number {
    const outer = this.cause;
    this.cause = this.emit(kind, a, b, c, d);
    return outer;
  }

  leave(outer: number): void {
    this.cause = outer;
  }

  /** The name of an object in the trace, `lock#1`; the first time announces it. */
  object(object: object, className: string, capacity: number | null = null): string {
    const known = this.#objects.get(object);
    if (known !== undefined) return known;
    const word = className.toLowerCase();
    const number = (this.#numbers.get(word) ?? 0) + 1;
    this.#numbers.set(word, number);
    const name = `${word}#${number}`;
    this.#objects.set(object, name);
    this.emit(Kind.objectCreated, name, className, this.#context.nameOf(object), capacity);
    return name;
  }

  /** The name of an object that has one in the trace already, else null: announces nothing. */
  known(object: object): string | null {
    return this.#objects.get(object) ?? null;
  }

  /** A value as a text, for those sinks that read such texts. */
  repr(value: unknown): string {
    return this.#showsValues ? this.#context.repr(value) : '';
  }

  /** Hands what is recorded to the sinks. */
  flush(): void {
    const batch = this.#batch;
    if (batch.length === 0) return;
    // Of the size that was needed last: a run in small slices needs many small batches.
    const atFirst = Math.max(LEAST_ROOM, 2 * batch.length);
    this.#batch = new EventBatch(batch.first + batch.length, atFirst);
    for (const sink of this.#sinks) sink.receive(batch);
  }

  /** Hands on what is left, and tells the sinks that the run is over. */
  runEnded(): void {
    this.flush();
    for (const sink of this.#sinks) sink.runEnded?.();
  }

  /** Lets go of the sinks: who still holds an object of the run does not hold what they read. */
  close(): void {
    this.flush();
    this.#sinks = [];
    this.#wanted.fill(0);
  }
}

/** Codes of the kinds, for whoever emits. */
export const Kind = {
  taskCreated: codeOf('task.created'),
  taskStarted: codeOf('task.started'),
  taskSuspended: codeOf('task.suspended'),
  taskResumed: codeOf('task.resumed'),
  taskFinished: codeOf('task.finished'),
  taskCancelRequested: codeOf('task.cancel-requested'),
  taskCancelled: codeOf('task.cancelled'),
  taskUncancelled: codeOf('task.uncancelled'),
  coroutineCalled: codeOf('coroutine.called'),
  coroutineReturned: codeOf('coroutine.returned'),
  futureCreated: codeOf('future.created'),
  futureSettled: codeOf('future.settled'),
  timerScheduled: codeOf('timer.scheduled'),
  timerFired: codeOf('timer.fired'),
  timerCancelled: codeOf('timer.cancelled'),
  handleExecuted: codeOf('handle.executed'),
  objectCreated: codeOf('object.created'),
  lockWaited: codeOf('lock.waited'),
  lockAcquired: codeOf('lock.acquired'),
  lockReleased: codeOf('lock.released'),
  semaphoreWaited: codeOf('semaphore.waited'),
  semaphoreAcquired: codeOf('semaphore.acquired'),
  semaphoreReleased: codeOf('semaphore.released'),
  eventWaited: codeOf('event.waited'),
  eventSet: codeOf('event.set'),
  eventCleared: codeOf('event.cleared'),
  conditionWaited: codeOf('condition.waited'),
  conditionNotified: codeOf('condition.notified'),
  barrierWaited: codeOf('barrier.waited'),
  barrierReleased: codeOf('barrier.released'),
  barrierReset: codeOf('barrier.reset'),
  barrierAborted: codeOf('barrier.aborted'),
  queueWaited: codeOf('queue.waited'),
  queuePut: codeOf('queue.put'),
  queueGot: codeOf('queue.got'),
  queueJoined: codeOf('queue.joined'),
  queueShutDown: codeOf('queue.shut-down'),
  groupEntered: codeOf('group.entered'),
  groupAborted: codeOf('group.aborted'),
  groupExited: codeOf('group.exited'),
  timeoutEntered: codeOf('timeout.entered'),
  timeoutExpired: codeOf('timeout.expired'),
  timeoutRescheduled: codeOf('timeout.rescheduled'),
  timeoutExited: codeOf('timeout.exited'),
  timeoutOutlived: codeOf('timeout.outlived'),
  outputWritten: codeOf('output.written'),
  variableWritten: codeOf('variable.written'),
  clockBlocked: codeOf('clock.blocked'),
  randomDrawn: codeOf('random.drawn'),
  choiceMade: codeOf('choice.made'),
  expectHeld: codeOf('expect.held'),
  expectFailed: codeOf('expect.failed'),
  warningRaised: codeOf('warning.raised'),
  loopIdle: codeOf('loop.idle'),
  loopDeadlocked: codeOf('loop.deadlocked'),
  loopStopped: codeOf('loop.stopped'),
  jobSubmitted: codeOf('job.submitted'),
  jobStarted: codeOf('job.started'),
  jobFinished: codeOf('job.finished'),
} as const;
