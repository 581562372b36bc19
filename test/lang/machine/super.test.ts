// Programs and what CPython prints for them: src/lang/machine/super.ts.

import { expect, test } from 'vitest';
import { lines } from './python.ts';

test('super finds the next class, in methods, class methods and by hand', () => {
  const program = `
class A:
    x = 'A.x'
    def __init__(self): self.log = ['A']
    @classmethod
    def make(cls): return cls.__name__
    @property
    def p(self): return 'A.p'
class B(A):
    x = 'B.x'
    def __init__(self):
        super().__init__()
        self.log.append('B')
    @classmethod
    def make(cls): return 'B:' + super().make()
    @property
    def p(self): return 'B:' + super().p
    def hand(self): return super(B, self).x, super().x, [super(B, self).x for _ in range(1)]
b = B()
print(b.log, B.make(), b.p, b.hand())
try: super()
except RuntimeError as e: print(e)
try: b.missing
except AttributeError as e: print(e)
class C(A):
    def m(self): return super().nope
try: C().m()
except AttributeError as e: print(e)
`;
  expect(lines(program)).toEqual([
    "['A', 'B'] B:B B:A.p ('A.x', 'A.x', ['A.x'])",
    'super(): no arguments',
    "'B' object has no attribute 'missing'",
    "'super' object has no attribute 'nope'",
  ]);
});

test('super tells of what class it is and what it is bound to', () => {
  const program = `
class A: pass
print(super(A), super(A, A()), super(A, A), super(bool, True))
print(super(A).__thisclass__, super(A).__self__, super(A, A).__self_class__)
try: super(A).m
except AttributeError as e: print(e)
`;
  expect(lines(program)).toEqual([
    "<super: <class 'A'>, NULL> <super: <class 'A'>, <A object>> " +
      "<super: <class 'A'>, <A object>> <super: <class 'bool'>, <bool object>>",
    "<class '__main__.A'> None <class '__main__.A'>",
    "'super' object has no attribute 'm'",
  ]);
});
