// `strptime`: a text read by a format. Names of days and months are English, case does not matter,
// white space stands for any. Weeks (%U, %W, %V with %G) are refused.
// Source: CPython 3.14 Lib/_strptime.py, whose messages these are.

import { NotImplementedError, PyTypeError, ValueError } from '../../../asyncio/exceptions.ts';
import type { Interpreter } from '../../interpreter.ts';
import { repr } from '../../objects/repr.ts';
import { typeName } from '../../objects/type-of.ts';
import { dayNames, monthNames } from '../calendar-time.ts';
import {
  checkDate,
  checkTime,
  type DateFields,
  dateOfOrdinal,
  ordinalOf,
} from './calendar-fields.ts';
import { TimeDelta } from './deltas.ts';
import { PyDateTime } from './moments.ts';
import { TimeZone, utc } from './zones.ts';

function anyOf(names: readonly string[]): string {
  return [...names].sort((a, b) => b.length - a.length).join('|');
}

const short = (names: readonly string[]): string[] => names.map((name) => name.slice(0, 3));

/** What each directive matches. */
const patterns: ReadonlyMap<string, string> = new Map([
  ['a', anyOf(short(dayNames))],
  ['A', anyOf(dayNames)],
  ['b', anyOf(short(monthNames))],
  ['B', anyOf(monthNames)],
  ['d', String.raw`3[01]|[12]\d|0[1-9]|[1-9]| [1-9]`],
  ['f', String.raw`\d{1,6}`],
  ['H', String.raw`2[0-3]|[01]\d|\d| \d`],
  ['I', '1[0-2]|0[1-9]|[1-9]| [1-9]'],
  ['j', String.raw`36[0-6]|3[0-5]\d|[12]\d\d|0[1-9]\d|00[1-9]|[1-9]\d|0[1-9]|[1-9]`],
  ['m', '1[0-2]|0[1-9]|[1-9]'],
  ['M', String.raw`[0-5]\d|\d`],
  ['p', 'am|pm'],
  ['S', String.raw`6[01]|[0-5]\d|\d`],
  ['u', '[1-7]'],
  ['w', '[0-6]'],
  ['y', String.raw`\d\d`],
  ['Y', String.raw`\d\d\d\d`],
  ['z', String.raw`[+-]\d\d:?[0-5]\d(?::?[0-5]\d(?:\.\d{1,6})?)?|Z`],
  ['Z', 'utc|gmt'],
]);

/** Directives that stand for several. */
const composed: ReadonlyMap<string, string> = new Map([
  ['c', '%a %b %d %H:%M:%S %Y'],
  ['x', '%m/%d/%y'],
  ['X', '%H:%M:%S'],
  ['D', '%m/%d/%y'],
  ['F', '%Y-%m-%d'],
  ['R', '%H:%M'],
  ['T', '%H:%M:%S'],
]);

/** The pattern of a format, and its directives in the order of the groups. */
interface Format {
  readonly pattern: RegExp;
  readonly directives: readonly string[];
}

function read(run: Interpreter, format: string): Format {
  const spelled = format.replace(/%([cxXDFRT])/g, (_whole, letter: string) => {
    return composed.get(letter) as string;
  });
  const directives: string[] = [];
  const bad = (letter: string): ValueError =>
    new ValueError(`'${letter}' is a bad directive in format ${repr(run, format)}`);
  const pattern = spelled.replace(
    /%(.?)|\s+|[\\.^$*+?(){}[\]|]/gsu,
    (whole, letter: string | undefined) => {
      if (letter === undefined) return /^\s/.test(whole) ? String.raw`\s+` : `\\${whole}`;
      if (letter === '%') return '%';
      if (letter === '') throw new ValueError(`stray % in format ${repr(run, format)}`);
      if (/[UWVG]/.test(letter)) {
        throw new NotImplementedError(`strptime with %${letter} is not supported`);
      }
      const matched = patterns.get(letter);
      if (matched === undefined) throw bad(letter);
      directives.push(letter);
      return `(${matched})`;
    },
  );
  return { pattern: new RegExp(`^${pattern}`, 'iu'), directives };
}

/** What each directive found; the last of those that are given twice. */
function match(run: Interpreter, text: string, format: string): ReadonlyMap<string, string> {
  const { pattern, directives } = read(run, format);
  const found = pattern.exec(text);
  if (found === null) {
    const shown = repr(run, format);
    throw new ValueError(`time data ${repr(run, text)} does not match format ${shown}`);
  }
  const rest = text.slice(found[0].length);
  if (rest !== '') throw new ValueError(`unconverted data remains: ${rest}`);
  return new Map(directives.map((directive, i) => [directive, found[i + 1]]));
}

function monthOf(values: ReadonlyMap<string, string>): number {
  const name = values.get('B') ?? values.get('b');
  if (name === undefined) return Number(values.get('m') ?? 1);
  const start = name.slice(0, 3).toLowerCase();
  return monthNames.findIndex((each) => each.slice(0, 3).toLowerCase() === start) + 1;
}

function yearOf(values: ReadonlyMap<string, string>): number {
  const two = values.get('y');
  if (two === undefined) return Number(values.get('Y') ?? 1900);
  return Number(two) + (Number(two) <= 68 ? 2000 : 1900);
}

function dateOf(values: ReadonlyMap<string, string>): DateFields {
  const year = yearOf(values);
  const dayOfYear = values.get('j');
  if (dayOfYear !== undefined && !values.has('d')) {
    return dateOfOrdinal(ordinalOf([year, 1, 1]) + Number(dayOfYear) - 1);
  }
  return [year, monthOf(values), Number(values.get('d') ?? 1)];
}

function hourOf(values: ReadonlyMap<string, string>): number {
  const twelve = values.get('I');
  if (twelve === undefined) return Number(values.get('H') ?? 0);
  const half = (values.get('p') ?? '').toLowerCase();
  return (Number(twelve) % 12) + (half === 'pm' ? 12 : 0) + (half === '' ? noonOf(twelve) : 0);
}

/** Twelve o'clock without a half of the day is noon. */
function noonOf(twelve: string): number {
  return Number(twelve) === 12 ? 12 : 0;
}

function zoneOf(values: ReadonlyMap<string, string>): TimeZone | null {
  const text = values.get('z');
  if (text === undefined) return null;
  if (text.toUpperCase() === 'Z') return utc;
  const digits = text.replaceAll(/[:.]/g, '').slice(1).padEnd(12, '0');
  const [hour, minute, second] = [0, 2, 4].map((start) => Number(digits.slice(start, start + 2)));
  const micros = BigInt((hour * 3600 + minute * 60 + second) * 1_000_000);
  const total = micros + BigInt(digits.slice(6, 12));
  if (total === 0n) return utc;
  return new TimeZone(new TimeDelta(text.startsWith('-') ? -total : total));
}

/** The moment that a text names. Throws ValueError, TypeError. */
export function strptime(run: Interpreter, text: unknown, format: unknown): PyDateTime {
  for (const [i, each] of [text, format].entries()) {
    if (typeof each === 'string') continue;
    throw new PyTypeError(`strptime() argument ${i + 1} must be str, not ${typeName(each)}`);
  }
  run.charge((text as string).length + (format as string).length);
  const values = match(run, text as string, format as string);
  const micro = Number((values.get('f') ?? '').padEnd(6, '0'));
  const time = [
    hourOf(values),
    Number(values.get('M') ?? 0),
    Number(values.get('S') ?? 0),
    micro,
  ] as const;
  return new PyDateTime(checkDate(dateOf(values)), checkTime(time, 0), zoneOf(values));
}
