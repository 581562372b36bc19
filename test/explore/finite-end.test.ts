import { expect, test } from 'vitest';
import { finiteEnd } from '../../src/explore/finite-end.ts';

const range = { nominal: 2, least: 1, values: null };

test('the end of a range is its own, or sixteen times what is asked for', () => {
  expect(finiteEnd({ ...range, most: 3 })).toBe(3);
  expect(finiteEnd({ ...range, most: 32 })).toBe(32);
  expect(finiteEnd({ ...range, most: 33 })).toBe(32);
  expect(finiteEnd({ ...range, most: Number.POSITIVE_INFINITY })).toBe(32);
});
