import { describe, expect, test } from 'vitest';
import { mathModule } from '../../../src/lang/modules/math.ts';
import { Float } from '../../../src/lang/values.ts';
import { callMath, expectRecordedMath, mathError, real } from './call-math.ts';

const float = (value: number) => new Float(value);

describe('module math', () => {
  test('its constants are there', () => {
    const names = ['pi', 'e', 'tau', 'inf', 'nan'];
    expect(names.map((name) => mathModule.attributes.get(name))).toEqual(
      [Math.PI, Math.E, 2 * Math.PI, Infinity, NaN].map(float),
    );
  });

  test('an argument outside of the domain is named', () => {
    expect(mathError('sqrt', -1)).toEqual(['ValueError', 'expected a nonnegative input, got -1.0']);
    expect(mathError('log', 0)).toEqual(['ValueError', 'expected a positive input']);
    expect(mathError('log', float(-5.5))).toEqual([
      'ValueError',
      'expected a positive input, got -5.5',
    ]);
    expect(mathError('log1p', -1)).toEqual([
      'ValueError',
      'expected argument value > -1, got -1.0',
    ]);
    expect(mathError('acos', float(1.5))).toEqual([
      'ValueError',
      'expected a number in range from -1 up to 1, got 1.5',
    ]);
    expect(mathError('sin', float(Infinity))).toEqual([
      'ValueError',
      'expected a finite input, got inf',
    ]);
    expect(mathError('pow', 0, -1)).toEqual(['ValueError', 'math domain error']);
    expect(mathError('fmod', 5, 0)).toEqual(['ValueError', 'math domain error']);
  });

  test('a result beyond the doubles overflows', () => {
    for (const call of [
      ['exp', 1000],
      ['pow', 10, 400],
      ['cosh', 1000],
      ['exp2', 2000],
    ] as const) {
      expect(mathError(call[0], ...call.slice(1))).toEqual(['OverflowError', 'math range error']);
    }
    expect([real('exp', -1000), real('exp', Infinity), real('degrees', 1e308)]).toEqual([
      0,
      Infinity,
      Infinity,
    ]);
  });

  test('logarithms take ints of any size', () => {
    expect(callMath('log', 10n ** 400n)).toEqual(float(921.0340371976182));
    expect(callMath('log2', 2n ** 2000n)).toEqual(float(2000));
    expect(callMath('log10', 10n ** 400n)).toEqual(float(400));
    expect(callMath('log', 8, 2)).toEqual(float(3));
    expect(mathError('log', 10, 1)).toEqual(['ZeroDivisionError', 'division by zero']);
  });

  test('floor and ceil give ints', () => {
    expect([callMath('floor', float(-1.5)), callMath('ceil', float(-0.5))]).toEqual([-2, 0]);
    expect(callMath('floor', float(1e20))).toBe(10n ** 20n);
    expect(mathError('trunc', 'a')).toEqual([
      'TypeError',
      "type str doesn't define __trunc__ method",
    ]);
    expect(mathError('floor', float(NaN))).toEqual([
      'ValueError',
      'cannot convert float NaN to integer',
    ]);
  });

  test('isclose compares with the larger', () => {
    expect(callMath('isclose', 1, float(1 + 1e-10))).toBe(true);
    expect(callMath('isclose', float(0), float(1e-12))).toBe(false);
    expect(callMath('isclose', float(Infinity), float(Infinity))).toBe(true);
  });

  test('every recorded call gives CPython’s answer', () => {
    const exact = ['sqrt', 'fabs', 'degrees', 'radians', 'fmod', 'remainder', 'copysign'];
    expectRecordedMath([...exact, 'floor', 'ceil', 'trunc', 'isnan', 'isinf', 'isfinite'], true);
    expectRecordedMath(['isclose', 'floor'], true);
    const rounded = ['exp', 'exp2', 'expm1', 'log', 'log1p', 'log2', 'log10', 'pow', 'cbrt'];
    expectRecordedMath(rounded, false);
    const angles = ['sin', 'cos', 'tan', 'asin', 'acos', 'atan', 'atan2', 'sinh', 'cosh', 'tanh'];
    expectRecordedMath(angles, false);
  });
});
