// Lock, Event, Condition, Semaphore, BoundedSemaphore, the queues, Timeout and TaskGroup as
// programs see them. Source: CPython Lib/asyncio/locks.py, queues.py, timeouts.py, taskgroups.py.

import type { AsyncContextManager } from '../../../asyncio/context-managers.ts';
import { PyTypeError } from '../../../asyncio/exceptions.ts';
import { Condition, Event, Lock } from '../../../asyncio/locks.ts';
import { LifoQueue, PriorityQueue, Queue } from '../../../asyncio/queues.ts';
import { BoundedSemaphore, Semaphore } from '../../../asyncio/semaphores.ts';
import { TaskGroup } from '../../../asyncio/taskgroups.ts';
import { Timeout } from '../../../asyncio/timeouts.ts';
import type { Interpreter } from '../../interpreter.ts';
import { missingAttribute } from '../../objects/attributes.ts';
import { builtinClass, declareType, define } from '../../objects/classes.ts';
import { derivableInPython, filledAs } from '../../objects/derivable.ts';
import { shortName } from '../../objects/derived.ts';
import { defineGetters, Getter } from '../../objects/descriptors.ts';
import { defaultRepr } from '../../objects/repr.ts';
import { LibraryFunction } from '../../objects/signature.ts';
import { truthy } from '../../objects/truth.ts';
import type { Builtin, PyClass } from '../../values.ts';
import { Float, Instance } from '../../values.ts';
import { count, integer, optionalSeconds } from './arguments.ts';
import { constructs } from './construct.ts';
import { enter, keepByClass, keepingMethods, leave } from './derived-primitives.ts';
import { timeoutRepr } from './reprs.ts';
import { createTaskIn } from './task-making.ts';

type JsClass = abstract new (...args: never[]) => object;

export function primitive(
  jsClass: JsClass,
  name: string,
  module: string,
  bases: readonly PyClass[] | undefined,
  methods: readonly Builtin[],
): PyClass {
  const cls = define(builtinClass(name, bases, `asyncio.${module}`), methods);
  declareType(jsClass, cls);
  return cls;
}

/** A method that returns None. */
function action<S>(signature: string, act: (run: Interpreter, self: S, ...args: never[]) => void) {
  return new LibraryFunction(signature, (run: Interpreter, ...args: never[]) => {
    act(run, ...(args as unknown as [S, ...never[]]));
    return null;
  });
}

/** `__aenter__` and `__aexit__` of a primitive. */
export function contextMethods(): Builtin[] {
  return [
    new LibraryFunction('__aenter__(self)', (run, self: AsyncContextManager<unknown>) =>
      enter(run, self),
    ),
    new LibraryFunction(
      '__aexit__(self, exc_type, exc, tb)',
      (run, self: AsyncContextManager<unknown>, _type: unknown, error: unknown) =>
        leave(run, self, error),
    ),
  ];
}

/** Locks refuse `with lock`, as CPython's do. */
const lockMethods = (): Builtin[] => [
  ...contextMethods(),
  new LibraryFunction('acquire(self)', (_run, self: Lock) => self.acquire()),
  action('release(self)', (_run, self: Lock) => self.release()),
  new LibraryFunction('locked(self)', (_run, self: Lock) => self.locked()),
];

function repr(run: Interpreter, self: object, state: string, waiting: number): string {
  const waiters = waiting > 0 ? `, waiters:${waiting}` : '';
  return `${defaultRepr(run, self).slice(0, -1)} [${state}${waiters}]>`;
}

export const lockClass = primitive(Lock, 'Lock', 'locks', undefined, [
  ...lockMethods(),
  new LibraryFunction('__repr__(self)', (run, self: Lock) =>
    repr(run, self, self.locked() ? 'locked' : 'unlocked', self.waiting),
  ),
]);
derivableInPython(
  lockClass,
  'Lock()',
  () => new Lock(),
  () => {},
);

export const eventClass = primitive(Event, 'Event', 'locks', undefined, [
  new LibraryFunction('wait(self)', (_run, self: Event) => self.wait()),
  action('set(self)', (_run, self: Event) => self.set()),
  action('clear(self)', (_run, self: Event) => self.clear()),
  new LibraryFunction('is_set(self)', (_run, self: Event) => self.isSet()),
  new LibraryFunction('__repr__(self)', (run, self: Event) =>
    repr(run, self, self.isSet() ? 'set' : 'unset', self.waiting),
  ),
]);
derivableInPython(
  eventClass,
  'Event()',
  () => new Event(),
  () => {},
);

export const conditionClass = primitive(Condition, 'Condition', 'locks', undefined, [
  ...lockMethods(),
  new LibraryFunction('wait(self)', (_run, self: Condition) => self.wait()),
  new LibraryFunction('wait_for(self, predicate)', (run, self: Condition, predicate: unknown) =>
    self.waitFor(
      () => run.call(predicate, []),
      (value) => truthy(run, value),
    ),
  ),
  action('notify(self, n=1)', (run, self: Condition, n: unknown) => self.notify(integer(run, n))),
  action('notify_all(self)', (_run, self: Condition) => self.notifyAll()),
  new LibraryFunction('__repr__(self)', (run, self: Condition) =>
    repr(run, self, self.locked() ? 'locked' : 'unlocked', self.waiting),
  ),
]);
derivableInPython(
  conditionClass,
  'Condition(lock=None)',
  () => new Condition(),
  (_run, self: Condition, lock: unknown) => {
    if (lock === null) return;
    if (!(lock instanceof Lock)) {
      // CPython takes anything that behaves like a lock; `locked` is what it asks for first.
      if (!(lock instanceof Instance)) throw missingAttribute(lock, 'locked');
      throw new PyTypeError('lock: a Lock is expected');
    }
    self.useLock(lock);
  },
);

