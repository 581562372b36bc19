import { describe, expect, test } from 'vitest';
import { WaitTally } from '../../src/report/waits.ts';

describe('waits', () => {
  test('last from the first wait of a task to its success', () => {
    const tally = new WaitTally();
    tally.begin(1, 0);
    tally.begin(1, 2);
    tally.succeed(1, 3);
    tally.begin(1, 5);
    tally.succeed(1, 6);
    expect(tally.summary()).toEqual({
      count: 2,
      abandoned: 0,
      p50: 1,
      p95: 3,
      max: 3,
      exact: true,
    });
  });

  test('of who did not wait are not counted', () => {
    const tally = new WaitTally();
    tally.succeed(1, 3);
    tally.giveUp(1);
    expect(tally.summary()).toMatchObject({ count: 0, abandoned: 0, max: null });
  });

  test('that end by cancellation are counted apart', () => {
    const tally = new WaitTally();
    tally.begin(1, 0);
    tally.giveUp(1);
    tally.succeed(1, 9);
    expect(tally.summary()).toMatchObject({ count: 0, abandoned: 1 });
  });
});
