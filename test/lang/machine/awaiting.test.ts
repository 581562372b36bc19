// Programs and what CPython prints for them: src/lang/machine/awaiting.ts.

import { expect, test } from 'vitest';
import { lines } from './python.ts';

test('futures, tasks, coroutines and objects with __await__ are awaited', () => {
  const program = `
import asyncio
async def f(x):
    await asyncio.sleep(0)
    return x
class Aw:
    def __await__(self):
        yield from asyncio.sleep(0).__await__()
        return 'awaited'
class Aw2:
    def __await__(self): return f(7).__await__()
class Aw3:
    def __await__(self):
        yield
        return (yield None)
async def main():
    fut = asyncio.get_running_loop().create_future()
    fut.set_result('done')
    print(await fut, await f(1), await asyncio.create_task(f(2)))
    print(await Aw(), await Aw2(), await Aw3())
    c = f(1)
    await c
    try: await c
    except RuntimeError as e: print(e)
    class Bad:
        def __await__(self): return 5
    try: await Bad()
    except TypeError as e: print(e)
    late = asyncio.get_running_loop().create_future()
    asyncio.get_running_loop().call_soon(late.set_exception, KeyError('k'))
    try: await late
    except KeyError as e: print(repr(e))
asyncio.run(main())
`;
  expect(lines(program)).toEqual([
    'done 1 2',
    'awaited 7 None',
    'cannot reuse already awaited coroutine',
    "__await__() returned non-iterator of type 'int'",
    "KeyError('k')",
  ]);
});
