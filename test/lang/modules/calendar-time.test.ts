import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import {
  breakDown,
  dayNames,
  daysFromDate,
  formatTime,
  monthNames,
  secondsOf,
} from '../../../src/lang/modules/calendar-time.ts';
import { Float } from '../../../src/lang/values.ts';
import { plainInterpreter } from '../objects/plain-interpreter.ts';
import { decode, recorded } from '../recorded/decode.ts';

const run = plainInterpreter();
const epoch = breakDown(1_700_000_000);

describe('the calendar', () => {
  test('the epoch of a run is 2023-11-14 22:13:20, a Tuesday', () => {
    expect(formatTime('%Y-%m-%d %H:%M:%S %A %j', epoch)).toBe('2023-11-14 22:13:20 Tuesday 318');
    expect([dayNames[epoch.weekday], monthNames[epoch.month - 1]]).toEqual(['Tuesday', 'November']);
  });

  test('days count from 1970, months run over', () => {
    expect([
      daysFromDate(1970, 1, 1),
      daysFromDate(2000, 3, 1),
      daysFromDate(1969, 12, 31),
    ]).toEqual([0, 11017, -1]);
    expect(daysFromDate(2020, 14, 1)).toBe(daysFromDate(2021, 2, 1));
  });

  test.prop([fc.integer({ min: -1e12, max: 1e12 })], { seed: 1 })(
    'taking time apart and putting it together gives the same',
    (seconds) => {
      expect(secondsOf(breakDown(seconds))).toBe(seconds);
    },
  );

  test('flags and widths are glibc’s', () => {
    const time = breakDown(0);
    const shown = ['%-d', '%_d', '%^a', '%5d', '%-I', '%#Z', '%05d', '%3S', '%Od', '%10A', '%Q'];
    expect(shown.map((format) => formatTime(format, time))).toEqual([
      '1',
      ' 1',
      'THU',
      '00001',
      '12',
      'utc',
      '00001',
      '000',
      '01',
      '  Thursday',
      '%Q',
    ]);
    expect(formatTime('%k|%l|%P|%Z|%z|100%', epoch)).toBe('22|10|pm|UTC|+0000|100%');
  });

  test('every recorded moment is CPython’s', () => {
    const rows = recorded('time');
    expect(rows.length).toBeGreaterThan(100);
    for (const [when, fields, , format, wanted] of rows as [
      unknown,
      { t: { i: string }[] },
      string,
      string,
      string,
    ][]) {
      const moment = decode(run, when);
      const seconds = moment instanceof Float ? moment.value : (moment as number);
      const time = breakDown(Math.floor(seconds));
      const { year, month, day, hour, minute, second, weekday, yearday } = time;
      expect([year, month, day, hour, minute, second, weekday, yearday, 0]).toEqual(
        fields.t.map(({ i }) => Number(i)),
      );
      expect([when, format, formatTime(format, time, 'GMT')]).toEqual([when, format, wanted]);
    }
  });
});
