import { describe, expect, test } from 'vitest';
import { found, programOf } from './judged.ts';

const WORK = `
async def work():
    raise ValueError('no')
`;

describe('what the runtime reports', () => {
  test('of a coroutine that never runs', () => {
    expect(found(programOf(WORK, 'work()'))).toEqual([
      "failure coroutine.never-awaited: coroutine 'work' was never awaited",
    ]);
  });

  test('of an exception that nobody asks for', () => {
    const main = 'task = asyncio.create_task(work())\nawait asyncio.sleep(1)';
    expect(found(programOf(WORK, main))).toEqual([
      'failure exception.never-retrieved: nobody asked for ValueError of Task-2 (work)',
    ]);
  });

  test('of a callback that raises', () => {
    const main = 'asyncio.get_running_loop().call_soon(int, "x")\nawait asyncio.sleep(1)';
    expect(found(programOf(WORK, main))).toEqual([
      'failure exception.unhandled: Exception in callback int(): ValueError',
    ]);
  });

  test('of a loop that is given up with a task', () => {
    const text = `import asyncio

async def nap():
    await asyncio.sleep(9)

async def starts():
    loop.create_task(nap())

loop = asyncio.new_event_loop()
loop.run_until_complete(starts())
`;
    expect(found(text)).toEqual(['failure task.destroyed-pending: Task-2 (nap) was still pending']);
  });

  test('of a slow callback is no finding', () => {
    const text = `import asyncio, time

async def main():
    time.sleep(1)

asyncio.run(main(), debug=True)
`;
    expect(found(text)).toEqual([]);
  });
});
