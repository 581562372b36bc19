// Augmented assignment: the target is read first, its parts once; in-place methods; awaits on the
// right. Every program was run by CPython 3.14; what it printed there stands beside it.

import { testPrograms } from '../run-program.ts';

testPrograms([
  {
    name: "the target's parts are evaluated once",
    program: `
def show(x):
    print(x, end=' ')
    return x

class Box(dict if False else object):
    def __init__(self):
        self.items = {'k': 1}
    def __getitem__(self, key):
        print(f'get {key}', end=' ')
        return self.items[key]
    def __setitem__(self, key, value):
        print(f'set {key}={value}', end=' ')
        self.items[key] = value

box = Box()
def the_box():
    print('box', end=' ')
    return box

the_box()[show('k')] += show(5)
print()
the_box().items[show('k')] *= show(2)
print(box.items)
`,
    prints: `
box k get k 5 set k=6 
box k 2 {'k': 12}
`,
  },
  {
    name: 'a name is read before the right side runs',
    program: `
import asyncio

total = 0

async def add(n):
    global total
    total += await later(n)

async def later(n):
    await asyncio.sleep(0.1)
    return n

async def main():
    global total
    await asyncio.gather(*[add(1) for _ in range(5)])
    print('lost updates', total)
    total = 0
    async def right(n):
        global total
        value = await later(n)
        total += value
    await asyncio.gather(*[right(1) for _ in range(5)])
    print('kept', total)

asyncio.run(main())
`,
    prints: `
lost updates 1
kept 5
`,
  },
  {
    name: 'items and attributes are read before the right side runs',
    program: `
import asyncio

class C:
    x = 1

async def main():
    c = C()
    d = {'k': 1}
    xs = [0, 0]
    async def change():
        c.x = 100
        d['k'] = 100
        xs[0] = 100
        await asyncio.sleep(0)
        return 5
    c.x += await change()
    print(c.x, C.x)
    d['k'] += await change()
    print(d)
    xs[await change() - 5] += await change()
    print(xs)
    local = 1
    async def bind():
        nonlocal local
        local = 50
        return 2
    local += await bind()
    print(local)

asyncio.run(main())
`,
    prints: `
6 1
{'k': 105}
[105, 0]
3
`,
  },
  {
    name: 'lists change in place, tuples and strings do not',
    program: `
a = b = [1]
a += (2,)
a += 'x'
print(a, b, a is b)
a = b = (1,)
a += (2,)
print(a, b)
a = b = {1}
a |= {2}
print(b)
a = b = {'x': 1}
a |= {'y': 2}
print(b)
a = b = [1]
a *= 2
print(b)
`,
    prints: `
[1, 2, 'x'] [1, 2, 'x'] True
(1, 2) (1,)
{1, 2}
{'x': 1, 'y': 2}
[1, 1]
`,
  },
  {
    name: "a tuple's list changes although the assignment fails",
    program: `
t = ([1],)
try:
    t[0] += [2]
except TypeError as e:
    print(e, t)
`,
    prints: `
'tuple' object does not support item assignment ([1, 2],)
`,
  },
  {
    name: 'in-place methods, and what they fall back to',
    program: `
class In:
    def __init__(self, log):
        self.log = log
    def __iadd__(self, other):
        self.log.append(f'iadd {other}')
        return self
    def __isub__(self, other):
        return NotImplemented
    def __sub__(self, other):
        return f'sub {other}'

class Plain:
    def __radd__(self, other):
        return f'radd {other}'

x = In([])
x += 1
print(x.log)
x -= 2
print(x)
y = 5
y += Plain()
print(y)
`,
    prints: `
['iadd 1']
sub 2
radd 5
`,
  },
  {
    name: 'all operators',
    program: `
x = 7
for step in ('x += 3', 'x'):
    pass
x += 3; print(x, end=' ')
x -= 1; print(x, end=' ')
x *= 4; print(x, end=' ')
x //= 5; print(x, end=' ')
x **= 2; print(x, end=' ')
x %= 30; print(x, end=' ')
x <<= 3; print(x, end=' ')
x >>= 1; print(x, end=' ')
x |= 3; print(x, end=' ')
x &= 30; print(x, end=' ')
x ^= 5; print(x, end=' ')
x /= 4; print(x)
`,
    prints: `
10 9 36 7 49 19 152 76 79 14 11 2.75
`,
  },
  {
    name: 'operands that do not fit name the operator',
    program: `
def attempt(f):
    try:
        f()
    except TypeError as e:
        print(e)

def a():
    x = 1
    x += 'a'
def b():
    x = 'a'
    x += 1
def c():
    x = [1]
    x += 5
def d():
    x = {}
    x -= 1
def e():
    x = 'a'
    x *= 'b'
def f():
    x = None
    x **= 2
def g():
    x = object
    x |= 1
def h():
    x = (1,)
    x += [2]
for each in (a, b, c, d, e, f, g, h):
    attempt(each)
`,
    prints: `
unsupported operand type(s) for +=: 'int' and 'str'
can only concatenate str (not "int") to str
'int' object is not iterable
unsupported operand type(s) for -=: 'dict' and 'int'
can't multiply sequence by non-int of type 'str'
unsupported operand type(s) for **=: 'NoneType' and 'int'
unsupported operand type(s) for |=: 'type' and 'int'
can only concatenate tuple (not "list") to tuple
`,
  },
  {
    name: 'unbound names are noticed at the read',
    program: `
def f():
    count += 1

count = 0
try:
    f()
except UnboundLocalError as e:
    print(e)
try:
    del count
    count += 1
except NameError as e:
    print(e)
class C:
    n = 1
    n += 1
c = C()
c.n += 5
print(C.n, c.n)
`,
    prints: `
cannot access local variable 'count' where it is not associated with a value
name 'count' is not defined
2 7
`,
  },
]);
