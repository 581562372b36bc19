import { expect, test } from 'vitest';
import { sliceIndices, takeSlice } from '../../../src/lang/objects/slices.ts';
import { Slice } from '../../../src/lang/values.ts';
import { plainInterpreter, shown } from './plain-interpreter.ts';

const run = plainInterpreter();

const items = [0, 1, 2, 3, 4];
const taken = (start: unknown, stop: unknown, step: unknown = null): string =>
  shown(run, () => takeSlice(items, sliceIndices(run, new Slice(start, stop, step), items.length)));

test('bounds are clipped and count from the end', () => {
  expect(taken(1, 3)).toBe('[1, 2]');
  expect(taken(-2, null)).toBe('[3, 4]');
  expect(taken(-100, 100)).toBe('[0, 1, 2, 3, 4]');
  expect(taken(3, 1)).toBe('[]');
  expect(taken(2n ** 80n, null)).toBe('[]');
});

test('steps go both ways', () => {
  expect(taken(null, null, -1)).toBe('[4, 3, 2, 1, 0]');
  expect(taken(null, null, 2)).toBe('[0, 2, 4]');
  expect(taken(3, 0, -2)).toBe('[3, 1]');
  expect(taken(true, null, 3)).toBe('[1, 4]');
});

test('a step of zero and other bounds than ints are refused', () => {
  expect(taken(null, null, 0)).toBe('ValueError: slice step cannot be zero');
  expect(taken('a', null)).toBe(
    'TypeError: slice indices must be integers or None or have an __index__ method',
  );
});
