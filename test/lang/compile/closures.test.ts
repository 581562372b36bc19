// Programs and what CPython prints for them: src/lang/compile/closures.ts.

import { expect, test } from 'vitest';
import { lines } from '../machine/python.ts';

test('inner functions share variables with their makers', () => {
  const program = `
def counter():
    n = 0
    def inc(by=1):
        nonlocal n
        n += by
        return n
    def get(): return n
    return inc, get
inc, get = counter(); inc(); inc(5)
print(get())
other, _ = counter()
print(other())
def nested(n):
    def a():
        def b():
            nonlocal n
            n += 1
            return n
        return b
    return a()
print(nested(5)())
`;
  expect(lines(program)).toEqual(['6', '1', '6']);
});

test('a closure sees the variable and a default sees the value', () => {
  const program = `
print([f() for f in [lambda: i for i in range(3)]])
print([f() for f in [lambda i=i: i for i in range(3)]])
def d(x, acc=[]):
    acc.append(x)
    return acc
print(d(1), d(2), d.__defaults__)
def order(a=print('a'), *, k=print('k'), j=print('j')): pass
def kw(*, a=1, b): return a, b
print(kw(b=2), kw.__kwdefaults__)
`;
  expect(lines(program)).toEqual([
    '[2, 2, 2]',
    '[0, 1, 2]',
    '[1, 2] [1, 2] ([1, 2],)',
    'a',
    'k',
    'j',
    "(1, 2) {'a': 1}",
  ]);
});
