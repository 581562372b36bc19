// Growth: what a workload costs at ten times its size. A factor far above ten is a quadratic path.

import * as sim from '../../src/index.ts';
import { workloadOf } from './workloads.ts';

export interface GrowthCase {
  readonly name: string;
  readonly title: string;
  /** The smaller of the two sizes. */
  readonly size: number;
  readonly run: (size: number) => string;
}

const hold = sim.coroutine(function* holder(semaphore: sim.Semaphore) {
  yield* sim.using(semaphore, () => sim.sleep(1));
});

/** Tasks that wait for a semaphore are cancelled from the last to the first; how many were. */
export function cancelCrowd(size: number): string {
  const main = function* (): Generator<unknown, string, unknown> {
    const semaphore = new sim.Semaphore(0);
    const tasks: sim.Task<unknown>[] = [];
    for (let i = 0; i < size; i++) tasks.push(sim.createTask(hold(semaphore)));
    yield* sim.sleep(1);
    const waiting = semaphore.waiting;
    for (let i = size - 1; i >= 0; i--) tasks[i].cancel();
    yield* sim.sleep(1);
    const cancelled = tasks.filter((task) => task.cancelled()).length;
    return `${waiting} ${cancelled} ${semaphore.waiting}`;
  };
  return sim.run(main());
}

/** From half of the usual size on: far below, objects die before the collector has moved any. */
function half(name: string): GrowthCase {
  const { title, size, run } = workloadOf(name);
  return { name, title, size: size / 2, run };
}

export const GROWTH_CASES: readonly GrowthCase[] = [
  half('w1'),
  half('w2'),
  half('w6'),
  {
    name: 'crowd',
    title: 'cancelling waiters of a semaphore',
    size: 50_000,
    run: cancelCrowd,
  },
];
