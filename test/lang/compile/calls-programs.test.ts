// Calls: the order in which callee and arguments are evaluated, stars, keywords, and awaits among
// them. Every program was run by CPython 3.14; what it printed there stands beside it.

import { testPrograms } from '../run-program.ts';

testPrograms([
  {
    name: 'callee first, then arguments from left to right, stars and keywords included',
    program: `
def show(x, value=None):
    print(x, end=' ')
    return x if value is None else value

def f(*args, **kwargs):
    print('|', args, kwargs)

show('f', f)(show(1), *show('star', (2, 3)), show(4), k=show('k'), **show('map', {'m': 1}), \
z=show('z'))
show('f', f)(*show('a', [1]), *show('b', 'xy'), **show('c', {}), **show('d', {'q': 2}))
`,
    prints: `
f 1 star 4 k map z | (1, 2, 3, 4) {'k': 'k', 'm': 1, 'z': 'z'}
f a b c d | (1, 'x', 'y') {'q': 2}
`,
  },
  {
    name: 'a method is looked up before its arguments are evaluated',
    program: `
class C:
    def first(self, x):
        return 'first', x

def replace():
    C.first = lambda self, x: ('second', x)
    return 1

c = C()
print(c.first(replace()))
print(c.first(2))
try:
    c.missing(print('not evaluated'))
except AttributeError as e:
    print(e)
`,
    prints: `
('first', 1)
('second', 2)
'C' object has no attribute 'missing'
`,
  },
  {
    name: 'a callee that cannot be called evaluates its arguments first',
    program: `
def show(x):
    print(x)
    return x

try:
    5(show('argument'))
except TypeError as e:
    print(e)
for value in (None, 'text', [1], {}, 1.5, (), object()):
    try:
        value()
    except TypeError as e:
        print(e)
`,
    prints: `
argument
'int' object is not callable
'NoneType' object is not callable
'str' object is not callable
'list' object is not callable
'dict' object is not callable
'float' object is not callable
'tuple' object is not callable
'object' object is not callable
`,
  },
  {
    name: 'stars take any iterable and any mapping',
    program: `
def f(*args, **kwargs):
    return args, kwargs

def g():
    yield 'g'

print(f(*range(2), *'ab', *{1: 2}, *g(), *(x for x in [9])), f(**{'a': 1}, **dict(b=2)))
for call in (lambda: f(*5), lambda: f(**5), lambda: f(**{1: 2}), lambda: f(a=1, **{'a': 2})):
    try:
        print(call())
    except TypeError as e:
        print(e)
`,
    prints: `
((0, 1, 'a', 'b', 1, 'g', 9), {}) ((), {'a': 1, 'b': 2})
__main__.f() argument after * must be an iterable, not int
__main__.f() argument after ** must be a mapping, not int
keywords must be strings
__main__.f() got multiple values for keyword argument 'a'
`,
  },
  {
    name: 'stars of methods, classes and built-ins that are wrong',
    program: `
class C:
    def m(self, *args, **kwargs):
        return args, kwargs

c = C()
for call in (lambda: c.m(*None), lambda: C(**[1]), lambda: print(*1), lambda: c.m(k=1, **{'k': \
2}),
             lambda: len(*[1, 2]), lambda: dict(a=1, **{'a': 2})):
    try:
        print(call())
    except TypeError as e:
        print(e)
`,
    prints: `
__main__.C.m() argument after * must be an iterable, not NoneType
__main__.C() argument after ** must be a mapping, not list
print() argument after * must be an iterable, not int
__main__.C.m() got multiple values for keyword argument 'k'
len() takes exactly one argument (2 given)
dict() got multiple values for keyword argument 'a'
`,
  },
  {
    name: 'a generator expression as the only argument',
    program: `
print(sum(x for x in range(4)), sorted((x for x in 'ba'), reverse=True))
`,
    prints: `
6 ['b', 'a']
`,
  },
  {
    name: 'awaits among the arguments keep the order and the values read before',
    program: `
import asyncio

async def value(x):
    await asyncio.sleep(0.1)
    print(x, end=' ')
    return x

def f(*args, **kwargs):
    print('|', args, kwargs)

async def main():
    global g
    x = 1
    f(x, await value(2), x, k=await value(3), *[await value(4)], **{'m': await value(5)})
    f(x, (x := await value(6)), x)
    g = f
    async def other():
        global g
        g = print
    g(await value(7), await other(), 'old callee')
    await value(await value(await value(8)) + 1)

asyncio.run(main())
`,
    prints: `
2 4 3 5 | (1, 2, 1, 4) {'k': 3, 'm': 5}
6 | (1, 6, 6) {}
7 | (7, None, 'old callee') {}
8 8 9 `,
  },
  {
    name: 'calls inside calls, in subscripts, in attributes, in f-strings',
    program: `
class Box:
    def __init__(self, x):
        self.x = x
    def up(self, by=1):
        self.x += by
        return self

print(Box(1).up().up(2).x, [1, 2, 3][len('ab')], f'{Box(5).up().x:>{len("abcd")}}|', -abs(-3) \
** 2)
`,
    prints: `
4 3    6| -9
`,
  },
  {
    name: 'lambdas, defaults and keyword-only parameters',
    program: `
f = lambda a, b=2, *rest, c, d=4, **more: (a, b, rest, c, d, more)
print(f(1, c=3), f(1, 5, 6, 7, c=8, e=9))
print((lambda *a: a)(*(lambda: (1, 2))()), (lambda: None)())
`,
    prints: `
(1, 2, (), 3, 4, {}) (1, 5, (6, 7), 8, 4, {'e': 9})
(1, 2) None
`,
  },
  {
    name: 'defaults are evaluated once, when the function is made',
    program: `
def default():
    print('evaluated')
    return []

def f(x, to=default()):
    to.append(x)
    return to

print(f(1), f(2), f(3, ['own']))
`,
    prints: `
evaluated
[1, 2] [1, 2] ['own', 3]
`,
  },
  {
    name: 'decorators are evaluated from the top and applied from the bottom',
    program: `
def mark(name):
    print('made', name)
    def apply(f):
        print('applied', name)
        def wrapped(*args, **kwargs):
            return name, f(*args, **kwargs)
        return wrapped
    return apply

@mark('outer')
@mark('inner')
def f(x):
    return x

print(f(1), f(x=2))

@lambda cls: cls.__name__
class Named:
    pass

print(Named)
`,
    prints: `
made outer
made inner
applied inner
applied outer
('outer', ('inner', 1)) ('outer', ('inner', 2))
Named
`,
  },
  {
    name: 'functions are values',
    program: `
def add(a, b):
    return a + b

table = {'add': add, 'sub': lambda a, b: a - b, 'max': max}
print([op(7, 2) for op in table.values()], list(map(add, [1, 2], [10, 20])))
print((add if True else max)(1, 2), [add][0](3, 4), add.__name__, table['sub'].__name__)
`,
    prints: `
[9, 5, 7] [11, 22]
3 7 add <lambda>
`,
  },
]);
