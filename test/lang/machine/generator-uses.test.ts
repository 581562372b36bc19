// Generators at work: closing through `yield from`, recursion, pipelines, consumers. Every program
// was run by CPython 3.14; what it printed there stands beside it.

import { testPrograms } from '../run-program.ts';

testPrograms([
  {
    name: 'close goes through yield from, inner first',
    program: `
def inner():
    try:
        yield 1
    finally:
        print('inner closed')

def outer():
    try:
        yield from inner()
    finally:
        print('outer closed')

it = outer()
next(it)
it.close()
it = outer()
next(it)
try:
    it.throw(KeyError('k'))
except KeyError as e:
    print(e)
`,
    prints: `
inner closed
outer closed
inner closed
outer closed
'k'
`,
  },
  {
    name: 'attributes and types',
    program: `
def g():
    x = yield 1

it = g()
print(type(it).__name__, it.__name__, it.__qualname__, iter(it) is it, hasattr(it, 'send'))
`,
    prints: `
generator g g True True
`,
  },
  {
    name: 'recursion of generators',
    program: `
def walk(tree):
    if isinstance(tree, list):
        for each in tree:
            yield from walk(each)
    else:
        yield tree

print(list(walk([1, [2, [3, [4]], 5], [[6]]])))
def deep(n):
    if n:
        yield n
        yield from deep(n - 1)
print(sum(deep(200)))
def permutations(xs):
    if not xs:
        yield []
    for i, x in enumerate(xs):
        for rest in permutations(xs[:i] + xs[i + 1:]):
            yield [x] + rest
print(list(permutations([1, 2, 3])))
`,
    prints: `
[1, 2, 3, 4, 5, 6]
20100
[[1, 2, 3], [1, 3, 2], [2, 1, 3], [2, 3, 1], [3, 1, 2], [3, 2, 1]]
`,
  },
  {
    name: 'pipelines of generators are lazy',
    program: `
def numbers():
    n = 0
    while True:
        print('make', n)
        yield n
        n += 1

def even(xs):
    for x in xs:
        if x % 2 == 0:
            yield x

def take(n, xs):
    for _, x in zip(range(n), xs):
        yield x

print(list(take(2, even(numbers()))))
`,
    prints: `
make 0
make 1
make 2
[0, 2]
`,
  },
  {
    name: 'built-ins that consume generators',
    program: `
def g(*items):
    for x in items:
        yield x

print(sum(g(1, 2)), max(g(3, 9, 2)), sorted(g(2, 1)), ','.join(g('a', 'b')), 3 in g(1, 3), \
any(g(0, 1)))
print(list(zip(g(1, 2), g('a', 'b'))), dict(g((1, 2))), set(g(1, 1)), [*g(1), *g(2)], \
tuple(map(str, g(1))))
it = g(1, 2, 3, 4)
print(2 in it, list(it))
`,
    prints: `
3 9 [1, 2] a,b True True
[(1, 'a'), (2, 'b')] {1: 2} {1} [1, 2] ('1',)
True [3, 4]
`,
  },
  {
    name: 'a coroutine-style accumulator',
    program: `
def average():
    total = count = 0
    mean = None
    while True:
        value = yield mean
        total += value
        count += 1
        mean = total / count

avg = average()
next(avg)
print([avg.send(x) for x in (10, 20, 60)])
`,
    prints: `
[10.0, 15.0, 30.0]
`,
  },
]);
