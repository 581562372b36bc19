// Programs and what CPython prints for them: src/lang/compile/suspending.ts.

import { expect, test } from 'vitest';
import { lines } from '../machine/python.ts';

test('yield gives and takes, yield from hands on', () => {
  const program = `
def inner():
    x = yield 1
    y = yield x
    return x, y
def outer():
    r = yield from inner()
    print('r', r)
    z = yield from [7, 8]
    print('z', z)
g = outer()
print(next(g), g.send('a'), g.send('b'), list(g))
print([x for x in (lambda: [(yield 1), (yield 2)])()])
class It:
    def __init__(self, n): self.n = n
    def __iter__(self): return self
    def __next__(self):
        if self.n == 0: raise StopIteration('end')
        self.n -= 1
        return self.n
def f():
    r = yield from It(2)
    print('r', r)
print(list(f()))
`;
  expect(lines(program)).toEqual([
    "r ('a', 'b')",
    'z None',
    '1 a 7 [8]',
    '[1, 2]',
    'r end',
    '[1, 0]',
  ]);
});
