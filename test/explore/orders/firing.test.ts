// Firings are compared by the ids in them.
import { expect, test } from 'vitest';
import { byText, sameFiring } from '../../../src/explore/orders/firing.ts';

test('firings are the same where they have the same ids in one order', () => {
  expect(sameFiring(['0.0', '0.1'], ['0.0', '0.1'])).toBe(true);
  expect(sameFiring(['0.0', '0.1'], ['0.0'])).toBe(false);
  expect(sameFiring(['0.0'], ['0.1'])).toBe(false);
});

test('ids are in order of their texts', () => {
  expect(['0.2', '0.10', '0.1'].sort(byText)).toEqual(['0.1', '0.10', '0.2']);
});
