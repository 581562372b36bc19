// A range of durations: the middle by default, what a policy says where it varies timing.
import { describe, expect, test } from 'vitest';
import { between } from '../../src/asyncio/between.ts';
import { coroutine } from '../../src/asyncio/coroutines.ts';
import { getRunningLoop } from '../../src/asyncio/events.ts';
import { sleep } from '../../src/asyncio/sleep.ts';
import { simulate } from '../../src/replay/record.ts';
import { Varying } from '../varying.ts';

const main = coroutine(function* () {
  yield* sleep(between(1, 4));
  return getRunningLoop().time();
});

describe('between', () => {
  test('is the middle of its range', () => {
    expect(simulate(main).value).toBe(2.5);
    expect(simulate(main, { policy: new Varying(['ties']) }).value).toBe(2.5);
  });

  test('is asked for with its ends', () => {
    const policy = new Varying(['timing'], { length: ({ most }) => most });
    expect(simulate(main, { policy }).value).toBe(4);
    expect(policy.ranges).toEqual([{ nominal: 2.5, least: 1, most: 4, values: null }]);
  });

  test('of one length is not asked for', () => {
    const policy = new Varying(['timing']);
    const { value } = simulate(
      () =>
        coroutine(function* () {
          yield* sleep(between(3, 3));
          return getRunningLoop().time();
        })(),
      { policy },
    );
    expect([value, policy.ranges.length]).toEqual([3, 0]);
  });

  test.each([
    [0, 1],
    [2, 1],
    [1, Number.POSITIVE_INFINITY],
    [Number.NaN, 1],
  ])('from %d to %d is no range', (least, most) => {
    expect(() => between(least, most)).toThrow(
      new RangeError(`a range of positive durations, not ${least} to ${most}`),
    );
  });
});
