// The table of iteration counts in which CPython 3.14.2 resumes: the resume iteration minus the
// start iteration of each construct, measured on CPython itself on a virtual clock.
import { describe, expect, test } from 'vitest';
import * as sim from '../../src/index.ts';

type Body = Generator<unknown, unknown, unknown>;
type Construct = () => Iterable<unknown, unknown, unknown>;

/** Iterations that `construct` takes when awaited in main, after `prepare`. */
function hops(construct: Construct): number {
  const loop = (): sim.EventLoop => sim.getRunningLoop();
  return sim.run(
    (function* () {
      const start = loop().clock.iteration;
      yield* construct();
      return loop().clock.iteration - start;
    })(),
  ) as number;
}

const nop = sim.coroutine(function* nop() {
  return null;
});
const late = (): sim.Coroutine<void> => sim.sleep(9);
const swallow = <T>(body: () => Iterable<unknown, T, unknown>, kind: unknown) =>
  (function* (): Body {
    try {
      yield* body();
    } catch (error) {
      expect(error).toBeInstanceOf(kind);
    }
  })();

function* blockedOn(acquire: () => Iterable<unknown>, release: () => void): Body {
  sim.getRunningLoop().callSoon(release);
  yield* acquire();
}

const table: [string, number, Construct][] = [
  ['sleep(0)', 1, () => sim.sleep(0)],
  ['sleep(-1)', 1, () => sim.sleep(-1)],
  ['sleep(1)', 2, () => sim.sleep(1)],
  [
    'await a done future',
    0,
    function* () {
      const future = new sim.Future<number>();
      future.setResult(1);
      yield* future;
    },
  ],
  [
    'await a coroutine',
    0,
    function* () {
      yield* nop();
    },
  ],
  [
    'a future set by a call_soon callback',
    2,
    function* () {
      const future = new sim.Future<number>();
      sim.getRunningLoop().callSoon(() => future.setResult(1));
      yield* future;
    },
  ],
  [
    'await create_task(nop())',
    2,
    function* () {
      yield* sim.createTask(nop());
    },
  ],
  [
    'gather(nop(), nop())',
    3,
    function* () {
      yield* sim.gather([nop(), nop()]);
    },
  ],
  [
    'gather(gather(nop()))',
    4,
    function* () {
      yield* sim.gather([sim.gather([nop()])]);
    },
  ],
  [
    'gather()',
    0,
    function* () {
      yield* sim.gather([]);
    },
  ],
  [
    'empty TaskGroup',
    0,
    function* () {
      yield* sim.using(new sim.TaskGroup(), function* () {});
    },
  ],
  [
    'wait([task])',
    3,
    function* () {
      yield* sim.wait([sim.createTask(nop())]);
    },
  ],
  [
    'shield(nop())',
    3,
    function* () {
      yield* sim.shield(nop());
    },
  ],
  [
    'as_completed([nop()])',
    3,
    function* () {
      for (const next of sim.asCompleted([nop()])) yield* next;
    },
  ],
  [
    'wait_for(coroutine that returns, 1)',
    0,
    function* () {
      yield* sim.waitFor(nop(), 1);
    },
  ],
  [
    'wait_for(task, 1) that returns',
    2,
    function* () {
      yield* sim.waitFor(sim.createTask(nop()), 1);
    },
  ],
  ['wait_for(sleep(9), 1)', 2, () => swallow(() => sim.waitFor(sim.sleep(9), 1), sim.TimeoutError)],
  [
    'wait_for(coroutine, 0)',
    3,
    () => swallow(() => sim.waitFor(sim.sleep(9), 0), sim.TimeoutError),
  ],
  [
    'wait_for(task, 0)',
    3,
    () => swallow(() => sim.waitFor(sim.createTask(sim.sleep(9)), 0), sim.TimeoutError),
  ],
  [
    'wait_for(pending future, 0)',
    2,
    () => swallow(() => sim.waitFor(new sim.Future(), 0), sim.TimeoutError),
  ],
  [
    'timeout(0) around sleep(1)',
    2,
    () => swallow(() => sim.using(sim.timeout(0), () => sim.sleep(1)), sim.TimeoutError),
  ],
  [
    'timeout(0) around sleep(0)',
    1,
    () => swallow(() => sim.using(sim.timeout(0), () => sim.sleep(0)), sim.TimeoutError),
  ],
  [
    'TaskGroup, one nop child',
    3,
    function* () {
      yield* sim.using(new sim.TaskGroup(), function* (group) {
        group.createTask(nop());
      });
    },
  ],
  [
    'TaskGroup child raises, sibling cancelled',
    5,
    () =>
      swallow(
        () =>
          sim.using(new sim.TaskGroup(), function* (group) {
            group.createTask(late());
            group.createTask(
              (function* (): Body {
                throw new sim.ValueError('x');
              })(),
            );
          }),
        sim.ExceptionGroup,
      ),
  ],
  [
    'sleep(0), then cancel() a task in sleep and await it',
    1 + 2,
    function* () {
      const task = sim.createTask(late());
      yield* sim.sleep(0);
      task.cancel();
      yield* swallow(() => task, sim.CancelledError);
    },
  ],
  [
    'cancel() then await, unstarted',
    2,
    function* () {
      const task = sim.createTask(late());
      task.cancel();
      yield* swallow(() => task, sim.CancelledError);
    },
  ],
  [
    'Lock blocked',
    2,
    function* () {
      const lock = new sim.Lock();
      yield* lock.acquire();
      yield* blockedOn(
        () => lock.acquire(),
        () => lock.release(),
      );
    },
  ],
  [
    'Semaphore blocked',
    2,
    function* () {
      const semaphore = new sim.Semaphore(0);
      yield* blockedOn(
        () => semaphore.acquire(),
        () => semaphore.release(),
      );
    },
  ],
  [
    'Queue blocked',
    2,
    function* () {
      const queue = new sim.Queue<number>();
      yield* blockedOn(
        () => queue.get(),
        () => queue.putNowait(1),
      );
    },
  ],
  [
    'Event blocked',
    2,
    function* () {
      const event = new sim.Event();
      yield* blockedOn(
        () => event.wait(),
        () => event.set(),
      );
    },
  ],
];

describe('iterations as in CPython 3.14.2', () => {
  for (const [name, count, construct] of table) {
    test(`${name}: ${count}`, () => {
      expect(hops(construct)).toBe(count);
    });
  }
});
