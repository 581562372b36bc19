// Module `queue`: the queues between threads, which block whoever waits, and their exceptions. A
// class of the program may say how items are kept: `_init`, `_put`, `_get` and `_qsize`.
// Source: CPython 3.14 Lib/queue.py, Modules/_queuemodule.c.

import { Exception, ValueError } from '../../asyncio/exceptions.ts';
import type { Interpreter } from '../interpreter.ts';
import { builtinClass, declareType, define } from '../objects/classes.ts';
import { defineGetters, Getter } from '../objects/descriptors.ts';
import { exceptionClass } from '../objects/exception-classes.ts';
import { invoke } from '../objects/native-class.ts';
import { callBuiltin, LibraryFunction } from '../objects/signature.ts';
import { truthy } from '../objects/truth.ts';
import { Builtin, Instance, type PyClass, PyModule } from '../values.ts';
import { integer, optionalSeconds } from './asyncio/arguments.ts';
import { dequeClass } from './collections/deque.ts';
import { heapqModule } from './heapq.ts';
import { type BlockingSteps, blocking, WaitingThreads } from './threading/blocking.ts';

const emptyClass = builtinClass('Empty', [exceptionClass], '_queue');
const fullClass = builtinClass('Full', [exceptionClass], 'queue');
const shutDownClass = builtinClass('ShutDown', [exceptionClass], 'queue');

function raised(cls: PyClass): Exception {
  const error = new Exception();
  error.userClass = cls;
  return error;
}

class ThreadQueue extends Instance {
  readonly getters = new WaitingThreads();
  readonly putters = new WaitingThreads();
  readonly joiners = new WaitingThreads();
  maxSize: unknown = 0;
  unfinished = 0;
  isShutDown = false;
}

function sizeOf(run: Interpreter, self: ThreadQueue): number {
  return Number(invoke(run, self, '_qsize', []));
}

function isFull(run: Interpreter, self: ThreadQueue): boolean {
  const most = integer(run, self.maxSize);
  return most > 0 && sizeOf(run, self) >= most;
}

/** How long a call may wait: 0 for not at all, null for any time. Throws ValueError. */
function limitOf(run: Interpreter, blocks: unknown, timeout: unknown): number | null {
  if (!truthy(run, blocks)) return 0;
  const limit = optionalSeconds(timeout);
  if (limit !== null && limit < 0) {
    throw new ValueError("'timeout' must be a non-negative number");
  }
  return limit;
}

function* put(
  run: Interpreter,
  self: ThreadQueue,
  item: unknown,
  limit: number | null,
): BlockingSteps<null> {
  const { clock } = run.threads;
  const end = limit === null ? null : clock.now + limit;
  for (;;) {
    if (self.isShutDown) throw raised(shutDownClass);
    if (!isFull(run, self)) break;
    const left = end === null ? null : end - clock.now;
    if (left !== null && left <= 0) throw raised(fullClass);
    yield* self.putters.wait(run.threads, left);
  }
  invoke(run, self, '_put', [item]);
  self.unfinished++;
  self.getters.wake();
  return null;
}

function* get(run: Interpreter, self: ThreadQueue, limit: number | null): BlockingSteps<unknown> {
  const { clock } = run.threads;
  const end = limit === null ? null : clock.now + limit;
  while (sizeOf(run, self) === 0) {
    if (self.isShutDown) throw raised(shutDownClass);
    const left = end === null ? null : end - clock.now;
    if (left !== null && left <= 0) throw raised(emptyClass);
    yield* self.getters.wait(run.threads, left);
  }
  const item = invoke(run, self, '_get', []);
  self.putters.wake();
  return item;
}

function taskDone(self: ThreadQueue): null {
  if (self.unfinished === 0) throw new ValueError('task_done() called too many times');
  if (--self.unfinished === 0) self.joiners.wake(self.joiners.length);
  return null;
}

function* joined(run: Interpreter, self: ThreadQueue): BlockingSteps<null> {
  while (self.unfinished > 0) yield* self.joiners.wait(run.threads, null);
  return null;
}

function shutDown(run: Interpreter, self: ThreadQueue, immediate: unknown): null {
  self.isShutDown = true;
  if (truthy(run, immediate)) {
    while (sizeOf(run, self) > 0) {
      invoke(run, self, '_get', []);
      if (self.unfinished > 0) self.unfinished--;
    }
    self.joiners.wake(self.joiners.length);
  }
  self.getters.wake(self.getters.length);
  self.putters.wake(self.putters.length);
  return null;
}

const initialiser = new LibraryFunction(
  '__init__(self, maxsize=0)',
  (run, self: ThreadQueue, maxSize: unknown) => {
    self.maxSize = maxSize;
    invoke(run, self, '_init', [maxSize]);
    return null;
  },
);

/** How items are kept: in attribute `queue`, made by `make`, changed by `put` and `get`. */
function keeping(
  make: (run: Interpreter) => unknown,
  put: (run: Interpreter, items: unknown, item: unknown) => unknown,
  get: (run: Interpreter, items: unknown) => unknown,
): LibraryFunction[] {
  const itemsOf = (self: Instance): unknown => self.attributes.get('queue');
  return [
    new LibraryFunction('_init(self, maxsize)', (run, self: Instance) => {
      self.attributes.set('queue', make(run));
      return null;
    }),
    new LibraryFunction('_qsize(self)', (run, self: Instance) =>
      run.objects.length(run, itemsOf(self)),
    ),
    new LibraryFunction('_put(self, item)', (run, self: Instance, item: unknown) => {
      put(run, itemsOf(self), item);
      return null;
    }),
    new LibraryFunction('_get(self)', (run, self: Instance) => get(run, itemsOf(self))),
  ];
}

