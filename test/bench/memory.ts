// Memory of a task: a crowd of tasks asleep, and by how much the heap grew meanwhile.

import * as sim from '../../src/index.ts';

const asleep = sim.coroutine(function* worker(i: number) {
  yield* sim.sleep(1 + (i % 100) / 100);
  return i;
});

/**
 * Bytes that each of `count` sleeping tasks takes, its coroutine and its timer included.
 * `bytesInUse` collects garbage and tells what is left. Throws where not all of them are asleep.
 */
export function bytesPerTask(count: number, bytesInUse: () => number): number {
  const main = function* (): Generator<unknown, number, unknown> {
    const before = bytesInUse();
    for (let i = 0; i < count; i++) sim.createTask(asleep(i));
    yield* sim.sleep(0.5);
    const growth = bytesInUse() - before;
    const sleepers = [...sim.allTasks()].filter((task) => task.waiter !== null);
    if (sleepers.length !== count) throw new Error('not all tasks are asleep');
    return growth / count;
  };
  return sim.run(main());
}
