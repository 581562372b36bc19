// `match`: every kind of pattern, what it binds, what it asks of the subject, and the order of
// cases. Every program was run by CPython 3.14; what it printed there stands beside it.

import { testPrograms } from '../run-program.ts';

testPrograms([
  {
    name: 'literals compare by equality, None and booleans by identity',
    program: `
def f(x):
    match x:
        case 0:
            return 'zero'
        case True:
            return 'true'
        case 1.5 | -2 | 'text':
            return 'one of'
        case None:
            return 'none'
        case _:
            return 'else'

print([f(x) for x in (0, 0.0, False, 1, True, 1.5, -2, -2.0, 'text', None, [])])
`,
    prints: `
['zero', 'zero', 'zero', 'else', 'true', 'one of', 'one of', 'one of', 'one of', 'none', 'else']
`,
  },
  {
    name: 'sequences: lengths, stars, what is no sequence',
    program: `
def f(x):
    match x:
        case []:
            return 'empty'
        case [one]:
            return f'one {one}'
        case (1, *rest):
            return f'starts with 1: {rest}'
        case [first, *_, last] if first == last:
            return f'same ends {first}'
        case a, b:
            return f'pair {a} {b}'
        case [*all]:
            return f'many {all}'
        case _:
            return 'no sequence'

for x in ([], (), [5], (1, 2, 3), [2, 9, 9, 2], [4, 5], range(3), 'ab', {1: 2}, {1, 2}, 5, [1]):
    print(x, '->', f(x))
`,
    prints: `
[] -> empty
() -> empty
[5] -> one 5
(1, 2, 3) -> starts with 1: [2, 3]
[2, 9, 9, 2] -> same ends 2
[4, 5] -> pair 4 5
range(0, 3) -> many [0, 1, 2]
ab -> no sequence
{1: 2} -> no sequence
{1, 2} -> no sequence
5 -> no sequence
[1] -> one 1
`,
  },
  {
    name: 'mappings: keys, rest, extra keys are allowed',
    program: `
def f(x):
    match x:
        case {'type': 'point', 'x': x0, 'y': y0}:
            return f'point {x0} {y0}'
        case {'type': kind, **rest}:
            return f'{kind} {rest}'
        case {1: _, 2: _}:
            return 'one and two'
        case {}:
            return 'some mapping'
        case _:
            return 'other'

for x in ({'type': 'point', 'x': 1, 'y': 2, 'z': 3}, {'type': 'a', 'b': 1}, {1: 0, 2: 0}, {}, \
[]):
    print(f(x))
`,
    prints: `
point 1 2
a {'b': 1}
one and two
some mapping
other
`,
  },
  {
    name: 'classes: positional by __match_args__, keywords by attribute',
    program: `
class Point:
    __match_args__ = ('x', 'y')
    def __init__(self, x, y):
        self.x = x
        self.y = y

class Sub(Point):
    pass

def f(p):
    match p:
        case Point(0, 0):
            return 'origin'
        case Point(0, y):
            return f'on y at {y}'
        case Point(x=x, y=0):
            return f'on x at {x}'
        case Sub(x, y=y):
            return f'sub {x} {y}'
        case Point():
            return 'somewhere'
        case _:
            return 'no point'

for p in (Point(0, 0), Point(0, 5), Point(3, 0), Sub(1, 2), Point(1, 2), (0, 0)):
    print(f(p))
`,
    prints: `
origin
on y at 5
on x at 3
sub 1 2
somewhere
no point
`,
  },
  {
    name: 'built-in classes take the subject as their one positional pattern',
    program: `
def f(x):
    match x:
        case bool(b):
            return f'bool {b}'
        case int(n) | float(n):
            return f'number {n}'
        case str(s):
            return f'str {s!r}'
        case list([a, b]):
            return f'list of two {a} {b}'
        case tuple() | set() | frozenset():
            return f'{type(x).__name__}'
        case dict(d):
            return f'dict {d}'
        case Exception(args=[message]):
            return f'exception {message}'
        case type():
            return 'a class'
        case _:
            return 'other'

for x in (True, 5, 1.5, 'a', [1, 2], [1], (1,), {1}, {'k': 1}, ValueError('m'), int, None):
    print(f(x))
`,
    prints: `
bool True
number 5
number 1.5
str 'a'
list of two 1 2
other
tuple
set
dict {'k': 1}
exception m
a class
other
`,
  },
  {
    name: 'or, as, and nested patterns',
    program: `
def f(x):
    match x:
        case [('a' | 'b') as letter, {'n': int() | None as n}] as whole:
            return letter, n, len(whole)
        case [[x, [y, *_]], *_] | {'x': x, 'y': y}:
            return x, y
        case [_, (str(), _) as pair]:
            return pair

print(f(['a', {'n': 5}]), f(['b', {'n': None}]), f(['c', {'n': 1}]))
print(f([[1, [2, 3]], 4]), f({'x': 7, 'y': 8}), f([0, ('s', 1)]))
`,
    prints: `
('a', 5, 2) ('b', None, 2) None
(1, 2) (7, 8) ('s', 1)
`,
  },
  {
    name: 'dotted names are values, plain names capture',
    program: `
class Color:
    RED = 1
    GREEN = 2

class Deep:
    color = Color

def f(x):
    match x:
        case Color.RED:
            return 'red'
        case Deep.color.GREEN:
            return 'green'
        case other:
            return f'captured {other}'

print(f(1), f(2), f(3))
`,
    prints: `
red green captured 3
`,
  },
  {
    name: 'guards run after the pattern has bound, and later cases go on',
    program: `
def f(pair):
    match pair:
        case (a, b) if a > b:
            return 'falling'
        case (a, b) if a < b:
            return 'rising'
        case (a, b):
            return f'level {a}'

print(f((2, 1)), f((1, 2)), f((3, 3)))
`,
    prints: `
falling rising level 3
`,
  },
  {
    name: 'names bound by a case that failed may stay bound',
    program: `
match [1, 2]:
    case [a, b] if a > b:
        print('no')
    case [*_]:
        print(a, b)
`,
    prints: `
1 2
`,
  },
  {
    name: 'no case that fits does nothing, and the subject is evaluated once',
    program: `
def subject():
    print('evaluated')
    return 5

match subject():
    case 1:
        print('no')
    case 2:
        print('no')
print('after')
`,
    prints: `
evaluated
after
`,
  },
  {
    name: 'a tuple as subject without parentheses, stars in it',
    program: `
x, y = 1, [2, 3]
match x, *y:
    case 1, 2, 3:
        print('flat')
match x,:
    case [1]:
        print('one')
`,
    prints: `
flat
one
`,
  },
]);
