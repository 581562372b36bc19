// `raise` inside of `try`: what is raised again, context, cause, and frames that are suspended.
// Every program was run by CPython 3.14; what it printed there stands beside it.

import { testPrograms } from '../run-program.ts';

testPrograms([
  {
    name: 'raise without anything re-raises the one being handled, after an inner one too',
    program: `
try:
    try:
        raise ValueError('outer')
    except ValueError:
        try:
            raise KeyError('inner')
        except KeyError:
            pass
        raise
except ValueError as e:
    print(repr(e), repr(e.__context__))
try:
    raise
except RuntimeError as e:
    print(e)
`,
    prints: `
ValueError('outer') None
No active exception to reraise
`,
  },
  {
    name: "raise in a function called by a handler re-raises the handler's",
    program: `
def again():
    raise

try:
    try:
        raise ValueError('v')
    except ValueError:
        again()
except ValueError as e:
    print('again', e)
`,
    prints: `
again v
`,
  },
  {
    name: 'an exception in finally replaces the one on its way and keeps it as context',
    program: `
try:
    try:
        raise ValueError('first')
    finally:
        raise KeyError('second')
except KeyError as e:
    print(repr(e), repr(e.__context__), e.__cause__)
`,
    prints: `
KeyError('second') ValueError('first') None
`,
  },
  {
    name: 'context chains through handlers, cause is set by from, from None hides',
    program: `
try:
    try:
        try:
            1 / 0
        except ZeroDivisionError as a:
            raise ValueError('b') from a
    except ValueError:
        raise TypeError('c')
except TypeError as c:
    b = c.__context__
    print(repr(c), c.__cause__, c.__suppress_context__)
    print(repr(b), repr(b.__cause__), b.__suppress_context__)
try:
    try:
        1 / 0
    except ZeroDivisionError:
        raise ValueError('hidden') from None
except ValueError as e:
    print(e.__cause__, e.__suppress_context__, repr(e.__context__))
`,
    prints: `
TypeError('c') None False
ValueError('b') ZeroDivisionError('division by zero') True
None True ZeroDivisionError('division by zero')
`,
  },
  {
    name: 'an exception raised again does not become its own context',
    program: `
error = ValueError('one')
try:
    try:
        raise error
    except ValueError as e:
        raise e
except ValueError as e:
    print(e.__context__, e is error)
try:
    try:
        raise error
    except ValueError:
        try:
            raise KeyError('k')
        except KeyError:
            raise error
except ValueError as e:
    print(repr(e.__context__), e.__context__.__context__)
`,
    prints: `
None True
KeyError('k') None
`,
  },
  {
    name: 'nothing is being handled once the handler is left',
    program: `
def raised():
    try:
        raise KeyError('new')
    except KeyError as e:
        return e.__context__

try:
    raise ValueError('old')
except ValueError:
    print(repr(raised()))
print(raised())
`,
    prints: `
ValueError('old')
None
`,
  },
  {
    name: 'what is raised has to be an exception',
    program: `
for wrong in (5, 'text', int, None):
    try:
        raise wrong
    except TypeError as e:
        print(e)
try:
    raise ValueError('x') from 5
except TypeError as e:
    print(e)
`,
    prints: `
exceptions must derive from BaseException
exceptions must derive from BaseException
exceptions must derive from BaseException
exceptions must derive from BaseException
exception causes must derive from BaseException
`,
  },
  {
    name: 'classes are called when raised, also as a cause',
    program: `
class Mine(Exception):
    def __init__(self, *args):
        print('made', args)
        super().__init__('default')

try:
    raise Mine from Mine
except Mine as e:
    print(e, repr(e.__cause__))
`,
    prints: `
made ()
made ()
default Mine('default')
`,
  },
  {
    name: 'finally around awaits runs when the task is cancelled, and may await',
    program: `
import asyncio

async def work(out):
    try:
        try:
            await asyncio.sleep(10)
        except asyncio.CancelledError as e:
            out.append(f'cancelled {e.args}')
            raise
        finally:
            await asyncio.sleep(1)
            out.append('finally')
    except asyncio.CancelledError:
        return out

async def main():
    out = []
    task = asyncio.create_task(work(out))
    await asyncio.sleep(1)
    task.cancel('stop')
    print(await task)

asyncio.run(main())
`,
    prints: `
["cancelled ('stop',)", 'finally']
`,
  },
  {
    name: 'return await inside try with finally that awaits',
    program: `
import asyncio

async def value(x):
    await asyncio.sleep(0)
    return x

async def f():
    try:
        return await value('try')
    finally:
        print(await value('finally'))

async def g():
    for i in range(3):
        try:
            await value(i)
            if i == 1:
                return i
        finally:
            await value('x')
            print('end', i)

async def main():
    print(await f(), await g())

asyncio.run(main())
`,
    prints: `
finally
end 0
end 1
try 1
`,
  },
  {
    name: 'a yield in finally keeps the exception on its way',
    program: `
def f():
    try:
        raise ValueError('kept')
    finally:
        yield 1
        yield 2

g = f()
print(next(g), next(g))
try:
    next(g)
except ValueError as e:
    print('then', e)
`,
    prints: `
1 2
then kept
`,
  },
  {
    name: 'sys-less exc info: the handled exception belongs to its own generator frame',
    program: `
def g():
    try:
        raise KeyError('inside')
    except KeyError:
        yield 1
        try:
            raise
        except KeyError as e:
            yield repr(e)

try:
    raise ValueError('outside')
except ValueError:
    it = g()
    next(it)
    try:
        raise TypeError('t')
    except TypeError as e:
        print(repr(e.__context__))
    print(next(it))
`,
    prints: `
ValueError('outside')
KeyError('inside')
`,
  },
  {
    name: 'an exception with an uncalled constructor error',
    program: `
class Picky(Exception):
    def __init__(self, a):
        self.a = a

try:
    raise Picky
except TypeError as e:
    print(e)
try:
    raise Picky(3)
except Picky as e:
    print(e.a, e.args, str(e))
`,
    prints: `
Picky.__init__() missing 1 required positional argument: 'a'
3 (3,) 3
`,
  },
  {
    name: 'module level exception ends the program after finally',
    program: `
try:
    print('body')
    raise ValueError('the end')
finally:
    print('finally')
`,
    prints: `
body
finally
ValueError: the end
`,
  },
]);