function semaphoreRepr(run: Interpreter, self: Semaphore): string {
  const state = self.locked() ? 'locked' : `unlocked, value:${self.value}`;
  return repr(run, self, state, self.waiting);
}

export const semaphoreClass = primitive(Semaphore, 'Semaphore', 'locks', undefined, [
  ...lockMethods(),
  new LibraryFunction('__repr__(self)', semaphoreRepr),
]);
defineGetters(semaphoreClass, [new Getter('_value', (_run, self: Semaphore) => self.value)]);
derivableInPython(
  semaphoreClass,
  'Semaphore(value=1)',
  () => new Semaphore(),
  (_run, self: Semaphore, value: unknown) => self.begin(count(value)),
);

export const boundedSemaphoreClass = primitive(
  BoundedSemaphore,
  'BoundedSemaphore',
  'locks',
  [semaphoreClass],
  [],
);
derivableInPython(
  boundedSemaphoreClass,
  'BoundedSemaphore(value=1)',
  () => new BoundedSemaphore(),
  (_run, self: BoundedSemaphore, value: unknown) => self.begin(count(value)),
);

function queueFormat(run: Interpreter, self: Queue): string {
  const items = self.items();
  const { getters, putters } = self.waiting;
  let text = `maxsize=${self.maxsize}`;
  if (items.length > 0) text += ` _queue=${run.objects.repr(run, items)}`;
  if (getters > 0) text += ` _getters[${getters}]`;
  if (putters > 0) text += ` _putters[${putters}]`;
  if (self.unfinishedTasks > 0) text += ` tasks=${self.unfinishedTasks}`;
  return self.isShutdown ? `${text} shutdown` : text;
}

/** Fills a queue that was made empty. */
function beginQueue(run: Interpreter, self: Queue, maxsize: unknown): void {
  self.maxsize = integer(run, maxsize);
  keepByClass(run, self, self.maxsize);
}

export const queueClass = primitive(Queue, 'Queue', 'queues', undefined, [
  ...keepingMethods,
  new LibraryFunction('put(self, item)', (_run, self: Queue, item: unknown) => self.put(item)),
  new LibraryFunction('get(self)', (_run, self: Queue) => self.get()),
  action('put_nowait(self, item)', (_run, self: Queue, item: unknown) => self.putNowait(item)),
  new LibraryFunction('get_nowait(self)', (_run, self: Queue) => self.getNowait()),
  action('task_done(self)', (_run, self: Queue) => self.taskDone()),
  new LibraryFunction('join(self)', (_run, self: Queue) => self.join()),
  new LibraryFunction('qsize(self)', (_run, self: Queue) => self.qsize()),
  new LibraryFunction('empty(self)', (_run, self: Queue) => self.empty()),
  new LibraryFunction('full(self)', (_run, self: Queue) => self.full()),
  action('shutdown(self, immediate=False)', (run, self: Queue, immediate: unknown) =>
    self.shutdown(truthy(run, immediate)),
  ),
  new LibraryFunction(
    '__repr__(self)',
    (run, self: Queue) =>
      `<${shortName(self)} at ${run.addresses.text(self)} ${queueFormat(run, self)}>`,
  ),
  new LibraryFunction(
    '__str__(self)',
    (run, self: Queue) => `<${shortName(self)} ${queueFormat(run, self)}>`,
  ),
]);
defineGetters(queueClass, [new Getter('maxsize', (_run, self: Queue) => self.maxsize)]);
const initialise = derivableInPython(queueClass, 'Queue(maxsize=0)', () => new Queue(), beginQueue);

export const priorityQueueClass = primitive(
  PriorityQueue,
  'PriorityQueue',
  'queues',
  [queueClass],
  [],
);
filledAs(priorityQueueClass, 'PriorityQueue(maxsize=0)', () => new PriorityQueue(), initialise);

export const lifoQueueClass = primitive(LifoQueue, 'LifoQueue', 'queues', [queueClass], []);
filledAs(lifoQueueClass, 'LifoQueue(maxsize=0)', () => new LifoQueue(), initialise);

export const timeoutClass = primitive(Timeout, 'Timeout', 'timeouts', undefined, [
  ...contextMethods(),
  new LibraryFunction('when(self)', (_run, self: Timeout) => {
    const when = self.when();
    return when === null ? null : new Float(when);
  }),
  action('reschedule(self, when)', (_run, self: Timeout, when: unknown) =>
    self.reschedule(optionalSeconds(when)),
  ),
  new LibraryFunction('expired(self)', (_run, self: Timeout) => self.expired()),
  new LibraryFunction('__repr__(self)', (_run, self: Timeout) => timeoutRepr(self)),
]);
constructs(
  timeoutClass,
  'Timeout(when)',
  (_run, when: unknown) => new Timeout(optionalSeconds(when)),
);

export const taskGroupClass = primitive(TaskGroup, 'TaskGroup', 'taskgroups', undefined, [
  ...contextMethods(),
  new LibraryFunction(
    'create_task(self, coro, **kwargs)',
    (run, self: TaskGroup, coro: unknown, keywords: ReadonlyMap<string, unknown>) =>
      createTaskIn(run, self, coro, keywords),
  ),
  new LibraryFunction('__repr__(self)', (_run, self: TaskGroup) => self.describe()),
]);
constructs(taskGroupClass, 'TaskGroup()', () => new TaskGroup());
