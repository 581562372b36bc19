import { describe, expect, test } from 'vitest';
import { found, judged, placesOf, programOf } from './judged.ts';

const NAP = `
async def nap(seconds):
    await asyncio.sleep(seconds)
`;

describe('tasks that are there when main returns', () => {
  test('are told with what they did', () => {
    const main = 'task = asyncio.create_task(nap(9))\nawait nap(1)';
    expect(found(programOf(NAP, main))).toEqual([
      'advice task.leaked: Task-2 (nap) was left when main ended (it slept since 0 s): ' +
        'asyncio.run cancelled it',
    ]);
  });

  test('have the place where they were made, and where they stood', () => {
    const main = 'task = asyncio.create_task(nap(9))\nawait nap(1)';
    expect(placesOf(judged(programOf(NAP, main))[0])).toEqual([
      '7:12',
      '7:12 1 makes Task-2 (nap)',
      '4:5 2 slept since 0 s',
    ]);
  });

  test('are told together where one line made them', () => {
    const main = 'tasks = [asyncio.create_task(nap(9)) for _ in range(5)]\nawait nap(1)';
    expect(found(programOf(NAP, main))).toEqual([
      'advice task.leaked: Task-2 (nap), Task-3 (nap), Task-4 (nap) and 2 more were left when ' +
        'main ended: asyncio.run cancelled them',
    ]);
  });

  test('are told without those that they wait for', () => {
    const parent = `${NAP}
async def parent():
    await asyncio.gather(nap(8), nap(9))
`;
    const main = 'task = asyncio.create_task(parent())\nawait nap(1)';
    expect(judged(programOf(parent, main)).map(({ tasks }) => tasks)).toEqual([[2]]);
  });

  test('are not told where main has cancelled them', () => {
    const main = 'task = asyncio.create_task(nap(9))\nawait nap(1)\ntask.cancel()';
    expect(found(programOf(NAP, main))).toEqual([]);
  });

  test('are not told where a callback has cancelled them', () => {
    const main = `task = asyncio.create_task(nap(9))
asyncio.get_running_loop().call_later(1, task.cancel)
await nap(2)`;
    expect(found(programOf(NAP, main))).toEqual([]);
  });
});
