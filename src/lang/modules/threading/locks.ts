// `threading.Lock` and `threading.RLock`: who holds them, and who waits. A lock that is released is
// free until the first of those who wait takes it.
// Source: CPython 3.14 Modules/_threadmodule.c (lock_PyThread_acquire_lock, rlock_release).

import { RuntimeError, ValueError } from '../../../asyncio/exceptions.ts';
import type { ThreadIdentity } from '../../../kernel/threads.ts';
import type { Interpreter } from '../../interpreter.ts';
import { builtinClass, declareType, define } from '../../objects/classes.ts';
import { callBuiltin } from '../../objects/signature.ts';
import { truthy } from '../../objects/truth.ts';
import { Builtin, type PyClass } from '../../values.ts';
import { seconds } from '../asyncio/arguments.ts';
import { type BlockingSteps, blocking, WaitingThreads } from './blocking.ts';

/** The number that a thread goes by in the program. */
export function identOf({ number }: ThreadIdentity): number {
  return 0x7f0000000000 + number * 0x1000;
}

/** A lock of either kind; `owner` is who took it last. */
export abstract class ThreadLock {
  owner: ThreadIdentity | null = null;
  count = 0;
  readonly waiting = new WaitingThreads();

  abstract readonly isReentrant: boolean;

  /** Takes it if that is possible at once. */
  tryAcquire(thread: ThreadIdentity): boolean {
    if (this.count > 0 && !(this.isReentrant && this.owner === thread)) return false;
    this.owner = thread;
    this.count++;
    return true;
  }

  *acquire(run: Interpreter, limit: number | null): BlockingSteps<boolean> {
    const { threads } = run;
    const thread = threads.current;
    const end = limit === null ? null : threads.clock.now + limit;
    while (!this.tryAcquire(thread)) {
      const left = end === null ? null : end - threads.clock.now;
      if (!(yield* this.waiting.wait(threads, left))) return this.tryAcquire(thread);
    }
    return true;
  }

  /** Throws RuntimeError where it is not held; an RLock, where it is held by another thread. */
  abstract release(run: Interpreter): void;

  /** Lets it go whatever is held of it; gives what `restore` needs. */
  releaseWhole(): number {
    const { count } = this;
    this.count = 0;
    this.owner = null;
    this.waiting.wake();
    return count;
  }

  *restore(run: Interpreter, thread: ThreadIdentity, count: number): BlockingSteps<null> {
    while (!this.tryAcquire(thread)) yield* this.waiting.wait(run.threads, null);
    this.count = count;
    return null;
  }

  /** Whether the running thread may wait for a condition of it. */
  isOwned(run: Interpreter): boolean {
    return this.count > 0 && (!this.isReentrant || this.owner === run.threads.current);
  }
}

class PlainLock extends ThreadLock {
  override readonly isReentrant = false;

  override release(): void {
    if (this.count === 0) throw new RuntimeError('release unlocked lock');
    this.releaseWhole();
  }
}

class ReentrantLock extends ThreadLock {
  override readonly isReentrant = true;

  override release(run: Interpreter): void {
    if (this.count === 0 || this.owner !== run.threads.current) {
      throw new RuntimeError('cannot release un-acquired lock');
    }
    if (this.count === 1) this.releaseWhole();
    else this.count--;
  }
}

/** What `acquire(blocking, timeout)` asks for: 0 to try, null to wait for any time. */
function limitOf(run: Interpreter, blocks: unknown, timeout: unknown): number | null {
  const limit = seconds(timeout);
  if (!truthy(run, blocks)) {
    if (limit === -1) return 0;
    throw new ValueError("can't specify a timeout for a non-blocking call");
  }
  if (limit === -1) return null;
  if (limit < 0) throw new ValueError('timeout value must be a non-negative number');
  return limit;
}

function acquire(run: Interpreter, self: ThreadLock, blocks: unknown, timeout: unknown): unknown {
  const limit = limitOf(run, blocks, timeout);
  if (limit === 0) return self.tryAcquire(run.threads.current);
  return blocking(run, self.acquire(run, limit));
}

function release(run: Interpreter, self: ThreadLock): null {
  self.release(run);
  return null;
}

function lockClass(name: string, make: () => ThreadLock, text: (self: ThreadLock) => string) {
  const cls = builtinClass(name, undefined, '_thread');
  cls.messageName = `_thread.${name}`;
  cls.isFinal = name === 'lock';
  const call = new Builtin(`${name}()`, make);
  cls.signature = `${name}()`;
  cls.construct = (run, _called, args, keywords) => callBuiltin(run, call, args, keywords);
  return define(cls, [
    new Builtin('acquire(self, /, blocking=True, timeout=-1)', acquire),
    new Builtin('release(self, /)', release),
    new Builtin('locked(self, /)', (_run, self: ThreadLock) => self.count > 0),
    new Builtin('__enter__(self, /)', (run, self: ThreadLock) => acquire(run, self, true, -1)),
    new Builtin('__exit__(self, /, *exc_info)', release),
    new Builtin('__repr__(self, /)', (run, self: ThreadLock) => {
      const state = self.count > 0 ? 'locked' : 'unlocked';
      return `<${state} _thread.${name} object${text(self)} at ${run.addresses.text(self)}>`;
    }),
  ]);
}

export const lockOfThreads: PyClass = lockClass(
  'lock',
  () => new PlainLock(),
  () => '',
);
export const reentrantLockClass: PyClass = lockClass(
  'RLock',
  () => new ReentrantLock(),
  ({ owner, count }) => ` owner=${owner === null ? 0 : identOf(owner)} count=${count}`,
);
define(reentrantLockClass, [
  new Builtin('_is_owned(self, /)', (run, self: ThreadLock) => self.isOwned(run)),
]);
declareType(PlainLock, lockOfThreads);
declareType(ReentrantLock, reentrantLockClass);

/** A new RLock, as a condition makes itself one. */
export function newReentrantLock(): ThreadLock {
  return new ReentrantLock();
}
