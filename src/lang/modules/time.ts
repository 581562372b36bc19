// Module `time`, on the virtual clock: monotonic and perf_counter are the loop's time, time()
// starts at the run's epoch, sleep moves the clock and holds the loop. The local zone is UTC.
// Source: CPython 3.14 Modules/timemodule.c, Python/pytime.c.

import { OverflowError, PyTypeError, ValueError } from '../../asyncio/exceptions.ts';
import type { Interpreter } from '../interpreter.ts';
import { builtinClass, declareType, define, tupleClass } from '../objects/classes.ts';
import { Getter } from '../objects/descriptors.ts';
import { toIndex } from '../objects/index-of.ts';
import { type Int, normalise, toFloat } from '../objects/integers.ts';
import { items } from '../objects/iteration.ts';
import { repr } from '../objects/repr.ts';
import { typeName } from '../objects/type-of.ts';
import { Builtin, Float, PyModule, Tuple } from '../values.ts';
import {
  type BrokenTime,
  breakDown,
  dayNames,
  formatTime,
  monthNames,
  secondsOf,
} from './calendar-time.ts';

const FIELDS: readonly string[] = [
  'tm_year',
  'tm_mon',
  'tm_mday',
  'tm_hour',
  'tm_min',
  'tm_sec',
  'tm_wday',
  'tm_yday',
  'tm_isdst',
];

/** `time.struct_time`: a tuple of nine whose items have names. */
export class StructTime extends Tuple {
  readonly zone: string;

  constructor(items: readonly unknown[], zone = 'UTC') {
    super(items);
    this.zone = zone;
  }
}

export const structTimeClass = builtinClass('struct_time', [tupleClass], 'time');
declareType(StructTime, structTimeClass);
structTimeClass.construct = (run, _cls, args) => {
  const fields = args.length === 0 ? [] : [...items(run, args[0])];
  if (fields.length < FIELDS.length) {
    throw new PyTypeError(
      `time.struct_time() takes an at least 9-sequence (${fields.length}-sequence given)`,
    );
  }
  return new StructTime(fields.slice(0, FIELDS.length));
};
define(structTimeClass, [
  new Builtin('__repr__(self, /)', (run: Interpreter, self: StructTime) => {
    const shown = FIELDS.map((name, i) => `${name}=${repr(run, self.items[i])}`);
    return `time.struct_time(${shown.join(', ')})`;
  }),
]);
FIELDS.forEach((name, i) => {
  structTimeClass.attributes.set(name, new Getter(name, (_run, self: StructTime) => self.items[i]));
});
structTimeClass.attributes.set(
  'tm_zone',
  new Getter('tm_zone', (_run, self: StructTime) => self.zone),
);
structTimeClass.attributes.set('tm_gmtoff', new Getter('tm_gmtoff', () => 0));

function toStruct(time: BrokenTime, zone: string): StructTime {
  const { year, month, day, hour, minute, second, weekday, yearday } = time;
  return new StructTime([year, month, day, hour, minute, second, weekday, yearday, 0], zone);
}

/** Names of the fields in messages, with their least and greatest values, from the month on. */
const RANGES: readonly (readonly [string, number, number])[] = [
  ['month', 0, 12],
  ['day of month', 0, 31],
  ['hour', 0, 23],
  ['minute', 0, 59],
  ['seconds', 0, 61],
  ['day of week', -1, Infinity],
  ['day of year', 0, 366],
];

/**
 * The fields of a struct_time or tuple, checked as strftime and asctime do. Throws TypeError,
 * ValueError.
 */
function fromStruct(run: Interpreter, value: unknown, who: string, check: boolean): BrokenTime {
  if (!(value instanceof Tuple)) throw new PyTypeError('Tuple or struct_time argument required');
  if (value.items.length !== FIELDS.length) {
    throw new PyTypeError(`${who}(): illegal time tuple argument`);
  }
  const fields = value.items.map((item) => Number(toIndex(run, item)));
  const [year, month, day, hour, minute, second, weekday, yearday] = fields;
  if (!check) return { year, month, day, hour, minute, second, weekday, yearday };
  RANGES.forEach(([name, least, greatest], i) => {
    const field = fields[i + 1];
    if (!(field >= least && field <= greatest)) throw new ValueError(`${name} out of range`);
  });
  return {
    year,
    month: Math.max(1, month),
    day: Math.max(1, day),
    hour,
    minute,
    second,
    weekday: (weekday + 7) % 7,
    yearday: Math.max(1, yearday),
  };
}

