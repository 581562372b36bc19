import { expect, test } from 'vitest';
import { builtinClass, listClass, setClass } from '../../../src/lang/objects/classes.ts';
import { derive, derivedClass, overriding, shortName } from '../../../src/lang/objects/derived.ts';
import { PySet } from '../../../src/lang/objects/set.ts';
import { typeOf } from '../../../src/lang/objects/type-of.ts';
import { expectRecorded } from '../modules/recorded.ts';
import { plainInterpreter } from './plain-interpreter.ts';

test('classes derived from the built-in collections are CPython’s', () =>
  expectRecorded('derived'));

test('a derived value is the value itself, with a class of its own', () => {
  const tagsClass = builtinClass('Tags', [setClass], '__main__');
  const set = new PySet(plainInterpreter());
  expect(derivedClass(set)).toBe(null);
  expect(derive(set, tagsClass)).toBe(set);
  expect(set).toBeInstanceOf(PySet);
  expect(derivedClass(set)).toBe(tagsClass);
  expect(typeOf(set)).toBe(tagsClass);
  expect(shortName(set)).toBe('Tags');
});

test('a special method counts as overriding only where the program has written it', () => {
  const stackClass = builtinClass('Stack', [listClass], '__main__');
  const method = {};
  stackClass.attributes.set('__len__', method);
  const stack = derive([], stackClass);
  expect(overriding(stack, '__len__')).toBe(method);
  expect(overriding(stack, '__iter__')).toBe(undefined);
  expect(overriding([], '__len__')).toBe(undefined);
});
