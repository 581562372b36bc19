// What is wrong with a scenario, as `sim why` tells it, stands beside it: NAME.why. The first lines
// are the diagnosis. `npm run golden` writes them anew; read the difference before you commit it.
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { here, scratch } from '../cli/scratch.ts';

const FOLDER = resolve(import.meta.dirname, '../../scenarios');
const { path } = scratch();

/** Scenarios with something wrong in them, and how their diagnosis begins. */
const DIAGNOSED: readonly (readonly [string, string])[] = [
  [
    'deadlock',
    'Deadlock at 1 s: Task-2 (philosopher) waits for right, held by Task-3 (philosopher)',
  ],
  [
    'lost-wake-up',
    'Lost wake-up: Task-3 (consumer) waits for ready since 2 s, but Task-2 (producer)',
  ],
  ['swallowed-cancellation', 'Swallowed cancellation: Task-1 (main) was asked to cancel at 1 s by'],
  [
    'lock-contention',
    'Contention: tasks waited for lock during 1.8 s, 86 % of the run: 7 waits of',
  ],
  [
    'blocking-call',
    'Blocked loop: the loop was held for 2.5 s, 31 % of the run, by 1 blocking call',
  ],
];

test.each(DIAGNOSED)('%s is diagnosed in the first line', async (name, begin) => {
  const trace = path(`${name}.jsonl`);
  await here('run', join(FOLDER, `${name}.yaml`), '--quiet', '--trace', trace);
  const { code, stdout } = await here('why', trace);
  expect(code).toBe(0);
  expect(stdout.split('\n')[0].startsWith(begin)).toBe(true);
  const golden = join(FOLDER, `${name}.why`);
  if (process.env.GOLDEN === 'write') writeFileSync(golden, stdout);
  expect(stdout).toBe(readFileSync(golden, 'utf8'));
});
