import { describe, expect, test } from 'vitest';
import { inOrder, lineWords } from '../../../src/report/why/hang.ts';
import { findingsOf, rows } from './inquired.ts';
import { CROSSED_LOCKS, KEPT_LOCK, PULSE } from './programs.ts';

const program = (body: string) => `import asyncio\n${body}\nasyncio.run(main())\n`;

describe('why nothing can happen any more', () => {
  test('two tasks wait for each other: the ring, with who took and wants what', () => {
    const [finding, ...others] = findingsOf(CROSSED_LOCKS);
    expect(others).toEqual([]);
    expect(finding).toMatchObject({
      rule: 'deadlock',
      headline:
        'Deadlock at 1 s: Task-2 (take) waits for right, held by Task-3 (take), ' +
        'which waits for left, held by Task-2 (take)',
      tasks: [2, 3],
      advice: 'take the locks in the same order everywhere',
    });
    expect(rows(finding.steps)).toEqual([
      [0, 2, 7, 'acquires left'],
      [0, 3, 7, 'acquires right'],
      [1, 2, 9, 'waits on right'],
      [1, 3, 9, 'waits on left'],
    ]);
  });

  test('a long ring is told by its first six', () => {
    const text = program(`
locks = [asyncio.Lock() for _ in range(8)]
async def take(i):
    async with locks[i]:
        await asyncio.sleep(1)
        async with locks[(i + 1) % 8]:
            pass
async def main():
    await asyncio.gather(*[take(i) for i in range(8)])`);
    const [{ headline, tasks, steps }] = findingsOf(text);
    expect(headline.endsWith('held by Task-8 (take), and so on through 8 tasks')).toBe(true);
    expect([tasks.length, steps.length]).toEqual([8, 16]);
  });

  test('a task that waits for a lock of its own is a ring of one', () => {
    const text = program(`
lock = asyncio.Lock()
async def main():
    async with lock:
        async with lock:
            pass`);
    expect(findingsOf(text)[0].headline).toBe(
      'Deadlock at 0 s: Task-1 (main) waits for lock, which it holds itself',
    );
  });

  test('tasks that await each other are a ring without locks', () => {
    const text = program(`
tasks = []
async def other(i):
    await asyncio.sleep(0)
    await tasks[i]
async def main():
    tasks.append(asyncio.create_task(other(1)))
    tasks.append(asyncio.create_task(other(0)))
    await asyncio.sleep(1)
    await asyncio.Event().wait()`);
    const [ring, main] = findingsOf(text);
    expect(ring.headline).toBe(
      'Deadlock at 1 s: Task-2 (other) waits for Task-3 (other), which waits for Task-2 (other)',
    );
    expect(main.rule).toBe('never woken');
  });

  test('an event that was set and cleared before is a lost wake-up', () => {
    const [finding] = findingsOf(PULSE);
    expect(finding).toMatchObject({
      rule: 'lost wake-up',
      headline:
        'Lost wake-up: Task-3 (listen) waits for bell since 2 s, but Task-2 (ring) set it at 1 s ' +
        '(line 7), and it was cleared at 1 s, before that; nobody is left to set it again',
      tasks: [3],
    });
    expect(rows(finding.steps)).toEqual([
      [1, 2, 7, 'sets bell'],
      [1, 2, 8, 'clears bell'],
      [1, 2, 0, 'returns None'],
      [2, 3, 11, 'waits on bell'],
    ]);
  });

  test('a notification that was too small is told as such', () => {
    const text = program(`
ready = asyncio.Condition()
async def wait():
    async with ready:
        await ready.wait()
async def main():
    async with asyncio.TaskGroup() as group:
        group.create_task(wait())
        group.create_task(wait())
        await asyncio.sleep(1)
        async with ready:
            ready.notify(1)`);
    expect(findingsOf(text)[0]).toMatchObject({
      rule: 'never woken',
      headline:
        'Never woken: Task-3 (wait) waits for ready since 0 s; ' +
        'Task-1 (main) notified 1 at 1 s (line 13), which was not enough',
    });
  });

  test.each([
    ['asyncio.Event().wait()', 'event#1', ', and nobody has ever set it'],
    ['asyncio.Queue().get()', 'queue#1 get', ', and nobody has ever put anything into it'],
    ['asyncio.Future()', 'future#1', ', and nobody is left to end that'],
    ['asyncio.Semaphore(0).acquire()', 'semaphore#1', ', and nobody has ever released it'],
  ])('nobody ends %s', (awaited, name, words) => {
    const text = program(`\nasync def main():\n    await ${awaited}`);
    expect(findingsOf(text).map(({ headline }) => headline)).toEqual([
      `Never woken: Task-1 (main) waits for ${name} since 0 s${words}`,
    ]);
  });

  test('a lock that a finished task has kept names the task', () => {
    const [finding] = findingsOf(KEPT_LOCK);
    expect(finding).toMatchObject({
      rule: 'never released',
      headline:
        'Never released: Task-1 (main) waits for lock since 2 s; ' +
        'Task-2 (keep) took it at 0 s (line 6) and ended at 1 s without releasing it',
      advice: "use 'async with lock:', which releases whatever happens",
    });
  });

  test('a permit that a finished task has kept comes before the ring around it', () => {
    const text = program(`
slots = asyncio.Semaphore(2)
async def keep():
    await slots.acquire()
async def use():
    async with slots:
        pass
async def main():
    await asyncio.create_task(keep())
    async with slots:
        await asyncio.gather(use())`);
    expect(findingsOf(text).map(({ headline }) => headline)).toEqual([
      'Never released: Task-3 (use) waits for slots since 0 s; Task-2 (keep) took it at 0 s ' +
        '(line 5) and ended at 0 s without releasing it',
      'Deadlock at 0 s: Task-1 (main) waits for gather#1, which needs Task-3 (use), ' +
        'which waits for slots, held by Task-1 (main)',
    ]);
  });

  test('a queue that is joined needs task_done()', () => {
    const text = program(`
async def main():
    queue = asyncio.Queue()
    queue.put_nowait(1)
    await queue.get()
    await queue.join()`);
    expect(findingsOf(text)[0]).toMatchObject({
      headline:
        'Never woken: Task-1 (main) waits for queue join since 0 s, ' +
        'and nobody is left to call task_done()',
      advice: 'whoever gets an item has to call task_done() when it is done',
    });
  });

  test('many who wait for the same are one finding', () => {
    const text = program(`
bell = asyncio.Event()
async def main():
    await asyncio.gather(bell.wait(), bell.wait(), bell.wait())`);
    expect(findingsOf(text).map(({ headline }) => headline)).toEqual([
      'Never woken: Task-2 (Event.wait) and 2 others wait for bell since 0 s, ' +
        'and nobody has ever set it',
    ]);
  });
});

test('evidence is in the order of events, each once', () => {
  const step = (seq: number) => ({
    ...{ seq, time: 0, task: 1, who: 'Task-1 (main)' },
    ...{ at: null, text: '', source: null },
  });
  expect(inOrder([step(3), step(1), step(3)]).map(({ seq }) => seq)).toEqual([1, 3]);
});

test('a place is told as its line', () => {
  const event = { seq: 1, iteration: 0, time: 0, task: 1, cause: 0 } as const;
  expect(lineWords({ ...event, kind: 'task.started', at: [7, 3] })).toBe(' (line 7)');
  expect(lineWords({ ...event, kind: 'task.started', at: null })).toBe('');
});
