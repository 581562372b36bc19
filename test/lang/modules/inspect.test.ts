// Module inspect tells what something is; what it says of each kind is compared with CPython by the
// program test/conformance/tutorials/what_is_it.py. Here: its names, and what is refused.
import { expect, test } from 'vitest';
import { inspectModule } from '../../../src/lang/modules/inspect.ts';
import { printed, scenarioOf } from '../../simulated.ts';

test('it holds the questions that need neither source text nor frames', () => {
  const names =
    'isasyncgen isasyncgenfunction isawaitable isbuiltin isclass iscoroutine iscoroutinefunction ' +
    'isfunction isgenerator isgeneratorfunction ismethod ismodule';
  expect([...inspectModule.attributes.keys()].sort()).toEqual(names.split(' '));
});

test('a partial call of a method is seen through', () => {
  const text = `
import functools, inspect
class A:
    async def f(self): pass
print(inspect.iscoroutinefunction(functools.partial(functools.partial(A().f, 1), 2)))
print(inspect.isfunction(A.f), inspect.isfunction(A().f), inspect.ismethod(A().f))
`;
  expect(printed(text)).toBe('True\nTrue False True\n');
});

test('what reads source text is refused before the run', () => {
  expect(() => scenarioOf('import inspect\nprint(inspect.getsource(print))\n')).toThrow(
    "2: 'inspect.getsource' is not supported",
  );
});
