// `async for`, awaits in tests and bodies, and loops over the iterators of the language. Every
// program was run by CPython 3.14; what it printed there stands beside it.

import { testPrograms } from '../run-program.ts';

testPrograms([
  {
    name: 'async for: else, break, continue, errors',
    program: `
import asyncio

async def count(n):
    for i in range(n):
        await asyncio.sleep(0.1)
        yield i

class Fails:
    def __aiter__(self):
        return self
    async def __anext__(self):
        raise KeyError('in anext')

async def main():
    async for x in count(3):
        if x == 1:
            continue
        print(x, end=' ')
    else:
        print('else')
    async for x in count(5):
        if x == 2:
            print('break')
            break
    else:
        print('never')
    try:
        async for x in Fails():
            pass
    except KeyError as e:
        print(e)
    for x in (5, [1], Fails):
        try:
            async for y in x:
                pass
        except TypeError as e:
            print(e)
    async for a, *b in pairs():
        print(a, b)

async def pairs():
    yield 1, 2, 3
    yield 'xy'

asyncio.run(main())
`,
    prints: `
0 2 else
break
'in anext'
'async for' requires an object with __aiter__ method, got int
'async for' requires an object with __aiter__ method, got list
'async for' requires an object with __aiter__ method, got type
1 [2, 3]
x ['y']
`,
  },
  {
    name: 'async iterators that are written wrong',
    program: `
import asyncio

class AsyncIter:
    async def __aiter__(self):
        return self

class NoAnext:
    def __aiter__(self):
        return 5

class PlainNext:
    def __aiter__(self):
        return self
    def __anext__(self):
        return 5

async def main():
    for x in (AsyncIter(), NoAnext(), PlainNext()):
        try:
            async for y in x:
                print('no')
        except TypeError as e:
            print(e)
    try:
        for x in gen():
            print('no')
    except TypeError as e:
        print(e)

async def gen():
    yield 1

asyncio.run(main())
`,
    prints: `
'async for' received an object from __aiter__ that does not implement __anext__: coroutine
'async for' received an object from __aiter__ that does not implement __anext__: int
'async for' received an invalid object from __anext__: int
'async_generator' object is not iterable
`,
  },
  {
    name: 'loops with awaits in tests and bodies',
    program: `
import asyncio

async def less(a, b):
    await asyncio.sleep(0.1)
    return a < b

async def main():
    i = 0
    while await less(i, 3):
        i += 1
        if await less(i, 2):
            continue
        print(i, end=' ')
    else:
        print('else')
    for x in [await less(1, 2), await less(2, 1)]:
        print(x)
    for x in (y for y in range(3)):
        if await less(x, 1):
            continue
        break
    print(x)

asyncio.run(main())
`,
    prints: `
2 3 else
True
False
1
`,
  },
  {
    name: 'nested loops with zip, enumerate, range, reversed',
    program: `
for i, (a, b) in enumerate(zip('ab', range(5, 0, -2)), start=1):
    print(i, a, b)
for x in reversed([1, 2]):
    for y in range(0, 10, 4):
        print(x, y, end='; ')
print()
for k, v in sorted({'b': 1, 'a': 2}.items(), key=lambda kv: kv[1], reverse=True):
    print(k, v)
try:
    list(zip([1], [1, 2], strict=True))
except ValueError as e:
    print(e)
`,
    prints: `
1 a 5
2 b 3
2 0; 2 4; 2 8; 1 0; 1 4; 1 8; 
a 2
b 1
zip() argument 2 is longer than argument 1
`,
  },
]);
