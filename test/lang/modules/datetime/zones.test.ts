import { expect, test } from 'vitest';
import { offsetText, utc } from '../../../../src/lang/modules/datetime/zones.ts';
import { expectRecorded } from '../recorded.ts';

test('zones with a fixed offset have CPython’s names', () => expectRecorded('zones', 'datetime'));

test('an offset is written with or without colons', () => {
  expect(offsetText(utc.offset)).toBe('+00:00');
  expect(offsetText(utc.offset, '')).toBe('+0000');
});
