import { expect, test } from 'vitest';
import { reachOf } from '../../src/explore/reach.ts';
import type { ChoiceKind } from '../../src/kernel/policy.ts';

test.each([
  [[], 'in the default order'],
  [['timing'], 'reachable on CPython'],
  [['data'], 'reachable on CPython'],
  [['ties'], 'unspecified order'],
  [['sets'], 'unspecified order'],
  [['cancel'], 'under cancellation'],
  [['ready-order'], 'other schedulers only'],
  [['timing', 'ties'], 'unspecified order'],
  [['cancel', 'timing', 'data'], 'under cancellation'],
  [['ready-order', 'timing', 'cancel'], 'other schedulers only'],
] as const)('what needs %j is found %s', (kinds, reach) => {
  expect(reachOf(new Set<ChoiceKind>(kinds))).toBe(reach);
});
