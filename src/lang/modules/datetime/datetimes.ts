// `datetime.datetime`: a moment, by the calendar and the clock on the wall.
// Source: CPython 3.14 Modules/_datetimemodule.c (datetime_methods, datetime_add).

import { DeprecationWarning, PyTypeError } from '../../../asyncio/exceptions.ts';
import type { Interpreter } from '../../interpreter.ts';
import { declareType, define } from '../../objects/classes.ts';
import { defineGetters } from '../../objects/descriptors.ts';
import { normalise, trueDivideInts } from '../../objects/integers.ts';
import { Builtin, Float, notImplemented } from '../../values.ts';
import { warnProgram } from '../warnings/issuing.ts';
import {
  checkDate,
  type DateFields,
  dateOfOrdinal,
  integers,
  ordinalOfIso,
} from './calendar-fields.ts';
import { defineClassMethod, isoText, madeBy, momentClass } from './calls.ts';
import { momentNow, momentOfTimestamp } from './clock-readings.ts';
import { ctimeText, dateClass, dateFromOrdinal, replacedDate, structTime } from './dates.ts';
import { TimeDelta } from './deltas.ts';
import { strftime } from './formats.ts';
import { dateText, momentOfText, timeText } from './iso-texts.ts';
import { momentAt, PyDate, PyDateTime, PyTime, unixMicros } from './moments.ts';
import { strptime } from './parsing.ts';
import { shownTime, shownZone, timeGetters, timeParts, timespec, zoneMethods } from './times.ts';
import { checkZone, shownType, TimeZone, utc } from './zones.ts';

export const dateTimeClass = momentClass('datetime', [dateClass]);
declareType(PyDateTime, dateTimeClass);

madeBy(
  dateTimeClass,
  'datetime(year, month, day, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0)',
  ['year', 'month', 'day'],
  (run, ...args: unknown[]) => {
    const date = checkDate(integers(run, args.slice(0, 3)) as unknown as DateFields);
    return new PyDateTime(date, ...timeParts(run, args.slice(3, 7), args[7], args[8]));
  },
);

const MIDNIGHT = [0, 0, 0, 0] as const;

/** The two that know only UTC and say nothing of it. */
function deprecated(run: Interpreter, name: string, instead: string): void {
  warnProgram(
    run,
    DeprecationWarning,
    `datetime.datetime.${name}() is deprecated and scheduled for removal in a future version. ` +
      `Use timezone-aware objects to represent datetimes in UTC: datetime.datetime.${instead}.`,
  );
}

function combine(_run: Interpreter, date: unknown, time: unknown, zone: unknown): PyDateTime {
  if (!(date instanceof PyDate)) {
    throw new PyTypeError(`combine() argument 1 must be datetime.date, not ${shownType(date)}`);
  }
  if (!(time instanceof PyTime)) {
    throw new PyTypeError(`combine() argument 2 must be datetime.time, not ${shownType(time)}`);
  }
  const chosen = zone === undefined ? time.zone : checkZone(zone);
  return new PyDateTime(date.date, time.time, chosen, time.fold);
}

const classMethods: readonly (readonly [
  string,
  (run: Interpreter, ...args: never[]) => unknown,
])[] = [
  ['now(tz=None)', (run, zone: unknown) => momentNow(run, checkZone(zone))],
  ['today()', (run) => momentNow(run, null)],
  [
    'utcnow()',
    (run) => {
      deprecated(run, 'utcnow', 'now(datetime.UTC)');
      return momentNow(run, null);
    },
  ],
  [
    'fromtimestamp(timestamp, tz=None)',
    (run, seconds: unknown, zone: unknown) => momentOfTimestamp(run, seconds, checkZone(zone)),
  ],
  [
    'utcfromtimestamp(timestamp, /)',
    (run, seconds: unknown) => {
      deprecated(run, 'utcfromtimestamp', 'fromtimestamp(timestamp, datetime.UTC)');
      return momentOfTimestamp(run, seconds, null);
    },
  ],
  [
    'fromordinal(ordinal, /)',
    (run, ordinal: unknown) => new PyDateTime(dateFromOrdinal(run, ordinal), MIDNIGHT),
  ],
  ['fromisoformat(string, /)', (run, text: unknown) => momentOfText(run, isoText(text))],
  [
    'fromisocalendar(year, week, day)',
    (run, ...args: unknown[]) => {
      const fields = integers(run, args) as unknown as DateFields;
      return new PyDateTime(dateOfOrdinal(ordinalOfIso(fields)), MIDNIGHT);
    },
  ],
  ['combine(date, time, tzinfo=...)', combine],
  ['strptime(date_string, format, /)', strptime],
];
for (const [signature, body] of classMethods) defineClassMethod(dateTimeClass, signature, body);

