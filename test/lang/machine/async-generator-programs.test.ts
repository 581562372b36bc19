// Asynchronous generators: asend, athrow, aclose, what finalises them, and the errors of misuse.
// Every program was run by CPython 3.14; what it printed there stands beside it.

import { testPrograms } from '../run-program.ts';

testPrograms([
  {
    name: 'anext and asend drive it',
    program: `
import asyncio

async def g():
    print('started')
    x = yield 1
    await asyncio.sleep(0.1)
    print('got', x)
    y = yield x * 2
    print('got', y)

async def main():
    it = g()
    print(await anext(it), await it.asend(5))
    try:
        await it.asend('last')
    except StopAsyncIteration as e:
        print(repr(e))
    try:
        await it.__anext__()
    except StopAsyncIteration as e:
        print(repr(e))
    print(await anext(it, 'default'), type(it).__name__, it.__name__)
    try:
        await g().asend(1)
    except TypeError as e:
        print(e)

asyncio.run(main())
`,
    prints: `
started
got 5
1 10
got last
StopAsyncIteration()
StopAsyncIteration()
default async_generator g
can't send non-None value to a just-started async generator
`,
  },
  {
    name: 'athrow goes in where it stands',
    program: `
import asyncio

async def g():
    while True:
        try:
            await asyncio.sleep(0)
            yield 'ready'
        except ValueError as e:
            print('caught', e)
            yield 'handled'

async def main():
    it = g()
    print(await anext(it), await it.athrow(ValueError('v')), await anext(it))
    try:
        await it.athrow(KeyError('k'))
    except KeyError as e:
        print('out', e)
    print([x async for x in it])

asyncio.run(main())
`,
    prints: `
caught v
ready handled ready
out 'k'
[]
`,
  },
  {
    name: 'aclose raises GeneratorExit inside, and finally may await',
    program: `
import asyncio

async def g():
    try:
        yield 1
        yield 2
    finally:
        await asyncio.sleep(0.1)
        print('finally')

async def stubborn():
    try:
        yield 1
    except GeneratorExit:
        yield 2

async def main():
    it = g()
    await anext(it)
    print(await it.aclose(), await it.aclose(), [x async for x in it])
    await g().aclose()
    it = stubborn()
    await anext(it)
    try:
        await it.aclose()
    except RuntimeError as e:
        print(e)

asyncio.run(main())
`,
    prints: `
finally
None None []
async generator ignored GeneratorExit
`,
  },
  {
    name: 'StopIteration and StopAsyncIteration may not leave it',
    program: `
import asyncio

async def a():
    yield 1
    raise StopIteration

async def b():
    yield 1
    raise StopAsyncIteration

async def main():
    for make in (a, b):
        try:
            async for x in make():
                pass
        except RuntimeError as e:
            print(e, '|', repr(e.__cause__))

asyncio.run(main())
`,
    prints: `
async generator raised StopIteration | StopIteration()
async generator raised StopAsyncIteration | StopAsyncIteration()
`,
  },
  {
    name: 'two tasks cannot drive it at once',
    program: `
import asyncio

async def g():
    await asyncio.sleep(1)
    yield 1

async def main():
    it = g()
    first = asyncio.create_task(anext(it, None) if False else drive(it))
    await asyncio.sleep(0.1)
    try:
        await it.asend(None)
    except RuntimeError as e:
        print(e)
    try:
        await it.aclose()
    except RuntimeError as e:
        print(e)
    print(await first)

async def drive(it):
    return await anext(it)

asyncio.run(main())
`,
    prints: `
anext(): asynchronous generator is already running
aclose(): asynchronous generator is already running
1
`,
  },
  {
    name: 'cancellation goes in, and comes out through it',
    program: `
import asyncio

async def ticks():
    n = 0
    try:
        while True:
            yield n
            n += 1
            await asyncio.sleep(1)
    except asyncio.CancelledError:
        print('generator cancelled at', n)
        raise

async def consumer():
    async for n in ticks():
        print('tick', n)

async def main():
    task = asyncio.create_task(consumer())
    await asyncio.sleep(2.5)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print('consumer cancelled')

asyncio.run(main())
`,
    prints: `
tick 0
tick 1
tick 2
generator cancelled at 3
consumer cancelled
`,
  },
  {
    name: 'delegation by loops, and pipelines',
    program: `
import asyncio

async def source(n):
    for i in range(n):
        await asyncio.sleep(0.1)
        yield i

async def squares(xs):
    async for x in xs:
        yield x * x

async def take(n, xs):
    async for x in xs:
        if n == 0:
            return
        n -= 1
        yield x

async def main():
    print([x async for x in take(3, squares(source(10)))])

asyncio.run(main())
`,
    prints: `
[0, 1, 4]
`,
  },
  {
    name: 'return without a value ends it, asynchronous work between the items',
    program: `
import asyncio

async def g(n):
    if n == 0:
        return
    yield n
    await asyncio.sleep(0)
    async for x in g(n - 1):
        yield x

async def main():
    print([x async for x in g(4)])
    it = aiter(g(2))
    print(await anext(it), await anext(it), await anext(it, None))
    try:
        await anext(it)
    except StopAsyncIteration:
        print('stop')

asyncio.run(main())
`,
    prints: `
[4, 3, 2, 1]
2 1 None
stop
`,
  },
]);
