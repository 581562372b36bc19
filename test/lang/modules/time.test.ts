import { describe, expect, test } from 'vitest';
import { type StructTime, timeModule } from '../../../src/lang/modules/time.ts';
import { repr } from '../../../src/lang/objects/repr.ts';
import { callBuiltin } from '../../../src/lang/objects/signature.ts';
import { type Builtin, Float, Tuple } from '../../../src/lang/values.ts';
import { plainInterpreter } from '../objects/plain-interpreter.ts';
import { answer, decode, recorded } from '../recorded/decode.ts';

/** An interpreter whose clock stands at `now`, and what it was told to block for. */
function interpreterAt(now: number) {
  const blocked: number[] = [];
  const run = plainInterpreter({
    epoch: 1_700_000_000,
    now: () => now,
    block: (seconds) => {
      blocked.push(seconds);
      return null;
    },
  });
  return { run, blocked };
}

const { run, blocked } = interpreterAt(2.5);
const call = (name: string, ...args: unknown[]) =>
  callBuiltin(run, timeModule.attributes.get(name) as Builtin, args);
const errorOf = (name: string, ...args: unknown[]) =>
  (answer(() => call(name, ...args)) as { e: string[] }).e;

describe('module time', () => {
  test('its clocks are the virtual one', () => {
    expect([call('monotonic'), call('perf_counter'), call('time')]).toEqual(
      [2.5, 2.5, 1_700_000_002.5].map((value) => new Float(value)),
    );
    expect([call('monotonic_ns'), call('time_ns')]).toEqual([
      2_500_000_000,
      1_700_000_002_500_000_000n,
    ]);
  });

  test('sleep holds the loop', () => {
    expect(call('sleep', new Float(0.25))).toBe(null);
    call('sleep', 3);
    expect(blocked).toEqual([0.25, 3]);
    expect(errorOf('sleep', -1)).toEqual(['ValueError', 'sleep length must be non-negative']);
    expect(errorOf('sleep', new Float(NaN))).toEqual([
      'ValueError',
      'Invalid value NaN (not a number)',
    ]);
    expect(errorOf('sleep', 'x')).toEqual([
      'TypeError',
      "'str' object cannot be interpreted as an integer",
    ]);
  });

  test('the present is shown as a text', () => {
    expect([call('ctime'), call('strftime', '%X')]).toEqual([
      'Tue Nov 14 22:13:22 2023',
      '22:13:22',
    ]);
    expect(call('ctime', 0)).toBe('Thu Jan  1 00:00:00 1970');
    expect(call('strftime', '%Y %Z', call('gmtime', 0))).toBe('1970 GMT');
  });

  test('a struct_time is a tuple with names', () => {
    const time = call('localtime') as StructTime;
    expect(time).toBeInstanceOf(Tuple);
    expect(repr(run, time)).toBe(
      'time.struct_time(tm_year=2023, tm_mon=11, tm_mday=14, tm_hour=22, tm_min=13, tm_sec=22, ' +
        'tm_wday=1, tm_yday=318, tm_isdst=0)',
    );
    expect(run.objects.getAttribute(run, time, 'tm_year')).toBe(2023);
    expect(run.objects.getItem(run, time, 3)).toBe(22);
    expect(call('mktime', time)).toEqual(new Float(1_700_000_002));
  });

  test('fields out of range are named', () => {
    const fields = (month: number, hour: number) =>
      new Tuple([2020, month, 1, hour, 0, 0, 0, 1, 0]);
    expect(call('asctime', fields(0, 5))).toBe('Mon Jan  1 05:00:00 2020');
    expect(errorOf('asctime', fields(13, 5))).toEqual(['ValueError', 'month out of range']);
    expect(errorOf('strftime', '%H', fields(1, 24))).toEqual(['ValueError', 'hour out of range']);
    expect(errorOf('strftime', '%H', 5)).toEqual([
      'TypeError',
      'Tuple or struct_time argument required',
    ]);
    expect(errorOf('strftime', 5)).toEqual([
      'TypeError',
      'strftime() argument 1 must be str, not int',
    ]);
    expect(errorOf('gmtime', new Float(1e30))).toEqual([
      'OverflowError',
      'timestamp out of range for platform time_t',
    ]);
  });

  test('every recorded moment has CPython’s text', () => {
    for (const [when, , wanted, , , shown] of recorded('time')) {
      const time = call('gmtime', decode(run, when));
      expect([call('asctime', time), repr(run, time)]).toEqual([wanted, shown]);
    }
  });
});
