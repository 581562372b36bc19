// What threads tell each other with: Condition, Event, Semaphore and BoundedSemaphore, Barrier.
// Source: CPython 3.14 Lib/threading.py.

import { PyTypeError, RuntimeError, ValueError } from '../../../asyncio/exceptions.ts';
import type { ThreadIdentity } from '../../../kernel/threads.ts';
import type { Interpreter } from '../../interpreter.ts';
import { builtinClass, declareType, define } from '../../objects/classes.ts';
import { defineGetters, Getter } from '../../objects/descriptors.ts';
import { LibraryFunction } from '../../objects/signature.ts';
import { truthy } from '../../objects/truth.ts';
import { typeName } from '../../objects/type-of.ts';
import { integer, optionalSeconds } from '../asyncio/arguments.ts';
import { constructs } from '../asyncio/construct.ts';
import { type BlockingSteps, blocking, WaitingThreads } from './blocking.ts';
import { newReentrantLock, ThreadLock } from './locks.ts';

class ThreadCondition {
  readonly lock: ThreadLock;
  readonly waiting = new WaitingThreads();

  constructor(lock: ThreadLock) {
    this.lock = lock;
  }

  checkOwned(run: Interpreter, verb: string): void {
    if (!this.lock.isOwned(run)) throw new RuntimeError(`cannot ${verb} on un-acquired lock`);
  }

  *wait(run: Interpreter, thread: ThreadIdentity, limit: number | null): BlockingSteps<boolean> {
    const held = this.lock.releaseWhole();
    const isWoken = yield* this.waiting.wait(run.threads, limit === null ? null : limit);
    yield* this.lock.restore(run, thread, held);
    return isWoken;
  }

  *waitFor(run: Interpreter, predicate: unknown, limit: number | null): BlockingSteps<unknown> {
    const { current, clock } = run.threads;
    const end = limit === null ? null : clock.now + limit;
    for (;;) {
      const result = run.call(predicate, []);
      if (truthy(run, result)) return result;
      const left = end === null ? null : end - clock.now;
      if (left !== null && left <= 0) return result;
      this.checkOwned(run, 'wait');
      yield* this.wait(run, current, left);
    }
  }
}

const conditionClass = builtinClass('Condition', undefined, 'threading');
declareType(ThreadCondition, conditionClass);
constructs(conditionClass, 'Condition(lock=None)', (_run, lock: unknown) => {
  if (lock === null) return new ThreadCondition(newReentrantLock());
  if (lock instanceof ThreadLock) return new ThreadCondition(lock);
  throw new PyTypeError(`a lock of threading was expected, not ${typeName(lock)}`);
});

/** A method of the lock that the condition has, too. */
function ofLock(signature: string): LibraryFunction {
  const name = signature.slice(0, signature.indexOf('('));
  return new LibraryFunction(signature, (run, self: ThreadCondition, ...given: unknown[]) =>
    run.call(
      run.objects.getAttribute(run, self.lock, name),
      name === '__exit__' ? [null, null, null] : given,
    ),
  );
}

/** As the lock's, which makes a thread stand still. */
function acquireLock(run: Interpreter, { lock }: ThreadCondition): unknown {
  return blocking(run, lock.acquire(run, null));
}

define(conditionClass, [
  new LibraryFunction(
    'acquire(self, blocking=True, timeout=-1)',
    (run, self: ThreadCondition, blocks: unknown, timeout: unknown) => {
      if (truthy(run, blocks) && timeout === -1) return acquireLock(run, self);
      return run.call(run.objects.getAttribute(run, self.lock, 'acquire'), [blocks, timeout]);
    },
  ),
  ofLock('release(self)'),
  ofLock('locked(self)'),
  new LibraryFunction('__enter__(self)', acquireLock),
  ofLock('__exit__(self, *args)'),
  new LibraryFunction('wait(self, timeout=None)', (run, self: ThreadCondition, limit: unknown) => {
    self.checkOwned(run, 'wait');
    return blocking(run, self.wait(run, run.threads.current, optionalSeconds(limit)));
  }),
  new LibraryFunction(
    'wait_for(self, predicate, timeout=None)',
    (run, self: ThreadCondition, predicate: unknown, limit: unknown) =>
      blocking(run, self.waitFor(run, predicate, optionalSeconds(limit))),
  ),
  new LibraryFunction('notify(self, n=1)', (run, self: ThreadCondition, n: unknown) => {
    self.checkOwned(run, 'notify');
    self.waiting.wake(integer(run, n));
    return null;
  }),
  new LibraryFunction('notify_all(self)', (run, self: ThreadCondition) => {
    self.checkOwned(run, 'notify');
    self.waiting.wake(self.waiting.length);
    return null;
  }),
  new LibraryFunction('__repr__(self)', (run, self: ThreadCondition) => {
    return `<Condition(${run.objects.repr(run, self.lock)}, ${self.waiting.length})>`;
  }),
]);

