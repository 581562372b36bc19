import { expect, test } from 'vitest';
import { ThreadIdentity } from '../../../../src/kernel/threads.ts';
import { identOf } from '../../../../src/lang/modules/threading/locks.ts';
import { expectRecorded } from '../recorded.ts';

test('locks are taken, refused, released and shown as CPython does', () =>
  expectRecorded('threading-locks'));

test('a thread goes by a number of its own', () => {
  const [one, two] = [new ThreadIdentity('a', 1), new ThreadIdentity('a', 2)].map(identOf);
  expect(one).not.toBe(two);
});
