// heapq on an array: the order of equal items is CPython's, recorded from it.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { heapify, heappop, heappush, heapreplace } from '../../src/base/heapq.ts';

interface Item {
  readonly key: number;
  readonly serial: number;
}

interface Recorded {
  readonly name: string;
  readonly operations: readonly [string, number][];
  readonly popped: readonly number[];
}

const file = join(import.meta.dirname, '../asyncio/oracle/heap_orders.jsonl');
const records = readFileSync(file, 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line) as Recorded)
  .filter(({ operations }) => operations.every(([word]) => word !== 'compact'));

const byKey = (a: Item, b: Item): boolean => a.key < b.key;

describe('heapq', () => {
  test.each(records.map((record) => [record.name, record] as const))(
    'gives equal items back as CPython does: %s',
    (_name, { operations, popped }) => {
      const heap: Item[] = [];
      const left: number[] = [];
      let serial = 0;
      for (const [word, key] of operations) {
        if (word === 'push') heappush(heap, { key, serial: ++serial }, byKey);
        else if (word === 'pop') left.push(heappop(heap, byKey).serial);
      }
      while (heap.length > 0) left.push(heappop(heap, byKey).serial);
      expect(left).toEqual(popped);
    },
  );

  test('sorts', () => {
    fc.assert(
      fc.property(fc.array(fc.integer()), (items) => {
        const heap: number[] = [];
        for (const item of items) heappush(heap, item, (a, b) => a < b);
        const sorted = items.map(() => heappop(heap, (a, b) => a < b));
        expect(sorted).toEqual([...items].sort((a, b) => a - b));
        expect(heap).toEqual([]);
      }),
      { seed: 13 },
    );
  });

  test('lets an error of the comparison through', () => {
    const fails = (): boolean => {
      throw new Error('incomparable');
    };
    const heap: unknown[] = [];
    heappush(heap, 1, fails);
    expect(() => heappush(heap, 'x', fails)).toThrow('incomparable');
  });
});

test('any array becomes a heap, as CPython orders it, and its smallest item can be replaced', () => {
  const less = (a: number, b: number): boolean => a < b;
  const heap = [9, 8, 7, 6, 5];
  heapify(heap, less);
  expect(heap).toEqual([5, 6, 7, 9, 8]);
  expect(heapreplace(heap, 10, less)).toBe(5);
  expect(heap).toEqual([6, 8, 7, 9, 10]);
});
