import { expect, test } from 'vitest';
import { DEFAULT_EXPLORE_LIMITS } from '../../../src/explore/limits.ts';
import { RunLog } from '../../../src/explore/orders/run-log.ts';
import { STRATEGIES, strategyNamed } from '../../../src/explore/strategies/named.ts';
import type { ChoiceKind } from '../../../src/kernel/policy.ts';

const setting = {
  ...{ seed: 1, programSeed: 9, questions: 4, cancelPoints: 0 },
  ...{ reservation: 'a reason', clockReservation: null, limits: DEFAULT_EXPLORE_LIMITS },
  kinds: new Set<ChoiceKind>(['timing']),
  log: () => new RunLog({ knowsPlaces: true, countsDraws: true, moments: 9 }),
};

test.each(STRATEGIES)('%s is what it is called', (name) => {
  expect(strategyNamed(name, setting).name).toBe(name);
});

test('those that are drawn at random have plans that depend on their number alone', () => {
  const indexed = STRATEGIES.filter((name) => strategyNamed(name, setting).isIndexed(0));
  expect(indexed).toEqual(['random', 'pct']);
});

test('a reason why a search cannot be exhaustive is what a systematic one says', () => {
  for (const name of ['systematic', 'mixed'] as const)
    expect(strategyNamed(name, setting).coverage().note).toBe('a reason');
});
