import { expect, test } from 'vitest';
import * as data from '../../src/report/timeline-data.ts';

test('states are numbered from 0 without a gap, so that they can index tables', () => {
  const { STATES, ...states } = data;
  expect(Object.values(states).sort((a, b) => a - b)).toEqual(
    Array.from({ length: STATES }, (_, i) => i),
  );
});
