import { expect, test } from 'vitest';
import { shownTime } from '../../../../src/lang/modules/datetime/times.ts';
import { expectRecorded } from '../recorded.ts';

test('times of day are made, compared and shown as CPython’s are', () =>
  expectRecorded('times', 'datetime'));

test('a repr leaves zeros at the end out, but for the minute', () => {
  expect(shownTime([5, 0, 0, 0])).toEqual(['5', '0']);
  expect(shownTime([5, 0, 0, 7])).toEqual(['5', '0', '0', '7']);
});
