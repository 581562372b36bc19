import { expect, test } from 'vitest';
import { parsePattern } from '../../../../src/lang/modules/re/parse.ts';

test('groups are counted and named in order', () => {
  const { groups, names } = parsePattern('(a)(?:b)(?P<c>(?P<d>x))', 0);
  expect(groups).toBe(3);
  expect([...names]).toEqual([
    ['c', 2],
    ['d', 3],
  ]);
});

test('flags at the start hold for the whole, flags of a group for the group', () => {
  expect(parsePattern('(?i)a', 0).flags).toBe(34);
  expect(parsePattern('(?i:a)b', 0).flags).toBe(32);
  expect(parsePattern('(?a)a', 0).flags).toBe(256);
});

test('a brace that begins no repetition is a character', () => {
  expect(parsePattern('a{x', 0).node).toMatchObject({ kind: 'sequence' });
});
