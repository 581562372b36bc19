// Depth and re-entry: the limit of recursion, built-ins that call back, and slices of a few
// operations. Every program was run by CPython 3.14; what it printed there stands beside it.

import { describe, expect, test } from 'vitest';
import { printed, testPrograms } from '../run-program.ts';

testPrograms([
  {
    name: 'calls may be 990 deep, and 1001 are too many',
    program: `
def f(n):
    return 0 if n == 0 else 1 + f(n - 1)

class C:
    def m(self, n):
        return 0 if n == 0 else 1 + self.m(n - 1)

print(f(990), C().m(990))
for call in (lambda: f(1001), lambda: C().m(1001)):
    try:
        call()
    except RecursionError as e:
        print(str(e)[:32])
`,
    prints: `
990 990
maximum recursion depth exceeded
maximum recursion depth exceeded
`,
  },
  {
    name: 'coroutines may be awaited 900 deep, and 1001 are too many',
    program: `
import asyncio

async def f(n):
    if n == 0:
        await asyncio.sleep(1)
        return 0
    return 1 + await f(n - 1)

async def main():
    print(await f(900))
    try:
        await f(1001)
    except RecursionError as e:
        print(str(e)[:32])

asyncio.run(main())
`,
    prints: `
900
maximum recursion depth exceeded
`,
  },
  {
    name: 'built-ins call back: keys, predicates, special methods',
    program: `
calls = []

def key(x):
    calls.append(x)
    return -x

class N:
    def __init__(self, n):
        self.n = n
    def __lt__(self, other):
        calls.append('lt')
        return self.n < other.n
    def __eq__(self, other):
        return self.n == other.n
    def __hash__(self):
        calls.append('hash')
        return self.n
    def __str__(self):
        return f'N{self.n}'
    __repr__ = __str__

print(sorted([2, 1, 3], key=key), max([1, 2], key=key), list(map(key, [5])), list(filter(key, \
[0, 1])), calls)
calls.clear()
print(sorted([N(2), N(1)]), {N(1), N(1)}, min(N(3), N(2)), N(1) in [N(2), N(1)], f'{N(7)} \
{[N(8)]}', calls)
print(any(key(x) for x in (0, 5)), sum(N(i).n for i in range(3)), dict([(N(1), 2)])[N(1)])
`,
    prints: `
[3, 2, 1] 1 [-5] [1] [2, 1, 3, 1, 2, 5, 0, 1]
[N1, N2] {N1} N2 True N7 [N8] ['lt', 'hash', 'hash', 'lt']
True 3 2
`,
  },
  {
    name: 'an error in a callback goes through the built-in',
    program: `
def key(x):
    if x == 2:
        raise ValueError(f'no key for {x}')
    return x

try:
    sorted([1, 2, 3], key=key)
except ValueError as e:
    print(e)
try:
    print(list(map(key, [1, 2])))
except ValueError as e:
    print(e)
m = map(key, [2, 3])
try:
    next(m)
except ValueError as e:
    print(e, next(m))
class S:
    def __str__(self):
        raise KeyError('in str')
try:
    print(S())
except KeyError as e:
    print(e)
`,
    prints: `
no key for 2
no key for 2
no key for 2 3
'in str'
`,
  },
  {
    name: 'a callback may sort, map and call again',
    program: `
def depth(n):
    if n == 0:
        return 0
    return sorted([n - 1], key=lambda x: depth(x))[0] + 1

print(depth(10))
print([*map(lambda x: sum(map(lambda y: x * y, range(3))), range(3))])
`,
    prints: `
10
[0, 3, 6]
`,
  },
]);

const WORK = `
import asyncio

class Manager:
    def __init__(self, name):
        self.name = name
    async def __aenter__(self):
        await asyncio.sleep(0.1)
        return self
    async def __aexit__(self, *args):
        print('left', self.name, args[0])
        return True

def numbers(n):
    for i in range(n):
        try:
            yield i
        finally:
            print('number', i)

async def items(n):
    for i in numbers(n):
        await asyncio.sleep(0)
        yield i * i

def deep(n):
    return n if n == 0 else 1 + deep(n - 1)

async def work(name):
    total = 0
    async with Manager(name):
        async for item in items(4):
            total += await asyncio.sleep(0.1, item)
            print(name, total, [x async for x in items(2)], deep(5))
        for i in range(100):
            total += sorted([i, -i], key=lambda x: -x)[0]
        raise ValueError(total)
    try:
        return f'{name} {total}'
    finally:
        print('finally', name)

async def main():
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(work(name)) for name in 'ab']
    print([task.result() for task in tasks])

asyncio.run(main())
print(sum(x for x in range(10)), {k: v for k, v in zip('ab', [1, 2])})
`;

describe('a run in slices', () => {
  test.each([1, 2, 7, 100])('of %d operations prints what the whole run prints', (slice) => {
    const whole = printed(WORK);
    expect(whole).toContain("['a 4964', 'b 4964']");
    expect(printed(WORK, { slice })).toBe(whole);
  });
});

describe('deep re-entry ends in RecursionError, never in the stack of JavaScript', () => {
  test.each([
    ['repr', 'class A:\n    def __repr__(self): return repr(self)\nf = lambda: repr(A())'],
    ['eq', 'class A:\n    def __eq__(self, o): return self == o\nf = lambda: A() == 1'],
    ['hash', 'class A:\n    def __hash__(self): return hash(self)\nf = lambda: {A(): 1}'],
    ['len', 'class A:\n    def __len__(self): return len(self)\nf = lambda: len(A())'],
    ['bool', 'class A:\n    def __bool__(self): return bool(self)\nf = lambda: not A()'],
    ['add', 'class A:\n    def __add__(self, o): return self + o\nf = lambda: A() + 1'],
    ['iter', 'class A:\n    def __iter__(self): return iter(list(self))\nf = lambda: list(A())'],
    [
      'getattr',
      'class A:\n    def __getattr__(self, n): return getattr(self, n)\nf = lambda: A().x',
    ],
    ['sort key', 'def f(): return sorted([1], key=lambda x: f())'],
    ['map', 'def m(n): return list(map(m, [n]))\nf = lambda: m(1)'],
    ['generator', 'def g(): yield from g()\nf = lambda: next(g())'],
    ['self-containing lists', 'a = [1]; a.append(a)\nb = [1]; b.append(b)\nf = lambda: a == b'],
  ])('%s', (_, program) => {
    const text = `${program}\ntry:\n    f()\nexcept RecursionError:\n    print('caught')\n`;
    expect(printed(text)).toBe('caught\n');
  });
});
