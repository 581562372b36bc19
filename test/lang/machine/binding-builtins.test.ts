// Arguments that do not fit the functions of the language and of asyncio, with the words of
// CPython. Every program was run by CPython 3.14; what it printed there stands beside it.

import { testPrograms } from '../run-program.ts';

testPrograms([
  {
    name: 'errors of built-in functions',
    program: `
def attempt(f, *args, **kwargs):
    try:
        print(f(*args, **kwargs))
    except TypeError as e:
        print(e)

attempt(len)
attempt(len, 1, 2)
attempt(len, 5)
attempt(len, obj=[])
attempt(abs)
attempt(abs, 'x')
attempt(sum)
attempt(sum, 5)
attempt(sum, ['a'])
attempt(isinstance, 1)
attempt(isinstance, 1, 1)
attempt(range)
attempt(range, 'a')
attempt(range, 1, 2, 3, 4)
attempt([].append)
attempt([].append, 1, 2)
attempt({}.get)
attempt('a'.join, [1])
attempt('a'.split, 1)
attempt(int, [])
attempt(float, None)
attempt(sorted)
attempt(sorted, [1], 2)
attempt(print, 1, foo=2)
attempt(max)
attempt(max, 5)
attempt(enumerate)
attempt(zip, 5)
attempt(map, 5)
attempt(round, 'x')
attempt(next, 5)
attempt(iter, 5)
attempt(chr, 'a')
attempt(ord, 'ab')
attempt(divmod, 1)
attempt(pow, 1)
attempt(getattr, 1)
attempt(setattr, 1, 2)
attempt(dict, 5)
attempt(list, 5)
attempt(tuple, 1, 2)
attempt(str, 1, 2, 3, 4)
`,
    prints: `
len() takes exactly one argument (0 given)
len() takes exactly one argument (2 given)
object of type 'int' has no len()
len() takes no keyword arguments
abs() takes exactly one argument (0 given)
bad operand type for abs(): 'str'
sum() takes at least 1 positional argument (0 given)
'int' object is not iterable
unsupported operand type(s) for +: 'int' and 'str'
isinstance expected 2 arguments, got 1
isinstance() arg 2 must be a type, a tuple of types, or a union
range expected at least 1 argument, got 0
'str' object cannot be interpreted as an integer
range expected at most 3 arguments, got 4
list.append() takes exactly one argument (0 given)
list.append() takes exactly one argument (2 given)
get expected at least 1 argument, got 0
sequence item 0: expected str instance, int found
must be str or None, not int
int() argument must be a string, a bytes-like object or a real number, not 'list'
float() argument must be a string or a real number, not 'NoneType'
sorted expected 1 argument, got 0
sorted expected 1 argument, got 2
print() got an unexpected keyword argument 'foo'
max expected at least 1 argument, got 0
'int' object is not iterable
enumerate() missing required argument 'iterable'
'int' object is not iterable
map() must have at least two arguments.
type str doesn't define __round__ method
'int' object is not an iterator
'int' object is not iterable
'str' object cannot be interpreted as an integer
ord() expected a character, but string of length 2 found
divmod expected 2 arguments, got 1
pow() missing required argument 'exp' (pos 2)
getattr expected at least 2 arguments, got 1
setattr expected 3 arguments, got 2
'int' object is not iterable
'int' object is not iterable
tuple expected at most 1 argument, got 2
str expected at most 3 arguments, got 4
`,
  },
  {
    name: "errors of asyncio's functions",
    program: `
import asyncio

def attempt(f, *args, **kwargs):
    try:
        print(f(*args, **kwargs))
    except (TypeError, ValueError, RuntimeError) as e:
        print(type(e).__name__, e)

async def main():
    attempt(asyncio.Queue, 1, 2)
    attempt(asyncio.Semaphore, -1)
    attempt(asyncio.create_task)
    attempt(asyncio.create_task, 5)
    attempt(asyncio.run, 5)
    attempt(asyncio.Event, 1)
    attempt(asyncio.Event().set, 1)
    attempt(asyncio.timeout)
    attempt(asyncio.gather, 5)
    attempt(asyncio.Queue().put_nowait)
    attempt(asyncio.Lock().release)
    attempt(asyncio.shield, 5)
    attempt(asyncio.ensure_future, 5)
    attempt(asyncio.as_completed, 5)

asyncio.run(main())
`,
    prints: `
TypeError Queue.__init__() takes from 1 to 2 positional arguments but 3 were given
ValueError Semaphore initial value must be >= 0
TypeError create_task() missing 1 required positional argument: 'coro'
TypeError a coroutine was expected, got 5
RuntimeError asyncio.run() cannot be called from a running event loop
TypeError Event.__init__() takes 1 positional argument but 2 were given
TypeError Event.set() takes 1 positional argument but 2 were given
TypeError timeout() missing 1 required positional argument: 'delay'
TypeError An asyncio.Future, a coroutine or an awaitable is required
TypeError Queue.put_nowait() missing 1 required positional argument: 'item'
RuntimeError Lock is not acquired.
TypeError An asyncio.Future, a coroutine or an awaitable is required
TypeError An asyncio.Future, a coroutine or an awaitable is required
TypeError 'int' object is not iterable
`,
  },
]);
