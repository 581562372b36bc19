// Programs and what CPython prints for them: src/lang/compile/expressions.ts.

import { expect, test } from 'vitest';
import { lines } from '../machine/python.ts';

test('displays open stars', () => {
  const program = `
print([*'ab', *(1, 2), 3], (*[1], 2), {*'a', 'b'} == {'a', 'b'}, {**{'a': 1}, 'b': 2, **{'a': 3}})
for f in (lambda: [*5], lambda: {**5}, lambda: (*None,)):
    try: f()
    except TypeError as e: print(e)
`;
  expect(lines(program)).toEqual([
    "['a', 'b', 1, 2, 3] (1, 2) True {'a': 3, 'b': 2}",
    'Value after * must be an iterable, not int',
    "'int' object is not a mapping",
    'Value after * must be an iterable, not NoneType',
  ]);
});

test('f-strings format, convert and document themselves', () => {
  const program = `
x = 5; w = 8; s = 'é'
print(f'{x} {x!r:>5} {3.14159:.{2}f} {{}} {x=} {x = } {s!a} {s!r} {x:0{w}d} {"in " + f"{x}"}')
print(f'{x:>5}|{x:<5}|{x:^5}|{1234567:,}|{255:#x}|{0.5:%}')
try: f'{x:z}'
except ValueError as e: print(e)
class F:
    def __format__(self, spec): return f'<{spec}>'
    def __str__(self): return 'str'
    def __repr__(self): return 'repr'
print(f'{F()} {F():abc} {F()!s} {F()!r:>6}')
`;
  expect(lines(program)).toEqual([
    "5     5 3.14 {} x=5 x = 5 '\\xe9' 'é' 00000005 in 5",
    '    5|5    |  5  |1,234,567|0xff|50.000000%',
    'Negative zero coercion (z) not allowed in integer format specifier',
    '<> <abc> str   repr',
  ]);
});

test('subscripts and slices reach into every sequence', () => {
  const program = `
l = [0, 1, 2, 3, 4]
print(l[1], l[-1], l[1:3], l[::-1], l[-2:], l[:1], 'abc'[1], (1, 2, 3)[1:], range(10)[2:5][1])
for f in (lambda: l[9], lambda: l['a'], lambda: {}['k'], lambda: 5[0], lambda: 'a'[3]):
    try: f()
    except Exception as e: print(type(e).__name__, e)
`;
  expect(lines(program)).toEqual([
    '1 4 [1, 2] [4, 3, 2, 1, 0] [3, 4] [0] b (2, 3) 3',
    'IndexError list index out of range',
    'TypeError list indices must be integers or slices, not str',
    "KeyError 'k'",
    "TypeError 'int' object is not subscriptable",
    'IndexError string index out of range',
  ]);
});

test('unary operators and the walrus', () => {
  const program = `
x = 5
print(-x, +x, ~x, not x, -(-3), -2 ** 2, - 0.5, (n := 4) + n, n)
try: -'a'
except TypeError as e: print(e)
`;
  expect(lines(program)).toEqual([
    '-5 5 -6 False 3 -4 -0.5 8 4',
    "bad operand type for unary -: 'str'",
  ]);
});
