import { expect, test } from 'vitest';
import { cleanDoc, inspectModule, isCoroutineFunction } from '../../../src/lang/modules/inspect.ts';
import { printed, scenarioOf } from '../../simulated.ts';
import { expectRecorded } from './recorded.ts';

test('what is a coroutine function, and what can be awaited, is as in CPython', () =>
  expectRecorded('inspect'));

test('a docstring loses the margin of its later lines', () => {
  expect(cleanDoc('  a\n\n    b\n      c\n  ')).toBe('a\n\nb\n  c');
});

test('signatures are not there', () => {
  expect(inspectModule.attributes.has('signature')).toBe(false);
  expect(isCoroutineFunction(3)).toBe(false);
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
