import { expect, test } from 'vitest';
import { builtinClass, listClass } from '../../../src/lang/objects/classes.ts';
import { isPlace, ListInstance } from '../../../src/lang/objects/list-instance.ts';

const stackClass = builtinClass('Stack', [listClass], '__main__');

test('a list of a class of the program is an array, and what is made of it a plain one', () => {
  const stack = new ListInstance(stackClass, [1, 2, 3]);
  expect(Array.isArray(stack)).toBe(true);
  expect([...stack]).toEqual([1, 2, 3]);
  expect(stack.slice(1)).not.toBeInstanceOf(ListInstance);
  expect(stack.cls).toBe(stackClass);
});

test('one item stays one item', () => {
  expect(new ListInstance(stackClass, [3]).length).toBe(1);
});

test('only a plain list is read by its index alone', () => {
  expect(isPlace([1, 2], 1)).toBe(true);
  expect(isPlace([1, 2], 2)).toBe(false);
  expect(isPlace([1, 2], -1)).toBe(false);
  expect(isPlace(new ListInstance(stackClass, [1, 2]), 1)).toBe(false);
});
