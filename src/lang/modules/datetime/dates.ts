// `datetime.date`: its making, its fields and its arithmetic, which `datetime` inherits.
// Source: CPython 3.14 Modules/_datetimemodule.c (date_methods, date_as_number).

import { ValueError } from '../../../asyncio/exceptions.ts';
import type { Interpreter } from '../../interpreter.ts';
import { builtinClass, declareType, define, tupleClass } from '../../objects/classes.ts';
import { defineGetters, Getter } from '../../objects/descriptors.ts';
import { str } from '../../objects/repr.ts';
import { Builtin, notImplemented, Tuple } from '../../values.ts';
import { formatTime } from '../calendar-time.ts';
import { StructTime } from '../time.ts';
import {
  checkDate,
  type DateFields,
  dateOfOrdinal,
  integers,
  isoCalendarOf,
  isoWeekday,
  LAST_ORDINAL,
  ordinalOfIso,
  type TimeFields,
} from './calendar-fields.ts';
import { defineClassMethod, isoText, madeBy, momentClass } from './calls.ts';
import { momentNow, momentOfTimestamp } from './clock-readings.ts';
import { TimeDelta } from './deltas.ts';
import { brokenTime, strftime } from './formats.ts';
import { dateOfText, dateText } from './iso-texts.ts';
import { checkOrdinal, PyDate, PyDateTime } from './moments.ts';
import { strptime } from './parsing.ts';

export const dateClass = momentClass('date');
declareType(PyDate, dateClass);
madeBy(
  dateClass,
  'date(year, month, day)',
  ['year', 'month', 'day'],
  (run, ...args: unknown[]) => new PyDate(checkDate(integers(run, args) as unknown as DateFields)),
);

const MIDNIGHT: TimeFields = [0, 0, 0, 0];

/** A date by its number. Throws ValueError. */
export function dateFromOrdinal(run: Interpreter, value: unknown): DateFields {
  const [ordinal] = integers(run, [value]);
  if (ordinal < 1) throw new ValueError('ordinal must be >= 1');
  if (ordinal > LAST_ORDINAL) {
    const [year] = dateOfOrdinal(ordinal);
    throw new ValueError(`year ${year} is out of range`);
  }
  return dateOfOrdinal(ordinal);
}

defineClassMethod(dateClass, 'today()', (run) => new PyDate(momentNow(run, null).date));
defineClassMethod(
  dateClass,
  'fromtimestamp(timestamp, /)',
  (run, seconds: unknown) => new PyDate(momentOfTimestamp(run, seconds, null).date),
);
defineClassMethod(
  dateClass,
  'fromordinal(ordinal, /)',
  (run, ordinal: unknown) => new PyDate(dateFromOrdinal(run, ordinal)),
);
defineClassMethod(
  dateClass,
  'fromisoformat(string, /)',
  (run, text: unknown) => new PyDate(dateOfText(run, isoText(text))),
);
defineClassMethod(
  dateClass,
  'fromisocalendar(year, week, day)',
  (run, ...args: unknown[]) =>
    new PyDate(dateOfOrdinal(ordinalOfIso(integers(run, args) as unknown as DateFields))),
);
defineClassMethod(
  dateClass,
  'strptime(string, format, /)',
  (run, text: unknown, format: unknown) => new PyDate(strptime(run, text, format).date),
);

/** `date.isocalendar()`: a tuple of three whose items have names. */
export class IsoCalendarDate extends Tuple {}
const isoCalendarClass = builtinClass('IsoCalendarDate', [tupleClass], 'datetime');
declareType(IsoCalendarDate, isoCalendarClass);
const ISO_FIELDS = ['year', 'week', 'weekday'];
define(isoCalendarClass, [
  new Builtin('__repr__(self, /)', (_run, { items }: Tuple) => {
    const shown = ISO_FIELDS.map((name, i) => `${name}=${String(items[i])}`);
    return `datetime.IsoCalendarDate(${shown.join(', ')})`;
  }),
]);
defineGetters(
  isoCalendarClass,
  ISO_FIELDS.map((name, i) => new Getter(name, (_run, { items }: Tuple) => items[i])),
);

