// The contract of everything that reads a run: the kinds of events and their fields. An event is
// frozen plain data; `task` is a task's creation number (main is 1), 0 outside any task; `object`
// is class and creation number, `semaphore#1`. Values of the program appear as Python `repr` text
// only. Kinds are added, never bent: readers of old traces depend on them. Bump TRACE_VERSION with
// care.

/** Version of the format, the header's `trace`. */
export const TRACE_VERSION = 1;

/** Fields of each kind, in the order in which they are written. */
export interface EventFields {
  'task.created': { parent: number; name: string; coroutine: string; eager: boolean };
  'task.started': Record<never, never>;
  /**
   * `on`: `sleep`, `yield`, `future#3`, `task#2`, `lock#1`, `queue#1 get` …; `until` for a sleep.
   */
  'task.suspended': { on: string; until: number | null };
  'task.resumed': Record<never, never>;
  /** `outcome`: returned, raised or cancelled; `value`: repr of the value or of the exception. */
  'task.finished': { outcome: 'returned' | 'raised' | 'cancelled'; value: string };
  /** `by`: who asked, 0 for a callback; `count`: cancelling() afterwards. */
  'task.cancel-requested': { by: number; message: string | null; count: number };
  /** CancelledError is thrown into the task. */
  'task.cancelled': { message: string | null };
  'task.uncancelled': { count: number };
  /** `depth`: coroutines on the task's await stack, the called one included. */
  'coroutine.called': { coroutine: string; depth: number };
  'coroutine.returned': { coroutine: string; depth: number };
  'future.created': { object: string };
  'future.settled': { object: string; outcome: 'result' | 'exception' | 'cancelled' };
  'timer.scheduled': { timer: number; when: number };
  'timer.fired': { timer: number; when: number };
  'timer.cancelled': { timer: number; when: number };
  /**
   * `handle`: step, wakeup, sleep, timeout, callback, gather-child …; `cancelled` ones are skipped.
   */
  'handle.executed': { handle: string };
  'object.created': { object: string; class: string; name: string | null; capacity: number | null };
  'lock.waited': { object: string };
  'lock.acquired': { object: string };
  'lock.released': { object: string };
  'semaphore.waited': { object: string };
  /** `value`: permits left. */
  'semaphore.acquired': { object: string; value: number };
  'semaphore.released': { object: string; value: number };
  'event.waited': { object: string };
  'event.set': { object: string };
  'event.cleared': { object: string };
  'condition.waited': { object: string };
  'condition.notified': { object: string; count: number };
  'barrier.waited': { object: string; waiting: number };
  /** As many wait as it has parties: all of them may go. */
  'barrier.released': { object: string };
  'barrier.reset': { object: string };
  'barrier.aborted': { object: string };
  /** `operation`: get or put. */
  'queue.waited': { object: string; operation: 'get' | 'put' };
  'queue.put': { object: string; size: number };
  'queue.got': { object: string; size: number };
  /** join() returned. */
  'queue.joined': { object: string };
  'queue.shut-down': { object: string; immediate: boolean };
  'group.entered': { object: string };
  'group.aborted': { object: string };
  'group.exited': { object: string };
  'timeout.entered': { object: string; when: number | null };
  'timeout.expired': { object: string };
  'timeout.rescheduled': { object: string; when: number | null };
  'timeout.exited': { object: string };
  /** It had expired, and what it guards ended as if it had not. */
  'timeout.outlived': { object: string };
  'output.written': { stream: 'stdout' | 'stderr'; text: string };
  'variable.written': { name: string; value: string };
  'clock.blocked': { seconds: number };
  'random.drawn': { stream: string; value: string };
  'choice.made': { choice: string; options: number; picked: string };
  /** `rule`: always, eventually or finally; `index`: which of its expressions, from 0. */
  'expect.held': { rule: string; index: number; text: string };
  'expect.failed': { rule: string; index: number; text: string; reason: string };
  'warning.raised': { code: string; text: string };
  /** Nothing is ready: the clock jumps to `until`. */
  'loop.idle': { until: number };
  'loop.deadlocked': { waiting: number };
  'loop.stopped': Record<never, never>;
  /** A function is handed to a pool of threads; `function`: its name. */
  'job.submitted': { object: string; function: string };
  'job.started': { object: string };
  'job.finished': { object: string; outcome: 'returned' | 'raised'; value: string };
}

