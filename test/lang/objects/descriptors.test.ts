import { expect, test } from 'vitest';
import { builtinClass } from '../../../src/lang/objects/classes.ts';
import {
  bindAttribute,
  ClassMethod,
  defineGetters,
  Getter,
  isDataDescriptor,
  isMethod,
  Property,
  StaticMethod,
} from '../../../src/lang/objects/descriptors.ts';
import { LibraryFunction } from '../../../src/lang/objects/signature.ts';
import { typeOf } from '../../../src/lang/objects/type-of.ts';
import { BoundMethod, Builtin, Instance } from '../../../src/lang/values.ts';
import { plainInterpreter, programClass, shown } from './plain-interpreter.ts';

const run = plainInterpreter();

const method = new Builtin('m(self)', (_run, self: unknown) => self);

test('a built-in binds where its first parameter is self', () => {
  expect(isMethod(method)).toBe(true);
  expect(isMethod(new Builtin('f(selfish)', () => null))).toBe(false);
  expect(isMethod(5)).toBe(false);
});

test('data descriptors are properties and getters, and objects with __set__', () => {
  expect(isDataDescriptor(new Property(null, null, null, null))).toBe(true);
  expect(isDataDescriptor(new Getter('x', () => 1))).toBe(true);
  expect(isDataDescriptor(new ClassMethod(method))).toBe(false);
  const setter = programClass('Setter', { __set__: () => null });
  expect(isDataDescriptor(new Instance(setter))).toBe(true);
});

test('objects of the program with __get__ are asked', () => {
  const cls = programClass('D', { __get__: (_run, _self, object: unknown) => ['got', object] });
  const owner = builtinClass('owner');
  expect(bindAttribute(run, new Instance(cls), 5, owner)).toEqual(['got', 5]);
  expect(bindAttribute(run, new Instance(cls), undefined, owner)).toEqual(['got', null]);
});

test('static methods give what they wrap', () => {
  expect(new StaticMethod(method).get()).toBe(method);
});

test('a getter without a writer is not writable', () => {
  const cls = builtinClass('thing');
  defineGetters(cls, [new Getter('x', () => 7)]);
  const getter = cls.lookup('x') as Getter;
  expect(getter.get(run, {})).toBe(7);
  expect(shown(run, () => getter.set(run, {}, 1, 'x'))).toBe(
    "AttributeError: attribute 'x' of 'thing' objects is not writable",
  );
});

test('functions have the classes that CPython gives them', () => {
  const owned = new Builtin('o(self)', () => null);
  owned.owner = builtinClass('thing');
  const names = [method, owned, new BoundMethod(1, owned), new LibraryFunction('f()', () => null)];
  expect(names.map((value) => typeOf(value).name)).toEqual([
    'builtin_function_or_method',
    'method_descriptor',
    'builtin_function_or_method',
    'function',
  ]);
});
