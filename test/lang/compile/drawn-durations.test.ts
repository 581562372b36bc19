// Which durations of a program may vary, and between what; what replaces them is what the program
// waits for.
import { describe, expect, test } from 'vitest';
import { simulate } from '../../simulated.ts';
import { Varying } from '../../varying.ts';

/** A program whose main awaits `wait`. */
function program(wait: string): string {
  return `
import asyncio, random, time
from random import uniform

base = 2.0

class Settings:
    spread = 0.5

async def nap(seconds):
    await asyncio.sleep(seconds)

async def main():
    loop = asyncio.get_running_loop()
    ${wait}
    print(loop.time(), random.random())

asyncio.run(main())
`;
}

function rangesOf(wait: string): (readonly [number, number])[] {
  const policy = new Varying(['timing']);
  const { outcome, stderr } = simulate(program(wait), { policy });
  expect([outcome.end, stderr]).toEqual(['finished', '']);
  return policy.ranges.map(({ least, most }) => [least, most]);
}

describe('a duration varies', () => {
  test.each([
    ['await asyncio.sleep(random.uniform(1, 3))', 1, 3],
    ['await asyncio.sleep(uniform(1, 3))', 1, 3],
    ['await asyncio.sleep(delay=random.uniform(1, 3))', 1, 3],
    ['await asyncio.sleep(base * random.uniform(1, 3))', 2, 6],
    ['await asyncio.sleep(2 ** 3 + random.uniform(1, base) / Settings.spread)', 10, 12],
    ['await asyncio.sleep(random.random())', 1e-9, 1 - 2 ** -53],
    ['await asyncio.sleep(-random.uniform(-3, -1))', 1, 3],
    ['await asyncio.sleep(random.expovariate(2))', 1e-9, Number.POSITIVE_INFINITY],
    ['time.sleep(random.uniform(1, 3))', 1, 3],
    ['await asyncio.wait_for(asyncio.sleep(9), random.uniform(10, 11))', 10, 11],
    ['await asyncio.wait_for(asyncio.sleep(9), timeout=random.uniform(10, 11))', 10, 11],
    ['await asyncio.to_thread(time.sleep, random.uniform(1, 3))', 1, 3],
    ['loop.call_later(random.uniform(1, 3), print)', 1, 3],
  ])('%s', (wait, least, most) => {
    expect(rangesOf(wait)).toEqual([[least, most]]);
  });

  test('among the values of a discrete draw', () => {
    const policy = new Varying(['timing'], { length: ({ values }) => values?.at(-1) ?? 0 });
    const wait = 'await asyncio.sleep(0.5 * random.choice([1, 4]))';
    expect(simulate(program(wait), { policy }).stdout).toMatch(/^2\.0 /);
    expect(policy.ranges.map(({ values }) => values)).toEqual([[0.5, 2]]);
  });
});

describe('a duration stays', () => {
  test.each([
    'await asyncio.sleep(1)',
    'await asyncio.sleep(random.uniform(1, 1))',
    'await asyncio.sleep(random.uniform(-3, -1))',
    'await nap(random.uniform(1, 3))',
    'await asyncio.sleep(abs(random.uniform(1, 3)))',
    'await asyncio.sleep(random.Random(5).uniform(1, 3))',
    'seconds = random.uniform(1, 3); await asyncio.sleep(seconds)',
    'print(random.uniform(1, 3))',
  ])('%s', (wait) => {
    expect(rangesOf(wait)).toEqual([]);
  });
});

test('the stream of random numbers goes on as without a policy', () => {
  const text = program('await asyncio.sleep(random.uniform(1, 3))');
  const policy = new Varying(['timing'], { length: () => 2.5 });
  const [time, draw] = simulate(text, { policy }).stdout.split(' ');
  expect(time).toBe('2.5');
  expect(draw).toBe(simulate(text).stdout.split(' ')[1]);
});

test('where a policy varies other kinds, nothing is asked', () => {
  const policy = new Varying(['ties']);
  simulate(program('await asyncio.sleep(random.uniform(1, 3))'), { policy });
  expect(policy.ranges).toEqual([]);
});

test('every draw of a duration counts, also where nothing is asked, and from loop to loop', () => {
  const text = `
import asyncio, random

before = asyncio.sleep(random.uniform(1, 2))

async def main():
    await before
    for low in (0, 1, 0, 1):
        await asyncio.sleep(random.uniform(low, low))
        await asyncio.sleep(low * random.uniform(1, 2))
    await asyncio.sleep(random.uniform(1, 2))

asyncio.run(main())
before = asyncio.sleep(1)
asyncio.run(main())
`;
  const policy = new Varying(['timing']);
  expect(simulate(text, { policy }).outcome.end).toBe('finished');
  expect(policy.ranges.map(({ draw }) => draw)).toEqual([4, 8, 9, 13, 17, 18]);
});
