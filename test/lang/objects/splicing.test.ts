import { expect, test } from 'vitest';
import { deleteSlice, replaceItems } from '../../../src/lang/objects/splicing.ts';

test('items take the place of others, also more than a call has room for', () => {
  const list: number[] = [1, 2, 3];
  replaceItems(list, 1, 1, [7, 8]);
  expect(list).toEqual([1, 7, 8, 3]);
  replaceItems(list, 1, 2, new Array<number>(200_000).fill(0));
  expect([list.length, list[0], list[1], list[200_001]]).toEqual([200_002, 1, 0, 3]);
});

test('a slice is taken out, with a step too', () => {
  const list = [0, 1, 2, 3, 4];
  deleteSlice(list, { start: 0, stop: 5, step: 2, count: 3 });
  expect(list).toEqual([1, 3]);
  deleteSlice(list, { start: 0, stop: 1, step: 1, count: 1 });
  expect(list).toEqual([3]);
});
