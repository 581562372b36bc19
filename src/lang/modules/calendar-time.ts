// Broken-down time in UTC, the only zone there is, and its text by strftime's directives in the C
// locale. The calendar is the Gregorian, extended to all years.
// Source: CPython 3.14 Modules/timemodule.c; POSIX strftime with glibc's flags; the days-to-date
// arithmetic is Howard Hinnant's "chrono-compatible low-level date algorithms", 2013.

/** A moment taken apart. `weekday` counts from Monday = 0, `yearday` from 1. */
export interface BrokenTime {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly weekday: number;
  readonly yearday: number;
}

export const dayNames: readonly string[] = [
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
  'Sunday',
];
export const monthNames: readonly string[] = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** Days from 1970-01-01 to a date; months outside 1–12 run on into other years. */
export function daysFromDate(year: number, month: number, day: number): number {
  const months = year * 12 + (month - 3);
  const shiftedYear = Math.floor(months / 12);
  const shiftedMonth = months - shiftedYear * 12;
  const era = Math.floor(shiftedYear / 400);
  const yearOfEra = shiftedYear - era * 400;
  const dayOfYear = Math.floor((153 * shiftedMonth + 2) / 5) + day - 1;
  const leaps = Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100);
  return era * 146097 + yearOfEra * 365 + leaps + dayOfYear - 719468;
}

/** Takes Unix time apart; `seconds` is whole, of any sign. */
export function breakDown(seconds: number): BrokenTime {
  const days = Math.floor(seconds / 86400);
  const rest = seconds - days * 86400;
  const shifted = days + 719468;
  const era = Math.floor(shifted / 146097);
  const dayOfEra = shifted - era * 146097;
  const leaps =
    Math.floor(dayOfEra / 1460) - Math.floor(dayOfEra / 36524) + Math.floor(dayOfEra / 146096);
  const yearOfEra = Math.floor((dayOfEra - leaps) / 365);
  const dayOfYear =
    dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return {
    year,
    month,
    day: dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1,
    hour: Math.floor(rest / 3600),
    minute: Math.floor((rest % 3600) / 60),
    second: rest % 60,
    weekday: (((days + 3) % 7) + 7) % 7,
    yearday: days - daysFromDate(year, 1, 1) + 1,
  };
}

/** Unix time of a broken-down one: mktime in UTC. Fields out of range run over. */
export function secondsOf(time: BrokenTime): number {
  const days = daysFromDate(time.year, time.month, time.day);
  return days * 86400 + time.hour * 3600 + time.minute * 60 + time.second;
}

function daysOfYear(year: number): number {
  return daysFromDate(year + 1, 1, 1) - daysFromDate(year, 1, 1);
}

/** Year and week of ISO 8601: weeks start on Monday, the first holds January 4th. */
function isoWeek(time: BrokenTime): { readonly year: number; readonly week: number } {
  const week = Math.floor((time.yearday - 1 - time.weekday + 10) / 7);
  if (week < 1) {
    const before = time.year - 1;
    const days = daysOfYear(before);
    return isoWeek({ ...time, year: before, yearday: time.yearday + days });
  }
  if (week === 53 && time.yearday - 1 - time.weekday + 3 >= daysOfYear(time.year)) {
    return { year: time.year + 1, week: 1 };
  }
  return { year: time.year, week };
}

/** A number as a directive prints it: its usual width and fill. */
interface NumberText {
  readonly value: number;
  readonly width: number;
  readonly fill: '0' | ' ';
}

function hourOfTwelve(hour: number): number {
  return hour % 12 === 0 ? 12 : hour % 12;
}

