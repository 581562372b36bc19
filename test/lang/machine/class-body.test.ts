// Programs and what CPython prints for them: src/lang/machine/class-body.ts.

import { expect, test } from 'vitest';
import { lines } from './python.ts';

test('classes have bases, attributes, hooks and qualified names', () => {
  const program = `
class A:
    def who(self): return 'A'
class B(A):
    def who(self): return 'B' + super().who()
class C(A):
    def who(self): return 'C' + super().who()
class D(B, C):
    def who(self): return 'D' + super().who()
print(D().who(), [c.__name__ for c in D.__mro__], isinstance(D(), A), issubclass(B, C))
class Base:
    def __init_subclass__(cls, tag=None, **kw): super().__init_subclass__(**kw); cls.tag = tag
class Sub(Base, tag='t'): pass
print(Sub.tag)
class Desc:
    def __set_name__(self, owner, name): self.name = name
    def __get__(self, obj, cls=None): return f'{self.name} {obj is None}'
class H: d = Desc()
print(H().d, H.d)
class Outer:
    class Inner:
        def m(self): pass
print(Outer.Inner.__qualname__, Outer.Inner.m.__qualname__, Outer.__module__)
def local():
    class L: pass
    return L.__qualname__, (lambda: 0).__qualname__
print(local())
`;
  expect(lines(program)).toEqual([
    "DBCA ['D', 'B', 'C', 'A', 'object'] True False",
    't',
    'd False d True',
    'Outer.Inner Outer.Inner.m __main__',
    "('local.<locals>.L', 'local.<locals>.<lambda>')",
  ]);
});

test('wrong bases are refused', () => {
  const program = `
class Q: pass
try:
    class R(Q, Q): pass
except TypeError as e: print(e)
try:
    class R(bool): pass
except TypeError as e: print(e)
try:
    class R(Q, x=1): pass
except TypeError as e: print(e)
try:
    class X(Q): pass
    class Y(Q, X): pass
except TypeError as e: print(str(e)[:48])
`;
  expect(lines(program)).toEqual([
    'duplicate base class Q',
    "type 'bool' is not an acceptable base type",
    'R.__init_subclass__() takes no keyword arguments',
    'Cannot create a consistent method resolution ord',
  ]);
});
