// `strftime` of dates, times and moments: the directives of module `time`, and before them those of
// fractions of a second and of zones. Years have four digits at least.
// Source: CPython 3.14 Modules/_datetimemodule.c (wrap_strftime).

import { PyTypeError } from '../../../asyncio/exceptions.ts';
import type { Interpreter } from '../../interpreter.ts';
import { type BrokenTime, daysFromDate, formatTime } from '../calendar-time.ts';
import { type DateFields, isoCalendarOf, ordinalOf, type TimeFields } from './calendar-fields.ts';
import { offsetText, shownType, type TimeZone, zoneName } from './zones.ts';

/** A date and a time of day taken apart, as `time.strftime` wants them. */
export function brokenTime(date: DateFields, time: TimeFields): BrokenTime {
  const [year, month, day] = date;
  const [hour, minute, second] = time;
  const weekday = (ordinalOf(date) + 6) % 7;
  const yearday = daysFromDate(year, month, day) - daysFromDate(year, 1, 1) + 1;
  return { year, month, day, hour, minute, second, weekday, yearday };
}

/** `date` and `time` by a format. Throws TypeError for one that is no str. */
export function strftime(
  run: Interpreter,
  format: unknown,
  date: DateFields,
  time: TimeFields,
  zone: TimeZone | null,
): string {
  if (typeof format !== 'string') {
    throw new PyTypeError(`strftime() argument 1 must be str, not ${shownType(format)}`);
  }
  run.charge(format.length);
  const replaced = format.replace(/%(:z|[%fzZYG])/g, (whole, directive: string) => {
    const shown = ownDirective(directive, date, time, zone);
    return shown === null ? whole : shown.replaceAll('%', '%%');
  });
  return formatTime(replaced, brokenTime(date, time));
}

function ownDirective(
  directive: string,
  date: DateFields,
  time: TimeFields,
  zone: TimeZone | null,
): string | null {
  switch (directive) {
    case 'f':
      return String(time[3]).padStart(6, '0');
    case 'Y':
      return String(date[0]).padStart(4, '0');
    case 'G':
      return String(isoCalendarOf(ordinalOf(date))[0]).padStart(4, '0');
    case 'z':
      return zone === null ? '' : offsetText(zone.offset, '');
    case ':z':
      return zone === null ? '' : offsetText(zone.offset);
    case 'Z':
      return zone === null ? '' : zoneName(zone);
    default:
      return null;
  }
}
