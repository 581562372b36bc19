import { expect, test } from 'vitest';
import { Operations, Wording } from '../../../src/report/diff/operations.ts';
import { foldEvents } from '../../../src/trace/fold.ts';
import { readTrace } from '../../../src/trace/read.ts';
import { recorded } from '../../replay/programs.ts';

const TEXT = `import asyncio
gate = asyncio.Lock()
async def child():
    async with gate:
        await asyncio.sleep(0.25)
async def main():
    tasks = [asyncio.create_task(child()), asyncio.create_task(child(), name='second')]
    tasks.append(asyncio.create_task(child()))
    await asyncio.sleep(0)
    tasks[1].cancel()
    await asyncio.wait(tasks)
asyncio.run(main())
`;

const [all] = foldEvents(readTrace(recorded(TEXT).trace).events, new Operations(new Wording()));
const wordsOf = (key: string) =>
  all.actors.find((actor) => actor.key === key)?.operations.map((i) => all.operation(i).text);

test('tasks are known by who made them, what they run, and their place among their like', () => {
  expect(all.actors.map(({ key }) => key)).toEqual([
    '',
    '/main',
    '/main/child',
    '/main/second',
    '/main/child 2',
  ]);
});

test('operations have the words of the program', () => {
  expect(wordsOf('/main/child')).toEqual([
    'is created',
    'starts',
    'acquires gate',
    'sleeps for 0.25 s',
    'goes on',
    'releases gate',
    'returns None',
  ]);
  expect(wordsOf('/main/second')).toEqual([
    'is created',
    'starts',
    'lock.waited gate',
    'waits on gate',
    'is asked to cancel by main',
    'gets CancelledError',
    'ends cancelled',
  ]);
});
