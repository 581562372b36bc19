// What is left out by the reduction changes nothing: random programs end with the same in the
// search that reduces and in the one that does not. `npm run test:explore -- --reduction 300` tries
// more of them.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { RandomStream } from '../../../src/explore/random-stream.ts';
import { drawProgram } from './random-programs.ts';
import { searched } from './searched.ts';

const KINDS = ['timing', 'ties', 'sets'] as const;

test.each([1, 2, 3, 4, 5, 6, 7, 8])('random program %i', (seed) => {
  const text = drawProgram(new RandomStream(`program ${seed}`));
  const full = searched(text, { kinds: KINDS, reduces: false, runs: 400 });
  const reduced = searched(text, { kinds: KINDS, reduces: true, runs: 400 });
  expect([reduced.coverage.isExhaustive, full.coverage.isExhaustive]).toEqual([true, true]);
  expect(reduced.outputs).toEqual(full.outputs);
  expect(reduced.classes).toEqual(full.classes);
});

/** Two tasks that, after `first`, walk one asynchronous generator, which does `before` each item. */
function walkers(first: string, before: string): string {
  return `import asyncio, random
async def numbers():
    for n in range(4):
        ${before}
        yield n
feed = numbers()
async def take(mine):
    ${first}
    try:
        async for n in feed:
            mine.append(n)
            await asyncio.sleep(random.uniform(1, 2))
    except RuntimeError as error:
        mine.append(str(error))
async def main():
    lists = [], []
    await asyncio.gather(*map(take, lists))
    print(lists)
asyncio.run(main())
`;
}

test.each([
  ['pass', 'pass'],
  ['await asyncio.sleep(random.uniform(1, 2))', 'await asyncio.sleep(0.5)'],
])(
  'who walks one asynchronous generator shares it from step to step (%s; in it: %s)',
  (first, before) => {
    const text = walkers(first, before);
    const full = searched(text, { kinds: KINDS, reduces: false, runs: 2000 });
    const reduced = searched(text, { kinds: KINDS, reduces: true, runs: 2000 });
    expect([reduced.coverage.isExhaustive, full.coverage.isExhaustive]).toEqual([true, true]);
    expect(full.outputs.length).toBeGreaterThan(2);
    expect(reduced.outputs).toEqual(full.outputs);
    expect(reduced.classes).toEqual(full.classes);
  },
);

test('two parts that share nothing are not tried in each order of both', () => {
  const text = `import asyncio, random
async def worker(log, name):
    await asyncio.sleep(random.uniform(1, 2))
    log.append(name)
async def main():
    one, two = [], []
    await asyncio.gather(*[worker(log, name) for log in (one, two) for name in "ab"])
asyncio.run(main())
`;
  const options = { kinds: ['timing', 'ties'], runs: 2000 } as const;
  const full = searched(text, { ...options, reduces: false });
  const reduced = searched(text, { ...options, reduces: true });
  // Four in any order, each at once with the one before it or later: 4! times 2 to the power of 3.
  // Of each two there are 4, and the last of all is one of the four, or several at once.
  expect(full.schedules).toHaveLength(192);
  expect(full.coverage.isExhaustive).toBe(true);
  expect(reduced.coverage.isExhaustive).toBe(true);
  expect(reduced.classes).toEqual(full.classes);
  expect(reduced.coverage.inequivalent).toBe(full.classes.length);
  expect(full.classes.length).toBeLessThan(192 / 2);
});

test('what a task touches depends on what came before: cancelled meanwhile, it touches nothing', () => {
  // Two workers take jobs of one queue until a third task, at a fixed time, cancels both.
  const text = readFileSync('scenarios/bugs/queue-not-joined.py', 'utf8');
  const full = searched(text, { kinds: KINDS, reduces: false, runs: 1000 });
  const reduced = searched(text, { kinds: KINDS, reduces: true, runs: 1000 });
  expect([reduced.coverage.isExhaustive, full.coverage.isExhaustive]).toEqual([true, true]);
  expect(reduced.classes).toEqual(full.classes);
});

/** Two tasks that share nothing but who wakes main. */
const APART = `import asyncio, random
async def worker():
    for _ in range(2):
        await asyncio.sleep(random.uniform(1, 2))
async def main():
    await asyncio.gather(worker(), worker())
asyncio.run(main())
`;

test('who draws the length of a wait leaves nothing behind that others see', () => {
  const options = { kinds: ['timing', 'ties'], runs: 2000 } as const;
  const full = searched(APART, { ...options, reduces: false });
  const reduced = searched(APART, { ...options, reduces: true });
  expect([reduced.coverage.isExhaustive, full.coverage.isExhaustive]).toEqual([true, true]);
  expect(reduced.classes).toEqual(full.classes);
  // The last one wakes main: either of the two, and either of them where both come at once.
  expect(reduced.schedules).toHaveLength(4);
});

test('where ties are as by default nothing commutes: they come in the order of their making', () => {
  const options = { kinds: ['timing'], runs: 2000 } as const;
  const full = searched(APART, { ...options, reduces: false });
  const reduced = searched(APART, { ...options, reduces: true });
  expect(reduced.schedules).toEqual(full.schedules);
  // Each of the two may make its second timer first, and at once the first one made comes first.
  expect(full.coverage).toMatchObject({ isExhaustive: true, inequivalent: full.schedules.length });
});
