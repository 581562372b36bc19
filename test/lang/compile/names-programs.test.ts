// Names: local, global and nonlocal, closures over variables, deleted and unbound names. Every
// program was run by CPython 3.14; what it printed there stands beside it.

import { testPrograms } from '../run-program.ts';

testPrograms([
  {
    name: 'closures see variables, not values',
    program: `
def make():
    fs = []
    for i in range(3):
        fs.append(lambda: i)
    return fs

print([f() for f in make()])

def counter():
    n = 0
    def up():
        nonlocal n
        n += 1
        return n
    def get():
        return n
    return up, get

up, get = counter()
up(), up()
other, _ = counter()
print(get(), other(), up(), get())
`,
    prints: `
[2, 2, 2]
2 1 3 3
`,
  },
  {
    name: "global writes the module's name, also from deep inside",
    program: `
def outer():
    def inner():
        global made
        made = 'global'
    made = 'local'
    inner()
    return made

print(outer(), made)
def read():
    return later
later = 'bound after the definition'
print(read())
`,
    prints: `
local global
bound after the definition
`,
  },
  {
    name: 'nonlocal goes to the nearest function that binds it',
    program: `
def a():
    x = 'a'
    def b():
        x = 'b'
        def c():
            nonlocal x
            x = 'c'
        c()
        return x
    return b(), x

print(a())
`,
    prints: `
('c', 'a')
`,
  },
  {
    name: 'a class body does not enclose its methods',
    program: `
x = 'module'
class C:
    x = 'class'
    y = x
    def method(self):
        return x, self.x
    z = [x for _ in range(1)]

print(C.y, C().method(), C.z)
def f():
    x = 'function'
    class D:
        y = x
        x = 'body'
        def m(self):
            return x
        z = x
    return D.y if True else None, D().m(), D.z

try:
    print(f())
except NameError as e:
    print(e)
`,
    prints: `
class ('module', 'class') ['module']
('module', 'function', 'body')
`,
  },
  {
    name: 'a class body reads globals for names that it binds later',
    program: `
v = 'module'
def f():
    v = 'function'
    class D:
        try:
            y = v
        except NameError:
            y = 'unbound'
    class E:
        y = v
        v = 'own'
    return D.y, E.y

print(f())
`,
    prints: `
('function', 'module')
`,
  },
  {
    name: 'unbound locals',
    program: `
def f(flag):
    if flag:
        value = 1
    return value

print(f(True))
try:
    f(False)
except UnboundLocalError as e:
    print(e)
def g():
    def inner():
        return cell
    try:
        inner()
    except NameError as e:
        print(e)
    cell = 5
    print(inner())
    del cell
    try:
        inner()
    except NameError as e:
        print(e)
    try:
        cell
    except UnboundLocalError as e:
        print(e)
g()
`,
    prints: `
1
cannot access local variable 'value' where it is not associated with a value
cannot access free variable 'cell' where it is not associated with a value in enclosing scope
5
cannot access free variable 'cell' where it is not associated with a value in enclosing scope
cannot access local variable 'cell' where it is not associated with a value
`,
  },
  {
    name: 'deleted names',
    program: `
x = 1
del x
try:
    x
except NameError as e:
    print(e)
try:
    del x
except NameError as e:
    print(e)
def f():
    y = 1
    del y
    try:
        del y
    except UnboundLocalError as e:
        print(e)
    y = 2
    return y
print(f())
len = 5
print(len)
del len
print(len('back'))
`,
    prints: `
name 'x' is not defined
name 'x' is not defined
cannot access local variable 'y' where it is not associated with a value
2
5
4
`,
  },
  {
    name: 'shadowed built-ins',
    program: `
def f(list):
    return list + 1

print(f(1), list((1, 2)))
sum = lambda xs: 'mine'
print(sum([1]))
def g():
    print = lambda *args: args
    return print(1, 2)
print(g())
`,
    prints: `
2 [1, 2]
mine
(1, 2)
`,
  },
  {
    name: 'parameters and names of nested functions',
    program: `
def outer(x, *args, y=2, **kwargs):
    def inner():
        return x, args, y, kwargs
    x += 1
    args = list(args)
    return inner

print(outer(1, 5, 6, z=7)())
def recursive(n):
    def inner(k):
        return 1 if k == 0 else k * inner(k - 1)
    return inner(n)
print(recursive(10))
`,
    prints: `
(2, [5, 6], 2, {'z': 7})
3628800
`,
  },
  {
    name: 'private names are mangled in a class',
    program: `
class C:
    __secret = 1
    def __init__(self):
        self.__x = 2
        self.__dunder__ = 3
    def get(self):
        return self.__x, self.__secret, C.__secret, self.__dunder__
    def other(self, o):
        return o.__x

c = C()
print(c.get(), c._C__x, C._C__secret, hasattr(c, '__x'))
class Sub(C):
    def __init__(self):
        super().__init__()
        self.__x = 'sub'
print(Sub().get(), Sub()._Sub__x, Sub().other(c))
try:
    c.__x
except AttributeError as e:
    print(e)
`,
    prints: `
(2, 1, 1, 3) 2 1 False
(2, 1, 1, 3) sub 2
'C' object has no attribute '__x'
`,
  },
  {
    name: 'closures over a loop variable in tasks',
    program: `
import asyncio

async def main():
    tasks = []
    for name in 'abc':
        async def show():
            await asyncio.sleep(0.1)
            return name
        tasks.append(asyncio.create_task(show()))
    print(await asyncio.gather(*tasks))
    tasks = []
    for name in 'abc':
        async def show(name=name):
            await asyncio.sleep(0.1)
            return name
        tasks.append(asyncio.create_task(show()))
    print(await asyncio.gather(*tasks))

asyncio.run(main())
`,
    prints: `
['c', 'c', 'c']
['a', 'b', 'c']
`,
  },
  {
    name: "names that look like JavaScript's",
    program: `
constructor = 1
__proto__ = 2
toString = 3
d = {'__proto__': 1, 'constructor': 2}
class C:
    pass
c = C()
c.__proto__ = 4
c.constructor = 5
print(constructor, __proto__, toString, d['__proto__'], d, c.__proto__, c.constructor, \
hasattr(C(), 'toString'))
try:
    C().hasOwnProperty
except AttributeError as e:
    print(e)
def f(arguments, this, undefined=None):
    var = let = arguments
    return var, this, undefined
print(f(1, this=2))
`,
    prints: `
1 2 3 1 {'__proto__': 1, 'constructor': 2} 4 5 False
'C' object has no attribute 'hasOwnProperty'
(1, 2, None)
`,
  },
  {
    name: 'module names',
    program: `
print(__name__)
def f():
    return __name__
if __name__ == '__main__':
    print(f())
`,
    prints: `
__main__
__main__
`,
  },
]);
