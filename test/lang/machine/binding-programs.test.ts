// Arguments meet parameters: every way to get it wrong, with CPython's words. Every program was
// run by CPython 3.14; what it printed there stands beside it.

import { testPrograms } from '../run-program.ts';

testPrograms([
  {
    name: 'missing and surplus positional arguments',
    program: `
def attempt(f, *args, **kwargs):
    try:
        print(f(*args, **kwargs))
    except TypeError as e:
        print(e)

def zero(): return 0
def one(a): return a
def three(a, b, c): return a, b, c
def default(a, b=2, c=3): return a, b, c
attempt(zero, 1)
attempt(zero, 1, 2)
attempt(one)
attempt(one, 1, 2)
attempt(three)
attempt(three, 1)
attempt(three, 1, 2)
attempt(three, 1, 2, 3, 4)
attempt(default)
attempt(default, 1, 2, 3, 4)
attempt(default, c=1)
attempt(default, 1, c=5)
`,
    prints: `
zero() takes 0 positional arguments but 1 was given
zero() takes 0 positional arguments but 2 were given
one() missing 1 required positional argument: 'a'
one() takes 1 positional argument but 2 were given
three() missing 3 required positional arguments: 'a', 'b', and 'c'
three() missing 2 required positional arguments: 'b' and 'c'
three() missing 1 required positional argument: 'c'
three() takes 3 positional arguments but 4 were given
default() missing 1 required positional argument: 'a'
default() takes from 1 to 3 positional arguments but 4 were given
default() missing 1 required positional argument: 'a'
(1, 2, 5)
`,
  },
  {
    name: 'keyword arguments',
    program: `
def attempt(f, *args, **kwargs):
    try:
        print(f(*args, **kwargs))
    except TypeError as e:
        print(e)

def two(a, b): return a, b
def key(a, *, k): return a, k
def keys(*, a, b, c=1): return a, b, c
def rest(a, *args, k=1, **kwargs): return a, args, k, kwargs
attempt(two, 1, a=2)
attempt(two, b=1)
attempt(two, 1, 2, b=3)
attempt(two, 1, zzz=3)
attempt(key, 1)
attempt(key, 1, 2)
attempt(key, 1, 2, k=3)
attempt(keys)
attempt(keys, a=1)
attempt(keys, 1, a=1, b=2)
attempt(keys, 1, 2, a=1, b=2)
attempt(rest)
attempt(rest, 1, 2, 3, k=4, z=5)
attempt(rest, 1, a=2)
attempt(rest, **{'a': 1, 'args': 2, 'kwargs': 3})
`,
    prints: `
two() got multiple values for argument 'a'
two() missing 1 required positional argument: 'a'
two() got multiple values for argument 'b'
two() got an unexpected keyword argument 'zzz'
key() missing 1 required keyword-only argument: 'k'
key() takes 1 positional argument but 2 were given
key() takes 1 positional argument but 2 positional arguments (and 1 keyword-only argument) \
were given
keys() missing 2 required keyword-only arguments: 'a' and 'b'
keys() missing 1 required keyword-only argument: 'b'
keys() takes 0 positional arguments but 1 positional argument (and 2 keyword-only arguments) \
were given
keys() takes 0 positional arguments but 2 positional arguments (and 2 keyword-only arguments) \
were given
rest() missing 1 required positional argument: 'a'
(1, (2, 3), 4, {'z': 5})
rest() got multiple values for argument 'a'
(1, (), 1, {'args': 2, 'kwargs': 3})
`,
  },
  {
    name: 'positional-only parameters',
    program: `
def attempt(f, *args, **kwargs):
    try:
        print(f(*args, **kwargs))
    except TypeError as e:
        print(e)

def p(a, b, /, c): return a, b, c
def q(a, /, **kwargs): return a, kwargs
def r(a, b=1, /, *, c): return a, b, c
attempt(p, 1, 2, c=3)
attempt(p, 1, b=2, c=3)
attempt(p, a=1, b=2, c=3)
attempt(p, 1, 2)
attempt(q, 1, a=2)
attempt(q, a=2)
attempt(r, 1, c=3)
attempt(r, 1, b=2, c=3)
attempt(r, 1, 2, 3, c=4)
`,
    prints: `
(1, 2, 3)
p() got some positional-only arguments passed as keyword arguments: 'b'
p() got some positional-only arguments passed as keyword arguments: 'a, b'
p() missing 1 required positional argument: 'c'
(1, {'a': 2})
q() missing 1 required positional argument: 'a'
(1, 1, 3)
r() got some positional-only arguments passed as keyword arguments: 'b'
r() takes from 1 to 2 positional arguments but 3 positional arguments (and 1 keyword-only \
argument) were given
`,
  },
  {
    name: 'methods count self',
    program: `
class C:
    def __init__(self, x):
        self.x = x
    def m(self, y): return y
    @staticmethod
    def s(a): return a
    @classmethod
    def c(cls, a): return a
    def none(): return 0
    def __call__(self, z): return z

def attempt(f, *args, **kwargs):
    try:
        print(f(*args, **kwargs))
    except TypeError as e:
        print(e)

attempt(C)
attempt(C, 1, 2)
c = C(1)
attempt(c.m)
attempt(c.m, 1, 2)
attempt(C.m, 1)
attempt(c.s)
attempt(c.c, 1, 2)
attempt(c.none)
attempt(c)
attempt(c, 1, 2)
attempt(c, y=1)
class Empty:
    pass
attempt(Empty, 1)
attempt(Empty, k=1)
`,
    prints: `
C.__init__() missing 1 required positional argument: 'x'
C.__init__() takes 2 positional arguments but 3 were given
C.m() missing 1 required positional argument: 'y'
C.m() takes 2 positional arguments but 3 were given
C.m() missing 1 required positional argument: 'y'
C.s() missing 1 required positional argument: 'a'
C.c() takes 2 positional arguments but 3 were given
C.none() takes 0 positional arguments but 1 was given
C.__call__() missing 1 required positional argument: 'z'
C.__call__() takes 2 positional arguments but 3 were given
C.__call__() got an unexpected keyword argument 'y'
Empty() takes no arguments
Empty() takes no arguments
`,
  },
  {
    name: 'nested functions and lambdas name themselves',
    program: `
def attempt(f, *args, **kwargs):
    try:
        print(f(*args, **kwargs))
    except TypeError as e:
        print(e)

def outer():
    def inner(a): return a
    return inner

class A:
    class B:
        def m(self, x): return x

attempt(outer())
attempt(lambda x: x)
attempt(A.B().m)
def g(n):
    yield n
async def co(n):
    return n
attempt(g)
attempt(co)
attempt(co, 1, 2)
`,
    prints: `
outer.<locals>.inner() missing 1 required positional argument: 'a'
<lambda>() missing 1 required positional argument: 'x'
A.B.m() missing 1 required positional argument: 'x'
g() missing 1 required positional argument: 'n'
co() missing 1 required positional argument: 'n'
co() takes 1 positional argument but 2 were given
`,
  },
  {
    name: 'suggestions for a keyword that is nearly right',
    program: `
def attempt(f, **kwargs):
    try:
        print(f(**kwargs))
    except TypeError as e:
        print(e)

def f(delay=1, timeout=2, value=3): return delay, timeout, value
attempt(f, dealy=1)
attempt(f, time_out=1)
attempt(f, Value=1)
attempt(f, x=1)
attempt(f, valu=1)
attempt(f, nothing_like_it=1)
`,
    prints: `
f() got an unexpected keyword argument 'dealy'. Did you mean 'delay'?
f() got an unexpected keyword argument 'time_out'. Did you mean 'timeout'?
f() got an unexpected keyword argument 'Value'. Did you mean 'value'?
f() got an unexpected keyword argument 'x'
f() got an unexpected keyword argument 'valu'. Did you mean 'value'?
f() got an unexpected keyword argument 'nothing_like_it'
`,
  },
  {
    name: 'defaults, mutable ones, and values that are None',
    program: `
def f(a, b=None, *, c=None, d=[]):
    d.append(a)
    return a, b, c, d

print(f(1), f(2, None), f(3, c=0), f(4, d=[]))
def g(x=f(9)[0]):
    return x
print(g(), g(None))
`,
    prints: `
(1, None, None, [1, 2, 3]) (2, None, None, [1, 2, 3]) (3, None, 0, [1, 2, 3]) (4, None, None, \
[4])
9 None
`,
  },
]);
