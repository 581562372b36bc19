// Tracebacks, letter for letter those of CPython.

import { expect, test } from 'vitest';
import { formatTraceback } from '../../src/lang/traceback.ts';
import { run } from './machine/python.ts';

function tracebackOf(text: string): string[] {
  const { out, error, machine } = run(text);
  return (out + formatTraceback(error, machine, text)).split('\n').slice(0, -1);
}

test('a cause stands before what was raised from it; carets show what failed', () => {
  const program = `def f(x):
    return g(x) + 1
def g(x):
    y = [1, 2][x]
    return y / (x - x)
class A:
    def m(self, k):
        try:
            return f(k)
        except ZeroDivisionError as e:
            raise ValueError('bad') from e
def main():
    A().m(1)
main()
`;
  expect(tracebackOf(program)).toEqual([
    'Traceback (most recent call last):',
    '  File "demo.py", line 9, in m',
    '    return f(k)',
    '  File "demo.py", line 2, in f',
    '    return g(x) + 1',
    '           ~^^^',
    '  File "demo.py", line 5, in g',
    '    return y / (x - x)',
    '           ~~^~~~~~~~~',
    'ZeroDivisionError: division by zero',
    '',
    'The above exception was the direct cause of the following exception:',
    '',
    'Traceback (most recent call last):',
    '  File "demo.py", line 14, in <module>',
    '    main()',
    '    ~~~~^^',
    '  File "demo.py", line 13, in main',
    '    A().m(1)',
    '    ~~~~~^^^',
    '  File "demo.py", line 11, in m',
    "    raise ValueError('bad') from e",
    'ValueError: bad',
  ]);
});

test('what was being handled stands before what was raised meanwhile', () => {
  const program = `def rec(n):
    return rec(n + 1) if n < 20 else {}['x' * 3]
try:
    rec(0)
except KeyError:
    z = undefined_name
`;
  expect(tracebackOf(program)).toEqual([
    'Traceback (most recent call last):',
    '  File "demo.py", line 4, in <module>',
    '    rec(0)',
    '    ~~~^^^',
    '  File "demo.py", line 2, in rec',
    "    return rec(n + 1) if n < 20 else {}['x' * 3]",
    '           ~~~^^^^^^^',
    '  File "demo.py", line 2, in rec',
    "    return rec(n + 1) if n < 20 else {}['x' * 3]",
    '           ~~~^^^^^^^',
    '  File "demo.py", line 2, in rec',
    "    return rec(n + 1) if n < 20 else {}['x' * 3]",
    '           ~~~^^^^^^^',
    '  [Previous line repeated 18 more times]',
    "KeyError: 'xxx'",
    '',
    'During handling of the above exception, another exception occurred:',
    '',
    'Traceback (most recent call last):',
    '  File "demo.py", line 6, in <module>',
    '    z = undefined_name',
    '        ^^^^^^^^^^^^^^',
    "NameError: name 'undefined_name' is not defined",
  ]);
});

test('groups show their members, notes follow the message', () => {
  const program = `def boom(n):
    raise ValueError(n)
errs = []
for i in range(2):
    try: boom(i)
    except ValueError as e:
        e.add_note('note %d' % i)
        errs.append(e)
raise ExceptionGroup('many', [*errs, ExceptionGroup('inner', [TypeError('t')])])
`;
  expect(tracebackOf(program)).toEqual([
    '  + Exception Group Traceback (most recent call last):',
    '  |   File "demo.py", line 9, in <module>',
    "  |     raise ExceptionGroup('many', [*errs, ExceptionGroup('inner', [TypeError('t')])])",
    '  | ExceptionGroup: many (3 sub-exceptions)',
    '  +-+---------------- 1 ----------------',
    '    | Traceback (most recent call last):',
    '    |   File "demo.py", line 5, in <module>',
    '    |     try: boom(i)',
    '    |          ~~~~^^^',
    '    |   File "demo.py", line 2, in boom',
    '    |     raise ValueError(n)',
    '    | ValueError: 0',
    '    | note 0',
    '    +---------------- 2 ----------------',
    '    | Traceback (most recent call last):',
    '    |   File "demo.py", line 5, in <module>',
    '    |     try: boom(i)',
    '    |          ~~~~^^^',
    '    |   File "demo.py", line 2, in boom',
    '    |     raise ValueError(n)',
    '    | ValueError: 1',
    '    | note 1',
    '    +---------------- 3 ----------------',
    '    | ExceptionGroup: inner (1 sub-exception)',
    '    +-+---------------- 1 ----------------',
    '      | TypeError: t',
    '      +------------------------------------',
  ]);
});

