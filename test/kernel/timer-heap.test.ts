// The timer heap: heapq's own order of equal deadlines in `heapq`, the order of creation in `fifo`.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { TimerHandle } from '../../src/kernel/handle.ts';
import { type Ties, TimerHeap } from '../../src/kernel/timer-heap.ts';

type Operation = ['push', number] | ['pop'] | ['cancel', number] | ['compact'];

interface Recorded {
  readonly name: string;
  readonly operations: readonly Operation[];
  readonly popped: readonly number[];
}

const file = join(import.meta.dirname, '../asyncio/oracle/heap_orders.jsonl');
const records = readFileSync(file, 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line) as Recorded);

function timer(when: number, serial: number): TimerHandle {
  return new TimerHandle({ timerCancelled: () => {} }, when, serial, { run: () => {} }, 0, null);
}

/**
 * Serial numbers in the order in which they left the heap, by operations and then by draining it.
 */
function popped(ties: Ties, operations: readonly Operation[]): number[] {
  const heap = new TimerHeap(ties);
  const timers: TimerHandle[] = [];
  const left: number[] = [];
  for (const [word, value] of operations) {
    if (word === 'push') {
      timers.push(timer(value, timers.length + 1));
      heap.push(timers[timers.length - 1]);
    } else if (word === 'pop') left.push(heap.pop().serial);
    else if (word === 'cancel') timers[value - 1].cancel();
    else heap.compact();
  }
  while (heap.length > 0) left.push(heap.pop().serial);
  return left;
}

const equal = (count: number): Operation[] => Array.from({ length: count }, () => ['push', 1]);

describe('ties: heapq', () => {
  test.each(records.map((record) => [record.name, record] as const))(
    'gives timers back as CPython’s heapq does: %s',
    (_name, { operations, popped: expected }) => {
      expect(popped('heapq', operations)).toEqual(expected);
    },
  );

  test.each([
    [4, [0, 2, 1, 3]],
    [5, [0, 2, 4, 1, 3]],
    [8, [0, 2, 6, 5, 7, 4, 1, 3]],
    [12, [0, 2, 6, 11, 10, 9, 8, 5, 7, 4, 1, 3]],
  ])('has the documented order of %i equal deadlines', (count, order) => {
    expect(popped('heapq', equal(count)).map((serial) => serial - 1)).toEqual(order);
  });
});

const operations = fc
  .array(
    fc.oneof(
      {
        weight: 5,
        arbitrary: fc.tuple(fc.constant('push' as const), fc.integer({ min: 0, max: 5 })),
      },
      { weight: 2, arbitrary: fc.tuple(fc.constant('pop' as const)) },
    ),
    { maxLength: 200 },
  )
  .map((all) => {
    let size = 0;
    return all.filter(([word]) => {
      if (word === 'pop' && size === 0) return false;
      size += word === 'push' ? 1 : -1;
      return true;
    }) as Operation[];
  });

/** The law of `fifo`: always the least deadline, and of those the first made. */
function stableOrder(given: readonly Operation[]): number[] {
  const waiting: [number, number][] = [];
  const left: number[] = [];
  let serial = 0;
  const pop = (): void => {
    waiting.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
    left.push((waiting.shift() as [number, number])[1]);
  };
  for (const [word, value] of given) {
    if (word === 'push') waiting.push([value, ++serial]);
    else pop();
  }
  while (waiting.length > 0) pop();
  return left;
}

describe('ties: fifo', () => {
  test('is a stable sort by deadline', () => {
    fc.assert(
      fc.property(operations, (given) => {
        expect(popped('fifo', given)).toEqual(stableOrder(given));
      }),
      { numRuns: 300, seed: 23 },
    );
  });

  test('stays one where serial numbers pass 2**31 and 2**32', () => {
    for (const first of [2147483640, 4294967290]) {
      const heap = new TimerHeap('fifo');
      for (let i = 0; i < 12; i++) heap.push(timer(1, first + i));
      const order = Array.from({ length: 12 }, () => heap.pop().serial - first);
      expect(order).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
    }
  });
});

describe.each(['fifo', 'heapq'] as const)('the timer heap with ties %s', (ties) => {
  test('gives deadlines back in order, whatever their order of creation', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ noNaN: true }), { maxLength: 300 }), (deadlines) => {
        const given = deadlines.map((when): Operation => ['push', when]);
        const order = popped(ties, given).map((serial) => deadlines[serial - 1]);
        expect(order.every((when, i) => i === 0 || order[i - 1] <= when)).toBe(true);
        expect(order.length).toBe(deadlines.length);
      }),
      { seed: 29 },
    );
  });

  test('drops the cancelled when it is compacted, and no others, and can be filled again', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 0, max: 4 }), fc.boolean()), { maxLength: 150 }),
        fc.integer({ min: 0, max: 50 }),
        (given, more) => {
          const heap = new TimerHeap(ties);
          const timers = given.map(([when], i) => timer(when, i + 1));
          for (const each of timers) heap.push(each, each.serial * 10);
          given.forEach(([, cancelled], i) => {
            if (cancelled) timers[i].cancel();
          });
          heap.compact();
          const kept = timers.filter((each) => !each.cancelled());
          expect(timers.map((each) => each.isScheduled)).toEqual(given.map(([, gone]) => !gone));
          expect(new Set(heap.handles())).toEqual(new Set(kept));
          for (let i = 0; i < more; i++) heap.push(timer(i % 3, 1000 + i), 7);
          expect(heap.length).toBe(kept.length + more);
          let count = 0;
          let last = Number.NEGATIVE_INFINITY;
          while (heap.length > 0) {
            expect(heap.earliest).toBe(heap.peek().scheduledFor);
            const each = heap.pop();
            expect(each.scheduledFor).toBeGreaterThanOrEqual(last);
            expect(heap.cause).toBe(each.serial < 1000 ? each.serial * 10 : 7);
            last = each.scheduledFor;
            count++;
          }
          expect(count).toBe(kept.length + more);
        },
      ),
      { numRuns: 200, seed: 31 },
    );
  });

  test('forgets everything when it is cleared, and goes on', () => {
    const heap = new TimerHeap(ties);
    const timers = [3, 1, 2].map((when, i) => timer(when, i + 1));
    for (const each of timers) heap.push(each);
    heap.clear();
    expect([heap.length, ...timers.map((each) => each.isScheduled)]).toEqual([
      0,
      false,
      false,
      false,
    ]);
    for (const [i, when] of [5, 4, 6].entries()) heap.push(timer(when, i + 4), when);
    expect([4, 5, 6].map(() => [heap.pop().scheduledFor, heap.cause])).toEqual([
      [4, 4],
      [5, 5],
      [6, 6],
    ]);
  });
});

describe('timers in order', () => {
  test.each(['fifo', 'heapq'] as const)(
    'are shown as they will be popped, and stay: %s',
    (ties) => {
      const heap = new TimerHeap(ties);
      const deadlines = [3, 1, 2, 1, 1, 3, 2, 1, 0.5, 2];
      for (const [i, when] of deadlines.entries()) heap.push(timer(when, i + 1));
      heap.pop();
      const shown = heap.inOrder().map(({ serial }) => serial);
      const left: number[] = [];
      while (heap.length > 0) left.push(heap.pop().serial);
      expect(shown).toEqual(left);
      expect(shown.length).toBe(9);
    },
  );
});
