import { expect, test } from 'vitest';
import { dateText } from '../../../../src/lang/modules/datetime/iso-texts.ts';
import { expectRecorded } from '../recorded.ts';

test('ISO 8601 is written and read as in CPython', () => expectRecorded('iso-texts', 'datetime'));

test('a year has four digits', () => {
  expect(dateText([33, 4, 3])).toBe('0033-04-03');
});
