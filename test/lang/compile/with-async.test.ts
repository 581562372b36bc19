// `async with`: both ends are awaited; cancellation; what is no asynchronous manager. Every
// program was run by CPython 3.14; what it printed there stands beside it.

import { testPrograms } from '../run-program.ts';

testPrograms([
  {
    name: 'async with awaits both ends',
    program: `
import asyncio

class Manager:
    def __init__(self, name, swallow=None):
        self.name = name
        self.swallow = swallow
    async def __aenter__(self):
        await asyncio.sleep(1)
        print('entered', self.name)
        return self
    async def __aexit__(self, kind, error, tb):
        await asyncio.sleep(1)
        print('left', self.name, repr(error))
        return self.swallow is not None and isinstance(error, self.swallow)

async def f():
    async with Manager('a') as a, Manager('b', KeyError) as b:
        print(a.name, b.name)
        raise KeyError('k')
    print('after')
    async with Manager('c', KeyError):
        return 'returned'

async def main():
    print(await f())
    for i in range(2):
        async with Manager(f'loop{i}'):
            if i == 0:
                continue
            break
    try:
        async with Manager('d', KeyError):
            raise ValueError('v')
    except ValueError as e:
        print(e)

asyncio.run(main())
`,
    prints: `
entered a
entered b
a b
left b KeyError('k')
left a None
after
entered c
left c None
returned
entered loop0
left loop0 None
entered loop1
left loop1 None
entered d
left d ValueError('v')
v
`,
  },
  {
    name: 'cancellation inside the body reaches the exit',
    program: `
import asyncio

class M:
    async def __aenter__(self):
        return self
    async def __aexit__(self, kind, error, tb):
        print(kind.__name__, error)
        await asyncio.sleep(0.5)
        print('cleaned')

async def work():
    async with M():
        await asyncio.sleep(10)

async def main():
    task = asyncio.create_task(work())
    await asyncio.sleep(1)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print('cancelled', task.cancelled())

asyncio.run(main())
`,
    prints: `
CancelledError 
cleaned
cancelled True
`,
  },
  {
    name: 'an asynchronous method that is not awaitable',
    program: `
import asyncio

class M:
    def __aenter__(self):
        return 5
    def __aexit__(self, *args):
        return 5

class N:
    async def __aenter__(self):
        return 'in'
    def __aexit__(self, *args):
        return 5

async def main():
    for manager in (M(), N()):
        try:
            async with manager as x:
                print(x)
        except TypeError as e:
            print(e)

asyncio.run(main())
`,
    prints: `
'async with' received an object from __aenter__ that does not implement __await__: int
in
'async with' received an object from __aexit__ that does not implement __await__: int
`,
  },
  {
    name: 'the locks of asyncio as managers',
    program: `
import asyncio

async def worker(name, lock, semaphore):
    async with lock:
        print(name, 'has lock')
        await asyncio.sleep(0.1)
    async with semaphore as value:
        print(name, 'in', value)
        await asyncio.sleep(0.1)

async def main():
    lock = asyncio.Lock()
    semaphore = asyncio.Semaphore(2)
    async with asyncio.TaskGroup() as group:
        for name in 'abc':
            group.create_task(worker(name, lock, semaphore))
    print(lock.locked(), semaphore.locked())
    try:
        with lock:
            pass
    except TypeError as e:
        print(e)

asyncio.run(main())
`,
    prints: `
a has lock
a in None
b has lock
b in None
c has lock
c in None
False False
'asyncio.locks.Lock' object does not support the context manager protocol (missed __exit__ \
method) but it supports the asynchronous context manager protocol. Did you mean to use 'async \
with'?
`,
  },
  {
    name: 'the truth of what exit gives decides',
    program: `
class Truth:
    def __bool__(self):
        print('asked')
        return True

class M:
    def __init__(self, value):
        self.value = value
    def __enter__(self):
        pass
    def __exit__(self, *args):
        return self.value

for value in (1, 'x', [0], Truth()):
    with M(value):
        raise ValueError
for value in (0, '', None, []):
    try:
        with M(value):
            raise ValueError(repr(value))
    except ValueError as e:
        print('not swallowed', e)
`,
    prints: `
asked
not swallowed 0
not swallowed ''
not swallowed None
not swallowed []
`,
  },
  {
    name: 'with inside a generator is left when the generator is closed',
    program: `
class M:
    def __enter__(self):
        print('enter')
    def __exit__(self, kind, *args):
        print('exit', kind.__name__)

def g():
    with M():
        yield 1
        yield 2

it = g()
print(next(it))
it.close()
`,
    prints: `
enter
1
exit GeneratorExit
`,
  },
]);
