// What an expression reads before a later part of it runs: values are taken in CPython's order.
// Every program was run by CPython 3.14; what it printed there stands beside it.

import { testPrograms } from '../run-program.ts';

testPrograms([
  {
    name: 'an operand that is read before a call keeps its value',
    program: `
x = 1
def bump():
    global x
    x += 1
    return 100

print(x + bump(), x + bump() + x, (x, bump(), x), [x, bump(), x], bump() + x * bump())
`,
    prints: `
101 105 (3, 100, 4) [4, 100, 5] 700
`,
  },
  {
    name: 'a local that a nested function rebinds is read in order',
    program: `
def f():
    n = 1
    def bump():
        nonlocal n
        n += 1
        return 100
    return n + bump(), n * 2 + bump() + n, (n, bump(), n), {n: bump(), 'n': n}, f'{n} {bump()} \
{n}'

print(f())
`,
    prints: `
(101, 107, (3, 100, 4), {4: 100, 'n': 5}, '5 100 6')
`,
  },
  {
    name: 'a walrus rebinds between two reads',
    program: `
def f(x):
    return x + (x := 10) + x, [x, (x := 3), x], x * (x := x + 1)

print(f(1))
`,
    prints: `
(21, [10, 3, 3], 12)
`,
  },
  {
    name: 'an attribute is read when its turn comes',
    program: `
class C:
    n = 1
    def bump(self):
        self.n += 1
        return 100

c = C()
print(c.n + c.bump() + c.n, (c.n, c.bump(), c.n), [c.n, c.bump()][0], c.n < c.bump() < c.n + 200)
`,
    prints: `
103 (2, 100, 3) 3 True
`,
  },
  {
    name: 'the object of a subscript is read before its index',
    program: `
xs = [1, 2]
ys = xs
def swap():
    global xs
    xs = 'ab'
    return 0

print(xs[swap()], xs, ys[0:swap() + 1])
`,
    prints: `
1 ab [1]
`,
  },
  {
    name: 'a list that is changed by a later operand is the same list',
    program: `
xs = [1]
def grow():
    xs.append(len(xs))
    return 0

print((xs, grow(), list(xs), grow()), xs, [*xs, grow(), *xs])
`,
    prints: `
([1, 1, 2, 3], 0, [1, 1], 0) [1, 1, 2, 3] [1, 1, 2, 0, 1, 1, 2, 3]
`,
  },
  {
    name: 'the callee is read before the arguments',
    program: `
def first(*args):
    return 'first', args

def second(*args):
    return 'second', args

f = first
def change():
    global f
    f = second
    return 1

print(f(change()), f(change()))
`,
    prints: `
('first', (1,)) ('second', (1,))
`,
  },
  {
    name: 'awaits: every kind of expression with a part that was read before',
    program: `
import asyncio

n = 1

async def bump(value=100):
    global n
    n += 1
    await asyncio.sleep(0)
    n += 1
    return value

class Box:
    def __init__(self):
        self.v = [1, 2, 3]

async def main():
    global n
    box = Box()
    n = 1; print(n + await bump(), n)
    n = 1; print((n, await bump(), n), [n, await bump(), *[n]], {n, await bump()} == {5, 7, \
100} or n)
    n = 1; print({n: await bump(), await bump(): n})
    n = 1; print(box.v[await bump(1)], box.v[await bump(0):await bump(2)], n)
    n = 1; print(f'{n} {await bump():>{await bump(6)}} {n!r}')
    n = 1; print(-n + -(await bump()), not await bump(), n)
    n = 1; print(n if await bump() else 0, n, 'x' if n > 100 else await bump('y'))
    n = 1; print(str(n) + await bump('s') + str(n), 'a%s' % await bump(), (await \
bump('z')).upper())
    n = 1; print(max(n, await bump(3), n), dict(a=n, b=await bump(), c=n))
    n = 1; print((lambda k=await bump(): (k, n))(), [n for _ in range(await bump(2))])
    n = 1; print(n, (m := await bump(5)), m + n, await bump(n), sep=await bump('|'))

asyncio.run(main())
`,
    prints: `
101 3
(1, 100, 3) [3, 100, 5] 7
{1: 100, 100: 5}
2 [1, 2] 7
1    100 5
-101 False 5
3 3 y
1s3 a100 Z
3 {'a': 3, 'b': 100, 'c': 5}
(100, 3) [5, 5]
1|5|8|3
`,
  },
  {
    name: 'yields in expressions',
    program: `
def g():
    x = 1
    print(x + (yield 'a') + x, [x, (yield 'b'), (x := 5), x], f'{yield "c"}', {(yield 'k'): \
(yield 'v')})
    print((yield) if (yield 'test') else (yield 'else'), (yield 1) and (yield 2) or (yield 3))
    print((yield 'l') < (yield 'm') < (yield 'r'))
    print((yield 'f')((yield 'arg'), k=(yield 'kw')))

it = g()
sent = iter([10, 'B', 'C', 'K', 'V', 1, 'yes', 0, 'three', 1, 2, 3, lambda a, k: (a, k), 'A', \
'KW'])
print(next(it), end=' ')
try:
    while True:
        print(it.send(next(sent)), end=' ')
except StopIteration:
    print('end')
`,
    prints: `
a b c k v 12 [1, 'B', 5, 5] C {'K': 'V'}
test None 1 3 yes three
l m r True
f arg kw ('A', 'KW')
end
`,
  },
]);
