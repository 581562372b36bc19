import { expect, test } from 'vitest';
import {
  floatDivide,
  floatFloorDivide,
  floatModulo,
  floatPower,
} from '../../../src/lang/objects/float-math.ts';
import { plainInterpreter, shown } from './plain-interpreter.ts';

const run = plainInterpreter();

test('floor division and modulo have the sign of the divisor', () => {
  expect(floatFloorDivide(-7.5, 2)).toBe(-4);
  expect(floatModulo(-7.5, 2)).toBe(0.5);
  expect(floatModulo(7.5, -2)).toBe(-0.5);
  expect(floatModulo(5, Infinity)).toBe(5);
  expect(floatModulo(-5, Infinity)).toBe(Infinity);
  expect(floatFloorDivide(Infinity, 1)).toBeNaN();
});

test('a zero keeps the sign that CPython gives it', () => {
  expect(floatModulo(4, -2)).toBe(-0);
  expect(floatFloorDivide(0, -3)).toBe(-0);
  expect(floatFloorDivide(1, 3)).toBe(0);
});

test('division by zero raises', () => {
  for (const divide of [floatDivide, floatFloorDivide, floatModulo]) {
    expect(shown(run, () => divide(1, 0))).toBe('ZeroDivisionError: division by zero');
  }
});

test('powers raise where there is no result', () => {
  expect(shown(run, () => floatPower(0, -1))).toBe('ZeroDivisionError: zero to a negative power');
  expect(shown(run, () => floatPower(10, 400))).toBe(
    "OverflowError: (34, 'Numerical result out of range')",
  );
  expect(floatPower(0, -Infinity)).toBe(Infinity);
  expect(floatPower(-Infinity, 0.5)).toBe(Infinity);
  expect(floatPower(2, -1080)).toBe(0);
});
