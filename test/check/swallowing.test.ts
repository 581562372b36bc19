import { describe, expect, test } from 'vitest';
import { found, judged, placesOf, programOf } from './judged.ts';

const STUBBORN = `
async def stubborn():
    for _ in range(3):
        try:
            await asyncio.sleep(5)
        except asyncio.CancelledError:
            pass
`;

const CANCEL = `task = asyncio.create_task(stubborn())
await asyncio.sleep(1)
task.cancel()
await asyncio.wait([task])`;

describe('a task that catches CancelledError', () => {
  test('and goes on where it was has swallowed it', () => {
    expect(found(programOf(STUBBORN, CANCEL))).toEqual([
      'failure cancellation.swallowed: Task-2 (stubborn) was cancelled by Task-1 (main) at 1 s: ' +
        'it caught CancelledError in line 6, and it waited there again at 1 s',
    ]);
    expect(placesOf(judged(programOf(STUBBORN, CANCEL))[0])).toEqual([
      '6:13',
      '13:5 1 cancels Task-2 (stubborn)',
      '6:13 2 gets CancelledError',
      '6:13 2 goes on',
    ]);
  });

  test('inside a time-out that has run out has swallowed it', () => {
    const main = `async with asyncio.timeout(1):
    try:
        await asyncio.sleep(9)
    except asyncio.CancelledError:
        pass`;
    expect(found(programOf('', main))).toEqual([
      'failure cancellation.swallowed: Task-1 (main) was cancelled by a time-out at 1 s: it ' +
        'caught CancelledError in line 6, and the time-out around it was left as if it had not ' +
        'run out',
    ]);
  });

  test('and returns only hides it', () => {
    const once = STUBBORN.replace('for _ in range(3)', 'for _ in range(1)');
    expect(found(programOf(once, CANCEL))).toEqual([
      'advice cancellation.hidden: Task-2 (stubborn) was cancelled by Task-1 (main) at 1 s, ' +
        'caught CancelledError in line 6 and returned: nobody can tell that it was',
    ]);
  });

  test('and calls uncancel() has handled it', () => {
    const honest = STUBBORN.replace('pass', 'asyncio.current_task().uncancel()');
    expect(found(programOf(honest, CANCEL))).toEqual([]);
  });

  test('and lets it out after cleaning up has not swallowed it', () => {
    const tidy = `
async def stubborn():
    try:
        await asyncio.sleep(5)
    except asyncio.CancelledError:
        await asyncio.sleep(1)
        await asyncio.sleep(1)
        raise
`;
    expect(found(programOf(tidy, CANCEL))).toEqual([]);
  });

  test('in its clean-up, and lets the first one out, has not swallowed it', () => {
    const slow = `
async def stubborn():
    try:
        await asyncio.sleep(9)
    finally:
        for _ in range(2):
            try:
                await asyncio.sleep(3)
            except asyncio.CancelledError:
                pass
`;
    const main = `task = asyncio.create_task(stubborn())
for _ in range(3):
    await asyncio.sleep(1)
    task.cancel()
await asyncio.wait([task])`;
    expect(found(programOf(slow, main))).toEqual([]);
  });

  test('for it, as a condition does that takes its lock again, has not swallowed it', () => {
    const waiter = `
async def stubborn():
    async with ready:
        await ready.wait()

ready = asyncio.Condition()
`;
    const main = `task = asyncio.create_task(stubborn())
await asyncio.sleep(1)
async with ready:
    ready.notify()
    await asyncio.sleep(0)
    task.cancel()
    await asyncio.sleep(1)
    task.cancel()
await asyncio.wait([task])`;
    expect(found(programOf(waiter, main))).toEqual([]);
  });

  test('in a call of its clean-up that waits at the same place has not swallowed it', () => {
    const talk = `
async def say():
    await asyncio.sleep(3)

async def stubborn():
    try:
        await say()
    finally:
        try:
            await say()
        finally:
            freed.append(1)

freed = []
`;
    const again = 'await asyncio.sleep(1)\ntask.cancel()\n';
    const begun = 'task = asyncio.create_task(stubborn())\n';
    const twice = `${begun}${again}${again}await asyncio.wait([task])`;
    expect(found(programOf(talk, twice))).toEqual([]);
    const handled = talk.replace('finally:', 'except asyncio.CancelledError:');
    expect(found(programOf(handled, CANCEL))).toEqual([
      'advice cancellation.hidden: Task-2 (stubborn) was cancelled by Task-1 (main) at 1 s, ' +
        'caught CancelledError in line 4 and returned: nobody can tell that it was',
    ]);
  });

  test('inside a call, and waits there again in the same call, has swallowed it', () => {
    const deep = `${STUBBORN.replace('stubborn', 'inner')}
async def stubborn():
    await inner()
`;
    expect(found(programOf(deep, CANCEL))).toEqual([
      'failure cancellation.swallowed: Task-2 (stubborn) was cancelled by Task-1 (main) at 1 s: ' +
        'it caught CancelledError in line 6, and it waited there again at 1 s',
    ]);
  });

  test('and waits in the same call of asyncio again has swallowed it', () => {
    const waiting = `${STUBBORN.replace('asyncio.sleep(5)', 'slots.acquire()')}
slots = asyncio.Semaphore(0)
`;
    const main = `${CANCEL.replace('await asyncio.wait([task])', 'await asyncio.sleep(1)')}
for _ in range(3):
    slots.release()
await asyncio.wait([task])`;
    expect(found(programOf(waiting, main))).toEqual([
      'failure cancellation.swallowed: Task-2 (stubborn) was cancelled by Task-1 (main) at 1 s: ' +
        'it caught CancelledError in line 6, and it waited there again at 1 s',
    ]);
  });
});
