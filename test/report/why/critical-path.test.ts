import { describe, expect, test } from 'vitest';
import { pathOf } from './inquired.ts';
import { BLOCKED, CONTENDED, CROSSED_LOCKS, THREADED } from './programs.ts';

const spans = (text: string) =>
  pathOf(text).stretches.map(({ from, to, spent, task, at }) => [from, to, spent, task, at?.[0]]);

describe('the critical path', () => {
  test('goes from holder to holder of a lock, and names the wait', () => {
    expect(spans(CONTENDED)).toEqual([
      [0, 1, 'sleep', 2, 7],
      [1, 2, 'sleep', 3, 7],
      [2, 3, 'sleep', 4, 7],
    ]);
    expect(pathOf(CONTENDED)).toMatchObject({
      seconds: 3,
      waits: [
        {
          on: 'lock#1',
          name: 'lock',
          count: 2,
          longest: { time: 2, task: 4, who: 'Task-4 (work)', since: 0, by: 3, at: [6, 16] },
        },
      ],
    });
  });

  test('is in a blocking call from when a timer was due', () => {
    expect(spans(BLOCKED)).toEqual([
      [0, 2, 'sleep', 2, 5],
      [2, 3, 'blocked', 1, 9],
      [3, 4, 'sleep', 1, 11],
    ]);
  });

  test('is in the thread of a job, at the place that handed it over', () => {
    expect(spans(THREADED)).toEqual([
      [0, 0.5, 'job', 1, 7],
      [0.5, 1, 'sleep', 1, 8],
    ]);
  });

  test('is in the time-out that ended a wait', () => {
    const text = `import asyncio
async def main():
    try:
        async with asyncio.timeout(2):
            await asyncio.sleep(9)
    except TimeoutError:
        await asyncio.sleep(1)
asyncio.run(main())
`;
    expect(spans(text)).toEqual([
      [0, 2, 'timeout', 1, 4],
      [2, 3, 'sleep', 1, 7],
    ]);
  });

  test('is in a timer that is no sleep where a callback ends the wait', () => {
    const text = `import asyncio
async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    loop.call_later(2, future.set_result, None)
    await future
asyncio.run(main())
`;
    expect(spans(text)).toEqual([[0, 2, 'timer', 1, 5]]);
  });

  test('goes on after a deadlock to what happened last', () => {
    expect(spans(CROSSED_LOCKS)).toEqual([[0, 1, 'sleep', 3, 8]]);
  });

  test('is empty where no time passes', () => {
    const path = pathOf('import asyncio\nasync def main():\n    pass\nasyncio.run(main())\n');
    expect(path).toEqual({ seconds: 0, shares: [], stretches: [], waits: [] });
  });

  test('goes through several loops', () => {
    const text = `import asyncio
async def nap(seconds):
    await asyncio.sleep(seconds)
asyncio.run(nap(1))
asyncio.run(nap(2))
`;
    expect(spans(text).map(([from, to]) => [from, to])).toEqual([
      [0, 1],
      [1, 3],
    ]);
  });
});
