import { expect, test } from 'vitest';
import type { LimitReached } from '../../src/base/stop.ts';
import { checkTime, DEFAULT_LOOP_LIMITS, refuseMore } from '../../src/kernel/limits.ts';

const limits = { ...DEFAULT_LOOP_LIMITS, handles: 7, handlesAtInstant: 3, time: 10 };

function refused(act: () => void): string {
  try {
    act();
  } catch (error) {
    return (error as LimitReached).message;
  }
  return '';
}

test('time is allowed up to the limit, itself included; what is no number is not', () => {
  expect(refused(() => checkTime(limits, 10))).toBe('');
  const message = 'limit reached: virtual time in seconds (10); raise it with --max-time';
  expect(refused(() => checkTime(limits, 10.5))).toBe(message);
  expect(refused(() => checkTime(limits, Number.NaN))).toBe(message);
});

test('a refusal names the limit that was reached first', () => {
  expect(refused(() => refuseMore(limits, 0))).toBe(
    'limit reached: handles executed (7); raise it with --max-steps',
  );
  expect(refused(() => refuseMore(limits, 4))).toBe(
    'limit reached: handles at one instant (3); raise it with --max-instant-steps',
  );
});
