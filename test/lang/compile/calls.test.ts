// Programs and what CPython prints for them: src/lang/compile/calls.ts.

import { expect, test } from 'vitest';
import { lines } from '../machine/python.ts';

test('arguments of every form reach their parameters', () => {
  const program = `
def f(a, b=2, *r, k=3, **kw): return (a, b, r, k, kw)
print(f(1), f(1, 2, 3), f(*[1, 2], 3, *(4,), k=5), f(b=1, a=2), f(1, **{'k': 7, 'z': 8}, y=9))
def g(): return 'g'
def h(a): return a
def i(a, b): return (a, b)
def j(a, b, c): return (a, b, c)
print(g(), h(1), i(1, 2), j(1, 2, 3))
print((lambda *a, **k: (a, k))(1, x=2))
`;
  expect(lines(program)).toEqual([
    '(1, 2, (), 3, {}) (1, 2, (3,), 3, {}) (1, 2, (3, 4), 5, {}) (2, 1, (), 3, {}) (1' +
      ", 2, (), 7, {'z': 8, 'y': 9})",
    'g 1 (1, 2) (1, 2, 3)',
    "((1,), {'x': 2})",
  ]);
});

test('the callee is read before the arguments, these from left to right', () => {
  const program = `
def t(x, r=None):
    print(x, end=' ')
    return x if r is None else r
def f(*a, **k): pass
t('f', f)(t(1), *[t(2)], k=t(3), **{'z': t(4)})
print()
class O:
    def __getattr__(self, name):
        print('get', name, end=' ')
        return f
O().m(t(1), t(2))
O().m(t(1), k=t(2))
print()
x = 1
def setx(v):
    global x
    x = v
    return v
print(x + setx(5), x, [x, setx(6), x], (x, setx(7)), x * setx(8) + x)
`;
  expect(lines(program)).toEqual(['f 1 2 3 4 ', 'get m 1 2 get m 1 2 ', '6 5 [5, 6, 6] (6, 7) 64']);
});

test('wrong stars and doubled keywords are TypeErrors', () => {
  const program = `
def f(*a, **k): return a, k
for g in (lambda: f(*5), lambda: f(**5), lambda: f(**{'x': 1}, x=2), lambda: f(**{1: 2})):
    try: print(g())
    except TypeError as e: print(e)
`;
  expect(lines(program)).toEqual([
    '__main__.f() argument after * must be an iterable, not int',
    '__main__.f() argument after ** must be a mapping, not int',
    "__main__.f() got multiple values for keyword argument 'x'",
    'keywords must be strings',
  ]);
});

test('what cannot be called says so', () => {
  const program = `
for v in (5, None, 'a', [], 1.5):
    try: v()
    except TypeError as e: print(e)
`;
  expect(lines(program)).toEqual([
    "'int' object is not callable",
    "'NoneType' object is not callable",
    "'str' object is not callable",
    "'list' object is not callable",
    "'float' object is not callable",
  ]);
});
