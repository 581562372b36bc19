// Programs and what CPython prints for them: src/lang/compile/try-star.ts.

import { expect, test } from 'vitest';
import { lines } from '../machine/python.ts';

test('each clause takes its part of a group', () => {
  const program = `
def t(g):
    try:
        try: raise g
        except* ValueError as e: print('V', repr(e))
        except* (TypeError, KeyError) as e: print('TK', repr(e))
        else: print('else')
        finally: print('fin')
    except BaseException as e: print('left', repr(e), repr(e.__context__))
t(ExceptionGroup('g', [ValueError(1), TypeError(2)]))
t(ExceptionGroup('g', [ValueError(1), OSError(2)]))
t(OSError('naked'))
t(ExceptionGroup('g', [ExceptionGroup('h', [ValueError(1), KeyError(2)]), OSError(3)]))
`;
  expect(lines(program)).toEqual([
    "V ExceptionGroup('g', [ValueError(1)])",
    "TK ExceptionGroup('g', [TypeError(2)])",
    'fin',
    "V ExceptionGroup('g', [ValueError(1)])",
    'fin',
    "left ExceptionGroup('g', [OSError(2)]) None",
    'fin',
    "left OSError('naked') None",
    "V ExceptionGroup('g', [ExceptionGroup('h', [ValueError(1)])])",
    "TK ExceptionGroup('g', [ExceptionGroup('h', [KeyError(2)])])",
    'fin',
    "left ExceptionGroup('g', [OSError(3)]) None",
  ]);
});

test('what clauses raise is raised together', () => {
  const program = `
def t(*raised):
    try:
        try: raise ExceptionGroup('g', [ValueError(1), TypeError(2), OSError(3)])
        except* ValueError as e: raise raised[0]
        except* TypeError as e:
            if len(raised) > 1: raise raised[1]
            raise
    except BaseException as e: print(repr(e), repr(e.exceptions[0].__context__))
t(KeyError('a'), IndexError('b'))
t(KeyError('a'))
try:
    try: raise ExceptionGroup('g', [ValueError(1), TypeError(2)])
    except* ValueError as e: raise
except BaseException as e: print(repr(e))
try:
    try: 1 / 0
    except* ExceptionGroup: pass
except TypeError as e: print(e)
for i in range(2):
    try: raise ExceptionGroup('g', [ValueError(i)])
    except* ValueError as e: print(i)
`;
  expect(lines(program)).toEqual([
    "ExceptionGroup('', [KeyError('a'), IndexError('b'), ExceptionGroup('g', [OSError" +
      "(3)])]) ExceptionGroup('g', [ValueError(1)])",
    "ExceptionGroup('', [KeyError('a'), ExceptionGroup('g', [TypeError(2), OSError(3)" +
      "])]) ExceptionGroup('g', [ValueError(1)])",
    "ExceptionGroup('g', [ValueError(1), TypeError(2)])",
    'catching ExceptionGroup with except* is not allowed. Use except instead.',
    '0',
    '1',
  ]);
});
