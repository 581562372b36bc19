// Programs and what CPython prints for them: src/lang/compile/method-calls.ts.

import { expect, test } from 'vitest';
import { lines } from '../machine/python.ts';

test('methods are found again when the class or the object changes', () => {
  const program = `
class A:
    def m(self): return 'A.m'
class B(A): pass
b = B()
def call(): return b.m()
print(call(), call())
B.m = lambda self: 'B.m'
print(call())
b.m = lambda: 'own'
print(call())
del b.m
del B.m
print(call())
A.m = staticmethod(lambda: 'static')
print(call())
del A.m
try: call()
except AttributeError as e: print(e)
`;
  expect(lines(program)).toEqual([
    'A.m A.m',
    'B.m',
    'own',
    'A.m',
    'static',
    "'B' object has no attribute 'm'",
  ]);
});

test('built-in methods take their arguments by position, star and keyword', () => {
  const program = `
for l in ([3, 1, 2], [5, 4]):
    l.sort(); l.append(9); l.insert(0, 0); print(l.index(9), l.pop(), l.count(0), l)
for v in ('a-b', [1], {'k': 2}, (1, 2)):
    try: print(v.count(1) if v != 'a-b' else v.split('-', 1))
    except AttributeError as e: print(e)
for bad in (lambda: [].append(), lambda: [].append(1, 2), lambda: 'a'.nope()):
    try: bad()
    except (TypeError, AttributeError) as e: print(e)
import math
for x in (1.5, 4): print(math.floor(x), math.sqrt(x))
`;
  expect(lines(program)).toEqual([
    '4 9 1 [0, 1, 2, 3]',
    '3 9 1 [0, 4, 5]',
    "['a', 'b']",
    '1',
    "'dict' object has no attribute 'count'",
    '1',
    'list.append() takes exactly one argument (0 given)',
    'list.append() takes exactly one argument (2 given)',
    "'str' object has no attribute 'nope'",
    '1 1.224744871391589',
    '4 2.0',
  ]);
});
