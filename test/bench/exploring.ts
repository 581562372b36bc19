// Exploring: how many schedules of one program are made and judged. Fifty workers, five at a time;
// the scenario and the same as coroutines in TypeScript.

import { readFileSync } from 'node:fs';
import { explorerOf } from '../../src/explore/explore.ts';
import type { StrategyName } from '../../src/explore/strategies/named.ts';
import { finished } from '../../src/explore/work.ts';
import * as sim from '../../src/index.ts';
import { loaded } from './language.ts';

/** From the folder of the project: this is bundled, and run elsewhere. */
const FILE = 'scenarios/semaphore-50-5.json';
const WORKERS = 50;
const SLOTS = 5;

const worker = sim.coroutine(function* worker(number: number, slots: sim.Semaphore) {
  yield* sim.using(slots, () => sim.sleep(1));
  return number;
});

function* main(): Generator<unknown, number[], unknown> {
  const slots = new sim.Semaphore(SLOTS);
  return yield* sim.gather(Array.from({ length: WORKERS }, (_, i) => worker(i, slots)));
}

export interface ExploreCase {
  readonly name: string;
  readonly title: string;
  /** Schedules a second of CPU time. */
  readonly goal: number;
}

export const EXPLORE_CASES: readonly ExploreCase[] = [
  { name: 'scenario', title: 'as a scenario', goal: 1_000 },
  { name: 'main', title: 'in TypeScript', goal: 2_000 },
];

/** Makes so many schedules of a case, twice; the number of failures in the second half. */
export function explored(
  name: string,
  strategy: StrategyName,
  schedules: number,
  timed: (run: () => void) => void,
): number {
  const program = name === 'main' ? main : loaded(readFileSync(FILE, 'utf8'), FILE);
  const vary = ['timing', 'ties', 'sets'] as const;
  const explorer = explorerOf(program, { strategy, vary, runs: 2 * schedules });
  finished(explorer.advance(schedules));
  timed(() => finished(explorer.advance(schedules)));
  if (explorer.runs !== 2 * schedules) throw new Error(`${explorer.runs} schedules were made`);
  return explorer.failures;
}
