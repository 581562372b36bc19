// Programs and what CPython prints for them: src/lang/compile/try.ts.

import { expect, test } from 'vitest';
import { lines } from '../machine/python.ts';

test('finally runs whichever way the body is left', () => {
  const program = `
def f1():
    try: return 1
    finally: print('f')
def f3():
    for i in range(4):
        try:
            if i == 1: continue
            if i == 3: break
            print('body', i)
        finally: print('fin', i)
    return 'done'
def f4():
    try:
        try: 1 / 0
        finally: print('inner')
    except ZeroDivisionError as e: print('caught', e)
    else: print('no')
    finally: print('outer')
def f12():
    x = []
    try:
        x.append(1)
        return x
    finally: x.append(2)
def f13():
    for i in range(5):
        try:
            try:
                if i == 1: return 'ret'
            finally: print('a', i)
        finally: print('b', i)
for f in (f1, f3, f4, f12, f13): print(f())
`;
  expect(lines(program)).toEqual([
    'f',
    '1',
    'body 0',
    'fin 0',
    'fin 1',
    'body 2',
    'fin 2',
    'fin 3',
    'done',
    'inner',
    'caught division by zero',
    'outer',
    'None',
    '[1, 2]',
    'a 0',
    'b 0',
    'a 1',
    'b 1',
    'ret',
  ]);
});

test('handlers are tried in order and their name is unbound after', () => {
  const program = `
def f(e):
    try: raise e
    except (KeyError, IndexError) as x: return 'lookup', repr(x)
    except ValueError: return 'value'
    except: return 'any'
    else: return 'none'
print(f(KeyError(1)), f(ValueError()), f(OSError()))
def g():
    e = 1
    try: raise ValueError
    except ValueError as e: pass
    try: return e
    except UnboundLocalError: return 'unbound'
print(g())
try:
    try: 1 / 0
    except 5: pass
except TypeError as e: print(e)
def h():
    try: pass
    except: pass
    else: return 'else'
    finally: print('fin')
print(h())
`;
  expect(lines(program)).toEqual([
    "('lookup', 'KeyError(1)') value any",
    'unbound',
    'catching classes that do not inherit from BaseException is not allowed',
    'fin',
    'else',
  ]);
});

test('contexts are chained', () => {
  const program = `
try:
    try: raise ValueError(1)
    except ValueError: raise KeyError(2)
    finally: print('x')
except KeyError as e: print(repr(e), repr(e.__context__), e.__cause__)
try:
    try: 1 / 0
    finally: raise KeyError('k')
except KeyError as e: print(repr(e.__context__))
try:
    try: raise ValueError('one')
    except ValueError as e: raise TypeError('two') from None
except TypeError as e: print(e.__cause__, e.__suppress_context__, repr(e.__context__))
try: raise ValueError
except ValueError:
    def inner(): raise KeyError('in')
    try: inner()
    except KeyError as k: print(repr(k.__context__))
try:
    try: raise ValueError('x')
    except ValueError as e:
        saved = e
        raise
except ValueError as e: print(e is saved, e.__context__)
`;
  expect(lines(program)).toEqual([
    'x',
    'KeyError(2) ValueError(1) None',
    "ZeroDivisionError('division by zero')",
    "None True ValueError('one')",
    'ValueError()',
    'True None',
  ]);
});