const queueClass = define(builtinClass('Queue', undefined, 'queue'), [
  initialiser,
  ...keeping(
    (run) => run.call(dequeClass, []),
    (run, items, item) => invoke(run, items, 'append', [item]),
    (run, items) => invoke(run, items, 'popleft', []),
  ),
  new LibraryFunction(
    'put(self, item, block=True, timeout=None)',
    (run, self: ThreadQueue, item: unknown, blocks: unknown, timeout: unknown) =>
      blocking(run, put(run, self, item, limitOf(run, blocks, timeout))),
  ),
  new LibraryFunction('put_nowait(self, item)', (run, self: ThreadQueue, item: unknown) =>
    blocking(run, put(run, self, item, 0)),
  ),
  new LibraryFunction(
    'get(self, block=True, timeout=None)',
    (run, self: ThreadQueue, blocks: unknown, timeout: unknown) =>
      blocking(run, get(run, self, limitOf(run, blocks, timeout))),
  ),
  new LibraryFunction('get_nowait(self)', (run, self: ThreadQueue) =>
    blocking(run, get(run, self, 0)),
  ),
  new LibraryFunction('qsize(self)', (run, self: ThreadQueue) => sizeOf(run, self)),
  new LibraryFunction('empty(self)', (run, self: ThreadQueue) => sizeOf(run, self) === 0),
  new LibraryFunction('full(self)', (run, self: ThreadQueue) => isFull(run, self)),
  new LibraryFunction('task_done(self)', (_run, self: ThreadQueue) => taskDone(self)),
  new LibraryFunction('join(self)', (run, self: ThreadQueue) => blocking(run, joined(run, self))),
  new LibraryFunction('shutdown(self, immediate=False)', shutDown),
]);
queueClass.construct = (run, called, args, keywords) => {
  const self = new ThreadQueue(called);
  const method = called.lookup('__init__');
  if (method instanceof Builtin) callBuiltin(run, method, [self, ...args], keywords);
  return self;
};
defineGetters(queueClass, [
  new Getter(
    'maxsize',
    (_run, self: ThreadQueue) => self.maxSize,
    (_run, self: ThreadQueue, value) => {
      self.maxSize = value;
    },
  ),
  new Getter('unfinished_tasks', (_run, self: ThreadQueue) => self.unfinished),
  new Getter('is_shutdown', (_run, self: ThreadQueue) => self.isShutDown),
]);
const inHeap = (name: string): unknown => heapqModule.attributes.get(name);
const priorityClass = define(builtinClass('PriorityQueue', [queueClass], 'queue'), [
  ...keeping(
    () => [],
    (run, items, item) => run.call(inHeap('heappush'), [items, item]),
    (run, items) => run.call(inHeap('heappop'), [items]),
  ),
]);
const lifoClass = define(builtinClass('LifoQueue', [queueClass], 'queue'), [
  ...keeping(
    () => [],
    (_run, items, item) => (items as unknown[]).push(item),
    (_run, items) => (items as unknown[]).pop(),
  ),
]);
for (const cls of [queueClass, priorityClass, lifoClass]) {
  cls.signature = `${cls.name}(maxsize=0)`;
  cls.attributes.set(
    '__class_getitem__',
    new Builtin('__class_getitem__(cls, item, /)', (_run, given: unknown) => given),
  );
}

/** `queue.SimpleQueue`: without a bound, and never full. */
class SimpleThreadQueue {
  readonly items: unknown[] = [];
  readonly getters = new WaitingThreads();

  *get(run: Interpreter, limit: number | null): BlockingSteps<unknown> {
    const { clock } = run.threads;
    const end = limit === null ? null : clock.now + limit;
    while (this.items.length === 0) {
      const left = end === null ? null : end - clock.now;
      if (left !== null && left <= 0) throw raised(emptyClass);
      yield* this.getters.wait(run.threads, left);
    }
    return this.items.shift();
  }

  put(item: unknown): null {
    this.items.push(item);
    this.getters.wake();
    return null;
  }
}

const simpleClass = builtinClass('SimpleQueue', undefined, '_queue');
simpleClass.messageName = '_queue.SimpleQueue';
simpleClass.isFinal = true;
declareType(SimpleThreadQueue, simpleClass);
const makeSimple = new Builtin('SimpleQueue()', () => new SimpleThreadQueue());
simpleClass.signature = 'SimpleQueue()';
simpleClass.construct = (run, _cls, args, keywords) => callBuiltin(run, makeSimple, args, keywords);
define(simpleClass, [
  new Builtin(
    'put(self, /, item, block=True, timeout=None)',
    (_run, self: SimpleThreadQueue, item: unknown) => self.put(item),
  ),
  new Builtin('put_nowait(self, /, item)', (_run, self: SimpleThreadQueue, item: unknown) =>
    self.put(item),
  ),
  new Builtin(
    'get(self, /, block=True, timeout=None)',
    (run, self: SimpleThreadQueue, blocks: unknown, timeout: unknown) =>
      blocking(run, self.get(run, limitOf(run, blocks, timeout))),
  ),
  new Builtin('get_nowait(self, /)', (run, self: SimpleThreadQueue) =>
    blocking(run, self.get(run, 0)),
  ),
  new Builtin('qsize(self, /)', (_run, self: SimpleThreadQueue) => self.items.length),
  new Builtin('empty(self, /)', (_run, self: SimpleThreadQueue) => self.items.length === 0),
]);

/** The module; the same for every run. */
export const queueModule = new PyModule(
  'queue',
  new Map<string, unknown>([
    ['Empty', emptyClass],
    ['Full', fullClass],
    ['ShutDown', shutDownClass],
    ['Queue', queueClass],
    ['PriorityQueue', priorityClass],
    ['LifoQueue', lifoClass],
    ['SimpleQueue', simpleClass],
  ]),
);
