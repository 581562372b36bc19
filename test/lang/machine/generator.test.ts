// Programs and what CPython prints for them: src/lang/machine/generator.ts.

import { expect, test } from 'vitest';
import { lines } from './python.ts';

test('generators are resumed, thrown into and closed', () => {
  const program = `
def g():
    try:
        while True:
            try: x = yield 'y'; print('got', x)
            except ValueError as e: yield f'handled {e}'
    finally: print('finally')
a = g()
print(next(a), a.send(1), a.throw(ValueError('v')), next(a))
a.close()
print(next(a, 'over'))
def bad():
    try: yield 1
    finally: yield 2
b = bad(); next(b)
try: b.close()
except RuntimeError as e: print(e)
try: g().send(5)
except TypeError as e: print(e)
def me(): yield next(m)
m = me()
try: next(m)
except ValueError as e: print(e)
`;
  expect(lines(program)).toEqual([
    'got 1',
    'y y handled v y',
    'finally',
    'over',
    'generator ignored GeneratorExit',
    "can't send non-None value to a just-started generator",
    'generator already executing',
  ]);
});

test('a return value travels in StopIteration, one that is raised ends in RuntimeError', () => {
  const program = `
def r():
    return 5
    yield
try: next(r())
except StopIteration as e: print(e.value)
def s():
    raise StopIteration(3)
    yield
try: list(s())
except RuntimeError as e: print(e, repr(e.__cause__))
c = (x for x in [])
print(next(c, 'd'), type(c).__name__)
`;
  expect(lines(program)).toEqual([
    '5',
    'generator raised StopIteration StopIteration(3)',
    'd generator',
  ]);
});

test('throw and close reach the innermost generator', () => {
  const program = `
def inner():
    try: yield 1
    except ValueError as e: print('in', e); yield 'handled'
    finally: print('inner finally')
    return 'ret'
def outer():
    r = yield from inner()
    yield r
g = outer(); next(g)
print(g.throw(ValueError('x')), next(g))
g = outer(); next(g)
g.close()
g = outer(); next(g)
try: g.throw(KeyError('k'))
except KeyError as e: print(repr(e))
def deep(n):
    if n == 0: yield 'bottom'
    else: yield from deep(n - 1)
print(list(deep(300)))
`;
  expect(lines(program)).toEqual([
    'in x',
    'inner finally',
    'handled ret',
    'inner finally',
    'inner finally',
    "KeyError('k')",
    "['bottom']",
  ]);
});

test('a StopIteration thrown into a yield from ends it, wherever it comes from', () => {
  const program = `
class Throwing:
    def __iter__(self): return self
    def __next__(self): return 1
    def throw(self, e): raise KeyError('it')
    def close(self): raise StopIteration(9)
def f():
    print('first', (yield from [1, 2]))
    try:
        try: raise LookupError('handled')
        except LookupError: yield from Throwing()
    except KeyError as e: print(repr(e.__context__))
    print('closed', (yield from Throwing()))
g = f()
print(next(g), g.throw(StopIteration(7)), g.throw(ValueError(1)))
g.close()
`;
  expect(lines(program)).toEqual(['first 7', "LookupError('handled')", '1 1 1', 'closed 9']);
});
