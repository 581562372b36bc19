import { describe, expect, test } from 'vitest';
import { STARVED_TURNS } from '../../src/check/starvation.ts';
import { found, programOf } from './judged.ts';

const consumers = (items: number): string =>
  programOf(
    `
async def consumer(jobs):
    await asyncio.sleep(0)
    while True:
        await jobs.get()

async def greedy(jobs, n):
    for i in range(n):
        jobs.put_nowait(i)
        await jobs.get()
`.replace('greedy', 'consumer2'),
    `jobs = asyncio.Queue()
first = asyncio.create_task(consumer(jobs))
await asyncio.sleep(1)
await consumer2(jobs, ${items})
first.cancel()`,
  );

/** Two tasks of one coroutine: the first waits in line, the second takes what it puts itself. */
const barging = (items: number): string =>
  programOf(
    `
async def consumer(jobs, n):
    for i in range(n):
        jobs.put_nowait(i)
        await jobs.get()
    if n == 0:
        await jobs.get()
`,
    `jobs = asyncio.Queue()
waits = asyncio.create_task(consumer(jobs, 0))
await asyncio.sleep(1)
takes = asyncio.create_task(consumer(jobs, ${items}))
await takes
waits.cancel()`,
  );

describe('a task that waits while another of its kind is served', () => {
  test('starves at the tenth turn', () => {
    expect(STARVED_TURNS).toBe(10);
    expect(found(barging(10))).toEqual([
      'advice starvation: Task-2 (consumer) waits for jobs since 0 s, and Task-3 (consumer) ' +
        'was served 10 times meanwhile',
    ]);
  });

  test('does not before', () => {
    expect(found(barging(9))).toEqual([]);
  });

  test('does not where the other one is of another kind', () => {
    expect(found(consumers(50))).toEqual([]);
  });

  test('does not where all take turns', () => {
    const text = programOf(
      `
async def worker(door):
    for _ in range(50):
        async with door:
            await asyncio.sleep(1)
`,
      'door = asyncio.Lock()\nawait asyncio.gather(worker(door), worker(door), worker(door))',
    );
    expect(found(text)).toEqual([]);
  });
});
