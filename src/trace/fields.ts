// What a field of an event may hold, kind by kind: the runtime side of `EventFields`, which the
// compiler checks against it. The writer refuses what does not fit (a mistake of ours), the reader
// too (a damaged or edited file). `integer` is a safe integer, `number` any float64; `?` allows
// null; a list enumerates.

import { EVENT_FIELDS, EVENT_KINDS, type EventFields, type EventKind } from './event.ts';

export type FieldType =
  | 'string'
  | 'string?'
  | 'integer'
  | 'number'
  | 'number?'
  | 'boolean'
  | readonly string[];

type TypeOf<T> = [T] extends [boolean]
  ? 'boolean'
  : [T] extends [number]
    ? 'integer' | 'number'
    : [T] extends [number | null]
      ? 'number?'
      : [T] extends [string]
        ? string extends T
          ? 'string'
          : readonly T[]
        : 'string?';

type FieldTypes = {
  readonly [K in EventKind]: { readonly [F in keyof EventFields[K]]: TypeOf<EventFields[K][F]> };
};

const object = { object: 'string' } as const;
const holder = { object: 'string', value: 'number' } as const;
const sized = { object: 'string', size: 'integer' } as const;
const timer = { timer: 'integer', when: 'number' } as const;
const deadline = { object: 'string', when: 'number?' } as const;
const frame = { coroutine: 'string', depth: 'integer' } as const;

const fieldTypes: FieldTypes = {
  'task.created': { parent: 'integer', name: 'string', coroutine: 'string', eager: 'boolean' },
  'task.started': {},
  'task.suspended': { on: 'string', until: 'number?' },
  'task.resumed': {},
  'task.finished': { outcome: ['returned', 'raised', 'cancelled'], value: 'string' },
  'task.cancel-requested': { by: 'integer', message: 'string?', count: 'integer' },
  'task.cancelled': { message: 'string?' },
  'task.uncancelled': { count: 'integer' },
  'coroutine.called': frame,
  'coroutine.returned': frame,
  'future.created': object,
  'future.settled': { object: 'string', outcome: ['result', 'exception', 'cancelled'] },
  'timer.scheduled': timer,
  'timer.fired': timer,
  'timer.cancelled': timer,
  'handle.executed': { handle: 'string' },
  'object.created': { object: 'string', class: 'string', name: 'string?', capacity: 'number?' },
  'lock.waited': object,
  'lock.acquired': object,
  'lock.released': object,
  'semaphore.waited': object,
  'semaphore.acquired': holder,
  'semaphore.released': holder,
  'event.waited': object,
  'event.set': object,
  'event.cleared': object,
  'condition.waited': object,
  'condition.notified': { object: 'string', count: 'integer' },
  'barrier.waited': { object: 'string', waiting: 'integer' },
  'barrier.released': object,
  'barrier.reset': object,
  'barrier.aborted': object,
  'queue.waited': { object: 'string', operation: ['get', 'put'] },
  'queue.put': sized,
  'queue.got': sized,
  'queue.joined': object,
  'queue.shut-down': { object: 'string', immediate: 'boolean' },
  'group.entered': object,
  'group.aborted': object,
  'group.exited': object,
  'timeout.entered': deadline,
  'timeout.expired': object,
  'timeout.rescheduled': deadline,
  'timeout.exited': object,
  'timeout.outlived': object,
  'output.written': { stream: ['stdout', 'stderr'], text: 'string' },
  'variable.written': { name: 'string', value: 'string' },
  'clock.blocked': { seconds: 'number' },
  'random.drawn': { stream: 'string', value: 'string' },
  'choice.made': { choice: 'string', options: 'integer', picked: 'string' },
  'expect.held': { rule: 'string', index: 'integer', text: 'string' },
  'expect.failed': { rule: 'string', index: 'integer', text: 'string', reason: 'string' },
  'warning.raised': { code: 'string', text: 'string' },
  'loop.idle': { until: 'number' },
  'loop.deadlocked': { waiting: 'integer' },
  'loop.stopped': {},
  'job.submitted': { object: 'string', function: 'string' },
  'job.started': object,
  'job.finished': { object: 'string', outcome: ['returned', 'raised'], value: 'string' },
};

/** Types of each kind's fields by code, in the order of EVENT_FIELDS. */
export const EVENT_FIELD_TYPES: readonly (readonly FieldType[])[] = EVENT_KINDS.map(
  (kind, code) => {
    const types = new Map<string, FieldType>(Object.entries(fieldTypes[kind]));
    return EVENT_FIELDS[code].map((name) => types.get(name)!);
  },
);

/** Whether `value` may stand in a field of `type`. */
export function fits(type: FieldType, value: unknown): boolean {
  switch (type) {
    case 'string':
      return typeof value === 'string';
    case 'string?':
      return value === null || typeof value === 'string';
    case 'integer':
      return Number.isSafeInteger(value) && !Object.is(value, -0);
    case 'number':
      return typeof value === 'number';
    case 'number?':
      return value === null || typeof value === 'number';
    case 'boolean':
      return typeof value === 'boolean';
    default:
      return typeof value === 'string' && type.includes(value);
  }
}

/** What a field of `type` holds, in words. */
export function describe(type: FieldType): string {
  if (typeof type !== 'string') return `one of ${type.join(', ')}`;
  const article = type.startsWith('integer') ? 'an' : 'a';
  return `${article} ${type.endsWith('?') ? `${type.slice(0, -1)} or null` : type}`;
}
