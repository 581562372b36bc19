import { describe, expect, test } from 'vitest';
import {
  LIMIT_FLAGS,
  limitsFrom,
  seconds,
  UsageError,
  wholeNumber,
} from '../../src/cli/options.ts';
import { DEFAULT_LIMITS } from '../../src/simulate.ts';

describe('numbers', () => {
  test('whole numbers may be grouped', () => {
    expect(wholeNumber('--seed', '1_000', 0)).toBe(1000);
    expect(wholeNumber('--seed', 0, 0)).toBe(0);
  });

  test.each(['abc', '1.5', '', '1e3', '-1', '9007199254740993'])('%j is none from 0 up', (text) => {
    expect(() => wholeNumber('--seed', text, 0)).toThrow(
      new UsageError(`--seed: expected a whole number from 0 up, found '${text}'`),
    );
  });

  test('seconds are numbers or durations', () => {
    expect(seconds('--until', '5')).toBe(5);
    expect(seconds('--until', '0.25')).toBe(0.25);
    expect(seconds('--until', '90s')).toBe(90);
    expect(seconds('--until', '1h 30m')).toBe(5400);
    expect(() => seconds('--until', 'soon')).toThrow(
      "--until: expected seconds, such as 5, 90s or 1h, found 'soon'",
    );
  });
});

describe('limits', () => {
  test('a flag goes before the scenario, the scenario before the default', () => {
    const scenario = new Map([
      ['steps', 7],
      ['tasks', 8],
    ]);
    const limits = limitsFrom({ 'max-steps': '9' }, scenario);
    expect(limits.steps).toBe(9);
    expect(limits.tasks).toBe(8);
    expect(limits.recursion).toBe(DEFAULT_LIMITS.recursion);
  });

  test('every limit has its flag', () => {
    const named = LIMIT_FLAGS.map((each) => each.limit);
    expect([...named].sort((a, b) => (a < b ? -1 : 1))).toEqual(
      Object.keys(DEFAULT_LIMITS).sort((a, b) => (a < b ? -1 : 1)),
    );
  });

  test('the time limit takes a duration', () => {
    expect(limitsFrom({ 'max-time': '2m' }, new Map()).time).toBe(120);
  });
});
