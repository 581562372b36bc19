import { expect, test } from 'vitest';
import { floatParts } from '../../../src/lang/modules/math-parts.ts';
import { Float, Tuple } from '../../../src/lang/values.ts';
import { callMath, expectRecordedMath, mathError, real } from './call-math.ts';

test('neighbours of a double', () => {
  expect([real('ulp', 1), real('ulp', 0), real('nextafter', 1, 2)]).toEqual([
    2 ** -52,
    5e-324,
    1 + 2 ** -52,
  ]);
  expect([real('nextafter', 0, -1), real('nextafter', 5, 5)]).toEqual([-5e-324, 5]);
});

test('a double is a fraction times a power of two', () => {
  expect(callMath('frexp', 8)).toEqual(new Tuple([new Float(0.5), 4]));
  expect(callMath('frexp', new Float(5e-324))).toEqual(new Tuple([new Float(0.5), -1073]));
  expect(callMath('ldexp', 1, -1075)).toEqual(new Float(0));
  expect(mathError('ldexp', 1, 5000)).toEqual(['OverflowError', 'math range error']);
  expect(callMath('modf', new Float(-1.5))).toEqual(new Tuple([new Float(-0.5), new Float(-1)]));
});

test('every recorded call gives CPython’s answer', () => {
  expectRecordedMath(
    floatParts.map(({ name }) => name),
    true,
  );
});
