// Programs and what CPython prints for them: src/lang/compile/arithmetic.ts.

import { expect, test } from 'vitest';
import { lines } from '../machine/python.ts';

test('augmented assignment works on every kind of target', () => {
  const program = `
class A: n = 1
a = A(); l = [1, 2, 3]; d = {'k': 1}; x = 2
x += 3; x -= 1; x *= 4; x //= 3; x **= 2; x %= 7; x <<= 2; x |= 1; x &= 0xf; x ^= 2; x >>= 1; x /= 2
print(x)
a.n += 5; l[0] += 1; d['k'] -= 3; l[-1] *= 2
print(a.n, A.n, l, d)
f = 1.5; f += 0.25; f -= 1; s = 'a'; s += 'b'; s *= 2
print(f, s)
`;
  expect(lines(program)).toEqual(['0.5', "6 1 [2, 2, 6] {'k': -2}", '0.75 abab']);
});

test('lists, sets and dicts are changed in place', () => {
  const program = `
a = b = [1]
a += [2]; a += (3,); a *= 2
print(b, a is b)
s = t = {1, 2}
s |= {3}; s -= {1}; s &= {2, 3, 4}
print(sorted(t), s is t)
d = e = {'a': 1}
d |= {'b': 2}
print(e)
u = v = (1,)
u += (2,)
print(v, u)
`;
  expect(lines(program)).toEqual([
    '[1, 2, 3, 1, 2, 3] True',
    '[2, 3] True',
    "{'a': 1, 'b': 2}",
    '(1,) (1, 2)',
  ]);
});

test("the program's in-place methods are asked first", () => {
  const program = `
class C:
    def __init__(self): self.log = []
    def __iadd__(self, o): self.log.append(o); return self
    def __mul__(self, o): return ('mul', o)
c = k = C()
c += 1; c += 2
print(c.log, c is k)
c *= 3
print(c)
`;
  expect(lines(program)).toEqual(['[1, 2] True', "('mul', 3)"]);
});
