import { describe, expect, test } from 'vitest';
import { found, programOf } from './judged.ts';

describe('what is left in queues', () => {
  test('is told with who put the last of it', () => {
    const main = `jobs = asyncio.Queue()
for i in range(3):
    await jobs.put(i)
await jobs.get()`;
    expect(found(programOf('', main))).toEqual([
      'advice queue.lost: 2 of 3 items of jobs were never taken; the last was put by ' +
        'Task-1 (main) at 0 s (line 6)',
    ]);
  });

  test('is nothing where shutdown() has dropped it', () => {
    const main = `jobs = asyncio.Queue()
await jobs.put(1)
jobs.shutdown(immediate=True)`;
    expect(found(programOf('', main))).toEqual([]);
  });

  test('is nothing where all was taken', () => {
    const main = 'jobs = asyncio.Queue()\nawait jobs.put(1)\nawait jobs.get()';
    expect(found(programOf('', main))).toEqual([]);
  });

  test('may be a join() that still waits', () => {
    const joins = `
async def joins(jobs):
    await jobs.join()
`;
    const main = `jobs = asyncio.Queue()
await jobs.put(1)
task = asyncio.create_task(joins(jobs))
await jobs.get()
await asyncio.sleep(1)`;
    expect(found(programOf(joins, main)).filter((each) => each.includes('queue.'))).toEqual([
      'advice queue.unfinished: Task-2 (joins) waits since 0 s (line 4) for all items of jobs ' +
        'to be done: task_done() was not called for each',
    ]);
  });

  test('is not told of a deadlock', () => {
    const main = 'jobs = asyncio.Queue()\nawait jobs.put(1)\nawait jobs.join()';
    expect(found(programOf('', main)).map((each) => each.split(':')[0])).toEqual([
      'failure deadlock',
    ]);
  });
});
