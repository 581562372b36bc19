// How many combinations there are, for all small pools.
import { expect, test } from 'vitest';
import {
  Combinations,
  CombinationsWithReplacement,
  Permutations,
  Product,
} from '../../../src/lang/modules/itertools-combining.ts';
import { type PyIterator, STOP } from '../../../src/lang/objects/iterator.ts';

function count(iterator: PyIterator): number {
  let seen = 0;
  while (iterator.next() !== STOP) seen++;
  return seen;
}

function factorial(n: number): number {
  return n <= 1 ? 1 : n * factorial(n - 1);
}

test('their numbers are the textbook’s', () => {
  for (let n = 0; n <= 5; n++) {
    const pool = Array.from({ length: n }, (_, i) => i);
    for (let r = 0; r <= 4; r++) {
      const ordered = r > n ? 0 : factorial(n) / factorial(n - r);
      const multisets = n === 0 ? Number(r === 0) : factorial(n + r - 1) / factorial(n - 1);
      expect(count(new Permutations(pool, r))).toBe(ordered);
      expect(count(new Combinations(pool, r, false))).toBe(ordered / factorial(r));
      expect(count(new CombinationsWithReplacement(pool, r, true))).toBe(
        n === 0 ? multisets : multisets / factorial(r),
      );
      expect(count(new Product(Array.from({ length: r }, () => pool)))).toBe(n ** r);
    }
  }
});
