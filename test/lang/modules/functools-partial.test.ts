// functools.partial: arguments in their places, and calls that may do what any call may.
import { expect, test } from 'vitest';
import {
  Partial,
  partial,
  partialClass,
  placeholder,
} from '../../../src/lang/modules/functools-partial.ts';
import { listClass } from '../../../src/lang/objects/classes.ts';
import { linesOf } from './functional-snippets.ts';

test('free places are filled in order, by a call or by another partial', () => {
  const first = partial([listClass, placeholder, 2, placeholder, 4], null);
  expect(first.forward([1, 3, 5], null).args).toEqual([1, 2, 3, 4, 5]);
  const second = partial([first, 1], new Map([['key', 6]]));
  expect(second.callee).toBe(listClass);
  expect(second.args).toEqual([1, 2, placeholder, 4]);
  expect(second.forward([3], null)).toEqual({
    callee: listClass,
    args: [1, 2, 3, 4],
    keywords: new Map([['key', 6]]),
  });
});

test('a partial with attributes of its own is called, not taken over', () => {
  const first = new Partial(listClass, [1], new Map());
  first.attributes.set('name', 'first');
  expect(partial([first, 2], null).callee).toBe(first);
  expect(partialClass.isFinal).toBe(true);
});

test('a thread blocks inside of a partial', () => {
  const text = `
import asyncio, functools, time
def work(seconds, *, name):
    time.sleep(seconds)
    return name
async def main():
    loop = asyncio.get_running_loop()
    calls = [functools.partial(work, each, name=str(each)) for each in (1, 2)]
    print(await asyncio.gather(*(loop.run_in_executor(None, call) for call in calls)))
    print(loop.time())
asyncio.run(main())
`;
  expect(linesOf(text)).toEqual(["['1', '2']", '2.0']);
});

test('a partial runs a loop from the module', () => {
  const text = `
import asyncio, functools
async def main(x):
    await asyncio.sleep(1)
    return x
print(functools.partial(asyncio.run, main(5))())
`;
  expect(linesOf(text)).toEqual(['5']);
});
