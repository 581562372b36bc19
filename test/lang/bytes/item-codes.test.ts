import { expect, test } from 'vitest';
import { itemCodeOf, octetsOfFloat, turned } from '../../../src/lang/bytes/item-codes.ts';
import { expectRecorded } from '../modules/recorded.ts';

test('numbers lie in octets as IEEE 754 and two’s complement say', () =>
  expectRecorded('item-codes', '../bytes'));

test('a half is rounded to the nearest, the even one of two', () => {
  expect(octetsOfFloat(1, 2)).toBe('\x3c\0');
  expect(octetsOfFloat(65504, 2)).toBe('\x7b\xff');
  expect(octetsOfFloat(65520, 2)).toBeNull();
  expect(turned('ab')).toBe('ba');
  expect(itemCodeOf('l')?.nativeSize).toBe(8);
});
