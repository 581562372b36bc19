import { expect, test } from 'vitest';
import { inOrderOfTime, type Violation } from '../../src/trace/finding.ts';

test('violations stand in order of time, those of one instant as they were found', () => {
  const found: Violation[] = [
    { rule: 'c', time: 2, tasks: [], message: '' },
    { rule: 'a', time: 1, tasks: [], message: '' },
    { rule: 'b', time: 1, tasks: [], message: '' },
  ];
  expect(inOrderOfTime(found).map(({ rule }) => rule)).toEqual(['a', 'b', 'c']);
  expect(found[0].rule).toBe('c');
});
