// Programs and what CPython prints for them: src/lang/machine/frame-coroutine.ts.

import { expect, test } from 'vitest';
import { lines } from './python.ts';

test('a coroutine is driven once, from its start to its end', () => {
  const program = `
import asyncio
async def si(): raise StopIteration(4)
async def run():
    try: await si()
    except RuntimeError as e: print(e, repr(e.__cause__))
    async def cancelled():
        try: await asyncio.sleep(9)
        except asyncio.CancelledError as e: print('cancelled', e.args); raise
        finally: await asyncio.sleep(0); print('cleaned')
    t = asyncio.create_task(cancelled())
    await asyncio.sleep(0)
    t.cancel('why')
    try: await t
    except asyncio.CancelledError: print(t.cancelled())
    async def handling():
        try: raise ValueError('v')
        except ValueError: await asyncio.sleep(10)
    t = asyncio.create_task(handling()); await asyncio.sleep(0); t.cancel()
    try: await t
    except asyncio.CancelledError as c: print(repr(c.__context__))
    async def h(): raise KeyError('h')
    async def outer():
        try: raise ValueError('v')
        except ValueError: await h()
    try: await outer()
    except KeyError as k: print(repr(k.__context__))
    async def rec(): return await rec()
    try: await rec()
    except RecursionError: print('RecursionError')
    async def deep(n): return 0 if n == 0 else 1 + await deep(n - 1)
    print(await deep(500))
asyncio.run(run())
`;
  expect(lines(program)).toEqual([
    'coroutine raised StopIteration StopIteration(4)',
    "cancelled ('why',)",
    'cleaned',
    'True',
    "ValueError('v')",
    "ValueError('v')",
    'RecursionError',
    '500',
  ]);
});

test('a StopIteration thrown into an await ends it, in an asynchronous generator too', () => {
  const program = `
class Awaited:
    def __await__(self): return iter([1, 2])
async def f():
    print('f', await Awaited())
async def generate():
    print('generate', await Awaited())
    yield 5
for step in f(), generate().asend(None):
    print(step.send(None))
    try: step.throw(StopIteration(3))
    except StopIteration as e: print(repr(e))
`;
  expect(lines(program)).toEqual([
    '1',
    'f 3',
    'StopIteration()',
    '1',
    'generate 3',
    'StopIteration(5)',
  ]);
});
