import { describe, expect, test } from 'vitest';
import { found, judged, placesOf, programOf } from './judged.ts';

const BOTH = `
async def both(i, j):
    async with locks[i]:
        await asyncio.sleep(1)
        async with locks[j]:
            pass

locks = [asyncio.Lock(), asyncio.Lock()]

async def ticker(n):
    for _ in range(n):
        await asyncio.sleep(1)
`;

const TWO = `a = asyncio.create_task(both(0, 1))
b = asyncio.create_task(both(1, 0))
`;

const RING =
  'Task-2 (both) waits for locks[1], held by Task-3 (both), ' +
  'which waits for locks[0], held by Task-2 (both)';

describe('tasks that wait for each other in a ring', () => {
  test('are told while the rest goes on, up to when main gives them up', () => {
    expect(found(programOf(BOTH, `${TWO}await ticker(5)`))[0]).toBe(
      `failure deadlock.partial: ${RING}`,
    );
  });

  test('are told for the time at which the ring closed, with where each took and waits', () => {
    const [ring] = judged(programOf(BOTH, `${TWO}await ticker(5)`));
    expect([ring.time, ring.tasks]).toEqual([1, [2, 3]]);
    expect(placesOf(ring)).toEqual([
      '6:20',
      '4:16 3 takes locks[1]',
      '6:20 2 waits for locks[1]',
      '4:16 2 takes locks[0]',
      '6:20 3 waits for locks[0]',
    ]);
  });

  test('are told when main cancels all of them in the end', () => {
    const main = `${TWO}await ticker(5)
a.cancel()
b.cancel()
await asyncio.gather(a, b, return_exceptions=True)`;
    expect(found(programOf(BOTH, main))).toEqual([`failure deadlock.partial: ${RING}`]);
  });

  test('are none where cancelling one lets the other go on', () => {
    const main = `${TWO}await ticker(5)
a.cancel()
await asyncio.gather(a, b, return_exceptions=True)`;
    expect(found(programOf(BOTH, main))).toEqual([]);
  });

  test('are advice where a time-out ends them', () => {
    const main = `${TWO}try:
    await asyncio.wait_for(asyncio.gather(a, b), 5)
except TimeoutError:
    pass`;
    expect(found(programOf(BOTH, main))).toEqual([
      `advice deadlock.timed-out: ${RING}; a time-out ended it`,
    ]);
  });

  test('are none where a time-out of one of them cures it', () => {
    const philosopher = `
async def dine(first, second):
    while True:
        async with first:
            await asyncio.sleep(1)
            try:
                async with asyncio.timeout(1 if first.locked() and second.locked() else 9):
                    async with second:
                        return
            except TimeoutError:
                pass
        await asyncio.sleep(3)
`;
    const main = `left, right = asyncio.Lock(), asyncio.Lock()
a = asyncio.create_task(dine(left, right))
await asyncio.sleep(0.5)
await asyncio.gather(a, dine(right, left))`;
    expect(found(programOf(philosopher, main))).toEqual([]);
  });

  test('say which time-out is around one of them', () => {
    const guarded = `
async def guarded(i, j):
    async with asyncio.timeout(60):
        async with locks[i]:
            await asyncio.sleep(1)
            await locks[j].acquire()

locks = [asyncio.Lock(), asyncio.Lock()]
`;
    const main = `a = asyncio.create_task(guarded(0, 1))
b = asyncio.create_task(guarded(1, 0))
await asyncio.sleep(5)`;
    expect(found(programOf(guarded, main))[0]).toBe(
      'failure deadlock.partial: Task-2 (guarded) waits for locks[1], held by Task-3 (guarded), ' +
        'which waits for locks[0], held by Task-2 (guarded); a time-out is around Task-2 (guarded)',
    );
  });

  test('may be one that waits for what it holds itself', () => {
    const again = `
async def again(door):
    async with door:
        async with door:
            pass
`;
    const main = `door = asyncio.Lock()
task = asyncio.create_task(again(door))
await asyncio.sleep(1)`;
    expect(found(programOf(again, main))[0]).toBe(
      'failure deadlock.partial: Task-2 (again) waits for door, which it holds itself',
    );
  });

  test('may be of tasks that await each other', () => {
    const other = `
async def other():
    await asyncio.sleep(1)
    await tasks[1 - tasks.index(asyncio.current_task())]

tasks = []
`;
    const main = `tasks.extend([asyncio.create_task(other()), asyncio.create_task(other())])
await asyncio.sleep(5)`;
    expect(found(programOf(other, main))[0]).toBe(
      'failure deadlock.partial: Task-2 (other) waits for task#3, which needs Task-3 (other), ' +
        'which waits for task#2, which needs Task-2 (other)',
    );
  });

  test('are none where one more permit is out with somebody who goes on', () => {
    const pool = `
async def twice(pool):
    async with pool:
        await asyncio.sleep(1)
        async with pool:
            pass

async def slow(pool):
    async with pool:
        await asyncio.sleep(5)
`;
    const main = `pool = asyncio.Semaphore(3)
await asyncio.gather(twice(pool), twice(pool), slow(pool))`;
    expect(found(programOf(pool, main))).toEqual([]);
  });

  test('may be of all who hold the permits of a semaphore', () => {
    const pool = `
async def twice(pool):
    async with pool:
        await asyncio.sleep(1)
        async with pool:
            pass
`;
    const main = `pool = asyncio.Semaphore(2)
tasks = [asyncio.create_task(twice(pool)) for _ in range(2)]
await asyncio.sleep(5)`;
    expect(found(programOf(pool, main))[0]).toMatch(/^failure deadlock\.partial: /);
  });

  test('are told by the deadlock alone where the whole loop gets stuck', () => {
    const rules = judged(programOf(BOTH, `${TWO}await asyncio.gather(a, b, ticker(5))`));
    expect(rules.map(({ rule, time }) => [rule, time])).toEqual([['deadlock', 5]]);
  });
});
