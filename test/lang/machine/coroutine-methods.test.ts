// Programs and what CPython prints for them: src/lang/machine/coroutine-methods.ts.

import { expect, test } from 'vitest';
import { lines } from './python.ts';

test('a coroutine can be driven by hand', () => {
  const program = `
async def manual():
    x = await inner()
    return x + 1
async def inner():
    class Y:
        def __await__(self):
            r = yield 'out'
            return r
    return await Y()
c = manual()
print(c.send(None), c.__name__, c.__qualname__)
try: c.send(41)
except StopIteration as e: print(e.value)
c = manual(); c.send(None)
try: c.throw(ValueError('thrown'))
except ValueError as e: print(e)
c = manual(); c.send(None); c.close()
try: c.send(None)
except RuntimeError as e: print(e)
c = manual()
try: c.send(5)
except TypeError as e: print(e)
print(next(c.__await__()))
`;
  expect(lines(program)).toEqual([
    'out manual manual',
    '42',
    'thrown',
    'cannot reuse already awaited coroutine',
    "can't send non-None value to a just-started coroutine",
    'out',
  ]);
});
