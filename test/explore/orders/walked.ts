// A default run that was walked, for the specs of the search tree.
import {
  type Branch,
  jumpOf,
  type Node,
  type Run,
} from '../../../src/explore/orders/search-tree.ts';
import { type Walked, walk } from '../../../src/explore/orders/walk.ts';
import { type Logged, logged } from './logged.ts';

export const ROOT: Node = { cost: 0, departing: null, earlier: [] };

export function runFrom({ record, asked }: Logged): Run {
  return { record, asked, cost: 0, maxSets: 256, taken: [] };
}

/** The run of a body of main with these drawn lengths, and what was read in it. */
export function walkedRun(
  body: string,
  lengths: readonly number[] = [],
  node: Node = ROOT,
): { readonly run: Run; readonly walked: Walked } {
  const run = runFrom(logged(body, lengths));
  return { run, walked: walk(node, run) };
}

/** The last branch at which a stretch was chosen. */
export function branchOf(run: Run, id: string): Branch {
  return run.taken[run.record.stretches.findIndex((each) => each.id === id)];
}

/** The jump of the clock that led to a stretch. */
export function jumpTo(run: Run, id: string): Branch {
  return jumpOf(branchOf(run, id));
}

/** Three tasks that sleep for 1 to 2 s; the first two append to one list, the third to its own. */
export const THREE = `
x, y = [], []
async def append(log, name):
    await nap(1, 2)
    log.append(name)
    await asyncio.sleep(9)
await asyncio.gather(append(x, 1), append(x, 2), append(y, 3))`;