/** The separator of `isoformat`: one character. Throws TypeError. */
function separator(value: unknown): string {
  if (typeof value !== 'string') {
    throw new PyTypeError(
      `isoformat() argument 1 must be a unicode character, not ${shownType(value)}`,
    );
  }
  const { length } = [...value];
  if (length === 1) return value;
  throw new PyTypeError(
    `isoformat() argument 1 must be a unicode character, not a string of length ${length}`,
  );
}

function isoformat(self: PyDateTime, between: string, wanted: string): string {
  return dateText(self.date) + between + timeText(self.time, self.zone, wanted);
}

function moved(self: PyDateTime, delta: unknown, sign: bigint): unknown {
  if (!(delta instanceof TimeDelta)) return notImplemented;
  return momentAt(self.wall + sign * delta.total, self.zone);
}

/** The same moment in another zone; without one it is taken for a moment in UTC. */
function inZone(self: PyDateTime, given: unknown): PyDateTime {
  const zone = given === null ? new TimeZone(utc.offset, 'UTC') : checkZone(given);
  if (zone === self.zone || zone === null) return self;
  return momentAt(self.instant + zone.offset.total, zone);
}

define(dateTimeClass, [
  ...zoneMethods(),
  new Builtin('__repr__(self, /)', (run, self: PyDateTime) => {
    const parts = [...self.date, ...shownTime(self.time), ...shownZone(run, self.zone, self.fold)];
    return `datetime.datetime(${parts.join(', ')})`;
  }),
  new Builtin('__str__(self, /)', (_run, self: PyDateTime) => isoformat(self, ' ', 'auto')),
  new Builtin(
    "isoformat(self, sep='T', timespec='auto')",
    (_run, self: PyDateTime, between: unknown, wanted: unknown) =>
      isoformat(self, separator(between), timespec(wanted, 2)),
  ),
  new Builtin('strftime(self, format)', (run, self: PyDateTime, format: unknown) =>
    strftime(run, format, self.date, self.time, self.zone),
  ),
  new Builtin('ctime(self, /)', (_run, self: PyDateTime) => ctimeText(self.date, self.time)),
  new Builtin('date(self, /)', (_run, self: PyDateTime) => new PyDate(self.date)),
  new Builtin('time(self, /)', (_run, self: PyDateTime) => new PyTime(self.time, null, self.fold)),
  new Builtin(
    'timetz(self, /)',
    (_run, self: PyDateTime) => new PyTime(self.time, self.zone, self.fold),
  ),
  new Builtin(
    'timestamp(self, /)',
    (_run, self: PyDateTime) => new Float(trueDivideInts(normalise(unixMicros(self)), 1_000_000)),
  ),
  new Builtin('timetuple(self, /)', (_run, self: PyDateTime) =>
    structTime(self.date, self.time, -1),
  ),
  new Builtin('utctimetuple(self, /)', (_run, self: PyDateTime) => {
    const { date, time } = momentAt(self.instant);
    return structTime(date, time, 0);
  }),
  new Builtin('astimezone(self, tz=None)', (_run, self: PyDateTime, zone: unknown) =>
    inZone(self, zone),
  ),
  new Builtin(
    'replace(self, year=..., month=..., day=..., hour=..., minute=..., second=..., ' +
      'microsecond=..., tzinfo=..., *, fold=...)',
    (run, self: PyDateTime, ...given: unknown[]) => {
      const numbers = self.time.map((field, i) => given[i + 3] ?? field);
      const zone = given[7] === undefined ? self.zone : given[7];
      const parts = timeParts(run, numbers, zone, given[8] ?? self.fold);
      return new PyDateTime(replacedDate(run, self, given), ...parts);
    },
  ),
  new Builtin('__add__(self, other, /)', (_run, self: PyDateTime, other: unknown) =>
    moved(self, other, 1n),
  ),
  new Builtin('__radd__(self, other, /)', (_run, self: PyDateTime, other: unknown) =>
    moved(self, other, 1n),
  ),
  new Builtin('__sub__(self, other, /)', (_run, self: PyDateTime, other: unknown) =>
    other instanceof PyDateTime ? self.since(other) : moved(self, other, -1n),
  ),
]);
defineGetters(dateTimeClass, timeGetters());
dateTimeClass.attributes.set('min', new PyDateTime([1, 1, 1], MIDNIGHT));
dateTimeClass.attributes.set('max', new PyDateTime([9999, 12, 31], [23, 59, 59, 999_999]));
dateTimeClass.attributes.set('resolution', new TimeDelta(1n));
