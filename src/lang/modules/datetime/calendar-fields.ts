// The numbers that dates and times are made of: their ranges, and days counted from 0001-01-01 as
// ordinals. Source: CPython 3.14 Modules/_datetimemodule.c (check_date_args, check_time_args,
// ymd_to_ord), whose messages these are.

import { ValueError } from '../../../asyncio/exceptions.ts';
import type { Interpreter } from '../../interpreter.ts';
import { toIndex } from '../../objects/index-of.ts';
import { breakDown, daysFromDate } from '../calendar-time.ts';

export const MIN_YEAR = 1;
export const MAX_YEAR = 9999;
/** The ordinal of 1970-01-01. */
const EPOCH_ORDINAL = 719_163;
export const LAST_ORDINAL = 3_652_059;

/** Year, month and day. */
export type DateFields = readonly [year: number, month: number, day: number];

/** Hour, minute, second and microsecond. */
export type TimeFields = readonly [hour: number, minute: number, second: number, micro: number];

/** Arguments as ints; throws TypeError. */
export function integers(run: Interpreter, values: readonly unknown[]): number[] {
  return values.map((value) => Number(toIndex(run, value)));
}

function checkRange(name: string, value: number, least: number, most: number): void {
  if (value >= least && value <= most) return;
  throw new ValueError(`${name} must be in ${least}..${most}, not ${value}`);
}

function daysInMonth(year: number, month: number): number {
  return daysFromDate(year, month + 1, 1) - daysFromDate(year, month, 1);
}

/** A date that exists. Throws ValueError. */
export function checkDate([year, month, day]: DateFields): DateFields {
  checkRange('year', year, MIN_YEAR, MAX_YEAR);
  checkRange('month', month, 1, 12);
  const most = daysInMonth(year, month);
  if (day < 1 || day > most) {
    throw new ValueError(
      `day ${day} must be in range 1..${most} for month ${month} in year ${year}`,
    );
  }
  return [year, month, day];
}

/** A time of day. Throws ValueError. */
export function checkTime([hour, minute, second, micro]: TimeFields, fold: number): TimeFields {
  checkRange('hour', hour, 0, 23);
  checkRange('minute', minute, 0, 59);
  checkRange('second', second, 0, 59);
  checkRange('microsecond', micro, 0, 999_999);
  if (fold !== 0 && fold !== 1) throw new ValueError(`fold must be either 0 or 1, not ${fold}`);
  return [hour, minute, second, micro];
}

/** The number of a day, 1 for 0001-01-01. */
export function ordinalOf([year, month, day]: DateFields): number {
  return daysFromDate(year, month, day) + EPOCH_ORDINAL;
}

export function dateOfOrdinal(ordinal: number): DateFields {
  const { year, month, day } = breakDown((ordinal - EPOCH_ORDINAL) * 86_400);
  return [year, month, day];
}

/** Microseconds from midnight. */
export function microsOf([hour, minute, second, micro]: TimeFields): bigint {
  return BigInt((hour * 3600 + minute * 60 + second) * 1_000_000 + micro);
}

export function timeOfMicros(micros: bigint): TimeFields {
  const seconds = Number(micros / 1_000_000n);
  const minutes = Math.floor(seconds / 60);
  return [Math.floor(minutes / 60), minutes % 60, seconds % 60, Number(micros % 1_000_000n)];
}

/** Monday is 1, Sunday 7. */
export function isoWeekday(ordinal: number): number {
  return ((ordinal + 6) % 7) + 1;
}

/** The ordinal of the Monday with which a year of ISO 8601 begins. */
export function firstIsoMonday(year: number): number {
  const first = ordinalOf([year, 1, 1]);
  const weekday = (first + 6) % 7;
  return weekday > 3 ? first - weekday + 7 : first - weekday;
}

/** Year, week and weekday of ISO 8601. */
export function isoCalendarOf(ordinal: number): DateFields {
  const [calendarYear] = dateOfOrdinal(ordinal);
  const year = [calendarYear + 1, calendarYear, calendarYear - 1].find(
    (each) => firstIsoMonday(each) <= ordinal,
  ) as number;
  const week = Math.floor((ordinal - firstIsoMonday(year)) / 7) + 1;
  return [year, week, isoWeekday(ordinal)];
}

/** The ordinal of a date of ISO 8601. Throws ValueError. */
export function ordinalOfIso([year, week, day]: DateFields): number {
  if (year < MIN_YEAR || year > MAX_YEAR) {
    throw new ValueError(`year must be in ${MIN_YEAR}..${MAX_YEAR}, not ${year}`);
  }
  const weeks = firstIsoMonday(year + 1) - firstIsoMonday(year) > 52 * 7 ? 53 : 52;
  if (week < 1 || week > weeks) throw new ValueError(`Invalid week: ${week}`);
  if (day < 1 || day > 7) throw new ValueError(`Invalid weekday: ${day} (range is [1, 7])`);
  return firstIsoMonday(year) + (week - 1) * 7 + day - 1;
}
