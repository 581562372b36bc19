import { expect, test } from 'vitest';
import '../../../src/lang/objects/container-methods.ts';
import { Dict } from '../../../src/lang/objects/dict.ts';
import { Float } from '../../../src/lang/values.ts';
import { call, method, plainInterpreter, shown } from './plain-interpreter.ts';

const run = plainInterpreter();

test('special methods can be called by name', () => {
  expect(shown(run, () => method(run, [1, 2], '__len__'))).toBe('2');
  expect(shown(run, () => method(run, 'abc', '__contains__', ['b']))).toBe('True');
  expect(shown(run, () => method(run, new Dict(run, [['a', 1]]), '__getitem__', ['a']))).toBe('1');
  expect(shown(run, () => method(run, 'a', '__repr__'))).toBe(`"'a'"`);
  expect(shown(run, () => method(run, 'a', '__str__'))).toBe("'a'");
});

test('an operand of another kind gives NotImplemented', () => {
  expect(shown(run, () => method(run, 5, '__eq__', [new Float(5)]))).toBe('NotImplemented');
  expect(shown(run, () => method(run, new Float(5), '__eq__', [5]))).toBe('True');
  expect(shown(run, () => method(run, [1], '__eq__', [5]))).toBe('NotImplemented');
  expect(shown(run, () => method(run, [1], '__lt__', [[2]]))).toBe('True');
});

test('what can be iterated has __iter__, what can be called has __call__', () => {
  const has = (value: unknown, name: string): unknown => call(run, 'hasattr', [value, name]);
  expect([has([], '__iter__'), has(5, '__iter__'), has(5, '__call__')]).toEqual([
    true,
    false,
    false,
  ]);
  expect(has(call(run, 'getattr', [[], 'append']), '__call__')).toBe(true);
});
