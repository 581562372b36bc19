// Programs and what CPython prints for them: src/lang/machine/suspension.ts.

import { expect, test } from 'vitest';
import { lines } from './python.ts';

test('loops can be run from any depth of plain calls, one after another', () => {
  const program = `
import asyncio
async def m(x):
    await asyncio.sleep(0)
    return x
def nested(x): return deeper(x)
def deeper(x): return asyncio.run(m(x))
class A:
    def __init__(self): self.v = nested('init')
print(nested(1), [nested(i) for i in range(2)], A().v)
async def boom(): raise ValueError('boom')
try: asyncio.run(boom())
except ValueError as e: print(e)
finally: print(nested('finally'))
async def inside():
    c = m(1)
    try: asyncio.run(c)
    except RuntimeError as e: print(e)
    c.close()
asyncio.run(inside())
`;
  expect(lines(program)).toEqual([
    '1 [0, 1] init',
    'boom',
    'finally',
    'asyncio.run() cannot be called from a running event loop',
  ]);
});

test('where a built-in calls back nothing can be suspended, which is said', () => {
  const program = `
import asyncio
async def m(x): return x
class A:
    @property
    def value(self): return asyncio.run(m(1))
    def __lt__(self, other): return asyncio.run(m(True))
loop = asyncio.new_event_loop()
def refused(act):
    try: print(act())
    except RuntimeError as e: print(e)
refused(lambda: sorted([2, 1], key=lambda x: asyncio.run(m(x))))
refused(lambda: sorted([A(), A()]))
refused(lambda: A().value)
refused(lambda: list(map(loop.run_until_complete, [m(1)])))
print(asyncio.run(m('goes on')))
`;
  const here = 'a loop can be run by plain calls from the module only';
  expect(lines(program)).toEqual([here, here, here, here, 'goes on']);
});
