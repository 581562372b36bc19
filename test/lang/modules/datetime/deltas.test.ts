import { expect, test } from 'vitest';
import { compareBy, TimeDelta } from '../../../../src/lang/modules/datetime/deltas.ts';
import { expectRecorded } from '../recorded.ts';

test('spans of time add up, divide and show themselves as CPython’s do', () =>
  expectRecorded('deltas', 'datetime'));

test('a span is kept in whole microseconds, days rounded down', () => {
  const { days, seconds, microseconds } = new TimeDelta(-1n);
  expect([days, seconds, microseconds]).toEqual([-1, 86_399, 999_999]);
  expect(compareBy('<', 1n, 2n)).toBe(true);
});
