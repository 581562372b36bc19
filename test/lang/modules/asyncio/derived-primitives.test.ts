import { expect, test } from 'vitest';
import { Lock } from '../../../../src/asyncio/locks.ts';
import { Queue } from '../../../../src/asyncio/queues.ts';
import {
  enter,
  keepByClass,
  keepingMethods,
  leave,
} from '../../../../src/lang/modules/asyncio/derived-primitives.ts';
import { printed } from '../../../simulated.ts';
import { plainInterpreter } from '../../objects/plain-interpreter.ts';
import { expectRecorded } from '../recorded.ts';

test('classes derived from locks, queues, encoders and generators are CPython’s', () =>
  expectRecorded('derived', 'asyncio'));

test('a queue and a lock of asyncio’s own classes stay as they are', () => {
  const run = plainInterpreter();
  const queue = new Queue();
  const { store } = queue;
  keepByClass(run, queue, 0);
  expect(queue.store).toBe(store);
  expect(keepingMethods.map(({ name }) => name)).toEqual(['_init', '_put', '_get']);
  const lock = new Lock();
  expect(enter(run, lock)).toHaveProperty('name', 'Lock.acquire');
  expect(leave(run, lock, null)).toHaveProperty('name', 'Lock.__aexit__');
});

test('a generator of random numbers that draws by the program is refused', () => {
  const text = `
import random
try:
    class Fixed(random.Random):
        def random(self): return 0.5
except NotImplementedError as e:
    print(e)
`;
  expect(printed(text)).toBe("a 'random' in a class derived from Random is not supported\n");
});
