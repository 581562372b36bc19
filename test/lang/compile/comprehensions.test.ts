// Programs and what CPython prints for them: src/lang/compile/comprehensions.ts.

import { expect, test } from 'vitest';
import { lines } from '../machine/python.ts';

test('lists, sets and dicts are built with conditions and several loops', () => {
  const program = `
print([x * 2 for x in range(4) if x], {x % 2 for x in range(5)})
print({k: v for k, v in zip('ab', (1, 2))})
print([(i, j) for i in range(3) if i for j in range(i) if j % 2 == 0])
print([[j for j in range(i)] for i in range(3)])
print([a + b for a, (b, *c) in [(1, (2, 3)), (4, (5,))]])
def f(x): return x + 1
print([f(x) for x in range(3) if f(x) != 2], {f(x): f(f(x)) for x in range(2)}, {f(1), f(1)})
`;
  expect(lines(program)).toEqual([
    '[2, 4, 6] {0, 1}',
    "{'a': 1, 'b': 2}",
    '[(1, 0), (2, 0)]',
    '[[], [0], [0, 1]]',
    '[3, 9]',
    '[1, 3] {1: 2, 2: 3} {2}',
  ]);
});

test('targets stay inside, walrus targets do not', () => {
  const program = `
x = 'outer'
print([x for x in range(2)], x)
def f():
    r = [last := i for i in range(3)]
    return r, last
print(f())
y = [lambda: x for x in range(2)]
print([g() for g in y])
class C:
    n = 3
    m = [i for i in range(n)]
print(C.m)
`;
  expect(lines(program)).toEqual(['[0, 1] outer', '([0, 1, 2], 2)', '[1, 1]', '[0, 1, 2]']);
});

test('generator expressions are lazy but for their first iterable', () => {
  const program = `
def t(x): print('t', x); return x
g = (t(i) for i in [t(1), t(2)] if t(i))
print('made')
print(next(g), list(g))
try: (x for x in 5)
except TypeError as e: print(e)
print(sum(x * x for x in range(4)), any(x > 1 for x in range(3)), dict((k, 1) for k in 'ab'))
`;
  expect(lines(program)).toEqual([
    't 1',
    't 2',
    'made',
    't 1',
    't 1',
    't 2',
    't 2',
    '1 [2]',
    "'int' object is not iterable",
    "14 True {'a': 1, 'b': 1}",
  ]);
});
