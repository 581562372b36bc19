// What a run repeats of another one.
import { expect, test } from 'vitest';
import { idsBefore, isSettled, repeatedBy } from '../../../src/explore/orders/search-tree.ts';
import { jumpTo, ROOT, THREE, walkedRun } from './walked.ts';

const { run } = walkedRun(THREE, [1.25, 1.5, 1.75]);
const second = jumpTo(run, '0.1');

test('before a branch are the stretches of the run in which it was met', () => {
  expect([...idsBefore(second)]).toEqual(['0', '0.0']);
});

test('a run repeats what is before its branch, or all of the moment of its question', () => {
  const cost = 1;
  const departing = { type: 'jump', branch: second, fires: ['0.2'] } as const;
  expect([...repeatedBy({ ...ROOT, cost, departing })]).toEqual(['0', '0.0']);
  const question = { type: 'question', run, question: 1, answer: 1, place: 1 } as const;
  expect([...repeatedBy({ ...ROOT, cost, departing: question })]).toEqual(['0']);
  expect([...repeatedBy(ROOT)]).toEqual([]);
});

test('what was tried is settled', () => {
  const branch = { ...second, tried: [['0.9'], ['0.1', '0.2']] };
  expect(isSettled(branch, ['0.9'])).toBe(true);
  expect(isSettled(branch, ['0.1', '0.2'])).toBe(true);
  expect(isSettled(branch, ['0.1'])).toBe(false);
});
