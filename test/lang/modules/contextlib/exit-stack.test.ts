import { expect, test } from 'vitest';
import {
  asyncExitStackClass,
  exitStackClass,
} from '../../../../src/lang/modules/contextlib/exit-stack.ts';
import { printed } from '../../../simulated.ts';

function methods(cls: { readonly attributes: ReadonlyMap<string, unknown> }): string[] {
  return [...cls.attributes.keys()].filter((name) => !name.startsWith('__'));
}

test('the stacks have the methods of the documentation', () => {
  const shared = ['pop_all', 'push', 'enter_context', 'callback'];
  expect(methods(exitStackClass)).toEqual([...shared, 'close']);
  expect(methods(asyncExitStackClass)).toEqual([
    ...shared,
    'enter_async_context',
    'push_async_exit',
    'push_async_callback',
    'aclose',
  ]);
});

test('callbacks run in reverse order, also when the stack is closed by hand', () => {
  const text = `
from contextlib import ExitStack
stack = ExitStack()
for i in range(3):
    stack.callback(print, i)
stack.close()
`;
  expect(printed(text)).toBe('2\n1\n0\n');
});
