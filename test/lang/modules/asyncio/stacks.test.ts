import { expect, test } from 'vitest';
import { mainPrints } from '../../../simulated.ts';
import { expectRecorded } from './recorded.ts';

test('stacks of tasks print what CPython 3.14.2 prints', () => expectRecorded('stacks'));

test('a task knows who awaits it, and nobody once it has woken them', () => {
  const lines = mainPrints(`
    async def wait(task):
        await task
    task = asyncio.create_task(asyncio.sleep(1), name='inner')
    outer = asyncio.create_task(wait(task), name='outer')
    print(task._asyncio_awaited_by)
    await asyncio.sleep(0)
    print([each.get_name() for each in task._asyncio_awaited_by])
    await task
    await outer
    print(task._asyncio_awaited_by)
  `);
  expect(lines).toEqual(['None', "['outer']", 'None']);
});
