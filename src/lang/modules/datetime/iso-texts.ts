// ISO 8601: dates, times and moments as text, and read from text.
// Source: CPython 3.14 Modules/_datetimemodule.c (isoformat, parse_isoformat_date,
// parse_isoformat_time); 3.14 reads most of ISO 8601, its basic form and its weeks included.

import { ValueError } from '../../../asyncio/exceptions.ts';
import type { Interpreter } from '../../interpreter.ts';
import { repr } from '../../objects/repr.ts';
import {
  checkDate,
  checkTime,
  type DateFields,
  dateOfOrdinal,
  ordinalOfIso,
  type TimeFields,
} from './calendar-fields.ts';
import { TimeDelta } from './deltas.ts';
import { momentAt, PyDateTime, PyTime } from './moments.ts';
import { offsetText, TimeZone, utc } from './zones.ts';

function padded(value: number, width: number): string {
  return String(value).padStart(width, '0');
}

/** `2023-11-14`. */
export function dateText([year, month, day]: DateFields): string {
  return `${padded(year, 4)}-${padded(month, 2)}-${padded(day, 2)}`;
}

const PARTS: Readonly<Record<string, number>> = {
  hours: 1,
  minutes: 2,
  seconds: 3,
  milliseconds: 4,
  microseconds: 5,
};

/** `22:13:20.123456+00:00`, to the precision that `timespec` names. Throws ValueError. */
export function timeText(time: TimeFields, zone: TimeZone | null, timespec: string): string {
  const [hour, minute, second, micro] = time;
  const wanted = timespec === 'auto' ? (micro === 0 ? 'seconds' : 'microseconds') : timespec;
  if (!Object.hasOwn(PARTS, wanted)) throw new ValueError('Unknown timespec value');
  const parts = PARTS[wanted];
  const numbers = [hour, minute, second].slice(0, Math.min(3, parts));
  const text = numbers.map((each) => padded(each, 2)).join(':');
  const digits = padded(micro, 6).slice(0, parts === 4 ? 3 : 6);
  const fraction = parts > 3 ? `.${digits}` : '';
  return text + fraction + (zone === null ? '' : offsetText(zone.offset));
}

const DATE = /^(?:(\d{4})-(\d\d)-(\d\d)|(\d{4})(\d\d)(\d\d)|(\d{4})-?W(\d\d)(?:-?(\d))?)$/;
const CLOCK = String.raw`(\d\d)(?:(:?)(\d\d)(?:\2(\d\d)(?:[.,](\d+))?)?)?`;
const TIME = new RegExp(`^${CLOCK}(?:(Z)|([+-])(.+))?$`);
const OFFSET = new RegExp(`^${CLOCK}$`);

function invalid(run: Interpreter, text: string): ValueError {
  return new ValueError(`Invalid isoformat string: ${repr(run, text)}`);
}

function readDate(text: string): DateFields | null {
  const found = DATE.exec(text);
  if (found === null) return null;
  const numbers = found.slice(1).map((part) => (part === undefined ? null : Number(part)));
  if (numbers[6] !== null) {
    const iso = [numbers[6], numbers[7] as number, numbers[8] ?? 1] as const;
    return dateOfOrdinal(ordinalOfIso(iso));
  }
  const [year, month, day] = numbers[0] === null ? numbers.slice(3, 6) : numbers.slice(0, 3);
  return [year as number, month as number, day as number];
}

/** Hour, minute, second and microsecond of a match of CLOCK; digits past six are cut off. */
function clockOf(found: RegExpExecArray): TimeFields {
  const [, hour, , minute, second, fraction] = found;
  const micros = Number((fraction ?? '').slice(0, 6).padEnd(6, '0'));
  return [Number(hour), Number(minute ?? 0), Number(second ?? 0), micros];
}

function readZone(mark: string | undefined, sign: string, text: string): TimeZone | null {
  if (mark !== undefined) return utc;
  const found = OFFSET.exec(text);
  if (found === null) return null;
  const [hour, minute, second, micro] = clockOf(found);
  const total = BigInt((hour * 3600 + minute * 60 + second) * 1_000_000 + micro);
  if (total === 0n) return utc;
  return new TimeZone(new TimeDelta(sign === '-' ? -total : total));
}

function readTime(text: string): PyTime | null {
  const found = TIME.exec(text);
  if (found === null) return null;
  const [, , , , , , mark, sign, offset] = found;
  const zone = mark === undefined && sign === undefined ? null : readZone(mark, sign, offset);
  if (zone === null && (mark ?? sign) !== undefined) return null;
  return new PyTime(clockOf(found), zone);
}

export function dateOfText(run: Interpreter, text: string): DateFields {
  const date = readDate(text);
  if (date === null) throw invalid(run, text);
  return checkDate(date);
}

export function timeOfText(run: Interpreter, text: string): PyTime {
  const read = readTime(text.replace(/^T/, ''));
  if (read === null) throw invalid(run, text);
  const isMidnight = isEndOfDay(read.time);
  return new PyTime(isMidnight ? [0, 0, 0, 0] : checkTime(read.time, 0), read.zone);
}

/** `24:00`, the midnight that ends a day. */
function isEndOfDay([hour, minute, second, micro]: TimeFields): boolean {
  return hour === 24 && minute === 0 && second === 0 && micro === 0;
}

export function momentOfText(run: Interpreter, text: string): PyDateTime {
  const [, head, tail] = /^(\d{4}-?W\d\d(?:-?\d(?!\d))?|\d{4}-\d\d-\d\d|\d{8})(?:.(.+))?$/su.exec(
    text,
  ) ?? [null, '', ''];
  const date = readDate(head);
  const read = tail === undefined ? new PyTime([0, 0, 0, 0]) : readTime(tail);
  if (date === null || read === null) throw invalid(run, text);
  const { zone } = read;
  if (isEndOfDay(read.time)) {
    const midnight = new PyDateTime(checkDate(date), [0, 0, 0, 0], zone);
    return momentAt(midnight.wall + 86_400_000_000n, zone);
  }
  return new PyDateTime(checkDate(date), checkTime(read.time, 0), zone);
}
