import { expect, test } from 'vitest';
import type { Interpreter } from '../../../src/lang/interpreter.ts';
import { copyModule, deepCopy, shallowCopy } from '../../../src/lang/modules/copy.ts';
import { Tuple } from '../../../src/lang/values.ts';
import { printed } from '../../simulated.ts';
import { expectRecorded } from './recorded.ts';

test('copies are CPython’s, deep and shallow', () => expectRecorded('copy'));

test('a tuple of what cannot change is its own copy', () => {
  const tuple = new Tuple([1, 'a']);
  const run = { charge: () => {} } as Partial<Interpreter> as Interpreter;
  expect(shallowCopy(run, tuple)).toBe(tuple);
  expect(copyModule.attributes.size).toBe(3);
  expect(deepCopy.name).toBe('deepCopy');
});

test('a task is refused by name', () => {
  const text = `
import asyncio, copy
async def main():
    try:
        copy.copy(asyncio.current_task())
    except NotImplementedError as e:
        print(e)
asyncio.run(main())
`;
  expect(printed(text)).toBe("copying a 'Task' object is not supported\n");
});
