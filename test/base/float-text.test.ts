// Layouts and roundings of hundreds of doubles are compared with CPython's in
// test/lang/recorded/numbers.json; here are the cases that have a name.

import { describe, expect, test } from 'vitest';
import {
  decompose,
  floatRepr,
  formatExponent,
  formatFixed,
  formatGeneral,
  powerOfTwo,
  roundHalfEven,
  shortestDigits,
  significantDigits,
} from '../../src/base/float-text.ts';
import { doubleOf, recorded } from '../lang/recorded/decode.ts';

interface Hex {
  readonly f: string;
}

describe('text of floats', () => {
  test('repr chooses the exponent as CPython does', () => {
    const shown = [5, 0.1, -0, 1e16, 9999999999999998, 1e-4, 1e-5, 1.5e-7, 1e22, 5e-324];
    expect(shown.map(floatRepr)).toEqual([
      '5.0',
      '0.1',
      '-0.0',
      '1e+16',
      '9999999999999998.0',
      '0.0001',
      '1e-05',
      '1.5e-07',
      '1e+22',
      '5e-324',
    ]);
    expect([Infinity, -Infinity, NaN].map(floatRepr)).toEqual(['inf', '-inf', 'nan']);
  });

  test('ties go to the even digit, everything else to the nearer', () => {
    expect([0.5, 1.5, 2.5, -2.5].map((x) => formatFixed(x, 0))).toEqual(['0', '2', '2', '-2']);
    expect(formatFixed(0.125, 2)).toBe('0.12');
    expect(formatFixed(2.675, 2)).toBe('2.67');
    expect(formatFixed(-0.001, 2)).toBe('-0.00');
    expect(formatExponent(2.5, 0)).toBe('2e+00');
    expect(formatExponent(9.5, 0)).toBe('1e+01');
  });

  test('digits beyond those of the double are zeros', () => {
    const text = formatFixed(0.1, 2000);
    expect(text.slice(0, 57)).toBe('0.1000000000000000055511151231257827021181583404541015625');
    expect(text.slice(57)).toBe('0'.repeat(2002 - 57));
    expect(formatGeneral(0.1, 5000)).toBe(text.slice(0, 57));
    expect(formatExponent(3, 1100)).toBe(`3.${'0'.repeat(1100)}e+00`);
    expect(formatFixed(1e22, 1)).toBe('10000000000000000000000.0');
  });

  test('the decimal exponent is that of the exact value', () => {
    // The double nearest to 1e23 lies below it, though it prints as 1e+23.
    expect(significantDigits(1e23, 17)).toEqual({ digits: '99999999999999992', exponent: 22 });
    expect(significantDigits(1e23, 3)).toEqual({ digits: '100', exponent: 23 });
    expect(shortestDigits(1e23)).toEqual({ digits: '1', exponent: 23 });
  });

  test('the general layout drops zeros unless told not to', () => {
    expect([100000, 1000000, 0.0001, 0.00001].map((x) => formatGeneral(x, 6))).toEqual([
      '100000',
      '1e+06',
      '0.0001',
      '1e-05',
    ]);
    expect(formatGeneral(1, 3, true)).toBe('1.00');
    expect(formatGeneral(3, 0, true)).toBe('3.');
    expect(formatGeneral(123, 3, false, 1)).toBe('1.23e+02');
  });

  test('round is correct to any number of digits', () => {
    expect([0.5, 1.5, 2.5].map((x) => roundHalfEven(x, 0))).toEqual([0, 2, 2]);
    expect([roundHalfEven(2.675, 2), roundHalfEven(1.005, 2)]).toEqual([2.67, 1]);
    expect([roundHalfEven(125, -1), roundHalfEven(-15, -1)]).toEqual([120, -20]);
    expect([roundHalfEven(1.5, 400), roundHalfEven(-1.5, -400)]).toEqual([1.5, -0]);
    expect(roundHalfEven(1.7976931348623157e308, -308)).toBe(Infinity);
  });

  test('parts and powers are exact', () => {
    expect(decompose(1)).toEqual({ mantissa: 1n << 52n, exponent: -52 });
    expect(decompose(5e-324)).toEqual({ mantissa: 1n, exponent: -1074 });
    expect([0, 10, -1074, -1022, 1023, 1024, -1075].map(powerOfTwo)).toEqual([
      1,
      1024,
      5e-324,
      2.2250738585072014e-308,
      8.98846567431158e307,
      Infinity,
      0,
    ]);
  });

  test('every recorded layout is CPython’s', () => {
    const rows = recorded('numbers').filter(([what]) => what === 'layout');
    expect(rows.length).toBeGreaterThan(300);
    for (const [, value, digits, wanted] of rows as [string, Hex, number, string[]][]) {
      const x = doubleOf(value.f);
      const shown = [
        floatRepr(x),
        formatFixed(x, digits),
        formatExponent(x, digits),
        formatGeneral(x, digits),
        formatGeneral(x, digits, true),
      ];
      expect([x, digits, ...shown]).toEqual([x, digits, ...wanted]);
    }
  });
});
