// Workers carry out what one would: the same trials for the same plans, whatever their number.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Jobs } from '../../src/cli/explore-jobs.ts';
import { type ExploreOptions, explorerOf } from '../../src/explore/explore.ts';
import { DEFAULT_LIMITS } from '../../src/simulate.ts';
import { scenarioOf } from '../simulated.ts';

const name = 'lost-update.yaml';
const text = readFileSync(join(import.meta.dirname, '../../scenarios/bugs', name), 'utf8');
const options: ExploreOptions = { strategy: 'random', vary: ['timing', 'ties'] };

test.each([1, 2])('%d workers give what one search gives', async (count) => {
  const jobs = new Jobs(count, { name, text, params: new Map(), options });
  const alone = explorerOf(scenarioOf(text, name), options);
  try {
    await jobs.fetch(60);
    const plans = Array.from({ length: 60 }, (_, index) => index);
    const keys = plans.map((index) => jobs.fetched.get(index)?.symptoms.map(({ key }) => key));
    const own = plans.map((index) => alone.trialAt(index)?.symptoms.map(({ key }) => key));
    expect(keys).toEqual(own);
    expect(keys.some((each) => each !== undefined)).toBe(true);
    jobs.drop(50);
    expect([jobs.fetched.has(49), jobs.fetched.has(50)]).toEqual([false, true]);
  } finally {
    await jobs.close();
  }
});

/** Whose `c` comes first and `b` last never ends, or does not end well. */
const program = (stuck: string) => `import asyncio

order = []

async def worker(name):
    await asyncio.sleep(1)
    order.append(name)

async def main():
    await asyncio.gather(worker('a'), worker('b'), worker('c'))
    if order == ['c', 'a', 'b']:
        ${stuck}

async def forever():
    while True:
        await asyncio.sleep(1)

asyncio.run(main())
`;

test('workers are ended in the middle of a run, and what came before it is kept', async () => {
  const limits = { ...DEFAULT_LIMITS, steps: 1e12, operations: 1e12 };
  const ties: ExploreOptions = { strategy: 'random', vary: ['ties'], settings: { limits } };
  const alone = explorerOf(scenarioOf(program("raise RuntimeError('stuck')")), ties);
  let stuck = 0;
  while ((alone.trialAt(stuck)?.symptoms ?? []).length === 0) stuck++;
  const setting = { name: 'spec.py', text: program('await forever()'), params: new Map() };
  const jobs = new Jobs(2, { ...setting, options: ties });
  // Ranges come in order, so no more comes once the one that holds it is the next.
  let looks = 0;
  let come = -1;
  const reason = await jobs.fetch(1e6, () => {
    looks = jobs.comeAfter(0) === come ? looks + 1 : 0;
    come = jobs.comeAfter(0);
    return come > 0 && looks > 10 ? 'enough' : null;
  });
  await jobs.close();
  expect(reason).toBe('enough');
  expect(come).toBeLessThanOrEqual(stuck);
  expect([...jobs.fetched.keys()]).toEqual(Array.from({ length: come }, (_, index) => index));
});
