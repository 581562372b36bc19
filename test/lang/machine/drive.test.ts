// Coroutines driven by hand.

import { expect, test } from 'vitest';
import { lines } from './python.ts';

test('what the innermost await gives out comes to whoever drives the outermost', () => {
  const program = `
class Out:
    def __init__(self, v): self.v = v
    def __await__(self): return (yield self.v)
async def a():
    x = await b()
    return x + await Out('second')
async def b():
    try: return await Out('first')
    finally: print('b is done')
c = a()
print(c.send(None))
print(c.send('one '))
try: c.send('two')
except StopIteration as e: print(e.value)
c = a()
c.send(None)
try: c.throw(KeyError('k'))
except KeyError as e: print(repr(e))
`;
  expect(lines(program)).toEqual([
    'first',
    'b is done',
    'second',
    'one two',
    'b is done',
    "KeyError('k')",
  ]);
});

test('a coroutine that is awaited already cannot be awaited by another', () => {
  const program = `
class Out:
    def __await__(self): yield
async def inner(): await Out()
shared = inner()
async def a(): await shared
x, y = a(), a()
x.send(None)
try: y.send(None)
except RuntimeError as e: print(e)
`;
  expect(lines(program)).toEqual(['coroutine is being awaited already']);
});
