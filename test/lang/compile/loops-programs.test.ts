// Loops: else, break and continue, changes while iterating, iterators that fail, and `async for`.
// Every program was run by CPython 3.14; what it printed there stands beside it.

import { testPrograms } from '../run-program.ts';

testPrograms([
  {
    name: 'else runs when the loop was not broken',
    program: `
def find(items, wanted):
    for i, item in enumerate(items):
        if item == wanted:
            result = i
            break
    else:
        result = 'none'
    return result

print(find('abc', 'b'), find('abc', 'z'), find('', 'a'))
n = 3
while n:
    n -= 1
    if n == 5:
        break
else:
    print('else', n)
while True:
    if n:
        break
    n = 1
else:
    print('never')
print('end')
`,
    prints: `
1 none none
else 0
end
`,
  },
  {
    name: 'break in the else of an inner loop belongs to the outer',
    program: `
for i in range(3):
    for j in range(2):
        if (i, j) == (1, 1):
            break
    else:
        print('inner whole', i)
        continue
    print('broken at', i)
    break
else:
    print('never')
`,
    prints: `
inner whole 0
broken at 1
`,
  },
  {
    name: 'a list that changes while it is iterated',
    program: `
xs = [1, 2, 3, 4]
for x in xs:
    if x % 2:
        xs.remove(x)
print(xs)
ys = [1]
for y in ys:
    if len(ys) < 5:
        ys.append(y + 1)
print(ys)
`,
    prints: `
[2, 4]
[1, 2, 3, 4, 5]
`,
  },
  {
    name: 'dicts and sets that change size while they are iterated',
    program: `
for change in (lambda d: d.pop(1), lambda d: d.update({9: 9})):
    d = {1: 1, 2: 2, 3: 3}
    try:
        for k in d:
            change(d)
    except RuntimeError as e:
        print(e, d)
s = {1, 2, 3}
try:
    for x in s:
        s.add(x + 10)
except RuntimeError as e:
    print(e)
d = {1: 1, 2: 2}
for k in d:
    d[k] = 'changed'
for k in list(d):
    del d[k]
print(d)
try:
    for k, v in {1: 2}.items():
        for q in (e := {5: 6}):
            e[7] = 8
except RuntimeError as e:
    print(e)
`,
    prints: `
dictionary changed size during iteration {2: 2, 3: 3}
dictionary changed size during iteration {1: 1, 2: 2, 3: 3, 9: 9}
Set changed size during iteration
{}
dictionary changed size during iteration
`,
  },
  {
    name: 'the loop variable stays after the loop',
    program: `
for i in range(3):
    pass
print(i)
for j in []:
    pass
try:
    print(j)
except NameError as e:
    print(e)
`,
    prints: `
2
name 'j' is not defined
`,
  },
  {
    name: 'the old protocol: getitem from zero',
    program: `
class Old:
    def __getitem__(self, i):
        if i == 3:
            raise IndexError
        return i * i

print(list(Old()), [x for x in Old()], 4 in Old())
for x in Old():
    print(x, end=' ')
print(*zip(Old(), 'abc'))
`,
    prints: `
[0, 1, 4] [0, 1, 4] True
0 1 4 (0, 'a') (1, 'b') (4, 'c')
`,
  },
  {
    name: 'iterators of classes',
    program: `
class Countdown:
    def __init__(self, n):
        self.n = n
    def __iter__(self):
        return self
    def __next__(self):
        if self.n <= 0:
            raise StopIteration
        self.n -= 1
        return self.n

print(list(Countdown(3)), max(Countdown(4)), sum(Countdown(4)), tuple(Countdown(0)))
a, b = Countdown(2)
print(a, b, *Countdown(2), [*Countdown(1)], dict(zip('ab', Countdown(2))))
`,
    prints: `
[2, 1, 0] 3 6 ()
1 0 1 0 [0] {'a': 1, 'b': 0}
`,
  },
  {
    name: 'what cannot be iterated',
    program: `
class NoNext:
    def __iter__(self):
        return 5

class None_:
    __iter__ = None

class Fails:
    def __iter__(self):
        return self
    def __next__(self):
        raise KeyError('in next')

for x in (5, None, NoNext(), None_(), Fails(), len, object):
    try:
        for y in x:
            print('no')
    except (TypeError, KeyError) as e:
        print(type(e).__name__, e)
`,
    prints: `
TypeError 'int' object is not iterable
TypeError 'NoneType' object is not iterable
TypeError iter() returned non-iterator of type 'int'
TypeError 'None_' object is not iterable
KeyError 'in next'
TypeError 'builtin_function_or_method' object is not iterable
TypeError 'type' object is not iterable
`,
  },
  {
    name: 'StopIteration in the body is an exception as any other',
    program: `
try:
    for x in [1, 2]:
        raise StopIteration('from body')
except StopIteration as e:
    print('left with', e.value)
`,
    prints: `
left with from body
`,
  },
  {
    name: 'a generator of a loop is closed when the loop is left, if nothing else holds it',
    program: `
def g():
    try:
        yield 1
        yield 2
    finally:
        print('closed')

for x in g():
    print(x)
    break
print('after break')
def f():
    for x in g():
        return x
print(f())
kept = g()
for x in kept:
    break
print('kept', next(kept))
kept.close()
`,
    prints: `
1
closed
after break
closed
1
kept 2
closed
`,
  },
]);
