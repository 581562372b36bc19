import { expect, test } from 'vitest';
import {
  DequeIterator,
  DequeReverseIterator,
  dequeClass,
  PyDeque,
} from '../../../../src/lang/modules/collections/deque.ts';
import { plainInterpreter } from '../../objects/plain-interpreter.ts';

const run = plainInterpreter();

test('a deque grows round its ring at both ends', () => {
  const deque = new PyDeque(null);
  for (let i = 0; i < 20; i++) {
    if (i % 2 === 0) deque.append(run, i);
    else deque.appendLeft(run, i);
  }
  const odd = [19, 17, 15, 13, 11, 9, 7, 5, 3, 1];
  expect(deque.items()).toEqual([...odd, 0, 2, 4, 6, 8, 10, 12, 14, 16, 18]);
  expect([deque.pop(), deque.popLeft(), deque.size]).toEqual([18, 19, 18]);
  expect(dequeClass.messageName).toBe('collections.deque');
});

test('iterators go either way and know how much is left', () => {
  const deque = new PyDeque(2);
  for (const item of [1, 2, 3]) deque.append(run, item);
  const [forth, back] = [new DequeIterator(deque), new DequeReverseIterator(deque)];
  expect([forth.next(), back.next(), forth.left]).toEqual([2, 3, 1]);
});
