import { expect, test } from 'vitest';
import { ctimeText } from '../../../../src/lang/modules/datetime/dates.ts';
import { expectRecorded } from '../recorded.ts';

test('dates are made, compared and moved as CPython’s are', () =>
  expectRecorded('dates', 'datetime'));

test('a date as the C library writes it', () => {
  expect(ctimeText([2023, 1, 2], [0, 0, 0, 0])).toBe('Mon Jan  2 00:00:00 2023');
});
