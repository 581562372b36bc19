// Programs and what CPython prints for them: src/lang/compile/attributes.ts.

import { expect, test } from 'vitest';
import { lines } from '../machine/python.ts';

test('what a class says of a name is looked up again when a class changes', () => {
  const program = `
class Base: pass
class A(Base):
    def __init__(self): self.x = 1
a = A()
def read(): return a.x
def write(v): a.x = v
print(read(), read())
write(2); write(3)
print(read())
Base.x = property(lambda self: 'property', lambda self, v: print('set', v))
print(read())
write(4)
del Base.x
print(read())
write(5)
print(read(), A().x)
class D:
    __slots__ = ('y',)
d = D()
d.y = 1
try: d.z = 2
except AttributeError as e: print(e)
class L:
    def __setattr__(self, n, v): object.__setattr__(self, n, v * 2)
    def __getattr__(self, n): return 'missing ' + n
l = L()
for i in range(3): l.v = i; print(l.v, l.w)
`;
  expect(lines(program)).toEqual([
    '1 1',
    '3',
    'property',
    'set 4',
    '3',
    '5 1',
    "'D' object has no attribute 'z' and no __dict__ for setting new attributes",
    '0 missing w',
    '2 missing w',
    '4 missing w',
  ]);
});

test('augmented assignment reads and writes through properties', () => {
  const program = `
class P:
    def __init__(self): self.n = 0
    @property
    def p(self): return self.n
    @p.setter
    def p(self, v): print('set', v); self.n = v
p = P()
for i in range(3): p.p += i
print(p.n, p.p)
`;
  expect(lines(program)).toEqual(['set 0', 'set 1', 'set 3', '3 3']);
});

test('a method that is read is bound anew, and looked up again after a change', () => {
  const program = `
class A:
    def m(self): return 'first'
a = A()
def read(): return a.m
print(read()(), read()(), read() == read(), read() is read())
a.m = lambda: 'own'
print(read()())
del a.m
print(read()())
A.m = lambda self: 'second'
print(read()(), read()())
A.m = staticmethod(lambda: 'static')
print(read()(), read()())
A.m = 5
print(read(), read())
class B(A):
    def m(self): return 'of B'
for a in (A(), B(), B(), A()): print(read() if type(a) is A else read()())
`;
  expect(lines(program)).toEqual([
    'first first True False',
    'own',
    'first',
    'second second',
    'static static',
    '5 5',
    '5',
    'of B',
    'of B',
    '5',
  ]);
});
