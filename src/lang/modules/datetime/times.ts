// `datetime.time`: a time of day, with or without a zone.
// Source: CPython 3.14 Modules/_datetimemodule.c (time_methods, time_repr).

import { PyTypeError } from '../../../asyncio/exceptions.ts';
import type { Interpreter } from '../../interpreter.ts';
import { declareType, define } from '../../objects/classes.ts';
import { defineGetters, Getter } from '../../objects/descriptors.ts';
import { repr } from '../../objects/repr.ts';
import { Builtin } from '../../values.ts';
import { checkTime, integers, type TimeFields } from './calendar-fields.ts';
import { defineClassMethod, isoText, madeBy, momentClass } from './calls.ts';
import { TimeDelta } from './deltas.ts';
import { strftime } from './formats.ts';
import { timeOfText, timeText } from './iso-texts.ts';
import { PyTime } from './moments.ts';
import { strptime } from './parsing.ts';
import { checkZone, shownType, type TimeZone, zoneName } from './zones.ts';

export const timeClass = momentClass('time');
declareType(PyTime, timeClass);

/** Four numbers, a zone and a fold, checked in CPython's order. */
export function timeParts(
  run: Interpreter,
  numbers: readonly unknown[],
  zone: unknown,
  fold: unknown,
): readonly [TimeFields, TimeZone | null, number] {
  const fields = integers(run, numbers) as unknown as TimeFields;
  const [folded] = integers(run, [fold]);
  return [checkTime(fields, folded), checkZone(zone), folded];
}

madeBy(
  timeClass,
  'time(hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0)',
  [],
  (run, ...args: unknown[]) => {
    const [hour, minute, second, micro, zone, fold] = args;
    return new PyTime(...timeParts(run, [hour, minute, second, micro], zone, fold));
  },
);
defineClassMethod(timeClass, 'fromisoformat(string, /)', (run, text: unknown) =>
  timeOfText(run, isoText(text)),
);
defineClassMethod(
  timeClass,
  'strptime(string, format, /)',
  (run, text: unknown, format: unknown) => {
    const { time, zone } = strptime(run, text, format);
    return new PyTime(time, zone);
  },
);

/** A `timespec` argument. Throws TypeError. */
export function timespec(value: unknown, position: number): string {
  if (typeof value === 'string') return value;
  throw new PyTypeError(`isoformat() argument ${position} must be str, not ${shownType(value)}`);
}

/** The numbers of a repr without the zeros at the end of it, hour and minute always. */
export function shownTime([hour, minute, second, micro]: TimeFields): string[] {
  const numbers = [hour, minute, second, micro];
  while (numbers.length > 2 && numbers.at(-1) === 0) numbers.pop();
  return numbers.map(String);
}

/** `, tzinfo=…, fold=1` of a repr. */
export function shownZone(run: Interpreter, zone: TimeZone | null, fold: number): string[] {
  const parts = zone === null ? [] : [`tzinfo=${repr(run, zone)}`];
  return fold === 0 ? parts : [...parts, 'fold=1'];
}

/** What a time of day and a moment say of their zone. */
export function zoneMethods(): readonly Builtin[] {
  type Zoned = { readonly zone: TimeZone | null };
  return [
    new Builtin('utcoffset(self, /)', (_run, { zone }: Zoned) => zone?.offset ?? null),
    new Builtin('tzname(self, /)', (_run, { zone }: Zoned) =>
      zone === null ? null : zoneName(zone),
    ),
    new Builtin('dst(self, /)', () => null),
  ];
}

/** The fields that both have. */
export function timeGetters(): readonly Getter[] {
  return [
    ...['hour', 'minute', 'second', 'microsecond'].map(
      (name, i) => new Getter(name, (_run, { time }: PyTime) => time[i]),
    ),
    new Getter('tzinfo', (_run, { zone }: PyTime) => zone),
    new Getter('fold', (_run, { fold }: PyTime) => fold),
  ];
}

define(timeClass, [
  ...zoneMethods(),
  new Builtin('__repr__(self, /)', (run, self: PyTime) => {
    const parts = [...shownTime(self.time), ...shownZone(run, self.zone, self.fold)];
    return `datetime.time(${parts.join(', ')})`;
  }),
  new Builtin('__str__(self, /)', (_run, self: PyTime) => timeText(self.time, self.zone, 'auto')),
  new Builtin("isoformat(self, timespec='auto')", (_run, self: PyTime, wanted: unknown) =>
    timeText(self.time, self.zone, timespec(wanted, 1)),
  ),
  new Builtin('strftime(self, format)', (run, self: PyTime, format: unknown) =>
    strftime(run, format, [1900, 1, 1], self.time, self.zone),
  ),
  new Builtin('__format__(self, spec, /)', (run, self: PyTime, spec: string) =>
    spec === ''
      ? timeText(self.time, self.zone, 'auto')
      : strftime(run, spec, [1900, 1, 1], self.time, self.zone),
  ),
  new Builtin(
    'replace(self, hour=..., minute=..., second=..., microsecond=..., tzinfo=..., *, fold=...)',
    (run, self: PyTime, ...given: unknown[]) => {
      const numbers = self.time.map((field, i) => given[i] ?? field);
      const zone = given[4] === undefined ? self.zone : given[4];
      return new PyTime(...timeParts(run, numbers, zone, given[5] ?? self.fold));
    },
  ),
]);
defineGetters(timeClass, timeGetters());
timeClass.attributes.set('min', new PyTime([0, 0, 0, 0]));
timeClass.attributes.set('max', new PyTime([23, 59, 59, 999_999]));
timeClass.attributes.set('resolution', new TimeDelta(1n));
