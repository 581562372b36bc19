import { expect, test } from 'vitest';
import { foldEvents } from '../../src/trace/fold.ts';
import { TaskNames } from '../../src/trace/task-names.ts';
import { Script } from './script.ts';

test('tasks have their names and coroutines, also when they are done', () => {
  const script = new Script();
  const task = script.create('worker', 'w');
  script.start(task).finish(task);
  const [names] = foldEvents(script.events(), new TaskNames());
  expect([0, task, 9].map((each) => names.of(each))).toEqual(['the loop', 'w (worker)', 'task 9']);
});
