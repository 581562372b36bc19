// Workers carry out what one would: the same trials for the same plans, whatever their number.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Jobs } from '../../src/cli/explore-jobs.ts';
import { type ExploreOptions, explorerOf } from '../../src/explore/explore.ts';
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
