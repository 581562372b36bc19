import { expect, test } from 'vitest';
import { floatFromHex, hexOfFloat } from '../../../src/lang/objects/hex-floats.ts';
import { plainInterpreter, shown } from './plain-interpreter.ts';

const run = plainInterpreter();

// What CPython 3.14 gives for the same values.
test.each([
  [2.675, '0x1.5666666666666p+1'],
  [0, '0x0.0p+0'],
  [-0, '-0x0.0p+0'],
  [1, '0x1.0000000000000p+0'],
  [5e-324, '0x0.0000000000001p-1022'],
  [1e308, '0x1.1ccf385ebc8a0p+1023'],
  [Infinity, 'inf'],
  [Number.NaN, 'nan'],
])('%d is %s, and back', (value, text) => {
  expect(hexOfFloat(value)).toBe(text);
  expect(floatFromHex(text)).toBe(value);
});

test.each([
  ['0x1.8p1', 3],
  [' -1.8P-1 ', -0.75],
  ['0x.8', 0.5],
  ['0x1.fffffffffffff8p0', 2],
  ['1p-1075', 0],
  ['0x1.8p-1075', 5e-324],
  ['ff.8', 255.5],
  ['0x0p99999999999', 0],
])('the text %s is %d', (text, value) => {
  expect(floatFromHex(text)).toBe(value);
});

test('other texts and values beyond the largest float are refused', () => {
  const refusal = (text: unknown): string => shown(run, () => floatFromHex(text));
  for (const text of ['', '0x', 'zz', '1p', '.']) {
    expect(refusal(text)).toBe('ValueError: invalid hexadecimal floating-point string');
  }
  for (const text of ['0x1p1024', '0x1.fffffffffffff8p1023', '0x1p99999999999']) {
    expect(refusal(text)).toBe(
      'OverflowError: hexadecimal value too large to represent as a float',
    );
  }
  expect(refusal(5)).toBe('TypeError: bad argument type for built-in operation');
});
