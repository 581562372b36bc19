// A primitive belongs to the loop in which something waited for it first. The messages were read
// off CPython 3.14.2.
import { describe, expect, test } from 'vitest';
import * as sim from '../../src/index.ts';

/** A primitive, and an operation of it that has to wait for `release`. */
const contended: readonly (readonly [string, () => Contended])[] = [
  ['Lock', () => heldLock()],
  ['Event', () => of(new sim.Event(), (event) => clearedEvent(event))],
  ['Semaphore', () => of(new sim.Semaphore(0), (one) => [one.acquire(), () => one.release()])],
  ['Queue', () => of(new sim.Queue(), (queue) => [queue.get(), () => queue.putNowait(1)])],
];

interface Contended {
  readonly primitive: object;
  begin(): readonly [sim.Coroutine, () => void];
}

function of<P extends object>(
  primitive: P,
  begin: (primitive: P) => readonly [sim.Coroutine, () => void],
): Contended {
  return { primitive, begin: () => begin(primitive) };
}

function clearedEvent(event: sim.Event): readonly [sim.Coroutine, () => void] {
  event.clear();
  return [event.wait(), () => event.set()];
}

function heldLock(): Contended {
  return of(new sim.Lock(), (lock) => {
    lock.acquire().send(undefined);
    return [lock.acquire(), () => lock.release()];
  });
}

/** One run in which the operation waits. */
function waitOnce({ begin }: Contended): void {
  sim.run(
    (function* () {
      const [waits, release] = begin();
      sim.getRunningLoop().callSoon(release);
      yield* waits;
    })(),
  );
}

function errorOf(act: () => void): unknown {
  try {
    act();
    return null;
  } catch (error) {
    return described(error);
  }
}

function described(error: unknown): unknown {
  const { typeName, args } = error as sim.BaseException;
  return [typeName, args];
}

describe('a primitive that was waited for in one loop', () => {
  for (const [name, make] of contended) {
    test(`${name} is refused in another, with CPython's words`, () => {
      const one = make();
      waitOnce(one);
      const message = `<${name}> is bound to a different event loop`;
      expect(errorOf(() => waitOnce(one))).toEqual(['RuntimeError', [message]]);
    });
  }
});

test('what never waits can be used in every loop', () => {
  const lock = new sim.Lock();
  const use = function* (): Generator<unknown, boolean, unknown> {
    yield* lock.acquire();
    lock.release();
    return lock.locked();
  };
  expect([sim.run(use()), sim.run(use())]).toEqual([false, false]);
});

test('outside of a loop it fails as on CPython', () => {
  const event = new sim.Event();
  const waits = event.wait();
  waits.send(undefined);
  const message = "'NoneType' object has no attribute 'create_future'";
  expect(described(waits.payload)).toEqual(['AttributeError', [message]]);
});
