import { expect, test } from 'vitest';
import { MAXIMUM_VIOLATIONS, ViolationList } from '../../src/check/checker.ts';

test('a list of violations stops growing and counts the rest', () => {
  const list = new ViolationList();
  for (let i = 0; i < MAXIMUM_VIOLATIONS; i++) list.add('rule', i, [i], 'm');
  expect(list.all().length).toBe(MAXIMUM_VIOLATIONS);
  expect(list.all()[0]).toEqual({ rule: 'rule', time: 0, tasks: [0], message: 'm' });
  for (let i = 0; i < 7; i++) list.add('rule', i, [i], 'm');
  expect(list.all().length).toBe(MAXIMUM_VIOLATIONS + 1);
  expect(list.all().at(-1)?.message).toBe('7 more violations of this kind are not listed');
});
