import { expect, test } from 'vitest';
import { intOfOctets, octetsOfInt } from '../../../src/lang/bytes/octet-integers.ts';
import { expectRecorded } from '../modules/recorded.ts';

test('ints become octets and back, with and without a sign', () =>
  expectRecorded('octet-integers', '../bytes'));

test('the first bit is the sign, where there is one', () => {
  expect(octetsOfInt(-1, 3, true)).toBe('\xff\xff\xff');
  expect(intOfOctets('\x80', true)).toBe(-128);
  expect(intOfOctets('\x80', false)).toBe(128);
});
