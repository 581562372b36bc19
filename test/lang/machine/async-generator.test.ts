// Programs and what CPython prints for them: src/lang/machine/async-generator.ts.

import { expect, test } from 'vitest';
import { lines } from './python.ts';

test('items are awaited, sent, thrown and closed', () => {
  const program = `
import asyncio
async def agen(n):
    try:
        for i in range(n):
            await asyncio.sleep(0)
            r = yield i
            if r: print('sent', r)
    finally: print('fin')
async def main():
    a = agen(5)
    print(await a.__anext__(), await a.asend('S'), await anext(a))
    await a.aclose()
    try: await a.__anext__()
    except StopAsyncIteration: print('SAI')
    a = agen(3); await anext(a)
    try: await a.athrow(ValueError('t'))
    except ValueError as e: print('athrow', e)
    async def bad():
        try: yield 1
        finally: yield 2
    b = bad(); await anext(b)
    try: await b.aclose()
    except RuntimeError as e: print(e)
    async def raises():
        yield 1
        raise StopAsyncIteration
    try:
        async for x in raises(): print(x)
    except RuntimeError as e: print(e)
    async def slow():
        yield await asyncio.sleep(0, 'x')
        await asyncio.sleep(0)
    s = slow()
    t = asyncio.create_task(s.__anext__()) if False else None
    print([x async for x in slow()], [y async for x in agen(2) for y in (x, x)])
    try: await slow().asend(5)
    except TypeError as e: print(e)
asyncio.run(main())
`;
  expect(lines(program)).toEqual([
    'sent S',
    '0 1 2',
    'fin',
    'SAI',
    'fin',
    'athrow t',
    'async generator ignored GeneratorExit',
    '1',
    'async generator raised StopAsyncIteration',
    'fin',
    "['x'] [0, 0, 1, 1]",
    "can't send non-None value to a just-started async generator",
  ]);
});
