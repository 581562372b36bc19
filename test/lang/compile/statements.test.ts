// Programs and what CPython prints for them: src/lang/compile/statements.ts.

import { expect, test } from 'vitest';
import { lines } from '../machine/python.ts';

test('assignments, assertions, raises and dels', () => {
  const program = `
a = b = c = []
a.append(1)
print(c)
try: assert 1 == 2, 'message'
except AssertionError as e: print(e.args)
try: assert 0
except AssertionError as e: print(e.args)
try: raise ValueError
except ValueError as e: print(repr(e))
try: raise ValueError('x') from KeyError('y')
except ValueError as e: print(repr(e.__cause__), e.__suppress_context__)
d = {'a': 1, 'b': 2}; l = [1, 2, 3]
del d['a'], l[0]
print(d, l)
x: int = 5
y: str
print(x)
`;
  expect(lines(program)).toEqual([
    '[1]',
    "('message',)",
    '()',
    'ValueError()',
    "KeyError('y') True",
    "{'b': 2} [2, 3]",
    '5',
  ]);
});

test('decorators are evaluated downwards and applied upwards', () => {
  const program = `
def dec(name):
    print('dec', name)
    def apply(f):
        print('apply', name)
        return f
    return apply
@dec('a')
@dec('b')
def f(): return 'f'
@dec('c')
class K: pass
print(f(), K.__name__)
`;
  expect(lines(program)).toEqual([
    'dec a',
    'dec b',
    'apply b',
    'apply a',
    'dec c',
    'apply c',
    'f K',
  ]);
});

test('a return passes through what is around it', () => {
  const program = `
def f():
    for i in range(3):
        try:
            with M():
                if i == 1: return i
        finally: print('finally', i)
class M:
    def __enter__(self): print('enter')
    def __exit__(self, *a): print('exit', a)
print(f())
`;
  expect(lines(program)).toEqual([
    'enter',
    'exit (None, None, None)',
    'finally 0',
    'enter',
    'exit (None, None, None)',
    'finally 1',
    '1',
  ]);
});
