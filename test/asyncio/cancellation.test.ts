// Cancellations that a policy delivers. What each does is what CPython does where some other
// callback calls `task.cancel()` at that moment.
import { expect, test } from 'vitest';
import { simulate } from '../simulated.ts';
import { Varying } from '../varying.ts';

const PROGRAM = `
import asyncio

async def worker():
    try:
        await asyncio.sleep(1)
        print("slept")
        await asyncio.sleep(0)
        print("done")
    finally:
        print("left at", asyncio.get_running_loop().time())

async def main():
    task = asyncio.create_task(worker())
    await asyncio.wait([task])
    print(task.cancelled())

asyncio.run(main())
`;

/** What is printed where the suspension `at` of the worker is answered so. */
function printed(at: number, first: number): string[] {
  let seen = 0;
  const policy: Varying = new Varying(['cancel'], {
    order: (_kind, labels, index) => {
      const isWorker = policy.orders[index][2] === 2;
      const order = labels.map((_, option) => option);
      return isWorker && seen++ === at ? [first, ...order.filter((each) => each !== first)] : order;
    },
  });
  return simulate(PROGRAM, { policy }).stdout.trimEnd().split('\n');
}

test('a task that nobody cancels is asked about at each of its awaits', () => {
  expect(printed(-1, 0)).toEqual(['slept', 'done', 'left at 1.0', 'False']);
});

test('at once: it is cancelled while it waits', () => {
  expect(printed(0, 1)).toEqual(['left at 0.0', 'True']);
});

test('as it wakes: what it waited for is over, and lost', () => {
  expect(printed(0, 2)).toEqual(['left at 1.0', 'True']);
});

test.each([1, 2])('a bare yield is cancelled too (%d)', (first) => {
  expect(printed(1, first)).toEqual(['slept', 'left at 1.0', 'True']);
});
