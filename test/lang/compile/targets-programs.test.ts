// Targets of assignments: what is evaluated when, unpacking, stars, and what cannot be unpacked.
// Every program was run by CPython 3.14; what it printed there stands beside it.

import { testPrograms } from '../run-program.ts';

testPrograms([
  {
    name: 'the value first, then the targets from left to right',
    program: `
def show(x):
    print(x, end=' ')
    return x

class Box:
    def __setitem__(self, key, value):
        print(f'set {key}={value}', end=' ')
    def __setattr__(self, name, value):
        print(f'attr {name}={value}', end=' ')

box = Box()
box[show('k')] = show('v')
print()
box[show(1)], box.a, (box[show(2)], *box.rest) = show((10, 20, (30, 40, 50)))
print()
box[show('x')] = box.y = box[show('z')] = show('value')
print()
`,
    prints: `
v k set k=v 
(10, 20, (30, 40, 50)) 1 set 1=10 attr a=20 2 set 2=30 attr rest=[40, 50] 
value x set x=value attr y=value z set z=value 
`,
  },
  {
    name: 'a target may use what an earlier target has bound',
    program: `
items = [0, 0, 0]
i = 0
i, items[i] = 2, 'two'
print(i, items)
i = items[i] = 1
print(i, items)
a, a, b = 1, 2, 3
print(a, b)
`,
    prints: `
2 [0, 0, 'two']
1 [0, 1, 'two']
2 3
`,
  },
  {
    name: 'swaps and rotations',
    program: `
a, b, c = 1, 2, 3
a, b, c = c, a, b
print(a, b, c)
xs = [5, 6, 7]
xs[0], xs[2] = xs[2], xs[0]
x, *xs = xs
print(x, xs)
`,
    prints: `
3 1 2
7 [6, 5]
`,
  },
  {
    name: 'stars take what is left, as a list',
    program: `
first, *rest = 'abc'
*init, last = (1, 2, 3)
one, *none = [1]
(p, *q), r = 'xyz', 5
[a, [b, *c]] = 1, [2, 3, 4]
print(first, rest, init, last, one, none, p, q, r, a, b, c)
for head, *tail in [(1, 2, 3), 'ab']:
    print(head, tail)
`,
    prints: `
a ['b', 'c'] [1, 2] 3 1 [] x ['y', 'z'] 5 1 2 [3, 4]
1 [2, 3]
a ['b']
`,
  },
  {
    name: 'numbers of values that do not fit',
    program: `
def attempt(f):
    try:
        f()
    except (TypeError, ValueError) as e:
        print(e)

def two(value):
    a, b = value

def star(value):
    a, *b, c = value

for value in ([1], [1, 2, 3], 'abc', {1: 2}, range(5), (x for x in [1]), iter([1, 2, 3]), 5, \
None):
    attempt(lambda: two(value))
for value in ([], [1], 5):
    attempt(lambda: star(value))
`,
    prints: `
not enough values to unpack (expected 2, got 1)
too many values to unpack (expected 2, got 3)
too many values to unpack (expected 2)
not enough values to unpack (expected 2, got 1)
too many values to unpack (expected 2)
not enough values to unpack (expected 2, got 1)
too many values to unpack (expected 2)
cannot unpack non-iterable int object
cannot unpack non-iterable NoneType object
not enough values to unpack (expected at least 2, got 0)
not enough values to unpack (expected at least 2, got 1)
cannot unpack non-iterable int object
`,
  },
  {
    name: 'what is unpacked is left at the error; earlier targets stay bound',
    program: `
a = b = 'old'
d = {}
try:
    a, d['k'], (b, c) = 1, 2, 3
except TypeError as e:
    print(e, a, b, d)
`,
    prints: `
cannot unpack non-iterable int object 1 old {'k': 2}
`,
  },
  {
    name: 'unpacking takes one item more than it needs to see the end',
    program: `
def count():
    n = 0
    while True:
        print('item', n)
        yield n
        n += 1

try:
    a, b = count()
except ValueError as e:
    print(e)
`,
    prints: `
item 0
item 1
item 2
too many values to unpack (expected 2)
`,
  },
  {
    name: 'slices as targets',
    program: `
xs = list(range(6))
xs[1:3] = 'abc'
print(xs)
xs[::3] = ['x', 'y', 'z']
print(xs)
xs[2:2] = [[]]
del xs[-1], xs[0:2]
print(xs)
try:
    xs[::2] = [1]
except ValueError as e:
    print(e)
try:
    xs[0:1] = 5
except TypeError as e:
    print(e)
`,
    prints: `
[0, 'a', 'b', 'c', 3, 4, 5]
['x', 'a', 'b', 'y', 3, 4, 'z']
[[], 'b', 'y', 3, 4]
attempt to assign sequence of size 1 to extended slice of size 3
must assign iterable to extended slice
`,
  },
  {
    name: 'targets of for and with are targets',
    program: `
d = {}
class C:
    pass

c = C()
for d['i'], c.x in [(1, 2), (3, 4)]:
    print(d, c.x)
for c.x in range(2):
    pass
print(c.x)
`,
    prints: `
{'i': 1} 2
{'i': 3} 4
1
`,
  },
  {
    name: 'awaits in targets and values',
    program: `
import asyncio

async def value(x):
    await asyncio.sleep(0.1)
    print(x, end=' ')
    return x

async def main():
    d = {}
    d[await value('key')] = await value('value')
    a, d[await value('k2')], *b = await value((1, 2, 3))
    (await value(d))['three'], c = 3, await value('c')
    print()
    print(d, a, b, c)
    xs = [1, 2, 3]
    xs[await value(0):await value(2)] = [await value(9)]
    del xs[await value(1)]
    print(xs)

asyncio.run(main())
`,
    prints: `
value key (1, 2, 3) k2 c {'key': 'value', 'k2': 2} 
{'key': 'value', 'k2': 2, 'three': 3} 1 [3] c
9 0 2 1 [9]
`,
  },
  {
    name: 'attributes and items that cannot be set or deleted',
    program: `
class Fixed:
    @property
    def x(self):
        return 1

class Slots:
    def __getitem__(self, key):
        return key

def attempt(f):
    try:
        f()
    except (TypeError, AttributeError, IndexError, KeyError) as e:
        print(type(e).__name__, e)

def a(): Fixed().x = 2
def b(): Slots()[1] = 2
def c(): (1, 2)[0] = 3
def d(): 'abc'[0] = 'x'
def e(): del {}['k']
def f(): del [1][5]
def g(): [1][5] = 0
def h(): del Fixed().y
def i(): (5).x = 1
def j(): del (1, 2)[0]
def k(): None[0] = 1
def l(): del Slots()[0]
for each in (a, b, c, d, e, f, g, h, i, j, k, l):
    attempt(each)
`,
    prints: `
AttributeError property 'x' of 'Fixed' object has no setter
TypeError 'Slots' object does not support item assignment
TypeError 'tuple' object does not support item assignment
TypeError 'str' object does not support item assignment
KeyError 'k'
IndexError list assignment index out of range
IndexError list assignment index out of range
AttributeError 'Fixed' object has no attribute 'y'
AttributeError 'int' object has no attribute 'x' and no __dict__ for setting new attributes
TypeError 'tuple' object doesn't support item deletion
TypeError 'NoneType' object does not support item assignment
TypeError 'Slots' object doesn't support item deletion
`,
  },
  {
    name: 'annotated assignments store, annotations alone do not',
    program: `
x: int = 5
y: 'never evaluated'
class C:
    z: str = 'z'
    w: float
c = C()
c.attr: int = 6
print(x, C.z, c.attr, hasattr(C, 'w'))
try:
    print(y)
except NameError as e:
    print(e)
`,
    prints: `
5 z 6 False
name 'y' is not defined
`,
  },
]);
