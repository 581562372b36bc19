import { expect, test } from 'vitest';
import { intOf, quantityOf, sameQuantity } from '../../../src/lang/objects/numbers.ts';
import { Float } from '../../../src/lang/values.ts';

test('numbers of all kinds have a quantity, nothing else has', () => {
  expect([5, 2n ** 60n, true, new Float(1.5)].map(quantityOf)).toEqual([5, 2n ** 60n, 1, 1.5]);
  expect(['5', null, [5]].map(quantityOf)).toEqual([undefined, undefined, undefined]);
  expect(intOf(new Float(1))).toBe(undefined);
  expect(intOf(false)).toBe(0);
});

test('quantities compare exactly', () => {
  expect(sameQuantity(2n ** 53n + 1n, 2 ** 53)).toBe(false);
  expect(sameQuantity(2n ** 60n, 2 ** 60)).toBe(true);
  expect(sameQuantity(2n ** 60n, NaN)).toBe(false);
  expect(sameQuantity(NaN, NaN)).toBe(false);
});
