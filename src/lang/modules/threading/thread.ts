// `threading.Thread` and `Timer`: a function in a thread of its own, begun inside `start()`. The
// instances are the program's: a class that derives from Thread writes its own `run`.
// Source: CPython 3.14 Lib/threading.py (Thread, Timer, _make_excepthook).

import {
  type Coroutine,
  GeneratorCoroutine,
  PREEMPTED,
  RETURNED,
  YIELDED,
} from '../../../asyncio/coroutines.ts';
import {
  AssertionError,
  BaseException,
  RuntimeError,
  SystemExit,
} from '../../../asyncio/exceptions.ts';
import { Job, startThread } from '../../../asyncio/thread-pool.ts';
import type { ThreadIdentity, Threads } from '../../../kernel/threads.ts';
import type { Interpreter } from '../../interpreter.ts';
import { getAttribute, getAttributeOr } from '../../objects/attributes.ts';
import { builtinClass, define } from '../../objects/classes.ts';
import { defineGetters, Getter } from '../../objects/descriptors.ts';
import { Dict } from '../../objects/dict.ts';
import { toArray } from '../../objects/iteration.ts';
import { callBuiltin, LibraryFunction } from '../../objects/signature.ts';
import { truthy } from '../../objects/truth.ts';
import { Instance, type PyClass } from '../../values.ts';
import { optionalSeconds, seconds } from '../asyncio/arguments.ts';
import { threadBody } from '../concurrent-futures.ts';
import { tracebackOf } from '../program-stack.ts';
import { type BlockingSteps, blocking, waited } from './blocking.ts';
import { identOf } from './locks.ts';

/** A Thread of the program's, or what it knows another thread by. */
class ThreadObject extends Instance {
  identity: ThreadIdentity | null = null;
  name = '';
  isDaemon = false;
  isStarted = false;
  target: unknown = null;
  args: readonly unknown[] = [];
  keywords: ReadonlyMap<string, unknown> | null = null;
  /** Of a Timer: when its function is called. */
  delaySeconds: number | null = null;
  /** Done when a Timer need not wait any more. */
  cancelled: Job<null> | null = null;
  /** Done when it has ended; null where it has not been initialised. */
  over: Job<null> | null = null;
}

/** What the program knows a thread by, made when it first asks. */
export function threadObject(threads: Threads, identity: ThreadIdentity): ThreadObject {
  if (identity.object instanceof ThreadObject) return identity.object;
  const made = new ThreadObject(identity === threads.main ? mainThreadClass : threadClass);
  made.identity = identity;
  made.name = identity.name;
  made.isStarted = true;
  made.over = new Job<null>(threads, null);
  identity.object = made;
  return made;
}

function keywordsOf(run: Interpreter, given: unknown): ReadonlyMap<string, unknown> | null {
  if (!(given instanceof Dict)) return null;
  return new Map([...given.entries()].map(({ key, value }) => [run.objects.str(run, key), value]));
}

function nameFor(run: Interpreter, target: unknown): string {
  const name = run.threads.threadName();
  const of = target === null ? undefined : getAttributeOr(run, target, '__name__');
  return typeof of === 'string' ? `${name} (${of})` : name;
}

function initialise(run: Interpreter, self: ThreadObject, ...given: unknown[]): null {
  const [group, target, name, args, keywords, daemon] = given;
  if (group !== null) throw new AssertionError('group argument must be None for now');
  const { threads } = run;
  self.target = target;
  self.name = truthy(run, name) ? run.objects.str(run, name) : nameFor(run, target);
  self.args = toArray(run, args);
  self.keywords = keywordsOf(run, keywords);
  const parent = threadObject(threads, threads.current);
  self.isDaemon = daemon === null ? parent.isDaemon : truthy(run, daemon);
  self.over = new Job<null>(threads, null);
  return null;
}

/** Calls the function of a Thread that has no `run` of its own. */
function callTarget(run: Interpreter, { target, args, keywords }: ThreadObject): null {
  if (target !== null) run.call(target, args, keywords);
  return null;
}

/** What the thread runs: the target itself where nobody wrote another `run`. */
function workOf(run: Interpreter, self: ThreadObject): Coroutine {
  const method = self.cls.lookup('run');
  const isPlain = method === threadClass.attributes.get('run');
  if (!isPlain) return threadBody(run, getAttribute(run, self, 'run'), [], null);
  const target = self.target ?? noTarget;
  return threadBody(run, target, self.target === null ? [] : self.args, self.keywords);
}

const noTarget = new LibraryFunction('run()', () => null);

/** The work of a Timer, which waits before. */
function* later(run: Interpreter, self: ThreadObject, limit: number): Generator<unknown, unknown> {
  const isCancelled = yield waited(run.threads, { until: self.cancelled as Job<null>, limit });
  if (isCancelled === true) return null;
  const work = workOf(run, self);
  let signal = work.send(undefined);
  while (signal === YIELDED || signal === PREEMPTED) {
    const until = signal === PREEMPTED ? 0 : work.payload;
    let value: unknown;
    try {
      value = yield until;
    } catch (error) {
      signal = work.throw(error);
      continue;
    }
    signal = work.send(signal === PREEMPTED ? undefined : value);
  }
  if (signal === RETURNED) return work.payload;
  throw work.payload;
}