/** `time.struct_time` of a date and a time of day; `dst` is -1 where it is not known. */
export function structTime(date: DateFields, time: TimeFields, dst: number): StructTime {
  const { year, month, day, hour, minute, second, weekday, yearday } = brokenTime(date, time);
  return new StructTime([year, month, day, hour, minute, second, weekday, yearday, dst]);
}

/** `Tue Nov 14 22:13:20 2023`. */
export function ctimeText(date: DateFields, time: TimeFields): string {
  return formatTime('%a %b %e %H:%M:%S %Y', brokenTime(date, time));
}

define(dateClass, [
  new Builtin('__repr__(self, /)', (_run, { date }: PyDate) => `datetime.date(${date.join(', ')})`),
  new Builtin('__str__(self, /)', (_run, self: PyDate) => dateText(self.date)),
  new Builtin('__format__(self, spec, /)', (run, self: PyDate, spec: string) =>
    spec === ''
      ? str(run, self)
      : run.call(run.objects.getAttribute(run, self, 'strftime'), [spec]),
  ),
  new Builtin('isoformat(self, /)', (_run, self: PyDate) => dateText(self.date)),
  new Builtin('strftime(self, format)', (run, self: PyDate, format: unknown) =>
    strftime(run, format, self.date, MIDNIGHT, null),
  ),
  new Builtin('ctime(self, /)', (_run, self: PyDate) => ctimeText(self.date, MIDNIGHT)),
  new Builtin('timetuple(self, /)', (_run, self: PyDate) => structTime(self.date, MIDNIGHT, -1)),
  new Builtin('toordinal(self, /)', (_run, self: PyDate) => self.ordinal),
  new Builtin('weekday(self, /)', (_run, self: PyDate) => isoWeekday(self.ordinal) - 1),
  new Builtin('isoweekday(self, /)', (_run, self: PyDate) => isoWeekday(self.ordinal)),
  new Builtin(
    'isocalendar(self, /)',
    (_run, self: PyDate) => new IsoCalendarDate(isoCalendarOf(self.ordinal)),
  ),
  new Builtin(
    'replace(self, year=..., month=..., day=...)',
    (run, self: PyDate, ...given) => new PyDate(replacedDate(run, self, given)),
  ),
  new Builtin('__add__(self, other, /)', (_run, self: PyDate, other: unknown) =>
    moved(self, other, 1),
  ),
  new Builtin('__radd__(self, other, /)', (_run, self: PyDate, other: unknown) =>
    moved(self, other, 1),
  ),
  new Builtin('__sub__(self, other, /)', (_run, self: PyDate, other: unknown) => {
    if (!(other instanceof PyDate)) return moved(self, other, -1);
    if (other instanceof PyDateTime) return notImplemented;
    return new TimeDelta(BigInt(self.ordinal - other.ordinal) * 86_400_000_000n);
  }),
]);

/** The date with some of its fields replaced. */
export function replacedDate(
  run: Interpreter,
  { date }: PyDate,
  given: readonly unknown[],
): DateFields {
  const fields = date.map((field, i) => given[i] ?? field);
  return checkDate(integers(run, fields) as unknown as DateFields);
}

/** So many days later or earlier: the `days` of the span, whatever its hours. */
function moved(self: PyDate, delta: unknown, sign: number): unknown {
  if (!(delta instanceof TimeDelta)) return notImplemented;
  return new PyDate(checkOrdinal(self.ordinal + sign * delta.days));
}

defineGetters(
  dateClass,
  ['year', 'month', 'day'].map((name, i) => new Getter(name, (_run, self: PyDate) => self.date[i])),
);
dateClass.attributes.set('min', new PyDate([1, 1, 1]));
dateClass.attributes.set('max', new PyDate([9999, 12, 31]));
dateClass.attributes.set('resolution', new TimeDelta(86_400_000_000n));
