// What a class of the program that derives from a primitive changes: a queue keeps its items in
// `_queue` by the `_init`, `_put` and `_get` of its class, and `async with` enters and leaves a lock
// by its class's `acquire` and `release`.
// Source: CPython Lib/asyncio/queues.py (Queue), locks.py (_ContextManagerMixin).

import { type AsyncContextManager, Immediate } from '../../../asyncio/context-managers.ts';
import type { Coroutine } from '../../../asyncio/coroutines.ts';
import { Operation } from '../../../asyncio/operation.ts';
import { LifoQueue, PriorityQueue, type Queue, type Store } from '../../../asyncio/queues.ts';
import { heappop, heappush } from '../../../base/heapq.ts';
import type { Interpreter } from '../../interpreter.ts';
import { awaitable } from '../../machine/awaiting.ts';
import type { Runtime } from '../../machine/frame.ts';
import { getAttribute, ownAttributes } from '../../objects/attributes.ts';
import { lessThan } from '../../objects/compare.ts';
import { derivedClass } from '../../objects/derived.ts';
import { items } from '../../objects/iteration.ts';
import { invoke } from '../../objects/native-class.ts';
import { LibraryFunction } from '../../objects/signature.ts';
import { Builtin } from '../../values.ts';
import { PyDeque } from '../collections/deque.ts';

/** Whether the class of an object has a method of the program's in the place of its own. */
function isReplaced(self: object, name: string): boolean {
  const cls = derivedClass(self);
  return cls !== null && !(cls.lookup(name) instanceof Builtin);
}

/** `__aenter__` where the program says how a lock is acquired. */
class Entering extends Operation<null> {
  readonly name = 'Lock.__aenter__';
  readonly #run: Runtime;
  readonly #lock: object;

  constructor(run: Runtime, lock: object) {
    super();
    this.#run = run;
    this.#lock = lock;
  }

  protected override attempt(): boolean {
    return false;
  }

  protected override *wait(): Generator<unknown, null, unknown> {
    yield* awaitable(this.#run, invoke(this.#run, this.#lock, 'acquire', []));
    return null;
  }
}

type Manager = AsyncContextManager<unknown>;

/** `async with`, as the class of the object enters it. */
export function enter(run: Interpreter, self: Manager): unknown {
  return isReplaced(self, 'acquire') ? new Entering(run as Runtime, self) : self.aenter();
}

/** `async with`, as the class of the object leaves it. */
export function leave(run: Interpreter, self: Manager, error: unknown): unknown {
  if (!isReplaced(self, 'release')) return self.aexit(error);
  const left: Coroutine<boolean> = new Immediate('Lock.__aexit__', () => {
    invoke(run, self, 'release', []);
    return false;
  });
  return left;
}

/** The items of a queue, kept by the methods of its class. */
class KeptByClass implements Store<unknown> {
  readonly #run: Interpreter;
  readonly #queue: Queue;

  constructor(run: Interpreter, queue: Queue) {
    this.#run = run;
    this.#queue = queue;
  }

  get length(): number {
    return this.#run.objects.length(this.#run, getAttribute(this.#run, this.#queue, '_queue'));
  }

  push(item: unknown): void {
    invoke(this.#run, this.#queue, '_put', [item]);
  }

  shift(): unknown {
    return invoke(this.#run, this.#queue, '_get', []);
  }

  [Symbol.iterator](): Iterator<unknown> {
    return items(this.#run, getAttribute(this.#run, this.#queue, '_queue'));
  }
}

/** Makes a queue of the program's class keep its items as that says. */
export function keepByClass(run: Interpreter, queue: Queue, maxsize: number): void {
  if (derivedClass(queue) === null) return;
  queue.keepIn(new KeptByClass(run, queue));
  invoke(run, queue, '_init', [maxsize]);
}

/** What `_init` of the ready-made classes has made; undefined for a queue of those themselves. */
function kept(self: Queue): unknown {
  return ownAttributes(self)?.get('_queue');
}

/** `_init`, `_put` and `_get` of the ready-made queues. */
export const keepingMethods: readonly Builtin[] = [
  new LibraryFunction('_init(self, maxsize)', (_run, self: Queue) => {
    const isList = self instanceof PriorityQueue || self instanceof LifoQueue;
    ownAttributes(self)?.set('_queue', isList ? [] : new PyDeque(null));
    return null;
  }),
  new LibraryFunction('_put(self, item)', (run, self: Queue, item: unknown) => {
    const own = kept(self);
    if (own === undefined) self.store.push(item);
    else if (self instanceof PriorityQueue && Array.isArray(own)) {
      heappush(own, item, (a, b) => lessThan(run, a, b));
    } else invoke(run, own, 'append', [item]);
    return null;
  }),
  new LibraryFunction('_get(self)', (run, self: Queue) => {
    const own = kept(self);
    if (own === undefined) return self.store.shift();
    if (self instanceof PriorityQueue && Array.isArray(own)) {
      return heappop(own, (a, b) => lessThan(run, a, b));
    }
    return invoke(run, own, self instanceof LifoQueue ? 'pop' : 'popleft', []);
  }),
];
