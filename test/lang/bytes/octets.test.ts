import { expect, test } from 'vitest';
import { Bytes, octetsOfText, textOfOctets } from '../../../src/lang/bytes/octets.ts';
import { expectRecorded } from '../modules/recorded.ts';

test('octets are compared, searched and shown as CPython does', () =>
  expectRecorded('octets', '../bytes'));

test('a text of any length is made of octets', () => {
  const octets = Array.from({ length: 10_000 }, (_, place) => place % 256);
  expect(octetsOfText(textOfOctets(octets))).toEqual(octets);
  expect(new Bytes('ab').octet(1)).toBe(98);
});
