import { describe, expect, test } from 'vitest';
import { libraryFramesOf } from '../../src/asyncio/library-frames.ts';
import * as sim from '../../src/index.ts';

/** Where a coroutine waits, as `qualname:line`, once its task has taken its first step. */
function waitOf(make: () => sim.Coroutine<unknown>): string[] {
  const places: string[] = [];
  const main = sim.coroutine(function* () {
    const waits = make();
    const task = sim.createTask(waits);
    yield* sim.sleep(0);
    places.push(...libraryFramesOf(waits).map(({ qualname, line }) => `${qualname}:${line}`));
    task.cancel();
    yield* sim.gather([task], { returnExceptions: true });
    places.push(...libraryFramesOf(waits).map(({ qualname }) => `${qualname} is over`));
  });
  sim.run(main());
  return places;
}

// The lines are those of CPython 3.14.2's files.
describe('where the coroutines of the library wait', () => {
  test('sleep', () => {
    expect(waitOf(() => sim.sleep(1))).toEqual(['sleep:702']);
    expect(waitOf(() => sim.sleep(0))).toEqual(['sleep:690']);
  });

  test('primitives', () => {
    expect(waitOf(() => new sim.Event().wait())).toEqual(['Event.wait:213']);
    expect(waitOf(() => new sim.Semaphore(0).acquire())).toEqual(['Semaphore.acquire:407']);
    expect(waitOf(() => new sim.Semaphore(0).aenter())).toEqual([
      '_ContextManagerMixin.__aenter__:14',
      'Semaphore.acquire:407',
    ]);
    expect(waitOf(() => new sim.Barrier(2).aenter())).toEqual([
      'Barrier.__aenter__:506',
      'Barrier.wait:527',
      'Barrier._wait:564',
      'Condition.wait_for:313',
      'Condition.wait:272',
    ]);
  });

  test('queues', () => {
    const full = new sim.Queue<number>(1);
    full.putNowait(1);
    expect(waitOf(() => new sim.Queue().get())).toEqual(['Queue.get:186']);
    expect(waitOf(() => full.put(2))).toEqual(['Queue.put:139']);
    expect(waitOf(() => full.join())).toEqual(['Queue.join:248', 'Event.wait:213']);
  });

  test('one that has not begun stands at its first line', () => {
    const [frame] = libraryFramesOf(new sim.Queue().get());
    expect(frame).toEqual({ file: 'queues.py', qualname: 'Queue.get', line: 172, firstLine: 172 });
  });
});
