// Moments that come from clocks: now, by the virtual clock and the epoch of the run, and Unix
// timestamps. The local zone is UTC.
// Source: CPython 3.14 Modules/_datetimemodule.c (datetime_best_possible,
// datetime_from_timestamp), Python/pytime.c.

import { OverflowError, PyTypeError, ValueError } from '../../../asyncio/exceptions.ts';
import type { Interpreter } from '../../interpreter.ts';
import { indexOrUndefined } from '../../objects/index-of.ts';
import { typeName } from '../../objects/type-of.ts';
import { Float } from '../../values.ts';
import { nanoseconds } from '../time.ts';
import { dateOfOrdinal, LAST_ORDINAL } from './calendar-fields.ts';
import { momentOfUnix, type PyDateTime } from './moments.ts';
import type { TimeZone } from './zones.ts';

/**
 * Now. Epoch and clock are added as whole nanoseconds: the sum as a double would be off by a tenth
 * of a microsecond, and rounding down would show 0.1 s as 0.099999.
 */
export function momentNow(run: Interpreter, zone: TimeZone | null): PyDateTime {
  const micros = (nanoseconds(run.epoch) + nanoseconds(run.now())) / 1000n;
  return momentOfUnix(micros, zone);
}

function nearestEven(value: number): number {
  const floor = Math.floor(value);
  const rest = value - floor;
  return rest > 0.5 || (rest === 0.5 && floor % 2 !== 0) ? floor + 1 : floor;
}

/** Seconds that a time_t of 64 bits does not hold. */
const TIME_LIMIT = 0x8000000000000000;

/** Seconds as microseconds, to the nearest. Throws TypeError, ValueError, OverflowError. */
function microsOfSeconds(run: Interpreter, value: unknown): bigint {
  if (!(value instanceof Float)) {
    const index = indexOrUndefined(run, value);
    if (index === undefined) {
      throw new PyTypeError(`argument must be int or float, not ${typeName(value)}`);
    }
    return BigInt(index) * 1_000_000n;
  }
  const seconds = value.value;
  if (Number.isNaN(seconds)) throw new ValueError('Invalid value NaN (not a number)');
  if (Math.abs(seconds) >= TIME_LIMIT) {
    throw new OverflowError('timestamp out of range for platform time_t');
  }
  const whole = Math.trunc(seconds);
  return BigInt(whole) * 1_000_000n + BigInt(nearestEven((seconds - whole) * 1e6));
}

/** `datetime.fromtimestamp(seconds, zone)`. */
export function momentOfTimestamp(
  run: Interpreter,
  seconds: unknown,
  zone: TimeZone | null,
): PyDateTime {
  const micros = microsOfSeconds(run, seconds);
  const days = micros / 86_400_000_000n + 719_163n;
  if (days < 1n || days > BigInt(LAST_ORDINAL)) {
    const [year] = dateOfOrdinal(Number(days));
    throw new ValueError(`year must be in 1..9999, not ${year}`);
  }
  return momentOfUnix(micros, zone);
}
