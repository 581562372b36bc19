// Programs and what CPython prints for them: src/lang/compile/branching.ts.

import { expect, test } from 'vitest';
import { lines } from '../machine/python.ts';

test('and, or and not give their operands and stop early', () => {
  const program = `
def t(x): print('t', x); return x
print(t(0) and t(1), t(0) or t(2), t(1) and t(2) and t(0) and t(3), not t(0))
print((t(0) or t(0)) and t(5), 0 or '' or [] or None, 1 and 'x')
if t(1) and (t(0) or t(2)) and not t(0): print('yes')
else: print('no')
while not (t(1) or t(2)): pass
`;
  expect(lines(program)).toEqual([
    't 0',
    't 0',
    't 2',
    't 1',
    't 2',
    't 0',
    't 0',
    '0 2 0 True',
    't 0',
    't 0',
    '0 None x',
    't 1',
    't 0',
    't 2',
    't 0',
    'yes',
    't 1',
  ]);
});

test('a chained comparison evaluates each operand once', () => {
  const program = `
def t(x): print('t', x); return x
print(t(1) < t(2) < t(3), t(1) < t(0) < t(9), t(1) == t(1) != t(2) in [2, t(3)])
a = b = 3
print(1 < a <= b < 5, 1 < a > b)
class Odd:
    def __lt__(self, o): return 'lt'
    def __gt__(self, o): return ''
print(Odd() < 1 < 2, Odd() > 1 < 2)
`;
  expect(lines(program)).toEqual([
    't 1',
    't 2',
    't 3',
    't 1',
    't 0',
    't 1',
    't 1',
    't 2',
    't 3',
    'True False True',
    'True False',
    'True ',
  ]);
});

test('a conditional evaluates one side', () => {
  const program = `
def t(x): print('t', x); return x
print(t('a') if t(1) else t('b'), t('a') if t(0) else t('b'))
x = 3
print('big' if x > 2 else 'small', ('p' if x % 2 else 'q') if x else 'z')
`;
  expect(lines(program)).toEqual(['t 1', 't a', 't 0', 't b', 'a b', 'big p']);
});
