// Generators: send, throw, close, what they return, `yield from`, and the errors of misuse. Every
// program was run by CPython 3.14; what it printed there stands beside it.

import { testPrograms } from '../run-program.ts';

testPrograms([
  {
    name: "next and send drive it, the return value is StopIteration's",
    program: `
def g():
    print('started')
    x = yield 1
    print('got', x)
    y = yield x * 2
    print('got', y)
    return 'done'

it = g()
print(next(it))
print(it.send(5))
try:
    it.send('last')
except StopIteration as e:
    print(e.value, e.args)
try:
    next(it)
except StopIteration as e:
    print(e.value, e.args)
print(next(it, 'default'))
`,
    prints: `
started
1
got 5
10
got last
done ('done',)
None ()
default
`,
  },
  {
    name: 'a value cannot be sent to one that has not begun',
    program: `
def g():
    yield 1

it = g()
try:
    it.send(1)
except TypeError as e:
    print(e)
print(it.send(None))
`,
    prints: `
can't send non-None value to a just-started generator
1
`,
  },
  {
    name: 'throw goes in where it stands; what it yields is the answer',
    program: `
def g():
    while True:
        try:
            x = yield 'ready'
            print('got', x)
        except ValueError as e:
            print('caught', e)

it = g()
next(it)
print(it.throw(ValueError('v')), it.throw(ValueError), it.send(1))
try:
    it.throw(KeyError('k'))
except KeyError as e:
    print('out', e)
print(list(it))
fresh = g()
try:
    fresh.throw(KeyError('before the start'))
except KeyError as e:
    print(e, list(fresh))
try:
    g().throw(5)
except TypeError as e:
    print(e)
`,
    prints: `
caught v
caught 
got 1
ready ready ready
out 'k'
[]
'before the start' []
exceptions must be classes or instances deriving from BaseException, not int
`,
  },
  {
    name: 'close raises GeneratorExit inside, once',
    program: `
def g():
    try:
        yield 1
        yield 2
    except GeneratorExit:
        print('exit')
        raise
    finally:
        print('finally')

it = g()
next(it)
print(it.close(), it.close(), list(it))
g().close()
def returning():
    try:
        yield 1
    except GeneratorExit:
        return 'value'
it = returning()
next(it)
print(it.close())
def stubborn():
    try:
        yield 1
    except GeneratorExit:
        yield 2
it = stubborn()
next(it)
try:
    it.close()
except RuntimeError as e:
    print(e)
def failing():
    try:
        yield 1
    finally:
        raise KeyError('while closing')
it = failing()
next(it)
try:
    it.close()
except KeyError as e:
    print(e, repr(e.__context__))
`,
    prints: `
exit
finally
None None []
value
generator ignored GeneratorExit
'while closing' GeneratorExit()
`,
  },
  {
    name: 'StopIteration may not leave a generator',
    program: `
def g():
    yield next(iter([]))

try:
    list(g())
except RuntimeError as e:
    print(e, '|', repr(e.__cause__))
`,
    prints: `
generator raised StopIteration | StopIteration()
`,
  },
  {
    name: 'a generator cannot run inside itself',
    program: `
def g():
    try:
        next(it)
    except ValueError as e:
        print(e)
    yield 1

it = g()
print(next(it))
`,
    prints: `
generator already executing
1
`,
  },
  {
    name: 'yield from passes items, sends and throws, and gives the return value',
    program: `
def inner():
    try:
        x = yield 'a'
        print('inner got', x)
        yield 'b'
    except ValueError as e:
        print('inner caught', e)
        yield 'c'
    return 'inner value'

def outer():
    result = yield from inner()
    print('result', result)
    yield from [1, 2]
    yield from 'xy'
    return 'outer value'

it = outer()
print(next(it), it.send('sent'), it.throw(ValueError('v')))
print(list(it))
def values():
    return (yield from outer())
it = values()
try:
    while True:
        print(next(it), end=' ')
except StopIteration as e:
    print(e.value)
`,
    prints: `
inner got sent
inner caught v
a b c
result inner value
[1, 2, 'x', 'y']
a inner got None
b result inner value
1 2 x y outer value
`,
  },
  {
    name: 'yield from an iterator without send or throw',
    program: `
class It:
    def __init__(self):
        self.n = 0
    def __iter__(self):
        return self
    def __next__(self):
        self.n += 1
        if self.n > 3:
            raise StopIteration('stopped')
        return self.n

def g():
    return (yield from It())

it = g()
print(next(it), it.send(None))
try:
    it.send(5)
except AttributeError as e:
    print(e)
it = g()
next(it)
try:
    it.throw(KeyError('k'))
except KeyError as e:
    print('through', e)
it = g()
try:
    while True:
        next(it)
except StopIteration as e:
    print(e.value)
try:
    list(x for x in [1] if next((yield_ for yield_ in 5)))
except TypeError as e:
    print(e)
`,
    prints: `
1 2
'It' object has no attribute 'send'
through 'k'
stopped
'int' object is not iterable
`,
  },
]);
