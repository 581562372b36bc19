// Programs and what CPython prints for them: src/lang/machine/activations.ts.

import { expect, test } from 'vitest';
import { lines } from './python.ts';

test('calling makes generators and coroutines without running them', () => {
  const program = `
def g():
    print('never')
    yield
async def c(): print('never')
async def a():
    print('never')
    yield
x = c()
print(type(g()).__name__, type(x).__name__, type(a()).__name__, type((i for i in [])).__name__)
x.close()
`;
  expect(lines(program)).toEqual(['generator coroutine async_generator generator']);
});
