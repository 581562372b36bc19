import { describe, expect, test } from 'vitest';
import {
  asyncioConstants,
  asyncioFunctions,
} from '../../../../src/lang/modules/asyncio/functions.ts';
import { mainPrints, printed } from '../../../simulated.ts';
import { expectRecorded, namesUsed } from './recorded.ts';

describe('asyncio’s functions', () => {
  test('print what CPython prints', () => expectRecorded('functions'));

  test('are all used there', () => {
    const used = namesUsed('functions', 'threads');
    const names = [...asyncioFunctions.map((each) => each.name), ...asyncioConstants.keys()];
    expect(names.filter((name) => !used.has(name))).toEqual([]);
  });

  test('take what has an __await__, as ensure_future does', () => {
    const text = `import asyncio
class Later:
    def __init__(self, x):
        self.x = x
    def __await__(self):
        yield from asyncio.sleep(1).__await__()
        return self.x
async def main():
    print(await asyncio.gather(Later(2), Later(3)), await asyncio.wait_for(Later(4), 2))
    print(await asyncio.shield(Later(5)), await asyncio.ensure_future(Later(6)))
asyncio.run(main())
print(asyncio.run(Later(7)))
`;
    expect(printed(text)).toBe('[2, 3] 4\n5 6\n7\n');
  });

  test('gather under a virtual clock takes as long as the slowest', () => {
    const lines = mainPrints(`
      loop = asyncio.get_running_loop()
      await asyncio.gather(asyncio.sleep(1), asyncio.sleep(3600), asyncio.sleep(60))
      print(loop.time())
    `);
    expect(lines).toEqual(['3600.0']);
  });
});
