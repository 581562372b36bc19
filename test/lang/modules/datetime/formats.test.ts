import { expect, test } from 'vitest';
import { brokenTime } from '../../../../src/lang/modules/datetime/formats.ts';
import { expectRecorded } from '../recorded.ts';

test('strftime knows CPython’s directives', () => expectRecorded('formats', 'datetime'));

test('a moment taken apart knows its weekday and the day of its year', () => {
  const { weekday, yearday } = brokenTime([2024, 12, 31], [0, 0, 0, 0]);
  expect([weekday, yearday]).toEqual([1, 366]);
});
