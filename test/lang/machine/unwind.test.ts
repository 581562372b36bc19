// Programs and what CPython prints for them: src/lang/machine/unwind.ts.

import { expect, test } from 'vitest';
import { lines } from './python.ts';

test('a context is the exception being handled, wherever it is handled', () => {
  const program = `
def raises(): raise KeyError('k')
try: 1 / 0
except ZeroDivisionError:
    try: raises()
    except KeyError as e: print(repr(e.__context__))
def handles():
    try: 1 / 0
    except ZeroDivisionError: return sorted([1, 2], key=lambda x: {}[x])
try: handles()
except KeyError as e: print(repr(e.__context__))
def gen():
    try: raise ValueError('g')
    except ValueError: yield 1
    raise KeyError('after')
g = gen(); next(g)
try: next(g)
except KeyError as e: print(repr(e.__context__))
a = ValueError('a'); b = ValueError('b')
try:
    try: raise a
    except ValueError: raise b
except ValueError:
    try: raise a
    except ValueError: print(repr(a.__context__), repr(b.__context__))
`;
  expect(lines(program)).toEqual([
    "ZeroDivisionError('division by zero')",
    "ZeroDivisionError('division by zero')",
    'None',
    "ValueError('b') None",
  ]);
});
