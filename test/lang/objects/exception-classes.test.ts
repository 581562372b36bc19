import { expect, test } from 'vitest';
import {
  CancelledError,
  PyTypeError,
  TimeoutError,
  ValueError,
} from '../../../src/asyncio/exceptions.ts';
import {
  baseExceptionGroupClass,
  constructorOf,
  exceptionClass,
  exceptionClasses,
  exceptionClassOf,
  exceptionGroupClass,
} from '../../../src/lang/objects/exception-classes.ts';
import { programClass } from './plain-interpreter.ts';

const bases = (cls: { mro: readonly { name: string }[] }): string[] => cls.mro.map((c) => c.name);

test('the hierarchy is that of CPython', () => {
  expect(bases(exceptionClassOf(TimeoutError))).toEqual([
    'TimeoutError',
    'OSError',
    'Exception',
    'BaseException',
    'object',
  ]);
  expect(bases(exceptionClassOf(CancelledError))).toEqual([
    'CancelledError',
    'BaseException',
    'object',
  ]);
  expect(bases(exceptionGroupClass)).toEqual([
    'ExceptionGroup',
    'BaseExceptionGroup',
    'Exception',
    'BaseException',
    'object',
  ]);
});

test('asyncio exceptions are named with their module', () => {
  expect(exceptionClassOf(CancelledError).module).toBe('asyncio.exceptions');
  expect(exceptionClassOf(ValueError).module).toBe('builtins');
});

test('a class finds its constructor again, one of the program that of its parent', () => {
  for (const [jsClass, cls] of exceptionClasses) expect(constructorOf(cls)).toBe(jsClass);
  const own = programClass('MyError', {}, [exceptionClassOf(PyTypeError)]);
  expect(constructorOf(own)).toBe(PyTypeError);
  expect(constructorOf(programClass('A', {}))).toBe(null);
  expect(exceptionClass.name).toBe('Exception');
  expect(baseExceptionGroupClass.bases.map(({ name }) => name)).toEqual(['BaseException']);
});
