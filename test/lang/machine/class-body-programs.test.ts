// Class statements: what a body binds, bases, decorators, class and static methods, properties,
// and protocols. Every program was run by CPython 3.14; what it printed there stands beside it.

import { testPrograms } from '../run-program.ts';

testPrograms([
  {
    name: 'attributes, methods, and the name of things',
    program: `
class A:
    """Doc."""
    x = 1
    def m(self):
        return self.x
    class Inner:
        y = 2

a = A()
a.x = 5
print(A.x, a.x, a.m(), A().m(), A.Inner.y, A.__name__, A.Inner.__qualname__, A.__doc__, \
A.m.__qualname__, A.__module__)
print(type(a) is A, type(A) is type, isinstance(a, A), a.__class__.__name__)
`,
    prints: `
1 5 5 1 2 A A.Inner Doc. A.m __main__
True True True A
`,
  },
  {
    name: 'class attributes are shared until they are set on an instance',
    program: `
class A:
    items = []
    n = 0

a, b = A(), A()
a.items.append(1)
a.n += 1
print(b.items, b.n, a.n, A.n, a.__dict__, b.__dict__)
del a.n
print(a.n)
try:
    del a.n
except AttributeError as e:
    print(e)
`,
    prints: `
[1] 0 1 0 {'n': 1} {}
0
'A' object has no attribute 'n'
`,
  },
  {
    name: 'inheritance, method resolution, and abstract overriding',
    program: `
class A:
    def f(self): return 'A.f'
    def g(self): return 'A.g calls ' + self.f()
class B(A):
    def f(self): return 'B.f'
class C(A):
    def f(self): return 'C.f'
    def h(self): return 'C.h'
class D(B, C):
    pass

d = D()
print(d.f(), d.g(), d.h(), [c.__name__ for c in D.__mro__], issubclass(D, A), D.__bases__ == \
(B, C))
try:
    class E(A, B):
        pass
except TypeError as e:
    print(e)
try:
    class G(A, A):
        pass
except TypeError as e:
    print(e)
`,
    prints: `
B.f A.g calls B.f C.h ['D', 'B', 'C', 'A', 'object'] True True
Cannot create a consistent method resolution order (MRO) for bases A, B
duplicate base class A
`,
  },
  {
    name: 'properties, class methods, static methods',
    program: `
class T:
    count = 0
    def __init__(self, c):
        self._c = c
        T.count += 1
    @property
    def f(self):
        return self._c * 9 / 5 + 32
    @f.setter
    def f(self, value):
        self._c = (value - 32) * 5 / 9
    @f.deleter
    def f(self):
        print('deleted')
    @property
    def fixed(self):
        return 1
    @classmethod
    def freezing(cls):
        return cls(0)
    @staticmethod
    def name(x=1):
        return f'T{x}'

class U(T):
    pass

t = T(100)
print(t.f, T.freezing().f, type(U.freezing()).__name__, t.name(), T.name(2), T.count)
t.f = 32
print(t._c)
del t.f
try:
    t.fixed = 5
except AttributeError as e:
    print(e)
try:
    del t.fixed
except AttributeError as e:
    print(e)
`,
    prints: `
212.0 32.0 U T1 T2 3
0.0
deleted
property 'fixed' of 'T' object has no setter
property 'fixed' of 'T' object has no deleter
`,
  },
  {
    name: 'special methods of numbers and containers',
    program: `
class V:
    def __init__(self, x, y):
        self.x, self.y = x, y
    def __add__(self, o): return V(self.x + o.x, self.y + o.y)
    def __sub__(self, o): return V(self.x - o.x, self.y - o.y)
    def __mul__(self, k): return V(self.x * k, self.y * k)
    __rmul__ = __mul__
    def __neg__(self): return V(-self.x, -self.y)
    def __abs__(self): return (self.x ** 2 + self.y ** 2) ** 0.5
    def __eq__(self, o): return isinstance(o, V) and (self.x, self.y) == (o.x, o.y)
    def __hash__(self): return hash((self.x, self.y))
    def __repr__(self): return f'V({self.x}, {self.y})'
    def __bool__(self): return bool(self.x or self.y)
    def __getitem__(self, i): return (self.x, self.y)[i]
    def __len__(self): return 2
    def __iter__(self): yield from (self.x, self.y)
    def __contains__(self, v): return v in (self.x, self.y)
    def __call__(self, *a): return a
    def __format__(self, spec): return f'<{spec}>{self.x}'
    def __lt__(self, o): return abs(self) < abs(o)
    def __matmul__(self, o): return self.x * o.x + self.y * o.y
    def __getattr__(self, name): return f'no {name}'

v, w = V(3, 4), V(1, 2)
print(v + w, v - w, v * 2, 2 * v, -v, abs(v), v == V(3, 4), v != w, {v: 1}[V(3, 4)], bool(V(0, \
0)))
print(v[0], v[-1], len(v), list(v), 4 in v, v(1), f'{v:x}', sorted([v, w]), max(v, w), v @ w, \
v.zzz, [*v])
print(str(v), repr([v]), f'{v!r:>10}', '%s' % v, v > w)
`,
    prints: `
V(4, 6) V(2, 2) V(6, 8) V(6, 8) V(-3, -4) 5.0 True True 1 False
3 4 2 [3, 4] True (1,) <x>3 [V(1, 2), V(3, 4)] V(3, 4) 11 no zzz [3, 4]
V(3, 4) [V(3, 4)]    V(3, 4) V(3, 4) True
`,
  },
  {
    name: 'eq without hash, default repr and comparison',
    program: `
class E:
    def __eq__(self, o):
        return True

try:
    hash(E())
except TypeError as e:
    print(e)
try:
    {E(): 1}
except TypeError as e:
    print(e)
class P:
    pass
a, b = P(), P()
print(a == a, a == b, a != b, E() == 5, 5 == E(), E() in [1])
try:
    a < b
except TypeError as e:
    print(e)
try:
    sorted([a, b])
except TypeError as e:
    print(e)
try:
    a + 1
except TypeError as e:
    print(e)
`,
    prints: `
unhashable type: 'E'
cannot use 'E' as a dict key (unhashable type: 'E')
True False True True True True
'<' not supported between instances of 'P' and 'P'
'<' not supported between instances of 'P' and 'P'
unsupported operand type(s) for +: 'P' and 'int'
`,
  },
]);
