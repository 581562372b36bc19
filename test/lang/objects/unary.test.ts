import { expect, test } from 'vitest';
import { absolute, invert, negative, not, positive } from '../../../src/lang/objects/unary.ts';
import { Float, Instance } from '../../../src/lang/values.ts';
import { plainInterpreter, programClass, shown } from './plain-interpreter.ts';

const run = plainInterpreter();

test('numbers of all kinds', () => {
  expect(Object.is(negative(run, 0), 0)).toBe(true);
  expect(shown(run, () => negative(run, new Float(0)))).toBe('-0.0');
  expect([negative(run, true), positive(run, true), invert(run, true)]).toEqual([-1, 1, -2]);
  expect(invert(run, 2n ** 70n)).toBe(-(2n ** 70n) - 1n);
  expect(invert(run, Number.MAX_SAFE_INTEGER)).toBe(-(2n ** 53n));
  expect(absolute(run, -(2n ** 70n))).toBe(2n ** 70n);
  expect(not(run, [])).toBe(true);
});

test('other values say so', () => {
  expect(shown(run, () => negative(run, 'a'))).toBe(
    "TypeError: bad operand type for unary -: 'str'",
  );
  expect(shown(run, () => invert(run, new Float(1)))).toBe(
    "TypeError: bad operand type for unary ~: 'float'",
  );
  expect(shown(run, () => absolute(run, null))).toBe(
    "TypeError: bad operand type for abs(): 'NoneType'",
  );
});

test('methods of the program', () => {
  const cls = programClass('A', { __neg__: () => 'neg', __abs__: () => 'abs' });
  expect(negative(run, new Instance(cls))).toBe('neg');
  expect(absolute(run, new Instance(cls))).toBe('abs');
  expect(shown(run, () => positive(run, new Instance(cls)))).toBe(
    "TypeError: bad operand type for unary +: 'A'",
  );
});
