// `with` and `async with`: the order of enter, bind and exit, what exit is told, and what it may
// swallow. Every program was run by CPython 3.14; what it printed there stands beside it.

import { testPrograms } from '../run-program.ts';

testPrograms([
  {
    name: 'enter, body, exit; the exit gets nothing when the body ends',
    program: `
class Manager:
    def __init__(self, name, swallow=False):
        self.name = name
        self.swallow = swallow
    def __enter__(self):
        print('enter', self.name)
        return self.name.upper()
    def __exit__(self, kind, error, traceback):
        print('exit', self.name, kind and kind.__name__, error, traceback is None)
        return self.swallow

with Manager('a') as a:
    print(a)
with Manager('b', swallow=True):
    raise ValueError('swallowed')
try:
    with Manager('c'):
        raise ValueError('seen')
except ValueError as e:
    print('outside', e)
def f():
    with Manager('d') as d:
        return d + '!'
print(f())
for i in range(3):
    with Manager(f'e{i}'):
        if i == 0:
            continue
        break
`,
    prints: `
enter a
A
exit a None None True
enter b
exit b ValueError swallowed False
enter c
exit c ValueError seen False
outside seen
enter d
exit d None None True
D!
enter e0
exit e0 None None True
enter e1
exit e1 None None True
`,
  },
  {
    name: 'several items are nested, in order',
    program: `
class M:
    def __init__(self, name):
        print('make', name)
        self.name = name
    def __enter__(self):
        print('enter', self.name)
        return self
    def __exit__(self, *args):
        print('exit', self.name, args[1])

with M('a') as a, M('b') as b:
    print(a.name, b.name)
with (
    M('c') as c,
    M(c.name + 'd'),
):
    pass
try:
    with M('e'), M('f') as (x, y):
        print('no')
except TypeError as e:
    print(e)
`,
    prints: `
make a
enter a
make b
enter b
a b
exit b None
exit a None
make c
enter c
make cd
enter cd
exit cd None
exit c None
make e
enter e
make f
enter f
exit f cannot unpack non-iterable M object
exit e cannot unpack non-iterable M object
cannot unpack non-iterable M object
`,
  },
  {
    name: 'an error in enter of the second exits the first',
    program: `
class M:
    def __init__(self, name, fails=False):
        self.name = name
        self.fails = fails
    def __enter__(self):
        if self.fails:
            raise KeyError(self.name)
        return self
    def __exit__(self, kind, error, tb):
        print('exit', self.name, repr(error))
        return True

with M('a'), M('b', fails=True):
    print('no')
print('after')
`,
    prints: `
exit a KeyError('b')
after
`,
  },
  {
    name: "an error in exit replaces the body's and keeps it as context",
    program: `
class M:
    def __enter__(self):
        return self
    def __exit__(self, *args):
        raise KeyError('exit')

try:
    with M():
        raise ValueError('body')
except KeyError as e:
    print(repr(e), repr(e.__context__))
try:
    with M():
        pass
except KeyError as e:
    print(repr(e), repr(e.__context__))
`,
    prints: `
KeyError('exit') ValueError('body')
KeyError('exit') None
`,
  },
  {
    name: 'the target may be anything that can be assigned to',
    program: `
class M:
    def __init__(self, value):
        self.value = value
    def __enter__(self):
        return self.value
    def __exit__(self, *args):
        pass

class Box:
    pass

box = Box()
d = {}
with M(1) as box.x, M(2) as d['k'], M((3, [4, 5])) as (p, [q, *r]):
    print(box.x, d, p, q, r)
`,
    prints: `
1 {'k': 2} 3 4 [5]
`,
  },
  {
    name: 'what is no context manager is refused before anything is entered',
    program: `
class OnlyEnter:
    def __enter__(self):
        print('entered')

class AsyncOnly:
    async def __aenter__(self):
        pass
    async def __aexit__(self, *args):
        pass

for value in (5, OnlyEnter(), AsyncOnly()):
    try:
        with value:
            print('no')
    except TypeError as e:
        print(e)
`,
    prints: `
'int' object does not support the context manager protocol (missed __exit__ method)
'OnlyEnter' object does not support the context manager protocol (missed __exit__ method)
'AsyncOnly' object does not support the context manager protocol (missed __exit__ method) but \
it supports the asynchronous context manager protocol. Did you mean to use 'async with'?
`,
  },
  {
    name: 'async with what is no asynchronous context manager',
    program: `
import asyncio

class SyncOnly:
    def __enter__(self):
        pass
    def __exit__(self, *args):
        pass

class OnlyEnter:
    async def __aenter__(self):
        pass

async def main():
    for value in (5, SyncOnly(), OnlyEnter()):
        try:
            async with value:
                print('no')
        except TypeError as e:
            print(e)

asyncio.run(main())
`,
    prints: `
'int' object does not support the asynchronous context manager protocol (missed __aexit__ method)
'SyncOnly' object does not support the asynchronous context manager protocol (missed __aexit__ \
method) but it supports the context manager protocol. Did you mean to use 'with'?
'OnlyEnter' object does not support the asynchronous context manager protocol (missed \
__aexit__ method)
`,
  },
  {
    name: 'enter and exit are looked up on the class',
    program: `
class M:
    def __enter__(self):
        return 'class'
    def __exit__(self, *args):
        print('class exit')

m = M()
m.__enter__ = lambda: 'instance'
m.__exit__ = lambda *args: print('instance exit')
with m as value:
    print(value)
`,
    prints: `
class
class exit
`,
  },
]);