function numberOf(directive: string, time: BrokenTime): NumberText | null {
  const two = (value: number): NumberText => ({ value, width: 2, fill: '0' });
  const blank = (value: number): NumberText => ({ value, width: 2, fill: ' ' });
  const sunday = (time.weekday + 1) % 7;
  switch (directive) {
    case 'd':
      return two(time.day);
    case 'e':
      return blank(time.day);
    case 'H':
      return two(time.hour);
    case 'k':
      return blank(time.hour);
    case 'I':
      return two(hourOfTwelve(time.hour));
    case 'l':
      return blank(hourOfTwelve(time.hour));
    case 'M':
      return two(time.minute);
    case 'S':
      return two(time.second);
    case 'm':
      return two(time.month);
    case 'j':
      return { value: time.yearday, width: 3, fill: '0' };
    case 'y':
      return two(((time.year % 100) + 100) % 100);
    case 'C':
      return two(Math.floor(time.year / 100));
    case 'Y':
      return { value: time.year, width: 1, fill: '0' };
    case 'G':
      return { value: isoWeek(time).year, width: 1, fill: '0' };
    case 'g':
      return two(isoWeek(time).year % 100);
    case 'V':
      return two(isoWeek(time).week);
    case 'U':
      return two(Math.floor((time.yearday - 1 + 7 - sunday) / 7));
    case 'W':
      return two(Math.floor((time.yearday - 1 + 7 - time.weekday) / 7));
    case 'u':
      return { value: time.weekday + 1, width: 1, fill: '0' };
    case 'w':
      return { value: sunday, width: 1, fill: '0' };
    case 's':
      return { value: secondsOf(time), width: 1, fill: '0' };
    default:
      return null;
  }
}

/** Directives that stand for others, in the C locale. */
const composed = new Map([
  ['c', '%a %b %e %H:%M:%S %Y'],
  ['D', '%m/%d/%y'],
  ['F', '%Y-%m-%d'],
  ['r', '%I:%M:%S %p'],
  ['R', '%H:%M'],
  ['T', '%H:%M:%S'],
  ['x', '%m/%d/%y'],
  ['X', '%H:%M:%S'],
]);

function textOf(directive: string, time: BrokenTime, zone: string): string | null {
  const half = time.hour < 12 ? 'AM' : 'PM';
  switch (directive) {
    case 'a':
      return dayNames[time.weekday].slice(0, 3);
    case 'A':
      return dayNames[time.weekday];
    case 'b':
    case 'h':
      return monthNames[time.month - 1].slice(0, 3);
    case 'B':
      return monthNames[time.month - 1];
    case 'p':
      return half;
    case 'P':
      return half.toLowerCase();
    case 'n':
      return '\n';
    case 't':
      return '\t';
    case 'z':
      return '+0000';
    case 'Z':
      return zone;
    case '%':
      return '%';
    default:
      return null;
  }
}

function paddedNumber(number: NumberText, flags: string, width: number): string {
  const flag = /[-_0]/.exec(flags)?.[0];
  const fill = flag === '_' ? ' ' : flag === '0' ? '0' : number.fill;
  const least = flag === '-' ? 0 : Math.max(number.width, width);
  const digits = String(Math.abs(number.value));
  if (number.value >= 0) return digits.padStart(least, fill);
  return `-${digits.padStart(least - 1, fill)}`;
}

const directive = /%([-_0^#]*)(\d*)([EO]?)([A-Za-z%])/g;

/**
 * `time` by the directives of `format`; `zone` is the name of its zone. What is no directive stays
 * as written. A directive is at most 1024 wide.
 */
export function formatTime(format: string, time: BrokenTime, zone = 'UTC'): string {
  return format.replace(
    directive,
    (whole, flags: string, digits: string, _modifier: string, letter: string) => {
      const width = Math.min(1024, Number(digits));
      const number = numberOf(letter, time);
      if (number !== null) return paddedNumber(number, flags, width);
      const parts = composed.get(letter);
      let text = parts === undefined ? textOf(letter, time, zone) : formatTime(parts, time);
      if (text === null) return whole;
      if (flags.includes('#') && (letter === 'p' || letter === 'Z')) text = text.toLowerCase();
      else if (/[\^#]/.test(flags)) text = text.toUpperCase();
      return text.padStart(width, flags.includes('0') ? '0' : ' ');
    },
  );
}