export type EventKind = keyof EventFields;

/** What every event has. */
export interface EventBase<K extends EventKind> {
  /** From 1, without a gap. */
  readonly seq: number;
  /** Passes of `runOnce`; the first is 1, 0 before it. */
  readonly iteration: number;
  /** Virtual seconds. */
  readonly time: number;
  readonly task: number;
  readonly kind: K;
  /** `[line, column]` in the source, where there is one. */
  readonly at: readonly [number, number] | null;
  /** `seq` of the event that made this one happen; 0 for none. */
  readonly cause: number;
}

export type EventOf<K extends EventKind> = EventBase<K> & Readonly<EventFields[K]>;
export type TraceEvent = { [K in EventKind]: EventOf<K> }[EventKind];

/**
 * Field names of each kind in the order of `EventFields`; the index is the kind's code in a column.
 */
const fieldNames: { readonly [K in EventKind]: readonly (keyof EventFields[K] & string)[] } = {
  'task.created': ['parent', 'name', 'coroutine', 'eager'],
  'task.started': [],
  'task.suspended': ['on', 'until'],
  'task.resumed': [],
  'task.finished': ['outcome', 'value'],
  'task.cancel-requested': ['by', 'message', 'count'],
  'task.cancelled': ['message'],
  'task.uncancelled': ['count'],
  'coroutine.called': ['coroutine', 'depth'],
  'coroutine.returned': ['coroutine', 'depth'],
  'future.created': ['object'],
  'future.settled': ['object', 'outcome'],
  'timer.scheduled': ['timer', 'when'],
  'timer.fired': ['timer', 'when'],
  'timer.cancelled': ['timer', 'when'],
  'handle.executed': ['handle'],
  'object.created': ['object', 'class', 'name', 'capacity'],
  'lock.waited': ['object'],
  'lock.acquired': ['object'],
  'lock.released': ['object'],
  'semaphore.waited': ['object'],
  'semaphore.acquired': ['object', 'value'],
  'semaphore.released': ['object', 'value'],
  'event.waited': ['object'],
  'event.set': ['object'],
  'event.cleared': ['object'],
  'condition.waited': ['object'],
  'condition.notified': ['object', 'count'],
  'barrier.waited': ['object', 'waiting'],
  'barrier.released': ['object'],
  'barrier.reset': ['object'],
  'barrier.aborted': ['object'],
  'queue.waited': ['object', 'operation'],
  'queue.put': ['object', 'size'],
  'queue.got': ['object', 'size'],
  'queue.joined': ['object'],
  'queue.shut-down': ['object', 'immediate'],
  'group.entered': ['object'],
  'group.aborted': ['object'],
  'group.exited': ['object'],
  'timeout.entered': ['object', 'when'],
  'timeout.expired': ['object'],
  'timeout.rescheduled': ['object', 'when'],
  'timeout.exited': ['object'],
  'timeout.outlived': ['object'],
  'output.written': ['stream', 'text'],
  'variable.written': ['name', 'value'],
  'clock.blocked': ['seconds'],
  'random.drawn': ['stream', 'value'],
  'choice.made': ['choice', 'options', 'picked'],
  'expect.held': ['rule', 'index', 'text'],
  'expect.failed': ['rule', 'index', 'text', 'reason'],
  'warning.raised': ['code', 'text'],
  'loop.idle': ['until'],
  'loop.deadlocked': ['waiting'],
  'loop.stopped': [],
  'job.submitted': ['object', 'function'],
  'job.started': ['object'],
  'job.finished': ['object', 'outcome', 'value'],
};

/** Every kind, in the order of its code. */
export const EVENT_KINDS = Object.keys(fieldNames) as readonly EventKind[];

/** Field names by code. */
export const EVENT_FIELDS: readonly (readonly string[])[] = Object.values(fieldNames);

/** The code of a kind: its place in EVENT_KINDS. */
export function codeOf(kind: EventKind): number {
  return EVENT_KINDS.indexOf(kind);
}

/** How a run ended: the `end` of the last line of a trace. */
export type EndStatus = 'finished' | 'failed' | 'deadlocked' | 'limit' | 'interrupted';
