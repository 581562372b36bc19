import { expect, test } from 'vitest';
import {
  abstractAsyncManagerClass,
  abstractManagerClass,
  asyncDecoratorClass,
  awaitedWithin,
  calledWithin,
  coroutineOf,
  decorated,
  decoratorClass,
  hasMethods,
} from '../../../../src/lang/modules/contextlib/abstract.ts';
import { listClass } from '../../../../src/lang/objects/classes.ts';
import { mainPrints } from '../../../simulated.ts';

test('a class counts as a manager where it has both methods', () => {
  expect(hasMethods(abstractManagerClass, '__enter__', '__exit__')).toBe(true);
  expect(abstractManagerClass.accepts?.(listClass)).toBe(false);
  expect(abstractAsyncManagerClass.accepts?.(abstractAsyncManagerClass)).toBe(true);
});

test('a manager class becomes a decorator, for functions and for coroutine functions', () => {
  expect([decoratorClass.name, asyncDecoratorClass.name]).toEqual([
    'ContextDecorator',
    'AsyncContextDecorator',
  ]);
  expect([calledWithin, awaitedWithin, decorated, coroutineOf].map((each) => each.length)).toEqual([
    5, 5, 4, 2,
  ]);
  expect(
    mainPrints(`
from contextlib import AsyncContextDecorator
class Noted(AsyncContextDecorator):
    async def __aenter__(self):
        print('in')
    async def __aexit__(self, *exc):
        await asyncio.sleep(0)
        print('out', exc[0])
        return exc[0] is KeyError
@Noted()
async def work(error=None):
    if error:
        raise error
    return 1
print(await work(), await work(KeyError('x')))
try:
    await work(ValueError('y'))
except ValueError as error:
    print(repr(error), work.__name__)
`),
  ).toEqual([
    'in',
    'out None',
    'in',
    "out <class 'KeyError'>",
    '1 None',
    'in',
    "out <class 'ValueError'>",
    "ValueError('y') work",
  ]);
});
