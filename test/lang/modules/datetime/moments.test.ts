import { expect, test } from 'vitest';
import { TimeDelta } from '../../../../src/lang/modules/datetime/deltas.ts';
import {
  momentAt,
  momentOfUnix,
  unixMicros,
} from '../../../../src/lang/modules/datetime/moments.ts';
import { TimeZone } from '../../../../src/lang/modules/datetime/zones.ts';

const east = new TimeZone(new TimeDelta(3_600_000_000n));

test('a moment is on the wall what it is in UTC and its offset', () => {
  const moment = momentOfUnix(1_700_000_000_000_000n, east);
  expect([...moment.date, ...moment.time]).toEqual([2023, 11, 14, 23, 13, 20, 0]);
  expect(unixMicros(moment)).toBe(1_700_000_000_000_000n);
  expect(moment.since(momentOfUnix(0n, east)).total).toBe(1_700_000_000_000_000n);
});

test('there is nothing after the year 9999', () => {
  expect(() => momentAt(10n ** 18n)).toThrow(
    expect.objectContaining({ args: ['date value out of range'] }),
  );
});
