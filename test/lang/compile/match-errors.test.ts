// `match`: errors of patterns, awaits in all parts, and leaving from inside a case. Every program
// was run by CPython 3.14; what it printed there stands beside it.

import { testPrograms } from '../run-program.ts';

testPrograms([
  {
    name: 'errors of class patterns',
    program: `
class Two:
    __match_args__ = ('a',)
    a = 1

class Wrong:
    __match_args__ = ['a']

class Doubled:
    __match_args__ = ('a',)
    a = 1

class Numbers:
    __match_args__ = (1,)

def f(which):
    match which:
        case Two(1, 2):
            return 'no'
        case Wrong(1):
            return 'no'
        case Numbers(1):
            return 'no'
        case Doubled(1, a=1):
            return 'no'

for value in (Two(), Wrong(), Numbers(), Doubled()):
    try:
        print(f(value))
    except TypeError as e:
        print(e)
not_a_class = 5
try:
    match 1:
        case not_a_class():
            pass
except TypeError as e:
    print(e)
try:
    match 1:
        case int(1, 2):
            pass
except TypeError as e:
    print(e)
`,
    prints: `
Two() accepts 1 positional sub-pattern (2 given)
Wrong.__match_args__ must be a tuple (got list)
__match_args__ elements must be strings (got int)
Doubled() got multiple sub-patterns for attribute 'a'
called match pattern must be a class
int() accepts 1 positional sub-pattern (2 given)
`,
  },
  {
    name: 'an attribute that is missing does not match; other errors leave',
    program: `
class Lazy:
    def __init__(self, error):
        self.error = error
    @property
    def x(self):
        raise self.error

def f(value):
    match value:
        case Lazy(y=1):
            return 'y'
        case Lazy(x=1):
            return 'x'
    return 'none'

print(f(Lazy(AttributeError('gone'))))
try:
    print(f(Lazy(ValueError('broken'))))
except ValueError as e:
    print(e)
`,
    prints: `
none
broken
`,
  },
  {
    name: 'duplicate keys of a mapping pattern that are found at run time',
    program: `
class Keys:
    A = 'k'
    B = 'k'

match {'k': 1}:
    case {Keys.A: 1, Keys.B: 1}:
        print('shorter than the pattern')
try:
    match {'k': 1, 'l': 2}:
        case {Keys.A: 1, Keys.B: 1}:
            print('no')
except ValueError as e:
    print(e)
`,
    prints: `
mapping pattern checks duplicate key ('k')
`,
  },
  {
    name: 'awaits in subject, guard and body',
    program: `
import asyncio

async def value(x):
    await asyncio.sleep(0.1)
    return x

async def main():
    for n in range(3):
        match await value(n):
            case 0:
                print('zero', await value('z'))
            case x if await value(x == 1):
                print('guarded', x)
            case x:
                print('else', x)

asyncio.run(main())
`,
    prints: `
zero z
guarded 1
else 2
`,
  },
  {
    name: 'match and case stay names',
    program: `
match = [1, 2]
case = 'name'
print(match[0], case)
match (match):
    case [case, _]:
        print(case)
type = 5
print(type)
`,
    prints: `
1 name
1
5
`,
  },
  {
    name: 'return, break and continue out of a case',
    program: `
def f(commands):
    done = []
    for command in commands:
        match command.split():
            case ['skip', *_]:
                continue
            case ['stop']:
                break
            case ['go', direction]:
                done.append(direction)
            case ['quit', code]:
                return int(code)
    return done

print(f(['go north', 'skip go', 'go south', 'stop', 'go east']), f(['go x', 'quit 3']))
`,
    prints: `
['north', 'south'] 3
`,
  },
]);
