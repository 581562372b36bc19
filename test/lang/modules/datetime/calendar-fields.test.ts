import { expect, test } from 'vitest';
import {
  dateOfOrdinal,
  firstIsoMonday,
  isoCalendarOf,
  microsOf,
  ordinalOf,
  timeOfMicros,
} from '../../../../src/lang/modules/datetime/calendar-fields.ts';

test('days are counted from the first of January of the year 1', () => {
  expect(ordinalOf([1, 1, 1])).toBe(1);
  expect(ordinalOf([9999, 12, 31])).toBe(3_652_059);
  expect(dateOfOrdinal(738_838)).toEqual([2023, 11, 14]);
});

test('a day of ISO 8601 may belong to another year', () => {
  expect(isoCalendarOf(ordinalOf([2021, 1, 3]))).toEqual([2020, 53, 7]);
  expect(isoCalendarOf(ordinalOf([2024, 12, 30]))).toEqual([2025, 1, 1]);
  expect(dateOfOrdinal(firstIsoMonday(2020))).toEqual([2019, 12, 30]);
});

test('a time of day is so many microseconds from midnight', () => {
  expect(microsOf([1, 2, 3, 4])).toBe(3_723_000_004n);
  expect(timeOfMicros(3_723_000_004n)).toEqual([1, 2, 3, 4]);
});
