import { describe, expect, test } from 'vitest';
import { explainCancellation } from '../../../src/report/why/cancellation-words.ts';
import { cancellationOf, findingsOf, inquired, rows } from './inquired.ts';
import { ORDERLY, STUBBORN } from './programs.ts';

const program = (body: string) => `import asyncio\n${body}\nasyncio.run(main())\n`;

describe('a swallowed cancellation', () => {
  test('is told with who asked, where it arrived and where the task went on', () => {
    const [finding] = findingsOf(STUBBORN);
    expect(finding).toMatchObject({
      rule: 'swallowed cancellation',
      headline:
        'Swallowed cancellation: Task-2 (stubborn) was asked to cancel at 1 s by Task-1 (main) ' +
        '(line 13), got CancelledError (line 6), went on (line 8) and returned normally, 3 s later',
      advice: "end the 'except' that catches CancelledError with 'raise', or clean up in 'finally'",
    });
    expect(rows(finding.steps)).toEqual([
      [1, 2, 13, 'is asked to cancel by Task-1 (main)'],
      [1, 2, 6, 'gets CancelledError here'],
      [1, 2, 8, 'goes on here'],
      [4, 2, 0, 'returns None'],
    ]);
  });

  test('names the time-out, with the line where it was set', () => {
    const text = program(`
async def main():
    async with asyncio.timeout(1):
        try:
            await asyncio.sleep(9)
        except BaseException:
            await asyncio.sleep(2)`);
    expect(findingsOf(text)[0].headline).toBe(
      'Swallowed cancellation: Task-1 (main) was asked to cancel at 1 s by timeout#1 (line 4), ' +
        'which ran out, got CancelledError (line 6), went on (line 8) and left timeout#1 normally, ' +
        '2 s later',
    );
  });

  test('is not suspected of a task that cleans up', () => {
    expect(findingsOf(ORDERLY)).toEqual([]);
  });

  test('is suspected of a task that waits on and on', () => {
    const text = program(`
async def work():
    while True:
        try:
            await asyncio.sleep(1)
        except asyncio.CancelledError:
            if asyncio.current_task().cancelling() == 2:
                raise
async def main():
    task = asyncio.create_task(work())
    await asyncio.sleep(1.5)
    task.cancel()
    await asyncio.sleep(3)
    task.cancel()
    await asyncio.wait([task])`);
    expect(findingsOf(text).map(({ headline }) => headline)).toEqual([
      'Cancellation without effect: Task-2 (work) was asked to cancel at 1.5 s by Task-1 (main) ' +
        '(line 13), got CancelledError (line 6), went on (line 6) and had to be asked again at 4.5 s',
    ]);
  });
});

describe('who cancelled a task', () => {
  test('is told through groups', () => {
    const text = program(`
async def fail():
    await asyncio.sleep(1)
    raise ValueError
async def main():
    async with asyncio.TaskGroup() as group:
        group.create_task(fail())
        group.create_task(asyncio.sleep(9))`);
    const { answer, requests } = cancellationOf(text, 3);
    expect(answer).toBe(
      'Task-3 (sleep) was asked to cancel at 1 s by taskgroup#1, as a task of it failed, ' +
        'got CancelledError and ended cancelled at 1 s',
    );
    expect(rows(requests[0].causes.steps)).toEqual([
      [1, 3, 0, 'is asked to cancel'],
      [1, 0, 0, 'aborts taskgroup#1'],
      [1, 2, 0, 'raises ValueError()'],
      [1, 0, 0, 'the sleep until 1 s is over'],
      [0, 2, 4, 'goes to sleep until 1 s'],
      [0, 2, 8, 'is created by Task-1 (main)'],
      [0, 1, 0, 'is created'],
    ]);
  });

  test('is a time-out, which became TimeoutError', () => {
    const text = program(`
async def main():
    try:
        async with asyncio.timeout(1):
            await asyncio.sleep(9)
    except TimeoutError:
        pass`);
    expect(cancellationOf(text, 1).answer).toBe(
      'Task-1 (main) was asked to cancel at 1 s by timeout#1 (line 5), which ran out, ' +
        'got CancelledError (line 6), which became TimeoutError at 1 s',
    );
  });

  test('is told with the error that came of it, or that the task took it back', () => {
    const text = program(`
async def fail():
    try:
        await asyncio.sleep(9)
    finally:
        raise ValueError("no")
async def calm():
    try:
        await asyncio.sleep(9)
    except asyncio.CancelledError:
        asyncio.current_task().uncancel()
async def main():
    tasks = [asyncio.create_task(fail()), asyncio.create_task(calm())]
    await asyncio.sleep(1)
    for task in tasks:
        task.cancel()
    await asyncio.wait(tasks)`);
    const asked = (name: string) =>
      `${name} was asked to cancel at 1 s by Task-1 (main) (line 17), `;
    expect(cancellationOf(text, 2).answer).toBe(
      `${asked('Task-2 (fail)')}got CancelledError (line 5) and ended with ValueError('no') at 1 s`,
    );
    expect(cancellationOf(text, 3).answer).toBe(
      `${asked('Task-3 (calm)')}got CancelledError (line 10) and took the request back at 1 s`,
    );
  });

  test('is told through the task that was awaited', () => {
    const text = program(`
async def inner():
    await asyncio.sleep(9)
async def outer():
    await asyncio.create_task(inner())
async def main():
    task = asyncio.create_task(outer())
    await asyncio.sleep(1)
    task.cancel()
    await asyncio.wait([task])`);
    expect(cancellationOf(text, 3).answer).toBe(
      'Task-3 (inner) was asked to cancel at 1 s by Task-1 (main) (line 10), ' +
        'got CancelledError (line 4) and ended cancelled at 1 s',
    );
  });

  test('is asyncio.run for those that main left behind', () => {
    const text = program(`
async def main():
    asyncio.create_task(asyncio.sleep(9))
    await asyncio.sleep(1)`);
    expect(cancellationOf(text, 2).answer).toMatch(/ at 1 s by asyncio\.run at its end, got /);
  });

  test('is nobody for a task that ended by itself', () => {
    const { history } = inquired(ORDERLY);
    expect(explainCancellation(history, [], 1)).toEqual({
      about: 'cancellation',
      task: 1,
      answer: 'nobody asked Task-1 (main) to cancel',
      requests: [],
    });
  });
});
