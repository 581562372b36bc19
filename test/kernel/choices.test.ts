// The questions to a policy: asked of the kinds that it varies, answered within what is possible.
import { describe, expect, test } from 'vitest';
import { InternalError } from '../../src/base/stop.ts';
import { Choices } from '../../src/kernel/choices.ts';
import { Varying } from '../varying.ts';
import { tracedLoop } from './bare-loop.ts';

const TASK = 7;

function choices(policy: Varying): Choices {
  return new Choices(policy, null, () => TASK);
}

const drawn = { nominal: 1.5, least: 1, most: 2, values: null };

describe('an order', () => {
  test('is asked for with the task that wants it', () => {
    const policy = new Varying(['sets'], { order: () => [1, 0] });
    expect(choices(policy).arrange('sets', ['a', 'b'], String)).toEqual(['b', 'a']);
    expect(policy.orders).toEqual([['sets', ['a', 'b'], TASK]]);
  });

  test('of a kind that does not vary stays as it is', () => {
    const policy = new Varying(['ties'], { order: () => [1, 0] });
    expect(choices(policy).arrange('sets', ['a', 'b'], String)).toEqual(['a', 'b']);
    expect(policy.orders).toEqual([]);
  });

  test.each([
    ['no', 0],
    ['at once', 1],
    ['as it wakes', 2],
  ] as const)('of cancellations that begins with %s does that', (delivery, first) => {
    const rest = [0, 1, 2].filter((index) => index !== first);
    const policy = new Varying(['cancel'], { order: () => [first, ...rest] });
    expect(choices(policy).delivery()).toBe(delivery);
  });
});

describe('a duration out of a draw', () => {
  test('is asked for once: its timer is not asked about again', () => {
    const policy = new Varying(['timing'], { jitter: { share: 0.5, seconds: 0 }, length: () => 2 });
    const asked = choices(policy);
    expect(asked.drawnDuration(drawn)).toBe(2);
    expect(asked.duration(2)).toBe(2);
    expect(policy.ranges).toHaveLength(1);
    expect(asked.duration(2)).toBe(2);
    expect(policy.ranges).toHaveLength(2);
  });

  test('lies in its range, or the policy is our bug', () => {
    const policy = new Varying(['timing'], { length: () => 2.5 });
    expect(() => choices(policy).drawnDuration(drawn)).toThrow(InternalError);
  });

  test('leaves its answer in the trace', () => {
    const [loop, lines] = tracedLoop({ policy: new Varying(['timing'], { length: () => 1.25 }) });
    loop.choices?.drawnDuration(drawn);
    expect(lines().map((line) => JSON.parse(line))).toMatchObject([
      { kind: 'choice.made', choice: 'timing', options: 0, picked: '1.25' },
    ]);
  });
});

describe('any other duration', () => {
  const ranges = (share: number, seconds: number, length: number): unknown => {
    const policy = new Varying(['timing'], { jitter: { share, seconds } });
    expect(choices(policy).duration(length)).toBe(length);
    return policy.ranges.map(({ least, most }) => [least, most]);
  };

  test('varies by a share or by seconds, whichever is more', () => {
    expect(ranges(0.25, 0, 2)).toEqual([[1.5, 2.5]]);
    expect(ranges(0, 0.5, 2)).toEqual([[1.5, 2.5]]);
    expect(ranges(0.5, 0.5, 4)).toEqual([[2, 6]]);
  });

  test('stays above 0', () => {
    expect(ranges(0, 3, 2)).toEqual([[2 / 1024, 5]]);
  });

  test.each([0, -1, Number.POSITIVE_INFINITY, Number.NaN])('of %d never varies', (length) => {
    const policy = new Varying(['timing'], { jitter: { share: 0.5, seconds: 1 } });
    expect(choices(policy).duration(length)).toBe(length);
    expect(policy.ranges).toEqual([]);
  });

  test('varies only with a jitter', () => {
    const policy = new Varying(['timing']);
    expect(choices(policy).duration(2)).toBe(2);
    expect(policy.ranges).toEqual([]);
  });
});
