import { expect, test } from 'vitest';
import { isCallable } from '../../../src/lang/objects/callable.ts';
import { intClass } from '../../../src/lang/objects/classes.ts';
import { BoundMethod, Builtin, Instance } from '../../../src/lang/values.ts';
import { programClass } from './plain-interpreter.ts';

test('functions, methods, classes and objects with __call__ can be called', () => {
  const builtin = new Builtin('f()', () => null);
  const caller = programClass('A', { __call__: () => null });
  for (const value of [builtin, new BoundMethod(1, builtin), intClass, new Instance(caller)]) {
    expect(isCallable(value)).toBe(true);
  }
});

test('nothing else can', () => {
  const plain = programClass('A', {});
  for (const value of [5, 'a', null, [], new Instance(plain)])
    expect(isCallable(value)).toBe(false);
});
