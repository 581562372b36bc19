// The iterators that keep what they have taken, and the two that take nothing.
import { expect, test } from 'vitest';
import { ValueError } from '../../../src/asyncio/exceptions.ts';
import {
  Batched,
  Count,
  Group,
  GroupBy,
  Repeat,
  type Tee,
  tee,
} from '../../../src/lang/modules/itertools-groups.ts';
import { ListIterator, STOP } from '../../../src/lang/objects/iteration.ts';
import { Tuple } from '../../../src/lang/values.ts';
import { plainInterpreter } from '../objects/plain-interpreter.ts';

const run = plainInterpreter();

test('a group ends when the next one is asked for', () => {
  const groups = new GroupBy(run, [1, 1, 2], null);
  const { items } = groups.next() as Tuple;
  const group = items[1] as Group;
  expect(group).toBeInstanceOf(Group);
  expect(group.next()).toBe(1);
  groups.next();
  expect(group.next()).toBe(STOP);
});

test('copies of a tee walk alone', () => {
  const source = new ListIterator([1, 2, 3]);
  const [a, b] = tee(run, source, 2).items as Tee[];
  expect([a.next(), a.next(), b.next()]).toEqual([1, 2, 1]);
  const c = a.copy();
  expect([c.next(), a.next(), c.next(), b.next()]).toEqual([3, 3, STOP, 2]);
});

test('batches, counts, repeats', () => {
  const batches = new Batched(run, [1, 2, 3], 2, true);
  expect(batches.next()).toEqual(new Tuple([1, 2]));
  expect(() => batches.next()).toThrow(ValueError);
  const count = new Count(run, 1, 2);
  expect([count.next(), count.next()]).toEqual([1, 3]);
  const repeat = new Repeat('x', 1);
  expect([repeat.next(), repeat.next()]).toEqual(['x', STOP]);
});
