// Module `threading`: locks and signals between the program's threads, which run on virtual time;
// who runs, and what each keeps for itself. Left out: excepthook, tracing, Barrier.
// Source: CPython 3.14 Lib/threading.py, Modules/_threadmodule.c (local).

import { RuntimeError } from '../../../asyncio/exceptions.ts';
import type { ThreadIdentity } from '../../../kernel/threads.ts';
import type { Interpreter } from '../../interpreter.ts';
import { builtinClass } from '../../objects/classes.ts';
import { exceptionClassOf } from '../../objects/exception-classes.ts';
import { LibraryFunction } from '../../objects/signature.ts';
import { Float, Instance, type PyClass, PyModule } from '../../values.ts';
import { identOf, lockOfThreads, reentrantLockClass } from './locks.ts';
import { signalClasses } from './signals.ts';
import { threadClass, threadObject, timerClass } from './thread.ts';

/** Attributes that each thread has for itself; a class of the program fills them by `__init__`. */
class ThreadLocal extends Instance {
  constructor(run: Interpreter, cls: PyClass, fill: (self: ThreadLocal) => void) {
    super(cls);
    const byThread = new Map<ThreadIdentity, Map<string, unknown>>([
      [run.threads.current, this.attributes],
    ]);
    const ofThread = (): Map<string, unknown> => {
      const { current } = run.threads;
      let own = byThread.get(current);
      if (own === undefined) {
        own = new Map();
        byThread.set(current, own);
        fill(this);
      }
      return own;
    };
    Object.defineProperty(this, 'attributes', { get: ofThread });
  }
}

const localClass = builtinClass('_local', undefined, '_thread');
localClass.messageName = '_thread._local';
localClass.construct = (run, called, args, keywords) => {
  const fill = (self: ThreadLocal): void => {
    const method = called.lookup('__init__');
    if (method !== undefined) run.call(method, [self, ...args], keywords);
  };
  return new ThreadLocal(run, called, fill);
};

/** CPython's on Linux: the longest wait, in seconds. */
const LONGEST = 9_223_372_036;

const functions: readonly LibraryFunction[] = [
  new LibraryFunction('current_thread()', ({ threads }) => threadObject(threads, threads.current)),
  new LibraryFunction('main_thread()', ({ threads }) => threadObject(threads, threads.main)),
  new LibraryFunction('get_ident()', ({ threads }) => identOf(threads.current)),
  new LibraryFunction('get_native_id()', ({ threads }) => threads.current.number),
  new LibraryFunction('active_count()', ({ threads }) => threads.alive.size),
  new LibraryFunction('enumerate()', ({ threads }) =>
    [...threads.alive].map((each) => threadObject(threads, each)),
  ),
];

/** The module; the same for every run. */
export const threadingModule = new PyModule(
  'threading',
  new Map<string, unknown>([
    ...functions.map((each): [string, unknown] => [each.name, each]),
    ...signalClasses.map((each): [string, unknown] => [each.name, each]),
    ['Lock', lockOfThreads],
    ['RLock', reentrantLockClass],
    ['Thread', threadClass],
    ['Timer', timerClass],
    ['ThreadError', exceptionClassOf(RuntimeError)],
    ['TIMEOUT_MAX', new Float(LONGEST)],
    ['local', localClass],
  ]),
);
