// Whether runs went as they were meant to.
import { expect, test } from 'vitest';
import { realised } from '../../../src/explore/orders/realised.ts';
import { jumpOf, type Node } from '../../../src/explore/orders/search-tree.ts';
import { logged } from './logged.ts';
import { ROOT, runFrom, THREE, walkedRun } from './walked.ts';

const first = walkedRun(THREE, [1.25, 1.5, 1.75]).run;

/** To fire `fires` in place of what fired at the number `place`. */
function node(place: number, fires: string[]): Node {
  const branch = jumpOf(first.taken[place]);
  const departing = { type: 'jump', branch, fires } as const;
  return { ...ROOT, departing };
}

const NONE = new Map<number, number>();

const after = (lengths: readonly number[]) => runFrom(logged(THREE, lengths));

test('the default run is', () => {
  expect(realised(ROOT, NONE, first).isRealised).toBe(true);
});

test('one that took all answers and fired what it should is', () => {
  const answers = new Map([[2, 1.375]]);
  expect(realised(node(2, ['0.2']), answers, after([1.25, 1.5, 1.375]))).toEqual({
    isRealised: true,
    earlier: [],
  });
});

test('one that repeats what commutes in another order is, too', () => {
  // Meant: 0.0, 0.1, then 0.2; 0.2 commutes with both, so it may come when it likes.
  expect(realised(node(3, ['0.2']), NONE, after([1.25, 1.5, 1.375])).isRealised).toBe(true);
});

test('one that took another answer, or fired something else, is not', () => {
  const answers = new Map([[2, 1.375]]);
  expect(realised(node(2, ['0.2']), answers, after([1.25, 1.5, 1.3])).isRealised).toBe(false);
  expect(realised(node(2, ['0.2']), NONE, after([1.25, 1.5, 1.75])).isRealised).toBe(false);
  expect(realised(node(2, ['0.2']), NONE, after([1.25, 1.375, 1.375])).isRealised).toBe(false);
});

test('one in which what fired came before what it clashes with is not: that is told', () => {
  // Meant: 0.0 and then 0.1. They append to one list.
  const meant = node(2, ['0.1']);
  expect(realised(meant, NONE, after([1.5, 1.25, 1.75]))).toEqual({
    isRealised: false,
    earlier: [1],
  });
});