/** Unix time now, in seconds. */
export function unixTime(run: Interpreter): number {
  return run.epoch + run.now();
}

/** Seconds as a whole number of nanoseconds. */
export function nanoseconds(seconds: number): bigint {
  const whole = Math.floor(seconds);
  return BigInt(whole) * 1_000_000_000n + BigInt(Math.floor((seconds - whole) * 1e9 + 0.5));
}

/**
 * The moment that an argument in seconds names, now for None. Throws TypeError, ValueError,
 * OverflowError.
 */
function momentOf(run: Interpreter, value: unknown): BrokenTime {
  if (value === null) return breakDown(Math.floor(unixTime(run)));
  const seconds = value instanceof Float ? value.value : Number(toIndex(run, value));
  if (Number.isNaN(seconds)) throw new ValueError('Invalid value NaN (not a number)');
  // The years that a C int holds.
  if (Math.abs(seconds) > 6.77e16) {
    throw new OverflowError('timestamp out of range for platform time_t');
  }
  return breakDown(Math.floor(seconds));
}

function ascText(time: BrokenTime): string {
  const day = dayNames[time.weekday].slice(0, 3);
  const month = monthNames[time.month - 1].slice(0, 3);
  return `${day} ${month} ${formatTime('%e %H:%M:%S', time)} ${time.year}`;
}

function sleep(run: Interpreter, value: unknown): unknown {
  let seconds: number;
  if (value instanceof Float) seconds = value.value;
  else seconds = toFloat(toIndex(run, value));
  if (Number.isNaN(seconds)) throw new ValueError('Invalid value NaN (not a number)');
  if (seconds < 0) throw new ValueError('sleep length must be non-negative');
  // CPython counts nanoseconds in 64 bits.
  if (seconds >= 9223372036.85) {
    throw new OverflowError('timestamp too large to convert to C PyTime_t');
  }
  return run.block(seconds);
}

function strftime(run: Interpreter, format: unknown, time: unknown): string {
  if (typeof format !== 'string') {
    const shown = format === null ? 'None' : typeName(format);
    throw new PyTypeError(`strftime() argument 1 must be str, not ${shown}`);
  }
  run.charge(format.length);
  if (time === null) return formatTime(format, momentOf(run, null));
  const zone = time instanceof StructTime ? time.zone : 'UTC';
  return formatTime(format, fromStruct(run, time, 'strftime', true), zone);
}

/** A clock in seconds, and its like in nanoseconds. */
function clock(name: string, read: (run: Interpreter) => number): readonly Builtin[] {
  return [
    new Builtin(`${name}()`, (run: Interpreter) => new Float(read(run))),
    new Builtin(`${name}_ns()`, (run: Interpreter): Int => normalise(nanoseconds(read(run)))),
  ];
}

const functions: readonly Builtin[] = [
  new Builtin('sleep(seconds, /)', sleep),
  ...clock('monotonic', (run) => run.now()),
  ...clock('perf_counter', (run) => run.now()),
  ...clock('time', unixTime),
  new Builtin('gmtime(seconds=None, /)', (run: Interpreter, seconds: unknown) =>
    toStruct(momentOf(run, seconds), 'GMT'),
  ),
  new Builtin('localtime(seconds=None, /)', (run: Interpreter, seconds: unknown) =>
    toStruct(momentOf(run, seconds), 'UTC'),
  ),
  new Builtin(
    'mktime(time_tuple, /)',
    (run: Interpreter, time: unknown) =>
      new Float(secondsOf(fromStruct(run, time, 'mktime', false))),
  ),
  new Builtin('ctime(seconds=None, /)', (run: Interpreter, seconds: unknown) =>
    ascText(momentOf(run, seconds)),
  ),
  new Builtin('asctime(time_tuple=None, /)', (run: Interpreter, time: unknown) =>
    ascText(time === null ? momentOf(run, null) : fromStruct(run, time, 'asctime', true)),
  ),
  new Builtin('strftime(format, time_tuple=None, /)', strftime),
];

/** The module; the same for every run. */
export const timeModule = new PyModule(
  'time',
  new Map<string, unknown>([
    ...functions.map((each): [string, unknown] => [each.name, each]),
    ['struct_time', structTimeClass],
    ['timezone', 0],
    ['altzone', 0],
    ['daylight', 0],
    ['tzname', new Tuple(['UTC', 'UTC'])],
  ]),
);
