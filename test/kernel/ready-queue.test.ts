// The ready queue is a queue, whatever is put and taken in whatever order, with all its columns.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Choices } from '../../src/kernel/choices.ts';
import type { Runnable } from '../../src/kernel/handle.ts';
import { ReadyQueue } from '../../src/kernel/ready-queue.ts';
import { Varying } from '../varying.ts';

class Target implements Runnable {
  readonly number: number;

  constructor(number: number) {
    this.number = number;
  }

  run(): void {}
}

type Entry = readonly [number, number, string, number];

function taken(queue: ReadyQueue): Entry {
  const target = queue.take() as Target;
  return [target.number, queue.operation, queue.argument as string, queue.cause];
}

function put(queue: ReadyQueue, [number, operation, argument, cause]: Entry): void {
  queue.put(new Target(number), operation, argument, cause);
}

describe('the ready queue', () => {
  test('gives back what was put, first in, first out', () => {
    const step = fc.oneof(
      fc.record({ puts: fc.integer({ min: 1, max: 300 }) }),
      fc.record({ takes: fc.integer({ min: 1, max: 300 }) }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), fc.boolean(), (steps, traced) => {
        const queue = new ReadyQueue();
        const model: Entry[] = [];
        let count = 0;
        for (const each of steps) {
          for (let i = 0; 'puts' in each && i < each.puts; i++) {
            const cause = traced && count > 100 ? count * 3 : 0;
            const entry: Entry = [count, count % 256, `argument ${count}`, cause];
            count++;
            model.push(entry);
            put(queue, entry);
          }
          for (let i = 0; 'takes' in each && i < each.takes && model.length > 0; i++) {
            expect(taken(queue)).toEqual(model.shift());
          }
          expect(queue.length).toBe(model.length);
        }
        while (model.length > 0) expect(taken(queue)).toEqual(model.shift());
      }),
      { numRuns: 200, seed: 17 },
    );
  });

  test('is empty after clear, and goes on', () => {
    const queue = new ReadyQueue();
    for (let i = 0; i < 100; i++) put(queue, [i, 0, '', 0]);
    queue.clear();
    expect(queue.length).toBe(0);
    put(queue, [7, 1, 'x', 9]);
    expect(taken(queue)).toEqual([7, 1, 'x', 9]);
  });

  test('shows its entries in order, and keeps them', () => {
    const queue = new ReadyQueue();
    for (let i = 0; i < 70; i++) put(queue, [i, 1, 'x', 0]);
    for (let i = 0; i < 60; i++) taken(queue);
    for (let i = 70; i < 130; i++) put(queue, [i, 2, 'y', i]);
    const entries = queue.entries();
    expect(entries.map(({ target }) => (target as Target).number)).toEqual(
      Array.from({ length: 70 }, (_, i) => i + 60),
    );
    expect([entries[0], entries[69]]).toMatchObject([
      { operation: 1, cause: 0 },
      { operation: 2, cause: 129 },
    ]);
    expect(taken(queue)).toEqual([60, 1, 'x', 0]);
  });
});

test('entries are put into the order that is chosen, whole', () => {
  const queue = new ReadyQueue();
  const entries = [1, 2, 3].map((number): Entry => [number, number, `argument ${number}`, 0]);
  for (const entry of entries) put(queue, entry);
  const policy = new Varying(['ready-order'], { order: () => [2, 0, 1] });
  const choices = new Choices(policy, null, () => 0);
  queue.arrange(choices, (target) => `target ${(target as Target).number}`);
  expect(policy.orders[0][1]).toEqual(['target 1', 'target 2', 'target 3']);
  expect(entries.map(() => taken(queue))).toEqual([2, 0, 1].map((index) => entries[index]));
});