/** What is left of an exception that nobody caught: a report. */
function reportFailure(run: Interpreter, self: ThreadObject, job: Job): void {
  const error = job.exception();
  if (!(error instanceof BaseException) || error instanceof SystemExit) return;
  const text = tracebackOf(run, error).join('');
  run.write('stderr', `Exception in thread ${self.name}:\n${text}`);
}

function start(run: Interpreter, self: ThreadObject): null {
  if (self.over === null) throw new RuntimeError('thread.__init__() not called');
  if (self.isStarted) throw new RuntimeError('threads can only be started once');
  const { threads } = run;
  const { delaySeconds } = self;
  const identity = threads.identify(self.name);
  identity.isDaemon = self.isDaemon;
  identity.object = self;
  self.identity = identity;
  self.isStarted = true;
  const body =
    delaySeconds === null
      ? workOf(run, self)
      : new GeneratorCoroutine(later(run, self, delaySeconds), self.name);
  startThread(threads, identity, body).addDoneCallback((job) => {
    reportFailure(run, self, job);
    (self.over as Job<null>).setResult(null);
  });
  return null;
}

function* untilOver(self: ThreadObject, limit: number | null): BlockingSteps<null> {
  const over = self.over as Job<null>;
  if (!over.done()) yield { until: over, limit };
  return null;
}

function join(run: Interpreter, self: ThreadObject, limit: unknown): unknown {
  if (self.over === null) throw new RuntimeError('Thread.__init__() not called');
  if (!self.isStarted) throw new RuntimeError('cannot join thread before it is started');
  if (self.identity === run.threads.current) throw new RuntimeError('cannot join current thread');
  const most = optionalSeconds(limit);
  return blocking(run, untilOver(self, most === null ? null : Math.max(most, 0)));
}

function isAlive({ isStarted, over }: ThreadObject): boolean {
  return isStarted && over !== null && !over.done();
}

function threadRepr(_run: Interpreter, self: ThreadObject): string {
  const isOver = self.over?.done() === true;
  const status = isOver ? 'stopped' : self.isStarted ? 'started' : 'initial';
  const daemon = self.isDaemon ? ' daemon' : '';
  const ident = self.identity === null ? '' : ` ${identOf(self.identity)}`;
  return `<${self.cls.name}(${self.name}, ${status}${daemon}${ident})>`;
}

const initialiser = new LibraryFunction(
  '__init__(self, group=None, target=None, name=None, args=(), kwargs=None, *, daemon=None, ' +
    'context=None)',
  initialise,
);
export const threadClass: PyClass = define(builtinClass('Thread', undefined, 'threading'), [
  initialiser,
  new LibraryFunction('start(self)', start),
  new LibraryFunction('run(self)', callTarget),
  new LibraryFunction('join(self, timeout=None)', join),
  new LibraryFunction('is_alive(self)', (_run, self: ThreadObject) => isAlive(self)),
  new LibraryFunction('__repr__(self)', threadRepr),
]);
threadClass.signature = initialiser.signature.replace('__init__(self, ', 'Thread(');
threadClass.construct = (run, called, args, keywords) => {
  const self = new ThreadObject(called);
  const method = called.lookup('__init__');
  if (method instanceof LibraryFunction) callBuiltin(run, method, [self, ...args], keywords);
  return self;
};
defineGetters(threadClass, [
  new Getter(
    'name',
    (_run, self: ThreadObject) => self.name,
    (run, self: ThreadObject, name) => {
      self.name = run.objects.str(run, name);
      if (self.identity !== null) self.identity.name = self.name;
    },
  ),
  new Getter(
    'daemon',
    (_run, self: ThreadObject) => self.isDaemon,
    (run, self: ThreadObject, value) => {
      if (self.isStarted) throw new RuntimeError('cannot set daemon status of active thread');
      self.isDaemon = truthy(run, value);
    },
  ),
  new Getter('ident', (_run, { identity }: ThreadObject) =>
    identity === null ? null : identOf(identity),
  ),
  new Getter('native_id', (_run, { identity }: ThreadObject) => identity?.number ?? null),
]);

const mainThreadClass = builtinClass('_MainThread', [threadClass], 'threading');

const timerInitialiser = new LibraryFunction(
  '__init__(self, interval, function, args=None, kwargs=None)',
  (run, self: ThreadObject, interval: unknown, callee: unknown, args, keywords: unknown) => {
    initialise(run, self, null, callee, null, args ?? [], keywords, null);
    self.name = self.name.replace(/ \(.*\)$/, '');
    self.delaySeconds = seconds(interval);
    self.cancelled = new Job<null>(run.threads, null);
    return null;
  },
);
export const timerClass: PyClass = define(builtinClass('Timer', [threadClass], 'threading'), [
  timerInitialiser,
  new LibraryFunction('cancel(self)', (_run, self: ThreadObject) => {
    if (self.cancelled?.done() === false) self.cancelled.setResult(null);
    return null;
  }),
]);
timerClass.signature = timerInitialiser.signature.replace('__init__(self, ', 'Timer(');
