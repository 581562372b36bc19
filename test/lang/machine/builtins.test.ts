// Programs and what CPython prints for them: src/lang/machine/builtins.ts.

import { expect, test } from 'vitest';
import { lines } from './python.ts';

test('next, aiter and anext', () => {
  const program = `
import asyncio
class It:
    def __next__(self): raise StopIteration('value')
try: next(It())
except StopIteration as e: print(e.value)
print(next(iter([1])), next(iter([]), 'd'), next(It(), 'd'))
try: next(5)
except TypeError as e: print(e)
class A:
    def __init__(self, n): self.n = n
    def __aiter__(self): return self
    async def __anext__(self):
        if self.n == 0: raise StopAsyncIteration
        self.n -= 1
        await asyncio.sleep(0)
        return self.n
async def main():
    a = aiter(A(2))
    print(await anext(a), await anext(a), await anext(a, 'd'))
    try: await anext(a)
    except StopAsyncIteration: print('end')
    async def g(): yield 1
    b = g()
    print(await anext(b), await anext(b, 'd'))
    for f in (lambda: anext(5), lambda: aiter(5)):
        try: f()
        except TypeError as e: print(e)
asyncio.run(main())
`;
  expect(lines(program)).toEqual([
    'value',
    '1 d d',
    "'int' object is not an iterator",
    '1 0 d',
    'end',
    '1 d',
    "'int' object is not an async iterator",
    "'int' object is not an async iterable",
  ]);
});
