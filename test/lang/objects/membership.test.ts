import { expect, test } from 'vitest';
import { intClass } from '../../../src/lang/objects/classes.ts';
import { Dict } from '../../../src/lang/objects/dict.ts';
import { contains, length } from '../../../src/lang/objects/membership.ts';
import { PySet } from '../../../src/lang/objects/set.ts';
import { Float, Instance, Range, Tuple } from '../../../src/lang/values.ts';
import { method, plainInterpreter, programClass, shown } from './plain-interpreter.ts';

const run = plainInterpreter();

const isIn = (value: unknown, container: unknown): string =>
  shown(run, () => contains(run, container, value));

test('sequences are searched by equality', () => {
  expect(isIn(new Float(1), [1])).toBe('True');
  expect(isIn('b', new Tuple(['a']))).toBe('False');
  expect(isIn('bc', 'abc')).toBe('True');
  expect(isIn(new Float(4), new Range(0, 10, 2))).toBe('True');
  expect(isIn(5, new Range(0, 10, 2))).toBe('False');
  expect(isIn('a', new Range(0, 10, 2))).toBe('False');
});

test('a set is found in a set of frozensets', () => {
  const sets = new PySet(run, [new PySet(run, [1], true)]);
  expect(isIn(new PySet(run, [1]), sets)).toBe('True');
});

test('objects of the program answer by __contains__ or by iterating', () => {
  const cls = programClass('Evens', { __contains__: (_run, _self, n: number) => (n % 2 ? 0 : 1) });
  expect(isIn(4, new Instance(cls))).toBe('True');
  const listed = programClass('Listed', { __iter__: () => method(run, [1, 2], '__iter__') });
  expect(isIn(2, new Instance(listed))).toBe('True');
});

test('what is no container says so', () => {
  expect(isIn(1, 5)).toBe("TypeError: argument of type 'int' is not a container or iterable");
  expect(isIn(1, intClass)).toBe(
    "TypeError: argument of type 'type' is not a container or iterable",
  );
  expect(isIn(1, 'abc')).toBe("TypeError: 'in <string>' requires string as left operand, not int");
  expect(isIn([], new Dict(run))).toBe(
    "TypeError: cannot use 'list' as a dict key (unhashable type: 'list')",
  );
});

test('lengths count code points, items and entries', () => {
  expect(length(run, 'a𝄞')).toBe(2);
  expect(length(run, new Range(0, 10, 3))).toBe(4);
  expect(length(run, new Dict(run, [[1, 2]]))).toBe(1);
  expect(shown(run, () => length(run, 5))).toBe("TypeError: object of type 'int' has no len()");
  const negative = new Instance(programClass('A', { __len__: () => -1 }));
  expect(shown(run, () => length(run, negative))).toBe('ValueError: __len__() should return >= 0');
});