test('an expression over several lines is shown with its lines', () => {
  const program = `x = {'a': 1}
def foo(a,
        b):
    return (a +
            b['k'] +
            3)
foo(
    1,
    x
)
`;
  expect(tracebackOf(program)).toEqual([
    'Traceback (most recent call last):',
    '  File "demo.py", line 7, in <module>',
    '    foo(',
    '    ~~~^',
    '        1,',
    '        ^^',
    '        x',
    '        ^',
    '    )',
    '    ^',
    '  File "demo.py", line 5, in foo',
    "    b['k'] +",
    '    ~^^^^^',
    "KeyError: 'k'",
  ]);
});

test('messages of several lines, wide characters, long chains', () => {
  const program = `class E(Exception):
    def __str__(self): return 'line1\\nline2'
def h():
    print('é', 1 // 0)
def k():
    for i in 5:
        pass
def n():
    a.b.c = 3
def w():
    with open_it(1) as f:
        pass
def open_it(x): return x
for fn in (h, k, n, w):
    try: fn()
    except Exception as e: last = e
    else: print('none')
def chain():
    try:
        h()
    except ZeroDivisionError:
        try:
            k()
        except TypeError:
            n()
try: chain()
except NameError: raise E
`;
  expect(tracebackOf(program)).toEqual([
    'Traceback (most recent call last):',
    '  File "demo.py", line 20, in chain',
    '    h()',
    '    ~^^',
    '  File "demo.py", line 4, in h',
    "    print('é', 1 // 0)",
    '               ~~^^~~',
    'ZeroDivisionError: division by zero',
    '',
    'During handling of the above exception, another exception occurred:',
    '',
    'Traceback (most recent call last):',
    '  File "demo.py", line 23, in chain',
    '    k()',
    '    ~^^',
    '  File "demo.py", line 6, in k',
    '    for i in 5:',
    '             ^',
    "TypeError: 'int' object is not iterable",
    '',
    'During handling of the above exception, another exception occurred:',
    '',
    'Traceback (most recent call last):',
    '  File "demo.py", line 26, in <module>',
    '    try: chain()',
    '         ~~~~~^^',
    '  File "demo.py", line 25, in chain',
    '    n()',
    '    ~^^',
    '  File "demo.py", line 9, in n',
    '    a.b.c = 3',
    '    ^',
    "NameError: name 'a' is not defined",
    '',
    'During handling of the above exception, another exception occurred:',
    '',
    'Traceback (most recent call last):',
    '  File "demo.py", line 27, in <module>',
    '    except NameError: raise E',
    '                      ^^^^^^^',
    'E: line1',
    'line2',
  ]);
});