class ThreadEvent {
  isSet = false;
  readonly waiting = new WaitingThreads();

  *wait(run: Interpreter, limit: number | null): BlockingSteps<boolean> {
    return this.isSet || (yield* this.waiting.wait(run.threads, limit));
  }
}

const eventClass = builtinClass('Event', undefined, 'threading');
declareType(ThreadEvent, eventClass);
constructs(eventClass, 'Event()', () => new ThreadEvent());
define(eventClass, [
  new LibraryFunction('is_set(self)', (_run, self: ThreadEvent) => self.isSet),
  new LibraryFunction('set(self)', (_run, self: ThreadEvent) => {
    self.isSet = true;
    self.waiting.wake(self.waiting.length);
    return null;
  }),
  new LibraryFunction('clear(self)', (_run, self: ThreadEvent) => {
    self.isSet = false;
    return null;
  }),
  new LibraryFunction('wait(self, timeout=None)', (run, self: ThreadEvent, limit: unknown) =>
    blocking(run, self.wait(run, optionalSeconds(limit))),
  ),
  new LibraryFunction('__repr__(self)', (run, self: ThreadEvent) => {
    const state = self.isSet ? 'set' : 'unset';
    return `<threading.Event at ${run.addresses.text(self)}: ${state}>`;
  }),
]);

class ThreadSemaphore {
  value: number;
  /** What it begins with; null where it may grow beyond. */
  readonly bound: number | null;
  readonly waiting = new WaitingThreads();

  constructor(value: number, isBounded: boolean) {
    if (value < 0) throw new ValueError('semaphore initial value must be >= 0');
    this.value = value;
    this.bound = isBounded ? value : null;
  }

  *acquire(run: Interpreter, limit: number | null): BlockingSteps<boolean> {
    const { threads } = run;
    const end = limit === null ? null : threads.clock.now + limit;
    while (this.value === 0) {
      const left = end === null ? null : end - threads.clock.now;
      if (left !== null && left <= 0) return false;
      yield* this.waiting.wait(threads, left);
    }
    this.value--;
    return true;
  }
}

class BoundedThreadSemaphore extends ThreadSemaphore {}

const semaphoreClass = builtinClass('Semaphore', undefined, 'threading');
const boundedClass = builtinClass('BoundedSemaphore', [semaphoreClass], 'threading');
declareType(ThreadSemaphore, semaphoreClass);
declareType(BoundedThreadSemaphore, boundedClass);
constructs(
  semaphoreClass,
  'Semaphore(value=1)',
  (run, value: unknown) => new ThreadSemaphore(integer(run, value), false),
);
constructs(
  boundedClass,
  'BoundedSemaphore(value=1)',
  (run, value: unknown) => new BoundedThreadSemaphore(integer(run, value), true),
);

function release(self: ThreadSemaphore, count: number): null {
  if (count < 1) throw new ValueError('n must be one or more');
  if (self.bound !== null && self.value + count > self.bound) {
    throw new ValueError('Semaphore released too many times');
  }
  self.value += count;
  self.waiting.wake(count);
  return null;
}

define(semaphoreClass, [
  new LibraryFunction(
    'acquire(self, blocking=True, timeout=None)',
    (run, self: ThreadSemaphore, blocks: unknown, timeout: unknown) => {
      if (truthy(run, blocks)) return blocking(run, self.acquire(run, optionalSeconds(timeout)));
      if (timeout === null) return self.value > 0 && self.value-- > 0;
      throw new ValueError("can't specify timeout for non-blocking acquire");
    },
  ),
  new LibraryFunction('__enter__(self)', (run, self: ThreadSemaphore) =>
    blocking(run, self.acquire(run, null)),
  ),
  new LibraryFunction('release(self, n=1)', (run, self: ThreadSemaphore, n: unknown) =>
    release(self, integer(run, n)),
  ),
  new LibraryFunction('__exit__(self, t, v, tb)', (_run, self: ThreadSemaphore) =>
    release(self, 1),
  ),
  new LibraryFunction('__repr__(self)', (run, self: ThreadSemaphore) => {
    const name = self.bound === null ? 'Semaphore' : 'BoundedSemaphore';
    const value = self.bound === null ? `${self.value}` : `${self.value}/${self.bound}`;
    return `<threading.${name} at ${run.addresses.text(self)}: value=${value}>`;
  }),
]);

defineGetters(semaphoreClass, [new Getter('_value', (_run, self: ThreadSemaphore) => self.value)]);

/** The classes, by their names. */
export const signalClasses = [conditionClass, eventClass, semaphoreClass, boundedClass] as const;
