// The table of iteration counts: the iteration in which a construct resumes minus that in which it
// starts, as the same rows did on CPython 3.14.2 on a virtual clock (hop-texts.jsonl).
import { describe, expect, test } from 'vitest';
import * as sim from '../../src/index.ts';
import { recordedTexts } from '../conformance/text-runs.ts';
import type { Body } from './observe.ts';

/** Calls `start` where the counting begins, if that is not at once. */
type Construct = (start: () => void) => Iterable<unknown, unknown, unknown>;

/** Iterations that `construct` takes when awaited in main. */
function hops(construct: Construct): number {
  const now = (): number => sim.getRunningLoop().clock.iteration;
  return sim.run(
    (function* () {
      let first = now();
      yield* construct(() => {
        first = now();
      });
      return now() - first;
    })(),
  ) as number;
}

const nop = sim.coroutine(function* nop() {
  return null;
});
const late = (): sim.Coroutine<void> => sim.sleep(9);
const swallow = <T>(body: () => Iterable<unknown, T, unknown>, kind: unknown) =>
  (function* (): Body<void> {
    try {
      yield* body();
    } catch (error) {
      expect(error).toBeInstanceOf(kind);
    }
  })();

function* blockedOn(acquire: () => Iterable<unknown>, release: () => void): Body<void> {
  sim.getRunningLoop().callSoon(release);
  yield* acquire();
}

const table: [string, Construct][] = [
  ['sleep(0)', () => sim.sleep(0)],
  ['sleep(-1)', () => sim.sleep(-1)],
  ['sleep(1)', () => sim.sleep(1)],
  [
    'await a done future',
    function* () {
      const future = new sim.Future<number>();
      future.setResult(1);
      yield* future;
    },
  ],
  [
    'await a coroutine',
    function* () {
      yield* nop();
    },
  ],
  [
    'a future set by a call_soon callback',
    function* () {
      const future = new sim.Future<number>();
      sim.getRunningLoop().callSoon(() => future.setResult(1));
      yield* future;
    },
  ],
  [
    'await create_task(nop())',
    function* () {
      yield* sim.createTask(nop());
    },
  ],
  [
    'gather(nop(), nop())',
    function* () {
      yield* sim.gather([nop(), nop()]);
    },
  ],
  [
    'gather(gather(nop()))',
    function* () {
      yield* sim.gather([sim.gather([nop()])]);
    },
  ],
  [
    'gather()',
    function* () {
      yield* sim.gather([]);
    },
  ],
  [
    'empty TaskGroup',
    function* () {
      yield* sim.using(new sim.TaskGroup(), function* () {});
    },
  ],
  [
    'wait([task])',
    function* () {
      yield* sim.wait([sim.createTask(nop())]);
    },
  ],
  [
    'shield(nop())',
    function* () {
      yield* sim.shield(nop());
    },
  ],
  [
    'as_completed([nop()])',
    function* () {
      for (const next of sim.asCompleted([nop()])) yield* next;
    },
  ],
  [
    'wait_for(coroutine that returns, 1)',
    function* () {
      yield* sim.waitFor(nop(), 1);
    },
  ],
  [
    'wait_for(task, 1) that returns',
    function* () {
      yield* sim.waitFor(sim.createTask(nop()), 1);
    },
  ],
  ['wait_for(sleep(9), 1)', () => swallow(() => sim.waitFor(sim.sleep(9), 1), sim.TimeoutError)],
  ['wait_for(coroutine, 0)', () => swallow(() => sim.waitFor(sim.sleep(9), 0), sim.TimeoutError)],
  [
    'wait_for(task, 0)',
    () => swallow(() => sim.waitFor(sim.createTask(sim.sleep(9)), 0), sim.TimeoutError),
  ],
  [
    'wait_for(pending future, 0)',
    () => swallow(() => sim.waitFor(new sim.Future(), 0), sim.TimeoutError),
  ],
  [
    'timeout(0) around sleep(1)',
    () => swallow(() => sim.using(sim.timeout(0), () => sim.sleep(1)), sim.TimeoutError),
  ],
  [
    'timeout(0) around sleep(0)',
    () => swallow(() => sim.using(sim.timeout(0), () => sim.sleep(0)), sim.TimeoutError),
  ],
  [
    'TaskGroup, one nop child',
    function* () {
      yield* sim.using(new sim.TaskGroup(), function* (group) {
        group.createTask(nop());
      });
    },
  ],
  [
    'TaskGroup child raises, sibling cancelled',
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
    'cancel() in sleep, then await',
    function* (start) {
      const task = sim.createTask(late());
      yield* sim.sleep(0);
      start();
      task.cancel();
      yield* swallow(() => task, sim.CancelledError);
    },
  ],
  [
    'cancel() then await, unstarted',
    function* () {
      const task = sim.createTask(late());
      task.cancel();
      yield* swallow(() => task, sim.CancelledError);
    },
  ],
  [
    'Lock blocked',
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
    function* () {
      const event = new sim.Event();
      yield* blockedOn(
        () => event.wait(),
        () => event.set(),
      );
    },
  ],
  [
    'Condition.wait notified by a new task',
    function* () {
      const condition = new sim.Condition();
      yield* condition.acquire();
      const other = sim.coroutine(function* (): Body<void> {
        yield* sim.using(condition, function* () {
          condition.notify();
        });
      });
      sim.createTask(other());
      yield* condition.wait();
    },
  ],
  [
    'eager create_task',
    function* () {
      yield* sim.createTask(nop(), { eagerStart: true });
    },
  ],
  [
    'eager gather',
    function* () {
      const eager = (): sim.Task => sim.createTask(nop(), { eagerStart: true });
      yield* sim.gather([eager(), eager()]);
    },
  ],
  [
    'TaskGroup, eager child',
    function* () {
      yield* sim.using(new sim.TaskGroup(), function* (group) {
        group.createTask(nop(), { eagerStart: true });
      });
    },
  ],
];

/** Constructs that TypeScript does not have. */
const MISSING = ['Barrier(2), first', 'Barrier(2), last'];
const recorded = recordedTexts('hop-texts').filter(({ name }) => !MISSING.includes(name));

test('every row that was recorded on CPython 3.14.2 stands here', () => {
  const rows = table.map(([name]) => name);
  expect(new Set(rows)).toEqual(new Set(recorded.map(({ name }) => name)));
  expect(rows).toHaveLength(recorded.length);
});

describe('iterations as on CPython 3.14.2', () => {
  const constructs = new Map(table);
  for (const { name, printed } of recorded) {
    const [[start], [resumed]] = printed;
    test(`${name}: ${resumed - start}`, () => {
      expect(hops(constructs.get(name)!)).toBe(resumed - start);
    });
  }
});
