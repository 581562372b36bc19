import { expect, test } from 'vitest';
import { type Names, subjectName, taskName } from '../../../src/report/step/names.ts';

const names: Names = {
  task: (task) => (task === 2 ? { name: 'a\u0007', coroutine: 'work' } : null),
  object: (object) => (object === 'queue#1' ? 'jobs' : object),
};

test('a task is called by its name and coroutine, made printable', () => {
  expect([taskName(2, names), taskName(3, names)]).toEqual(['a\\x07 (work)', 'task 3']);
});

test('a wait is called by the name of its object, with its operation', () => {
  expect(
    ['queue#1', 'queue#1 get', 'task#2', 'lock#4', ''].map((of) => subjectName(of, names)),
  ).toEqual(['jobs', 'jobs get', 'a\\x07 (work)', 'lock#4', '']);
});
