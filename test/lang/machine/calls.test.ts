// Programs and what CPython prints for them: src/lang/machine/calls.ts.

import { expect, test } from 'vitest';
import { lines } from './python.ts';

test('everything that can be called is called', () => {
  const program = `
class C:
    def __call__(self, *a): return ('called', a)
    def m(self, x): return x
    @classmethod
    def cm(cls, x): return cls.__name__, x
    @staticmethod
    def sm(x): return x
c = C(); bound = c.m; c.own = lambda x: x * 2
print(c(1, 2), bound(3), C.m(c, 4), c.cm(5), C.cm(6), c.sm(7), c.own(8))
print(len('abc'), int('5'), C().m(9))
print(list(map(c.m, [1])), sorted([2, 1], key=c.sm), max([1, 3, 2], key=lambda x: -x))
`;
  expect(lines(program)).toEqual([
    "('called', (1, 2)) 3 4 ('C', 5) ('C', 6) 7 16",
    '3 5 9',
    '[1] [1, 2] 1',
  ]);
});

test('recursion ends in RecursionError at a thousand frames', () => {
  const program = `
def rec(n):
    global deepest
    deepest = n
    return rec(n + 1)
try: rec(1)
except RecursionError as e: print(e, 900 < deepest < 1000)
class Eq:
    def __eq__(self, o): return self == o
try: Eq() == Eq()
except RecursionError: print('eq')
`;
  expect(lines(program)).toEqual(['maximum recursion depth exceeded True', 'eq']);
});
