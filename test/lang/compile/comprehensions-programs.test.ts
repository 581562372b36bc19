// Comprehensions and generator expressions: scopes, conditions, nesting, and awaits in every
// place. Every program was run by CPython 3.14; what it printed there stands beside it.

import { testPrograms } from '../run-program.ts';

testPrograms([
  {
    name: 'displays of all four kinds',
    program: `
print([x * x for x in range(4)], {x % 3 for x in range(9)}, {x: -x for x in 'ab' and range(2)})
print(sum(x for x in range(5)), list(c + d for c in 'ab' for d in 'xy' if c + d != 'ay'))
print([(x, y) for x in range(3) for y in range(x)], [[y for y in range(x)] for x in range(3)])
`,
    prints: `
[0, 1, 4, 9] {0, 1, 2} {0: 0, 1: -1}
10 ['ax', 'bx', 'by']
[(1, 0), (2, 0), (2, 1)] [[], [0], [0, 1]]
`,
  },
  {
    name: 'targets do not leak, the first iterable is evaluated outside',
    program: `
x = 'outer'
print([x for x in range(3)], x)

class C:
    items = [1, 2]
    doubled = [i * 2 for i in items]

print(C.doubled)
k = 'global'

class D:
    k = 2
    seen = [(i, k) for i in range(k)]

print(D.seen)
`,
    prints: `
[0, 1, 2] outer
[2, 4]
[(0, 'global'), (1, 'global')]
`,
  },
  {
    name: 'a walrus binds in the function around',
    program: `
def f(items):
    found = [last := y for y in items if (big := y) > 1]
    return found, last, big

print(f([1, 2, 3, 0]))
print(any((hit := n) > 2 for n in range(5)), hit)
`,
    prints: `
([2, 3], 3, 0)
True 3
`,
  },
  {
    name: 'closures made in a comprehension see the last value of its variable',
    program: `
print([f() for f in [lambda: i for i in range(3)]])
print([f() for f in [lambda i=i: i for i in range(3)]])
`,
    prints: `
[2, 2, 2]
[0, 1, 2]
`,
  },
  {
    name: 'conditions are evaluated in order, and only as far as needed',
    program: `
def ask(name, value):
    print(name, end=' ')
    return value

print([i for i in range(3) if ask(f'a{i}', i > 0) if ask(f'b{i}', i > 1)])
`,
    prints: `
a0 a1 b1 a2 b2 [2]
`,
  },
  {
    name: 'the key of a dict comprehension is evaluated before its value',
    program: `
def show(x):
    print(x, end=' ')
    return x

print({show(k): show(v) for k, v in [('a', 1), ('b', 2)]})
`,
    prints: `
a 1 b 2 {'a': 1, 'b': 2}
`,
  },
  {
    name: 'unpacking targets',
    program: `
print([a + b for a, b in [(1, 2), (3, 4)]], [rest for _, *rest in ['abc', 'de']])
print([i for i, (a, [b]) in enumerate([(1, [2]), (3, [4])]) if a + b > 3])
try:
    print([a for a, b in [(1, 2, 3)]])
except ValueError as e:
    print(e)
box = [0, 0]
print([box[0] for box[0] in range(3)], box)
`,
    prints: `
[3, 7] [['b', 'c'], ['e']]
[1]
too many values to unpack (expected 2, got 3)
[0, 1, 2] [2, 0]
`,
  },
  {
    name: 'generator expressions are lazy but take their first iterable at once',
    program: `
def source():
    print('made')
    return [1, 2]

g = (print('item', x) or x for x in source())
print('after')
print(next(g), next(g), next(g, 'end'))
try:
    (x for x in 5)
except TypeError as e:
    print(e)
h = (y for x in range(2) for y in x)
try:
    next(h)
except TypeError as e:
    print(e)
`,
    prints: `
made
after
item 1
item 2
1 2 end
'int' object is not iterable
'int' object is not iterable
`,
  },
  {
    name: 'a generator expression reads free variables when it runs',
    program: `
k = 1
g = (x * k for x in range(1, 4))
print(next(g))
k = 10
print(list(g))
`,
    prints: `
1
[20, 30]
`,
  },
  {
    name: 'the name of a generator expression',
    program: `
g = (x for x in [])
print(g.__name__, g.__qualname__)

def f():
    return (x for x in [])

print(f().__qualname__)
`,
    prints: `
<genexpr> <genexpr>
f.<locals>.<genexpr>
`,
  },
  {
    name: 'exceptions leave a comprehension half-way',
    program: `
def half(x):
    if x == 2:
        raise ValueError('two')
    return x

out = []
try:
    [out.append(half(x)) for x in range(4)]
except ValueError as e:
    print(e, out)
`,
    prints: `
two [0, 1]
`,
  },
  {
    name: 'await in element, condition and iterable',
    program: `
import asyncio

async def value(x, delay=0.1):
    await asyncio.sleep(delay)
    return x

async def main():
    print([await value(i) for i in range(3)])
    print({await value(i % 2) for i in range(4)})
    print({await value(k): await value(v) for k, v in zip('ab', 'xy')})
    print([i for i in range(4) if await value(i % 2)])
    print([j for i in await value([1, 2]) for j in await value([i, -i]) if await value(j) != 2])
    print([[await value(y) for y in range(x)] for x in range(3)])
    print(sum([await value(n) for n in (1, 2)]), await value(3) + sum(n for n in [4]))

asyncio.run(main())
`,
    prints: `
[0, 1, 2]
{0, 1}
{'a': 'x', 'b': 'y'}
[1, 3]
[1, -1, -2]
[[], [0], [0, 1]]
3 7
`,
  },
  {
    name: 'async for in comprehensions',
    program: `
import asyncio

async def count(n):
    for i in range(n):
        await asyncio.sleep(0.1)
        yield i

async def main():
    print([i async for i in count(3)], {i async for i in count(3)}, {i: i async for i in \
count(2)})
    print([i + j async for i in count(3) if i async for j in count(i)])
    print([c async for i in count(2) for c in 'ab' if i])
    print([[j async for j in count(i)] for i in range(3)])
    print([x async for x in (i * i async for i in count(3))])

asyncio.run(main())
`,
    prints: `
[0, 1, 2] {0, 1, 2} {0: 0, 1: 1}
[1, 2, 3]
['a', 'b']
[[], [0], [0, 1]]
[0, 1, 4]
`,
  },
  {
    name: 'asynchronous generator expressions',
    program: `
import asyncio

async def value(x):
    await asyncio.sleep(0.1)
    return x

async def main():
    g = (await value(x) for x in range(3))
    print(type(g).__name__, g.__name__)
    print([x async for x in g], [x async for x in g])
    try:
        for x in (await value(x) for x in range(3)):
            pass
    except TypeError as e:
        print(e)
    try:
        print(sum(await value(x) for x in range(3)))
    except TypeError as e:
        print(e)

asyncio.run(main())
`,
    prints: `
async_generator <genexpr>
[0, 1, 2] []
'async_generator' object is not iterable
'async_generator' object is not iterable
`,
  },
  {
    name: 'cancellation in the middle of an awaiting comprehension',
    program: `
import asyncio

out = []

async def step(i):
    await asyncio.sleep(1)
    out.append(i)
    return i

async def main():
    try:
        async with asyncio.timeout(2.5):
            print([await step(i) for i in range(5)])
    except TimeoutError:
        print('timed out', out)

asyncio.run(main())
`,
    prints: `
timed out [0, 1]
`,
  },
  {
    name: 'a comprehension variable shadows, is captured, and keeps the outer one',
    program: `
def f():
    i = 'kept'
    fs = [lambda: (i, j) for i in range(2) for j in [i * 10]]
    return [g() for g in fs], i

print(f())

def outer():
    total = 0
    def add(n):
        nonlocal total
        total += n
        return total
    return [add(n) for n in range(4)], total

print(outer())
`,
    prints: `
([(1, 10), (1, 10)], 'kept')
([0, 1, 3, 6], 6)
`,
  },
  {
    name: 'nested comprehensions in an iterable and in a condition',
    program: `
matrix = [[1, 2, 3], [4, 5, 6]]
print([[row[i] for row in matrix] for i in range(3)])
print([x for row in matrix for x in row if x in [y * 2 for y in range(4)]])
print([x for x in [y for y in [z for z in range(5)] if y] if x % 2])
`,
    prints: `
[[1, 4], [2, 5], [3, 6]]
[2, 4, 6]
[1, 3]
`,
  },
  {
    name: 'iterating over a dict or list that changes',
    program: `
d = {1: 'a', 2: 'b'}
try:
    [d.pop(k) for k in d]
except RuntimeError as e:
    print(e)
items = [1, 2, 3]
print([items.append(x) or x for x in items if len(items) < 6], items)
`,
    prints: `
dictionary changed size during iteration
[1, 2, 3] [1, 2, 3, 1, 2, 3]
`,
  },
]);
