// Single cancellations: how many there are, which were tried, and which of them something fails
// under. The programs are small enough to count their awaits by hand.
import { expect, test } from 'vitest';
import { explore } from '../../src/explore/explore.ts';
import { scenarioOf } from '../simulated.ts';

function program(work: string): string {
  return `
import asyncio

slots = asyncio.Semaphore(1)

async def worker():
${work}

async def main():
    await asyncio.wait([asyncio.create_task(worker())])

asyncio.run(main())
`;
}

function safetyOf(work: string) {
  const report = explore(scenarioOf(program(work)), { vary: ['cancel'], strategy: 'systematic' });
  if (report.cancelSafety === null) throw new Error('no cancellations');
  return report.cancelSafety;
}

const LEAKY = '    await slots.acquire()\n    await asyncio.sleep(1)\n    slots.release()';
const SAFE = '    async with slots:\n        await asyncio.sleep(1)';

test('each await of each task is cancelled at two moments', () => {
  // Main waits for the worker, the worker sleeps; a free semaphore makes nobody wait.
  expect(safetyOf(SAFE)).toEqual({ points: 4, tried: 4, unsafe: [], untold: 0 });
});

test('a permit that is kept is told for each moment of the sleep', () => {
  const { points, tried, unsafe } = safetyOf(LEAKY);
  expect([points, tried]).toEqual([4, 4]);
  const told = unsafe.map(({ departure, symptom }) => [departure.at?.[0], symptom.rule]);
  expect(told.filter(([line]) => line === 8)).toEqual([
    [8, 'leak'],
    [8, 'leak'],
  ]);
});

test('without cancellations there is nothing to tell', () => {
  expect(explore(scenarioOf(program(SAFE)), { vary: ['ties'] }).cancelSafety).toBeNull();
});
