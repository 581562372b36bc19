// The limits of a search: each has a default, a flag, and words in the report.
import { expect, test } from 'vitest';
import { type ExploreOptions, explore } from '../../src/explore/explore.ts';
import {
  DEFAULT_EXPLORE_LIMITS,
  EXPLORE_LIMIT_FLAGS,
  type ExploreLimits,
  raisedBy,
} from '../../src/explore/limits.ts';
import { scenarioOf } from '../simulated.ts';
import { RACE, TIE } from './explored.ts';

/** Three timers of drawn lengths at once, then three more. */
const TIMERS = `import asyncio, random

async def worker():
    await asyncio.sleep(random.choice([1, 2]))
    await asyncio.sleep(random.uniform(1, 2))

async def main():
    await asyncio.gather(worker(), worker(), worker())

asyncio.run(main())
`;

function coverageOf(text: string, limits: Partial<ExploreLimits>, options: ExploreOptions = {}) {
  const vary = ['timing', 'ties'] as const;
  return explore(scenarioOf(text), { vary, strategy: 'systematic', limits, ...options }).coverage;
}

test('every limit has a default and a flag', () => {
  expect(Object.keys(EXPLORE_LIMIT_FLAGS)).toEqual(Object.keys(DEFAULT_EXPLORE_LIMITS));
  expect(DEFAULT_EXPLORE_LIMITS).toEqual({
    ...{ waiting: 100_000, jumps: 128, timers: 256, shrink: 2_000 },
  });
  expect(raisedBy('waiting')).toBe(' (--max-waiting)');
});

test('runs that may not wait are not tried: after the first of six two wait', () => {
  expect(coverageOf(TIE, { waiting: 1 })).toEqual({
    isExhaustive: false,
    note: 'more than 1 runs were waiting at once (--max-waiting)',
  });
  expect(coverageOf(TIE, { waiting: 2 })).toEqual({
    ...{ isExhaustive: true, note: 'nothing is left to try', inequivalent: 6 },
  });
});

test('moments after the last are not varied', () => {
  const note = 'timers were not varied after moment 1 of a run (--max-jumps)';
  expect(coverageOf(TIMERS, { jumps: 1 }, { runs: 5000 })).toEqual({ isExhaustive: false, note });
});

test('sets of timers beyond the last are not tried', () => {
  const note = 'timers fire in more than 2 sets at once (--max-timers)';
  expect(coverageOf(TIMERS, { timers: 2 }, { runs: 5000 })).toEqual({ isExhaustive: false, note });
});

test('a failure that is not made small says so', () => {
  const vary = ['timing', 'ties'] as const;
  const unfinished = (shrink: number) => {
    const options = { vary, strategy: 'random', runs: 50, limits: { shrink } } as const;
    return explore(scenarioOf(RACE), options).findings[0].unfinished;
  };
  expect(unfinished(1)).toBe('1 run was made (--max-shrink)');
  expect(unfinished(3)).toBe('3 runs were made (--max-shrink)');
  expect(unfinished(2_000)).toBe(null);
});

/** Two pairs of workers that share nothing: much commutes, and much comes at once. */
const PAIRS = `import asyncio, random

async def worker(names, name):
    for _ in range(2):
        await asyncio.sleep(random.uniform(1, 2))
        names.append(name)

async def main():
    one, two = [], []
    await asyncio.gather(worker(one, 1), worker(one, 2), worker(two, 3), worker(two, 4))

asyncio.run(main())
`;

test.each([0, 1, 2, 3, 4, 5, 6, 7])('a search ends well where %i moments are varied', (jumps) => {
  const { isExhaustive, note } = coverageOf(PAIRS, { jumps }, { runs: 300 });
  expect(isExhaustive).toBe(false);
  expect(note).toMatch(/after moment \d of a run \(--max-jumps\)|waiting/);
});
