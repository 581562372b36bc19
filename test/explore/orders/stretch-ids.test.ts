// Names of stretches: what they say, and that each is made once.
import { expect, test } from 'vitest';
import { StretchIds } from '../../../src/explore/orders/stretch-ids.ts';

test('a stretch is called after the one that made its timer, and the number of that timer', () => {
  const ids = new StretchIds();
  const first = ids.child(StretchIds.START, 0);
  expect([first, ids.child(first, 2), ids.child(first, 0)]).toEqual(['0.0', '0.0.2', '0.0.0']);
  expect([ids.child(first, 2), ids.child(StretchIds.START, 1)]).toEqual(['0.0.2', '0.1']);
});
