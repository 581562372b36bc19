import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { formatSeconds, secondsText } from '../../src/report/seconds.ts';

describe('seconds in text', () => {
  test.each([
    [0, '0'],
    [-0, '0'],
    [1, '1'],
    [10, '10'],
    [3600, '3600'],
    [0.5, '0.5'],
    [0.1 + 0.2, '0.3'],
    [0.000001, '0.000001'],
    [1e-9, '0.000000001'],
    [1e-12, '1e-12'],
    [1.0000000001, '1'],
    [123456789.25, '123456789.25'],
    [1e21, '1e+21'],
    [Number.POSITIVE_INFINITY, 'Infinity'],
    [Number.NaN, 'NaN'],
  ])('%d is %s', (seconds, text) => {
    expect(secondsText(seconds)).toBe(text);
  });

  test.prop([fc.integer({ min: 0, max: 1e12 }), fc.integer({ min: 0, max: 9 })])(
    'are the decimal that was meant',
    (digits, places) => {
      const seconds = digits / Number(`1e${places}`);
      expect(Number(secondsText(seconds))).toBeCloseTo(seconds, 9);
      expect(secondsText(seconds)).not.toMatch(/\.\d*0$|\.$/);
    },
  );

  test('have a unit', () => {
    expect(formatSeconds(1.5)).toBe('1.5 s');
  });
});