test('an exception that is raised again keeps its frames', () => {
  const program = `def f():
    try:
        1/0
    finally:
        print('x')
def g():
    try: f()
    except ZeroDivisionError:
        raise
def h(a, *, b): pass
try:
    g()
except ZeroDivisionError as e:
    try:
        h(1, 2,
          b=3)
    except TypeError as t:
        raise t
`;
  expect(tracebackOf(program)).toEqual([
    'x',
    'Traceback (most recent call last):',
    '  File "demo.py", line 12, in <module>',
    '    g()',
    '    ~^^',
    '  File "demo.py", line 7, in g',
    '    try: f()',
    '         ~^^',
    '  File "demo.py", line 3, in f',
    '    1/0',
    '    ~^~',
    'ZeroDivisionError: division by zero',
    '',
    'During handling of the above exception, another exception occurred:',
    '',
    'Traceback (most recent call last):',
    '  File "demo.py", line 18, in <module>',
    '    raise t',
    '  File "demo.py", line 15, in <module>',
    '    h(1, 2,',
    '    ~^^^^^^',
    '      b=3)',
    '      ^^^^',
    'TypeError: h() takes 1 positional argument but 2 positional arguments (and 1 key' +
      'word-only argument) were given',
  ]);
});

test('callbacks of built-ins have frames of their own', () => {
  const program = `class A:
    @property
    def p(self):
        return self.q
    def __lt__(self, o):
        return o.nope
def key(x): return x.zz
def test():
    return sorted([3, 1], key=key)
def gen():
    yield 1
    yield [1,2,3][7]
try: A().p
except AttributeError as e: print(e)
try: test()
except AttributeError as e: print(e)
def go():
    total = sum(x for x in gen())
    return total
lst = [go() for _ in range(2)]
`;
  expect(tracebackOf(program)).toEqual([
    "'A' object has no attribute 'q'",
    "'int' object has no attribute 'zz'",
    'Traceback (most recent call last):',
    '  File "demo.py", line 20, in <module>',
    '    lst = [go() for _ in range(2)]',
    '           ~~^^',
    '  File "demo.py", line 18, in go',
    '    total = sum(x for x in gen())',
    '  File "demo.py", line 18, in <genexpr>',
    '    total = sum(x for x in gen())',
    '                           ~~~^^',
    '  File "demo.py", line 12, in gen',
    '    yield [1,2,3][7]',
    '          ~~~~~~~^^^',
    'IndexError: list index out of range',
  ]);
});

test('a group can be a cause', () => {
  const program = `def f():
    try:
        raise ExceptionGroup('outer', [ValueError('a'), ExceptionGroup('inner', [KeyError('k')])])
    except ExceptionGroup as e:
        raise RuntimeError('after') from e
f()
`;
  expect(tracebackOf(program)).toEqual([
    '  + Exception Group Traceback (most recent call last):',
    '  |   File "demo.py", line 3, in f',
    "  |     raise ExceptionGroup('outer', [ValueError('a'), ExceptionGroup('inner', " +
      "[KeyError('k')])])",
    '  | ExceptionGroup: outer (2 sub-exceptions)',
    '  +-+---------------- 1 ----------------',
    '    | ValueError: a',
    '    +---------------- 2 ----------------',
    '    | ExceptionGroup: inner (1 sub-exception)',
    '    +-+---------------- 1 ----------------',
    "      | KeyError: 'k'",
    '      +------------------------------------',
    '',
    'The above exception was the direct cause of the following exception:',
    '',
    'Traceback (most recent call last):',
    '  File "demo.py", line 6, in <module>',
    '    f()',
    '    ~^^',
    '  File "demo.py", line 5, in f',
    "    raise RuntimeError('after') from e",
    'RuntimeError: after',
  ]);
});

test('lines that repeat are counted', () => {
  const program = `def rec(n):
    return rec(n + 1)
rec(0)
`;
  expect(tracebackOf(program)).toEqual([
    'Traceback (most recent call last):',
    '  File "demo.py", line 3, in <module>',
    '    rec(0)',
    '    ~~~^^^',
    '  File "demo.py", line 2, in rec',
    '    return rec(n + 1)',
    '  File "demo.py", line 2, in rec',
    '    return rec(n + 1)',
    '  File "demo.py", line 2, in rec',
    '    return rec(n + 1)',
    '  [Previous line repeated 996 more times]',
    'RecursionError: maximum recursion depth exceeded',
  ]);
});
