// Programs and what CPython prints for them: src/lang/compile/arithmetic.ts.

import { expect, test } from 'vitest';
import { lines } from '../machine/python.ts';

test('operators on ints, floats and mixtures give what CPython gives', () => {
  const program = `
print(1 + 2, 1 - 2, 3 * -4, 7 / 2, 7 // 2, -7 // 2, 7 % 3, -7 % 3, 7 % -3, 2 ** 10, 2 ** -1)
print(0.1 + 0.2, 1.5 - 1, 2 * 1.5, 7.0 // 2, -7.5 % 2, 1e300 * 1e10)
print(-5 * 0, 0 * -1.0, 9007199254740991 + 1, 9007199254740991 * 3, -9007199254740991 - 2)
print(True + True, True * 3, 3 & 1, 3 | 4, 3 ^ 1, 1 << 70, 2 ** 70 >> 60, ~5)
`;
  expect(lines(program)).toEqual([
    '3 -1 -12 3.5 3 -4 1 2 -2 1024 0.5',
    '0.30000000000000004 0.5 3.0 3.0 0.5 inf',
    '0 -0.0 9007199254740992 27021597764222973 -9007199254740993',
    '2 3 1 7 2 1180591620717411303424 1024 -6',
  ]);
});

test('comparisons of every kind give booleans', () => {
  const program = `
print(1 < 2, 2 <= 2, 3 > 4, 4 >= 5, 1 == 1.0, 1 != 1, 'a' < 'b', [1, 2] < [1, 3], (1,) == (1,))
print(1 in [1, 2], 3 not in (1, 2), 'a' in 'abc', None is None, [] is not [], 1 is True)
x = 5
print(x == 5 and x < 6, x < 4, x != 5)
`;
  expect(lines(program)).toEqual([
    'True True False False True False True True True',
    'True True True True True False',
    'True False False',
  ]);
});

test('a failing operation names its operand types', () => {
  const program = `
fs = [lambda: 1 + 'a', lambda: 'a' - 1, lambda: [] * {}, lambda: 1 < 'a', lambda: 1 in 5]
fs += [lambda: 1 // 0, lambda: 1 % 0]
for f in fs:
    try: f()
    except Exception as e: print(type(e).__name__, e)
`;
  expect(lines(program)).toEqual([
    "TypeError unsupported operand type(s) for +: 'int' and 'str'",
    "TypeError unsupported operand type(s) for -: 'str' and 'int'",
    "TypeError can't multiply sequence by non-int of type 'dict'",
    "TypeError '<' not supported between instances of 'int' and 'str'",
    "TypeError argument of type 'int' is not a container or iterable",
    'ZeroDivisionError division by zero',
    'ZeroDivisionError division by zero',
  ]);
});

test('ints and floats are mixed without loss', () => {
  const program = `
x, y, z, big = 3, 0.5, 0, 9007199254740991
print(x + y, y - x, x * y, x / y, y / x, x / 2, z / -5, z * -1.0, -x / x)
print(big // 3, big // big, (big - 1) // 2, big // 1, 7 // 2.0, -7 // 2, big / 3)
print(x < y, y < x, x == 3.0, x != 3.0, big <= 9007199254740992.0, big == 9007199254740992.0)
nan = float('nan')
print(nan < x, nan == nan, nan != nan, x >= nan, 1e308 * 10, x - float('inf'))
x += 0.5; y -= 1; z *= 2.5; big /= 2
print(x, y, z, big)
for f in (lambda: 1 / 0, lambda: 1.0 / 0, lambda: 0 / 0.0, lambda: 1 // 0, lambda: 5 / -0.0):
    try: f()
    except ZeroDivisionError as e: print(e)
`;
  expect(lines(program)).toEqual([
    '3.5 -2.5 1.5 6.0 0.16666666666666666 1.5 -0.0 -0.0 -1.0',
    '3002399751580330 1 4503599627370495 9007199254740991 3.0 -4 3002399751580330.5',
    'False True True False True False',
    'False False True False inf -inf',
    '3.5 -0.5 0.0 4503599627370495.5',
    ...new Array(5).fill('division by zero'),
  ]);
});
