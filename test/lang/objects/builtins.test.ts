import { expect, test } from 'vitest';
import { builtins, isBuiltinClass } from '../../../src/lang/objects/builtins.ts';
import { exceptionClass } from '../../../src/lang/objects/exception-classes.ts';

test('the names of functions, classes and exceptions are there', () => {
  for (const name of ['print', 'log', 'len', 'int', 'ValueError', 'ExceptionGroup', 'property']) {
    expect(builtins.has(name)).toBe(true);
  }
  expect(builtins.get('Exception')).toBe(exceptionClass);
  expect(builtins.get('IOError')).toBe(builtins.get('OSError'));
});

test('what belongs to asyncio is not among them', () => {
  expect(builtins.has('CancelledError')).toBe(false);
  expect(builtins.has('QueueFull')).toBe(false);
  expect(builtins.has('TimeoutError')).toBe(true);
});

test('classes are told from functions', () => {
  expect(isBuiltinClass('list')).toBe(true);
  expect(isBuiltinClass('len')).toBe(false);
  expect(isBuiltinClass('NotImplemented')).toBe(false);
});
