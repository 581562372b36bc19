import { expect, test } from 'vitest';
import {
  asynccontextmanager,
  contextmanager,
  generatorManagerClasses,
} from '../../../../src/lang/modules/contextlib/generator-managers.ts';
import { mainPrints, simulate } from '../../../simulated.ts';

test('the decorators and the classes of what they make have names of their own', () => {
  expect([contextmanager.name, asynccontextmanager.name]).toEqual([
    'contextmanager',
    'asynccontextmanager',
  ]);
  expect(generatorManagerClasses.map(({ name }) => name)).toEqual([
    '_GeneratorContextManager',
    '_AsyncGeneratorContextManager',
  ]);
});

test('a traceback has the lines of the block, none of the generator', () => {
  const text = `from contextlib import contextmanager
@contextmanager
def manager():
    try:
        yield
    finally:
        pass
with manager():
    raise ValueError('x')
`;
  expect(simulate(text, { name: 'a.py' }).stderr).toBe(`Traceback (most recent call last):
  File "a.py", line 9, in <module>
    raise ValueError('x')
ValueError: x
`);
});

test('the generator of an asynchronous manager waits as its task does', () => {
  expect(
    mainPrints(`
from contextlib import asynccontextmanager
@asynccontextmanager
async def slow():
    await asyncio.sleep(1)
    yield asyncio.get_running_loop().time()
    await asyncio.sleep(2)
async with slow() as begun:
    print(begun)
print(asyncio.get_running_loop().time())
`),
  ).toEqual(['1.0', '3.0']);
});
