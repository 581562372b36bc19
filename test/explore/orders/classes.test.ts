// How many runs differ in more than the order of what commutes.
import { expect, test } from 'vitest';
import { Causes } from '../../../src/explore/orders/causes.ts';
import { Classes } from '../../../src/explore/orders/classes.ts';
import { logged } from './logged.ts';
import { runFrom, THREE } from './walked.ts';

function add(classes: Classes, body: string, lengths: readonly number[]): void {
  const run = runFrom(logged(body, lengths));
  classes.add(run, new Causes(run.record));
}

function countOf(...runs: readonly (readonly number[])[]): number {
  const classes = new Classes();
  for (const lengths of runs) add(classes, THREE, lengths);
  return classes.count;
}

test('the order of what commutes makes no difference, nor do lengths that keep the order', () => {
  expect(countOf([1.25, 1.75, 1.5], [1.5, 1.75, 1.25], [1.1, 1.9, 1.75])).toBe(1);
});

test('the order of what clashes does, and whether it comes together', () => {
  expect(countOf([1.25, 1.5, 1.75], [1.5, 1.25, 1.75], [1.5, 1.5, 1.75])).toBe(3);
});

test('so do answers that are few', () => {
  const body = 'await asyncio.sleep(random.choice([1, 2]))';
  const classes = new Classes();
  for (const length of [1, 2, 1]) add(classes, body, [length]);
  expect(classes.count).toBe(2);
});
