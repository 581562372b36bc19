import { expect, test } from 'vitest';
import { FINDING_RULES, levelOf } from '../../src/check/finding-rules.ts';

test('every rule says what it tells, as a clause', () => {
  for (const [name, { tells }] of FINDING_RULES) {
    expect(name).toMatch(/^[a-z]+(?:\.[a-z]+(?:-[a-z]+)*)?$/);
    expect(tells).toMatch(/^[a-z].*[a-z()]$/);
  }
});

test('a rule that a run of asyncio itself would break always fails', () => {
  expect(levelOf('timer.early')).toBe('failure');
  expect(levelOf('task.leaked')).toBe('advice');
  expect(levelOf('deadlock')).toBe('failure');
});
