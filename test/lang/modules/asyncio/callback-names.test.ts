// What CPython 3.14.2 puts after "Exception in callback" is in test/conformance/odd-programs/
// (handler-context-keys); here what the names are made of.
import { expect, test } from 'vitest';
import { printed } from '../../../simulated.ts';

test('a callback is called by its qualified name, a function of the program also by its place', () => {
  const text = `import asyncio
import math
class Timer:
    def tick(self):
        raise ValueError
    def __call__(self):
        raise ValueError
    def __repr__(self):
        return '<Timer>'
def outer():
    def inner():
        raise ValueError
    return inner
def traced(fn):
    def wrapper(*args):
        return fn(*args)
    wrapper.__wrapped__ = fn
    wrapper.__qualname__ = fn.__qualname__
    return wrapper
@traced
def decorated():
    raise ValueError
async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda loop, context: print(context['message']))
    for callback in [Timer().tick, Timer(), outer(), decorated, math.sqrt, lambda: 1 / 0, 5]:
        loop.call_soon(callback)
    await asyncio.sleep(0)
asyncio.run(main())
`;
  expect(printed(text).split('\n')).toEqual([
    'Exception in callback Timer.tick()',
    'Exception in callback <Timer>()',
    'Exception in callback outer.<locals>.inner() at spec.py:11',
    'Exception in callback decorated() at spec.py:20',
    'Exception in callback sqrt()',
    'Exception in callback main.<locals>.<lambda>() at spec.py:26',
    'Exception in callback 5()',
    '',
  ]);
});
