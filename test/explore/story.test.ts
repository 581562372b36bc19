// What an explored run does otherwise than the default one, in words: who overtakes whom, from
// which lines, and which step breaks what. The draws of seed 1 are CPython's: random.choice([1, 3])
// gives 1, 1, 3, 1, 3, 3.
import { describe, expect, test } from 'vitest';
import { type ExploreOptions, explore } from '../../src/explore/explore.ts';
import type { Finding } from '../../src/explore/finding.ts';
import { scenarioOf } from '../simulated.ts';

function findingsOf(text: string, options: ExploreOptions = {}): readonly Finding[] {
  const settings = { file: 'spec.py', source: text, seed: 1 };
  return explore(scenarioOf(text), { settings, runs: 100, failures: 1, ...options }).findings;
}

const OVERTAKING = `# sim:
#   expect:
#     always: ["order == sorted(order)"]
import asyncio, random
order = []

async def runner(n):
    await asyncio.sleep(0.5 * n)
    await asyncio.sleep(random.choice([1, 3]))
    order.append(n)
    await asyncio.sleep(4)

async def main():
    await asyncio.gather(runner(1), runner(2))

asyncio.run(main())
`;

describe('the story of a failure', () => {
  test('tells who overtakes whom, and the step that breaks an expectation', () => {
    const [{ departures, story }] = findingsOf(OVERTAKING);
    expect(departures.map(({ text }) => text)).toEqual([
      'Task-2 (runner) on line 9 draws 3 s instead of 1 s (one of 1, 3 s)',
    ]);
    expect(story).toEqual([
      'Task-3 (runner) goes on from line 9 at 2 s; ' +
        'in the default order Task-2 (runner) goes on from line 9 first',
      'The step of Task-2 (runner) from line 9 to line 11 breaks it at 3.5 s',
    ]);
  });

  test('tells who is the first to fail', () => {
    const text = `
import asyncio, random
order = []

async def runner(n):
    await asyncio.sleep(0.5 * n)
    await asyncio.sleep(random.choice([1, 3]))
    order.append(n)
    if order == [2, 1]:
        raise ValueError(n)

async def main():
    async with asyncio.TaskGroup() as group:
        group.create_task(runner(1))
        group.create_task(runner(2))

asyncio.run(main())
`;
    expect(findingsOf(text)[0].story).toEqual([
      'Task-3 (runner) goes on from line 7 at 2 s; ' +
        'in the default order Task-2 (runner) goes on from line 7 first',
      'Task-2 (runner) is the first to fail, at 3.5 s: ValueError(1)',
    ]);
  });

  test('tells what a checker has seen, with its places', () => {
    const text = `
import asyncio, random

async def cleaner():
    while True:
        try:
            await asyncio.sleep(random.choice([1, 3]))
            return
        except asyncio.CancelledError:
            pass

async def main():
    task = asyncio.create_task(cleaner())
    await asyncio.sleep(2)
    task.cancel()
    await task

asyncio.run(main())
`;
    expect(findingsOf(text)[0].story).toEqual([
      'Task-1 (main) goes on from line 14 at 2 s; ' +
        'in the default order Task-2 (cleaner) goes on from line 7 first',
      'Task-1 (main) cancels Task-2 (cleaner) (line 15); ' +
        'Task-2 (cleaner) gets CancelledError (line 7); Task-2 (cleaner) goes on (line 7)',
    ]);
  });

  test('says nothing of orders where all tasks take the same steps', () => {
    const text = `
import asyncio, random

async def main():
    await asyncio.sleep(random.choice([1, 3]))
    assert asyncio.get_running_loop().time() < 2

asyncio.run(main())
`;
    expect(findingsOf(text)[0].story).toEqual([
      'Task-1 (main) is the first to fail, at 3 s: AssertionError()',
    ]);
  });
});

describe('a departure', () => {
  const texts = (wait: string, options: ExploreOptions = {}): string[] => {
    const text = `
import asyncio, random

async def main():
    await asyncio.sleep(${wait})
    assert asyncio.get_running_loop().time() <= 2

asyncio.run(main())
`;
    return findingsOf(text, options)[0].departures.map((each) => each.text);
  };

  test('tells between what a draw may lie', () => {
    expect(texts('random.uniform(1, 4)')).toEqual([
      'Task-1 (main) on line 5 draws 3 s instead of 1.40309 s (1 to 4 s)',
    ]);
  });

  test('is a longer wait, where it comes from a jitter', () => {
    expect(texts('2', { jitter: { share: 0.5, seconds: 0 } })[0]).toMatch(
      /^the wait of Task-1 \(main\) on line 5 takes [\d.]+ s instead of 2 s$/,
    );
  });
});
