import { expect, test } from 'vitest';
import { LIMIT_FLAGS } from '../../src/cli/options.ts';
import { DEFAULT_LIMITS } from '../../src/scenario/run-limits.ts';

test('every limit has a flag and a default that counts something', () => {
  expect(Object.keys(DEFAULT_LIMITS).sort()).toEqual(LIMIT_FLAGS.map((each) => each.limit).sort());
  for (const value of Object.values(DEFAULT_LIMITS)) expect(value).toBeGreaterThan(0);
});
