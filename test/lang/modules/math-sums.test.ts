import { expect, test } from 'vitest';
import { sumFunctions } from '../../../src/lang/modules/math-sums.ts';
import { Float } from '../../../src/lang/values.ts';
import { callMath, expectRecordedMath, mathError } from './call-math.ts';

const floats = (...values: number[]) => values.map((value) => new Float(value));

test('fsum rounds once', () => {
  expect(callMath('fsum', floats(...Array<number>(10).fill(0.1)))).toEqual(new Float(1));
  expect(callMath('fsum', floats(1e16, 1, 1e-16))).toEqual(new Float(1e16 + 2));
  expect(callMath('fsum', floats(1e308, -1e308, 5))).toEqual(new Float(5));
  expect(mathError('fsum', floats(1e308, 1e308))).toEqual([
    'OverflowError',
    'intermediate overflow in fsum',
  ]);
  expect(mathError('fsum', floats(Infinity, -Infinity))).toEqual([
    'ValueError',
    '-inf + inf in fsum',
  ]);
});

test('prod multiplies as the program would', () => {
  expect([callMath('prod', [2, 3]), callMath('prod', []), callMath('prod', ['a'])]).toEqual([
    6,
    1,
    'a',
  ]);
});

test('distances are exact where they can be', () => {
  expect([callMath('hypot', 3, 4), callMath('dist', [1, 2], [4, 6])]).toEqual(floats(5, 5));
  expect(mathError('dist', [1], [1, 2])).toEqual([
    'ValueError',
    'both points must have the same number of dimensions',
  ]);
});

test('every recorded call gives CPython’s answer', () => {
  expectRecordedMath(
    sumFunctions.map(({ name }) => name),
    true,
  );
});
