// The module is a frame that is suspended while a loop is driven: `asyncio.run` from anywhere.
// Every program was run by CPython 3.14; what it printed there stands beside it.

import { testPrograms } from '../run-program.ts';

testPrograms([
  {
    name: 'run from functions, methods, comprehensions and handlers',
    program: `
import asyncio

async def value(x):
    await asyncio.sleep(0.1)
    return x

def f(x):
    return asyncio.run(value(x))

class C:
    def m(self):
        return f('m')

print(f(1) + f(2), C().m(), [f(i) for i in range(3)])
try:
    1 / 0
except ZeroDivisionError:
    print(f('in handler'))
finally:
    print(f('in finally'))
print((lambda: f('lambda'))(), f(1) if f(0) else f(2), f'{f(5)}', {f('k'): f('v')})
def deep(n):
    return f('deep') if n == 0 else deep(n - 1)
print(deep(50))
`,
    prints: `
3 m [0, 1, 2]
in handler
in finally
lambda 2 5 {'k': 'v'}
deep
`,
  },
  {
    name: 'exceptions come out of run, and may be caught',
    program: `
import asyncio

async def fail(error):
    await asyncio.sleep(0.1)
    raise error

try:
    asyncio.run(fail(ValueError('v')))
except ValueError as e:
    print('caught', e)
def f():
    try:
        return asyncio.run(fail(KeyError('k')))
    finally:
        print('finally')
try:
    f()
except KeyError as e:
    print(repr(e), e.__context__)
try:
    raise TypeError('outer')
except TypeError:
    try:
        asyncio.run(fail(ValueError('inner')))
    except ValueError as e:
        print(repr(e), repr(e.__context__))
asyncio.run(fail(OSError('the end')))
`,
    prints: `
caught v
finally
KeyError('k') None
ValueError('inner') TypeError('outer')
OSError: the end
`,
  },
  {
    name: 'run inside run is refused',
    program: `
import asyncio

async def inner():
    pass

async def main():
    c = inner()
    try:
        asyncio.run(c)
    except RuntimeError as e:
        print(e)
    c.close()

asyncio.run(main())
`,
    prints: `
asyncio.run() cannot be called from a running event loop
`,
  },
  {
    name: 'every run has a loop of its own',
    program: `
import asyncio

loops = []

async def main():
    loops.append(asyncio.get_running_loop())
    return len(loops)

print(asyncio.run(main()), asyncio.run(main()), loops[0] is loops[1], loops[0].is_closed(), \
loops[0].is_running())
try:
    asyncio.get_running_loop()
except RuntimeError as e:
    print(e)
`,
    prints: `
1 2 False True False
no running event loop
`,
  },
]);
