import { expect, test } from 'vitest';
import { Named } from '../../../src/report/export/named.ts';
import { Script } from '../../trace/script.ts';

test('tasks and objects have the names of the program, made printable', () => {
  const script = new Script();
  const task = script.create('worker', 'w\x1b1');
  script.start(task).object('Semaphore', 5, 'slots');
  const named = new Named();
  for (const event of script.events()) named.see(event);
  expect(named.taskName(task)).toBe('w\\x1b1');
  expect(named.nameOf('semaphore#1')).toBe('slots');
  expect(named.nameOf(`task#${task}`)).toBe('w\\x1b1');
  expect(named.nameOf('queue#3')).toBe('queue#3');
  expect([named.taskName(0), named.taskName(9)]).toEqual(['the loop', 'task 9']);
  expect(named.waitOf('sleep')).toBe('sleep');
  expect(named.waitOf('queue#3 get')).toBe('waits for queue#3 get');
});
