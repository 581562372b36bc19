// Short circuits, conditionals and chained comparisons: what is evaluated, how often, and awaits
// in every place. Every program was run by CPython 3.14; what it printed there stands beside it.

import { testPrograms } from '../run-program.ts';

testPrograms([
  {
    name: 'and, or, not give operands and stop early',
    program: `
def show(x):
    print(x, end=' ')
    return x

print(show(0) and show(1), show(1) and show(2), show('') or show([]), show('a') or show('b'))
print(show(0) or show(1) and show(0) or show(5), not show(0), not (show(1) and show(2)))
`,
    prints: `
0 1 2  [] a 0 2 [] a
0 1 0 5 0 1 2 5 True False
`,
  },
  {
    name: 'a chained comparison evaluates each operand once and stops early',
    program: `
def show(x):
    print(x, end=' ')
    return x

print(show(1) < show(2) < show(3))
print(show(1) > show(2) > show(3))
print(show(1) < show(3) > show(2) == show(2) != show(5) in [show(5)])
print(1 < 2 < 3 < 4 < 3 < 5, 1 == 1.0 == True, 'a' < 'b' < 'ba', (1 < 2) < 3)
`,
    prints: `
1 2 3 True
1 2 False
1 3 2 2 5 5 True
False True True True
`,
  },
  {
    name: 'comparisons give what their methods give',
    program: `
class Odd:
    def __init__(self, name):
        self.name = name
    def __lt__(self, other):
        return f'{self.name}<'
    def __eq__(self, other):
        return []

a, b = Odd('a'), Odd('b')
print(a < b, a == b, a < b < a, a == b < a, not (a == b))
`,
    prints: `
a< [] b< [] True
`,
  },
  {
    name: 'awaits in short circuits',
    program: `
import asyncio

async def v(x):
    await asyncio.sleep(0.1)
    print(x, end=' ')
    return x

async def main():
    print(await v(0) and await v(1), await v(1) and await v(2), await v(0) or await v('') or \
'end')
    print(1 and await v(0) or await v(3), not await v(0))
    if await v(1) and not await v(0) or await v('unseen'):
        print('taken')
    while (await v(0)) or await v(''):
        print('never')
    x = 'kept' if await v(0) else await v('else')
    print(x, (await v('a')) if True else await v('b'))
    print([await v(1) if await v(i) else await v('z') for i in range(2)])

asyncio.run(main())
`,
    prints: `
0 1 2 0  0 2 end
0 3 0 3 True
1 0 taken
0  0 else a else a
0 z 1 1 ['z', 1]
`,
  },
  {
    name: 'awaits in chained comparisons',
    program: `
import asyncio

async def v(x):
    await asyncio.sleep(0.1)
    print(x, end=' ')
    return x

async def main():
    print(await v(1) < await v(2) < await v(3))
    print(await v(3) < await v(2) < await v('unseen'))
    print(0 < await v(1) < 5 < await v(4) < await v('unseen'))
    n = 5
    print(n > await v(1) == 1, await v(2) in [1, await v(2)] , await v(None) is None is not \
await v(1))
    if 1 < await v(2) < 3:
        print('in between')
    assert 1 < await v(2), 'fine'

asyncio.run(main())
`,
    prints: `
1 2 3 True
3 2 False
1 4 False
1 2 2 None 1 True True True
2 in between
2 `,
  },
  {
    name: 'a value before an await is the one read before it',
    program: `
import asyncio

x = 1

async def change():
    global x
    x += 1
    await asyncio.sleep(0)
    return 10

async def main():
    y = 1
    async def local():
        nonlocal y
        y += 1
        return 10
    print(x + await change(), x, y + await local(), y)
    print([x, await change(), x], {x: await change(), 'k': x}, f'{x} {await change()} {x}')
    print(x < await change() < x + 100, (x, y, await change(), await local(), x, y))
    print(-x - await change() * x, not x == await change())

asyncio.run(main())
`,
    prints: `
11 2 11 2
[2, 10, 3] {3: 10, 'k': 4} 4 10 5
True (6, 2, 10, 10, 7, 3)
-87 True
`,
  },
  {
    name: 'conditions by truth: containers, numbers, objects',
    program: `
class Len:
    def __init__(self, n):
        self.n = n
    def __len__(self):
        return self.n

class Bool:
    def __bool__(self):
        return False
    def __len__(self):
        return 5

for x in (0, 1, 0.0, -0.0, '', ' ', [], [0], {}, {1: 1}, (), None, Len(0), Len(2), Bool(), \
object, range(0)):
    print('yes' if x else 'no', end=' ')
print()
`,
    prints: `
no yes no no no yes no yes no yes no no no yes no yes no 
`,
  },
  {
    name: 'a truth that fails',
    program: `
class Wrong:
    def __bool__(self):
        return 5

class Negative:
    def __len__(self):
        return -1

class NoInt:
    def __len__(self):
        return 'x'

class Raises:
    def __bool__(self):
        raise KeyError('truth')

for x in (Wrong(), Negative(), NoInt(), Raises()):
    try:
        if x:
            print('yes')
    except (TypeError, ValueError, KeyError) as e:
        print(type(e).__name__, e)
    try:
        print(not x)
    except (TypeError, ValueError, KeyError) as e:
        print(type(e).__name__, e)
`,
    prints: `
TypeError __bool__ should return bool, returned int
TypeError __bool__ should return bool, returned int
ValueError __len__() should return >= 0
ValueError __len__() should return >= 0
TypeError 'str' object cannot be interpreted as an integer
TypeError 'str' object cannot be interpreted as an integer
KeyError 'truth'
KeyError 'truth'
`,
  },
  {
    name: 'assert raises with its message, which is evaluated on failure alone',
    program: `
def message():
    print('asked')
    return ['m', 1]

assert True, message()
try:
    assert 1 > 2, message()
except AssertionError as e:
    print(e, e.args)
try:
    assert []
except AssertionError as e:
    print(repr(e))
`,
    prints: `
asked
['m', 1] (['m', 1],)
AssertionError()
`,
  },
  {
    name: 'walrus in conditions',
    program: `
data = [3, 0, 7]
while (n := data.pop()) or data:
    print(n, end=' ')
    if (m := n * 2) > 10 and (k := m) != 3:
        print('m', m, k, end=' ')
print(n)
`,
    prints: `
7 m 14 14 0 3 IndexError: pop from empty list
`,
  },
]);
