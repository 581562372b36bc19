// Programs and what CPython prints for them: src/lang/compile/function-compiler.ts.

import { expect, test } from 'vitest';
import { lines } from '../machine/python.ts';

test('functions hold code after return, nested classes, lambdas with yield', () => {
  const program = `
def f(n):
    if n:
        return 'early'
        print('never')
    class K:
        v = n
        def m(self): return n
    return K.v, K().m(), [lambda: n][0]()
print(f(1), f(0))
print(list((lambda: (yield 5))()))
async def a(): return [x async for x in b()]
async def b():
    yield 1
    return
try: a().send(None)
except StopIteration as e: print(e.value)
`;
  expect(lines(program)).toEqual(['early (0, 0, 0)', '[5]', '[1]']);
});
