import { expect, test } from 'vitest';
import { Member, SetTable } from '../../../src/lang/objects/set-table.ts';

function member(low: number): Member {
  const result = new Member(low);
  result.low = low;
  result.high = low < 0 ? -1 : 0;
  return result;
}

function keys(table: SetTable): unknown[] {
  return Array.from(table.members(), ({ key }) => key);
}

test('small ints sit at their own place, whatever came first', () => {
  const table = new SetTable();
  for (const n of [5, 3, 1]) table.add(member(n));
  expect(keys(table)).toEqual([1, 3, 5]);
});

test('a collision goes on to the next place of the probe sequence', () => {
  const table = new SetTable();
  for (const n of [9, 1]) table.add(member(n));
  expect(keys(table)).toEqual([9, 1]);
});

test('the last dummy on the way is taken again', () => {
  const table = new SetTable();
  const [one, nine, three] = [member(1), member(9), member(3)];
  for (const each of [one, nine, three]) table.add(each);
  table.remove(one);
  table.remove(nine);
  table.add(member(17));
  expect(keys(table)).toEqual([3, 17]);
  expect(table.used).toBe(2);
});

test('pop goes round, beginning where it stopped', () => {
  const table = new SetTable();
  const members = [member(0), member(1), member(2)];
  for (const each of members) table.add(each);
  const popped = [0, 1, 2].map(() => {
    const next = table.popped() as Member;
    table.remove(next);
    return next.key;
  });
  expect(popped).toEqual([0, 1, 2]);
  expect(table.popped()).toBe(undefined);
});

test('negative hashes count as unsigned words', () => {
  const table = new SetTable();
  for (const n of [-2, 6, -10, -3]) table.add(member(n));
  expect(keys(table)).toEqual([-10, -3, -2, 6]);
});
