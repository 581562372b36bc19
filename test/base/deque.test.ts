// A deque is a queue that can be walked, whatever its size.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Deque } from '../../src/base/deque.ts';

test('gives back what was pushed, first in, first out, and walks what is left', () => {
  fc.assert(
    fc.property(fc.array(fc.option(fc.integer()), { maxLength: 300 }), (steps) => {
      const deque = new Deque<number>();
      const model: number[] = [];
      for (const step of steps) {
        if (step !== null) {
          deque.push(step);
          model.push(step);
        } else if (model.length > 0) {
          expect(deque.shift()).toBe(model.shift());
        }
        expect(deque.length).toBe(model.length);
      }
      expect([...deque]).toEqual(model);
    }),
    { seed: 7 },
  );
});

test('keeps its order while it grows around the end of its ring', () => {
  const deque = new Deque<number>();
  for (let i = 0; i < 12; i++) deque.push(i);
  for (let i = 0; i < 10; i++) deque.shift();
  for (let i = 12; i < 60; i++) deque.push(i);
  expect([...deque]).toEqual(Array.from({ length: 50 }, (_, i) => i + 10));
});
