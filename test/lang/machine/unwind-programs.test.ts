// Errors on their way: context and cause through frames, coroutines and tasks, and deep recursion.
// Every program was run by CPython 3.14; what it printed there stands beside it.

import { testPrograms } from '../run-program.ts';

testPrograms([
  {
    name: 'context through calls',
    program: `
def inner():
    raise KeyError('inner')

def middle():
    try:
        inner()
    except KeyError:
        raise ValueError('middle')

def outer():
    try:
        middle()
    except ValueError as e:
        raise TypeError('outer') from e

try:
    outer()
except TypeError as e:
    chain = []
    while e is not None:
        chain.append((repr(e), repr(e.__cause__)))
        e = e.__context__
    print(chain)
`,
    prints: `
[("TypeError('outer')", "ValueError('middle')"), ("ValueError('middle')", 'None'), \
("KeyError('inner')", 'None')]
`,
  },
  {
    name: 'context across awaits and tasks',
    program: `
import asyncio

async def fail(error):
    await asyncio.sleep(0)
    raise error

async def main():
    try:
        try:
            await fail(KeyError('a'))
        except KeyError:
            await fail(ValueError('b'))
    except ValueError as e:
        print(repr(e.__context__))
    try:
        raise KeyError('here')
    except KeyError:
        task = asyncio.create_task(fail(ValueError('in task')))
        try:
            await task
        except ValueError as e:
            print(repr(e.__context__))
    try:
        async with asyncio.timeout(0.1):
            try:
                await asyncio.sleep(5)
            finally:
                raise ValueError('while cancelled')
    except ValueError as e:
        print(repr(e), repr(e.__context__))

asyncio.run(main())
`,
    prints: `
KeyError('a')
KeyError('here')
ValueError('while cancelled') TimeoutError()
`,
  },
  {
    name: 'cycles of context are not made',
    program: `
a, b = ValueError('a'), KeyError('b')
try:
    try:
        raise a
    except ValueError:
        raise b
except KeyError:
    try:
        raise a
    except ValueError as e:
        print(repr(e.__context__), e.__context__.__context__)
`,
    prints: `
KeyError('b') None
`,
  },
  {
    name: 'notes and with_traceback',
    program: `
e = ValueError('v')
e.add_note('one')
e.add_note('two')
print(e.__notes__, e.with_traceback(None) is e)
try:
    e.add_note(5)
except TypeError as error:
    print(error)
`,
    prints: `
['one', 'two'] True
add_note() argument must be str, not int
`,
  },
  {
    name: 'recursion ends in RecursionError, which can be caught',
    program: `
def f(n):
    return f(n + 1)

try:
    f(0)
except RecursionError as e:
    print(e)
def depth(n):
    try:
        return depth(n + 1)
    except RecursionError:
        return n
print(depth(0) > 900)
`,
    prints: `
maximum recursion depth exceeded
True
`,
  },
  {
    name: 'recursion of coroutines and generators',
    program: `
import asyncio

async def f(n):
    return n if n == 0 else await f(n - 1)

async def endless(n):
    return await endless(n + 1)

async def main():
    print(await f(300))
    try:
        await endless(0)
    except RecursionError as e:
        print(type(e).__name__)

asyncio.run(main())
def g(n):
    yield from g(n + 1)
try:
    next(g(0))
except RecursionError as e:
    print(type(e).__name__)
`,
    prints: `
0
RecursionError
RecursionError
`,
  },
  {
    name: 'tracebacks of deep chains do not grow without end',
    program: `
import asyncio

async def retry(n):
    try:
        raise ValueError(n)
    except ValueError:
        if n:
            await retry(n - 1)
        raise

async def main():
    try:
        await retry(50)
    except ValueError as e:
        n = 0
        while e is not None:
            n += 1
            e = e.__context__
        print(n)

asyncio.run(main())
`,
    prints: `
51
`,
  },
]);
