// What the events of a run say of the places that it touched: tasks that ran, were cancelled or
// waited for, locks and their like, timers, random numbers. What the program's own text touches is
// told apart (`touched-places.ts`).

import { RANDOM_NUMBERS } from '../../lang/accesses.ts';
import type { EventKind } from '../../trace/event.ts';
import { type EventBatch, FIELDS, Kind } from '../../trace/tracer.ts';
import { type Footprints, Mode } from './footprints.ts';

/** The kinds whose first field is the object that they are about. */
const OF_OBJECTS = [
  ...(['future.settled', 'lock.waited', 'lock.acquired', 'lock.released'] as const),
  ...(['semaphore.waited', 'semaphore.acquired', 'semaphore.released'] as const),
  ...(['event.waited', 'event.set', 'event.cleared'] as const),
  ...(['condition.waited', 'condition.notified'] as const),
  ...(['barrier.waited', 'barrier.released', 'barrier.reset', 'barrier.aborted'] as const),
  ...(['queue.waited', 'queue.put', 'queue.got', 'queue.joined', 'queue.shut-down'] as const),
  ...(['group.entered', 'group.aborted', 'group.exited'] as const),
  ...(['timeout.entered', 'timeout.expired', 'timeout.rescheduled', 'timeout.exited'] as const),
] as const;

const OF_TASKS = [
  ...(['task.created', 'task.started', 'task.suspended', 'task.resumed', 'task.finished'] as const),
  ...(['task.cancel-requested', 'task.cancelled', 'task.uncancelled'] as const),
] as const;

/** The kinds that a log of stretches is made of. */
export const FOOTPRINT_KINDS: ReadonlySet<EventKind> = new Set<EventKind>([
  ...OF_OBJECTS,
  ...OF_TASKS,
  ...(['timer.scheduled', 'timer.fired', 'timer.cancelled', 'handle.executed'] as const),
  ...(['loop.idle', 'loop.stopped', 'choice.made', 'clock.blocked', 'job.submitted'] as const),
  'random.drawn',
]);

const OBJECT_CODES: ReadonlySet<number> = new Set(OF_OBJECTS.map((kind) => Kind[codeName(kind)]));

/** `lock.acquired` as `lockAcquired`. */
function codeName(kind: EventKind): keyof typeof Kind {
  return kind.replace(/[.-](\w)/g, (_, letter: string) =>
    letter.toUpperCase(),
  ) as keyof typeof Kind;
}

/** Where tasks get their numbers: who is made first has the lower one. */
const TASKS = 'tasks';
/** What waits for several tasks and counts those that ended. */
const CHILDREN = 'children';

/** Handles that only count unless somebody is woken. */
const COUNTING: ReadonlySet<string> = new Set(['gather-child', 'group-child', 'wait-child']);
/** Handles that do something to what waits for a task, without an event of its own. */
const TELLING: ReadonlySet<string> = new Set([
  ...['release-waiter', 'shield-inner', 'shield-outer', 'shield-awaited-by', 'shield-log'],
  ...['as-completed-child', 'as-completed-timeout'],
]);

export class EventFootprints {
  readonly #footprints: Footprints;
  readonly #countsDraws: boolean;
  /** Handles that have only counted so far: the stretch, by the number of their event. */
  readonly #counting = new Map<number, number>();
  /** Events of an end that is no plain one. */
  readonly #failed = new Set<number>();
  /** By task: the objects that it waits for. Who ends that wait changes them. */
  readonly #waits = new Map<number, readonly string[]>();
  readonly #taskNames: string[] = [];

  constructor(footprints: Footprints, countsDraws: boolean) {
    this.#footprints = footprints;
    this.#countsDraws = countsDraws;
  }

  /** The event at `i` of a batch belongs to this stretch. */
  note(stretch: number, batch: EventBatch, i: number): void {
    this.#woke(batch.causes[i]);
    const kind = batch.kinds[i];
    const task = batch.tasks[i];
    const value = batch.fields[i * FIELDS];
    if (task > 0) this.#touchTask(stretch, task);
    if (OBJECT_CODES.has(kind)) this.#changed(stretch, value as string);
    switch (kind) {
      case Kind.taskCancelRequested:
        // It may be passed on to children, whether any of them is done or not.
        this.#changed(stretch, CHILDREN);
        break;
      case Kind.taskCreated:
        this.#changed(stretch, TASKS);
        break;
      case Kind.taskSuspended:
        this.#suspended(stretch, task, value as string);
        break;
      case Kind.taskStarted:
      case Kind.taskResumed:
      case Kind.taskCancelled:
        this.#waits.delete(task);
        break;
      case Kind.taskFinished:
        if (value !== 'returned') this.#failed.add(batch.first + i);
        break;
      case Kind.futureSettled:
        if (batch.fields[i * FIELDS + 1] !== 'result') this.#failed.add(batch.first + i);
        break;
      case Kind.randomDrawn:
        if (this.#countsDraws) this.#changed(stretch, RANDOM_NUMBERS);
        break;
      case Kind.loopStopped:
        this.#footprints.unbound(stretch);
    }
  }

  /** The handle of the event at `i` runs in this stretch. */
  executed(stretch: number, batch: EventBatch, i: number): void {
    const cause = batch.causes[i];
    this.#woke(cause);
    const task = batch.tasks[i];
    if (task > 0) this.#touchTask(stretch, task);
    const name = batch.fields[i * FIELDS] as string;
    if (name === 'run-until-complete') this.#footprints.unbound(stretch);
    else if (TELLING.has(name)) this.#changed(stretch, CHILDREN);
    else if (COUNTING.has(name)) {
      this.#footprints.touch(stretch, CHILDREN, this.#failed.has(cause) ? Mode.write : Mode.count);
      this.#counting.set(batch.first + i, stretch);
    }
  }

  /** A timer of asyncio's own fires that this task made: whatever it finds is the task's state. */
  fired(stretch: number, task: number): void {
    if (task > 0) this.#touchTask(stretch, task);
  }

  #touchTask(stretch: number, task: number): void {
    this.#taskNames[task] ??= `task#${task}`;
    this.#changed(stretch, this.#taskNames[task]);
    const objects = this.#waits.get(task);
    if (objects === undefined) return;
    for (const object of objects) this.#changed(stretch, object);
  }

  #changed(stretch: number, place: string): void {
    this.#footprints.touch(stretch, place, Mode.write);
  }

  /** A task begins to wait for what the label says, `queue#1 get` or `wait task#2 task#3`. */
  #suspended(stretch: number, task: number, label: string): void {
    const objects = objectsIn(label);
    for (const object of objects) this.#changed(stretch, object);
    this.#waits.set(task, objects);
    if (/ and \d+ more$/.test(label)) this.#footprints.unbound(stretch);
  }

  /** Something came of a handle that counts. */
  #woke(cause: number): void {
    const stretch = this.#counting.get(cause);
    if (stretch !== undefined) this.#changed(stretch, CHILDREN);
  }
}

const NONE: readonly string[] = [];

function objectsIn(label: string): readonly string[] {
  if (!label.includes('#')) return NONE;
  return label.includes(' ') ? label.split(' ').filter((word) => word.includes('#')) : [label];
}
