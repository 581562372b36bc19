// Specs as wholes are in format-spec.test.ts; here is how a number is laid out. Expected: CPython
// 3.14.

import { describe, expect, test } from 'vitest';
import { formatFloat, formatInt } from '../../../src/lang/text/format-number.ts';
import { parseFormatSpec } from '../../../src/lang/text/format-spec.ts';

const int = (value: number | bigint, spec: string) =>
  formatInt(value, parseFormatSpec(spec, 'int', 'd', '>'));
const float = (value: number, spec: string) =>
  formatFloat(value, parseFormatSpec(spec, 'float', '', '>'));

describe('numbers laid out', () => {
  test('zeros that pad are grouped with the digits', () => {
    expect([int(1234, '010,'), int(1234, '09,'), int(1234, '08,'), int(1234, '0<10,')]).toEqual([
      '00,001,234',
      '0,001,234',
      '0,001,234',
      '1,23400000',
    ]);
    expect(int(0xabcdef, '#014_x')).toBe('0x00_00ab_cdef');
  });

  test('sign and prefix stand before the padding with =', () => {
    expect([int(-5, '=5'), int(5, '*=+5'), int(-255, '#08b')]).toEqual([
      '-   5',
      '+***5',
      '-0b11111111',
    ]);
  });

  test('an int may be a character', () => {
    expect([int(65, 'c'), int(0x1f600, '3c')]).toEqual(['A', '  😀']);
  });

  test('without a type a float keeps a point', () => {
    expect([float(5, ''), float(5, '.3'), float(1e16, ''), float(123, '.2')]).toEqual([
      '5.0',
      '5.0',
      '1e+16',
      '1.2e+02',
    ]);
    expect([float(1e16, '#'), float(3, '#.0f'), float(3, '#.3g')]).toEqual([
      '1.e+16',
      '3.',
      '3.00',
    ]);
  });

  test('z takes the sign from what rounds to zero', () => {
    expect([float(-0.001, 'z.1f'), float(-0.001, '.1f'), float(-1, 'z.1f')]).toEqual([
      '0.0',
      '-0.0',
      '-1.0',
    ]);
  });

  test('the fraction may be grouped too', () => {
    expect([float(1234.56789, ',.5_f'), float(0.1234567, '.7_f')]).toEqual([
      '1,234.567_89',
      '0.123_456_7',
    ]);
  });

  test('infinity is padded but not grouped', () => {
    expect([float(Infinity, '08,'), float(-Infinity, 'F'), float(NaN, '6')]).toEqual([
      '00000inf',
      '-INF',
      '   nan',
    ]);
  });
});
