// `datetime.timezone` and its base `tzinfo`: a fixed offset from UTC, with or without a name. The
// zone of the machine is UTC. Zones of the program's own are refused.
// Source: CPython 3.14 Modules/_datetimemodule.c (new_timezone, timezone_str).

import { NotImplementedError, PyTypeError, ValueError } from '../../../asyncio/exceptions.ts';
import type { Interpreter } from '../../interpreter.ts';
import { builtinClass, declareType, define } from '../../objects/classes.ts';
import type { Int } from '../../objects/integers.ts';
import { repr } from '../../objects/repr.ts';
import { callBuiltin } from '../../objects/signature.ts';
import { Structural } from '../../objects/structural.ts';
import { typeName } from '../../objects/type-of.ts';
import { Builtin } from '../../values.ts';
import { TimeDelta } from './deltas.ts';

const DAY = 86_400_000_000n;

export class TimeZone extends Structural {
  readonly offset: TimeDelta;
  /** What the program calls it; null where its offset is its name. */
  readonly name: string | null;

  constructor(offset: TimeDelta, name: string | null = null) {
    super();
    this.offset = offset;
    this.name = name;
  }

  equalTo(_run: Interpreter, other: unknown): boolean | undefined {
    return other instanceof TimeZone ? this.offset.total === other.offset.total : undefined;
  }

  hash(run: Interpreter): Int {
    return this.offset.hash(run);
  }
}

export const utc = new TimeZone(new TimeDelta(0n));

export const tzInfoClass = builtinClass('tzinfo', undefined, 'datetime');
tzInfoClass.messageName = 'datetime.tzinfo';
tzInfoClass.construct = () => {
  throw new NotImplementedError('a tzinfo of your own is not supported: use datetime.timezone');
};

export const timeZoneClass = builtinClass('timezone', [tzInfoClass], 'datetime');
timeZoneClass.messageName = 'datetime.timezone';
timeZoneClass.isFinal = true;
declareType(TimeZone, timeZoneClass);

/** `+05:30`, with seconds and microseconds where there are any; `between` parts the numbers. */
export function offsetText(offset: TimeDelta, between = ':'): string {
  const isNegative = offset.total < 0n;
  const size = isNegative ? -offset.total : offset.total;
  const seconds = Number(size / 1_000_000n);
  const micros = Number(size % 1_000_000n);
  const parts = [Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60), seconds % 60];
  if (parts[2] === 0 && micros === 0) parts.pop();
  const text = parts.map((each) => String(each).padStart(2, '0')).join(between);
  const fraction = micros === 0 ? '' : `.${String(micros).padStart(6, '0')}`;
  return `${isNegative ? '-' : '+'}${text}${fraction}`;
}

/** `UTC+05:30`, or the name that it was given. */
export function zoneName(zone: TimeZone): string {
  if (zone.name !== null) return zone.name;
  return zone.offset.total === 0n ? 'UTC' : `UTC${offsetText(zone.offset)}`;
}

const make = new Builtin(
  'timezone(offset, name=...)',
  (run, offset: unknown, name: unknown): TimeZone => {
    if (!(offset instanceof TimeDelta)) {
      throw new PyTypeError(
        `timezone() argument 1 must be datetime.timedelta, not ${shownType(offset)}`,
      );
    }
    if (name !== undefined && typeof name !== 'string') {
      throw new PyTypeError(`timezone() argument 2 must be str, not ${shownType(name)}`);
    }
    if (offset.total <= -DAY || offset.total >= DAY) {
      throw new ValueError(
        'offset must be a timedelta strictly between -timedelta(hours=24) and ' +
          `timedelta(hours=24), not ${repr(run, offset)}`,
      );
    }
    if (name === undefined && offset.total === 0n) return utc;
    return new TimeZone(offset, name ?? null);
  },
);
timeZoneClass.signature = make.signature;
timeZoneClass.construct = (run, _cls, args, keywords) => callBuiltin(run, make, args, keywords);

/** The class of an argument, None by its own name. */
export function shownType(value: unknown): string {
  return value === null ? 'None' : typeName(value);
}

/** A `tzinfo` argument: a zone or None. Throws TypeError. */
export function checkZone(value: unknown): TimeZone | null {
  if (value === null || value instanceof TimeZone) return value;
  throw new PyTypeError(
    `tzinfo argument must be None or of a tzinfo subclass, not type '${typeName(value)}'`,
  );
}

define(timeZoneClass, [
  new Builtin('__repr__(self, /)', (run, self: TimeZone) => {
    if (self === utc) return 'datetime.timezone.utc';
    const name = self.name === null ? '' : `, ${repr(run, self.name)}`;
    return `datetime.timezone(${repr(run, self.offset)}${name})`;
  }),
  new Builtin('__str__(self, /)', (_run, self: TimeZone) => zoneName(self)),
  new Builtin('utcoffset(self, dt, /)', (_run, self: TimeZone) => self.offset),
  new Builtin('tzname(self, dt, /)', (_run, self: TimeZone) => zoneName(self)),
  new Builtin('dst(self, dt, /)', () => null),
]);
const MINUTE = 60_000_000n;
timeZoneClass.attributes.set('utc', utc);
timeZoneClass.attributes.set('min', new TimeZone(new TimeDelta(MINUTE - DAY)));
timeZoneClass.attributes.set('max', new TimeZone(new TimeDelta(DAY - MINUTE)));
