// Making instances, exceptions of the program, hooks of classes, `super` and asynchronous methods.
// Every program was run by CPython 3.14; what it printed there stands beside it.

import { testPrograms } from '../run-program.ts';

testPrograms([
  {
    name: 'init must return None, new may be overridden',
    program: `
class A:
    def __init__(self):
        return 5

try:
    A()
except TypeError as e:
    print(e)
class B:
    def __new__(cls, *args):
        print('new', cls.__name__, args)
        return super().__new__(cls)
    def __init__(self, *args):
        print('init', args)
class C(B):
    def __new__(cls, x):
        return 'not an instance' if x else super().__new__(cls, x)
print(type(B(1)).__name__, C(1), type(C(0)).__name__)
class Single:
    _it = None
    def __new__(cls):
        if cls._it is None:
            cls._it = super().__new__(cls)
        return cls._it
print(Single() is Single())
`,
    prints: `
__init__() should return None, not 'int'
new B (1,)
init (1,)
new C (0,)
init (0,)
B not an instance C
True
`,
  },
  {
    name: 'exceptions of the program',
    program: `
class AppError(Exception):
    pass

class Detail(AppError):
    def __init__(self, code, message='none'):
        super().__init__(code, message)
        self.code = code
    def __str__(self):
        return f'[{self.code}] {self.args[1]}'

try:
    raise Detail(404, 'missing')
except AppError as e:
    print(e, repr(e), e.args, e.code, isinstance(e, Detail))
class Plain(Exception):
    def __init__(self, a, b):
        self.a = a
e = Plain(1, 2)
print(repr(e), str(e), e.args)
`,
    prints: `
[404] missing Detail(404, 'missing') (404, 'missing') 404 True
Plain(1, 2) (1, 2) (1, 2)
`,
  },
  {
    name: 'init_subclass, class decorators, metaclass-free registries',
    program: `
registry = []

class Base:
    def __init_subclass__(cls, **kwargs):
        super().__init_subclass__()
        registry.append((cls.__name__, kwargs))

class X(Base): pass
class Y(Base, tag='t'): pass
print(registry)
def add(cls):
    cls.added = lambda self: 'added'
    return cls
@add
class Z: pass
print(Z().added())
`,
    prints: `
[('X', {}), ('Y', {'tag': 't'})]
added
`,
  },
  {
    name: 'slots and setattr',
    program: `
class P:
    __slots__ = ('x', 'y')
    def __init__(self):
        self.x = 1

p = P()
try:
    p.z = 1
except AttributeError as e:
    print(e)
try:
    p.y
except AttributeError as e:
    print(e)
setattr(p, 'y', 5)
print(p.y, getattr(p, 'x'), getattr(p, 'q', 'default'), hasattr(p, 'q'))
`,
    prints: `
'P' object has no attribute 'z' and no __dict__ for setting new attributes
'P' object has no attribute 'y'
5 1 default False
`,
  },
  {
    name: 'code in a class body runs once, in order',
    program: `
print('before')
class A:
    print('in body')
    for i in range(2):
        print('loop', i)
    if True:
        def chosen(self): return 'yes'
    x = [i * 2 for i in range(3)]
    del i
print(A().chosen(), A.x, hasattr(A, 'i'))
`,
    prints: `
before
in body
loop 0
loop 1
yes [0, 2, 4] False
`,
  },
  {
    name: 'super in all places',
    program: `
class A:
    def __init__(self, **kw):
        print('A', kw)
    def who(self): return ['A']
    @classmethod
    def make(cls): return cls.__name__ + ' made'
    @property
    def p(self): return 'A.p'
class B(A):
    def __init__(self, b=1, **kw):
        print('B', b)
        super().__init__(**kw)
    def who(self): return ['B'] + super().who()
class C(A):
    def __init__(self, c=1, **kw):
        print('C', c)
        super().__init__(**kw)
    def who(self): return ['C'] + super().who()
class D(B, C):
    def __init__(self):
        super().__init__(b=5, c=6, d=7)
    def who(self): return ['D'] + super().who() + super(B, self).who()
    @classmethod
    def make(cls): return super().make() + '!'
    @property
    def p(self): return 'D.' + super().p
d = D.__new__(D)
d.__init__()
print(d.who(), D.make(), d.p)
try:
    super().x
except RuntimeError as e:
    print(e)
try:
    super(D, 5).x
except TypeError as e:
    print(e)
`,
    prints: `
B 5
C 6
A {'d': 7}
['D', 'B', 'C', 'A', 'C', 'A'] D made! D.A.p
super(): no arguments
super(type, obj): obj (instance of int) is not an instance or subtype of type (D).
`,
  },
  {
    name: 'asynchronous methods',
    program: `
import asyncio

class A:
    async def get(self):
        await asyncio.sleep(0.1)
        return 'A'
    async def __aenter__(self):
        return self
    async def __aexit__(self, *args):
        print('exit')
    def __aiter__(self):
        self.n = 0
        return self
    async def __anext__(self):
        if self.n >= 2:
            raise StopAsyncIteration
        self.n += 1
        return self.n
    @staticmethod
    async def st(): return 'static'
    @classmethod
    async def cl(cls): return cls.__name__
class B(A):
    async def get(self):
        return 'B' + await super().get()

async def main():
    async with B() as b:
        print(await b.get(), [x async for x in b], await b.st(), await B.cl())

asyncio.run(main())
`,
    prints: `
BA [1, 2] static B
exit
`,
  },
]);
