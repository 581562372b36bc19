// Coroutines as objects: driven by hand, awaited twice, closed, thrown into. Every program was run
// by CPython 3.14; what it printed there stands beside it.

import { testPrograms } from '../run-program.ts';

testPrograms([
  {
    name: 'driven by hand',
    program: `
class Pause:
    def __await__(self):
        got = yield 'paused'
        return got

async def f(x):
    print('started')
    y = await Pause()
    print('got', y)
    return x + y

c = f(1)
print(type(c).__name__, c.__name__, c.__qualname__)
print(c.send(None))
try:
    c.send(10)
except StopIteration as e:
    print('returned', e.value)
try:
    c.send(None)
except RuntimeError as e:
    print(e)
`,
    prints: `
coroutine f f
started
paused
got 10
returned 11
cannot reuse already awaited coroutine
`,
  },
  {
    name: 'awaited twice',
    program: `
import asyncio

async def f():
    return 1

async def main():
    c = f()
    print(await c)
    try:
        await c
    except RuntimeError as e:
        print(e)

asyncio.run(main())
`,
    prints: `
1
cannot reuse already awaited coroutine
`,
  },
  {
    name: 'awaited by two at once',
    program: `
import asyncio

async def f():
    await asyncio.sleep(1)
    return 'value'

async def wait(c):
    return await c

async def main():
    c = f()
    task = asyncio.create_task(wait(c))
    await asyncio.sleep(0.5)
    try:
        await c
    except RuntimeError as e:
        print(e)
    print(await task)

asyncio.run(main())
`,
    prints: `
coroutine is being awaited already
value
`,
  },
  {
    name: 'close runs finally; what it does not allow',
    program: `
class Pause:
    def __await__(self):
        yield

async def f():
    try:
        await Pause()
    finally:
        print('finally')

async def stubborn():
    try:
        await Pause()
    except GeneratorExit:
        await Pause()

c = f()
c.send(None)
print(c.close(), c.close())
c = f()
c.close()
try:
    c.send(None)
except RuntimeError as e:
    print(e)
c = stubborn()
c.send(None)
try:
    c.close()
except RuntimeError as e:
    print(e)
`,
    prints: `
finally
None None
cannot reuse already awaited coroutine
coroutine ignored GeneratorExit
`,
  },
  {
    name: 'throw into a coroutine',
    program: `
class Pause:
    def __await__(self):
        try:
            yield 'waiting'
        except KeyError as e:
            print('pause caught', e)
            return 'from pause'

async def f():
    print(await Pause())
    await Pause()

c = f()
print(c.send(None), c.throw(KeyError('k')))
try:
    c.throw(ValueError('out'))
except ValueError as e:
    print(e)
c = f()
try:
    c.throw(ValueError('before the start'))
except ValueError as e:
    print(e)
try:
    f().send(1)
except TypeError as e:
    print(e)
`,
    prints: `
pause caught 'k'
from pause
waiting waiting
out
before the start
can't send non-None value to a just-started coroutine
`,
  },
  {
    name: 'StopIteration may not leave a coroutine',
    program: `
import asyncio

async def f():
    raise StopIteration('value')

async def main():
    try:
        await f()
    except RuntimeError as e:
        print(e, '|', repr(e.__cause__))

asyncio.run(main())
`,
    prints: `
coroutine raised StopIteration | StopIteration('value')
`,
  },
  {
    name: 'what cannot be awaited',
    program: `
import asyncio

class Wrong:
    def __await__(self):
        return 5

class Coroutine:
    def __await__(self):
        return f()

class Plain:
    pass

async def f():
    pass

def g():
    yield

async def main():
    for value in (5, None, 'x', Wrong(), Coroutine(), Plain(), g(), f, [f]):
        try:
            await value
        except TypeError as e:
            print(e)

asyncio.run(main())
`,
    prints: `
'int' object can't be awaited
'NoneType' object can't be awaited
'str' object can't be awaited
__await__() returned non-iterator of type 'int'
__await__() returned a coroutine
'Plain' object can't be awaited
'generator' object can't be awaited
'function' object can't be awaited
'list' object can't be awaited
`,
  },
  {
    name: 'awaitables made of others',
    program: `
import asyncio

class Later:
    def __init__(self, delay, value):
        self.delay = delay
        self.value = value
    def __await__(self):
        yield from asyncio.sleep(self.delay).__await__()
        return self.value

class Delegate:
    def __await__(self):
        return Later(0.1, 'delegated').__await__()

async def main():
    print(await Later(0.5, 'v'), await Delegate())
    future = asyncio.get_running_loop().create_future()
    asyncio.get_running_loop().call_later(0.1, future.set_result, 'f')
    class OfFuture:
        def __await__(self):
            return future.__await__()
    print(await OfFuture(), await OfFuture())

asyncio.run(main())
`,
    prints: `
v delegated
f f
`,
  },
  {
    name: 'a yield of something that is no future',
    program: `
import asyncio

class Wrong:
    def __init__(self, value):
        self.value = value
    def __await__(self):
        return (yield self.value)

async def main():
    for value in (5, 'text', [1]):
        try:
            await Wrong(value)
        except RuntimeError as e:
            print(e.args[0].replace(repr(asyncio.current_task()), 'TASK'))
    print(await Wrong(None))

asyncio.run(main())
`,
    prints: `
Task got bad yield: 5
Task got bad yield: 'text'
Task got bad yield: [1]
None
`,
  },
]);
