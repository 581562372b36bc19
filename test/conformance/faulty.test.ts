// The faults that `npm run test:faults` puts in: each still has its place in the source.
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { faultOf, faults, misplaced } from './faulty.ts';

test('the text of every fault stands exactly once in its file', () => {
  expect(misplaced(resolve(import.meta.dirname, '../..'))).toEqual([]);
});

test('every fault has a name of its own and changes something', () => {
  expect(new Set(faults.map(({ name }) => name)).size).toBe(faults.length);
  expect(faults.filter((fault) => faultOf(fault, fault.text) === fault.text)).toEqual([]);
});
