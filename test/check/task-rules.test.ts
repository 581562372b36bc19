import { describe, expect, test } from 'vitest';
import { TaskRules } from '../../src/check/task-rules.ts';
import { foldEvents } from '../../src/trace/fold.ts';
import { Script, semaphoreRun } from '../trace/script.ts';
import { deadlockRun } from './deadlocked.ts';

function violations(script: Script): [string, string][] {
  const [rules] = foldEvents(script.events(), new TaskRules());
  return rules.finish().map(({ rule, message }) => [rule, message]);
}

describe('task rules', () => {
  test('hold in a run of asyncio', () => {
    expect(violations(semaphoreRun(50, 5))).toEqual([]);
  });

  test('hold for a task that is cancelled before its first step', () => {
    const script = new Script();
    const task = script.create('worker');
    script.emit(task, 'task.cancelled', { message: null }).finish(task, 'cancelled');
    expect(violations(script)).toEqual([]);
  });

  test('hold for an eager task that runs inside its creator', () => {
    const script = new Script();
    const main = script.create('main');
    script.start(main);
    const child = script.create('child');
    script.start(child).finish(child).finish(main);
    expect(violations(script)).toEqual([]);
  });

  test.each<[string, (script: Script, task: number) => Script, [string, string]]>([
    ['started once', (s, t) => s.start(t).finish(t), ['task.started-twice', 'was started twice']],
    [
      'resumed only from a wait',
      (s, t) => s.resume(t).finish(t),
      ['task.resumed-running', 'was resumed while running: it did not wait'],
    ],
    [
      'suspended only from a run',
      (s, t) => s.suspend(t, 'sleep', 1).suspend(t, 'sleep', 1).resume(t).finish(t),
      ['task.suspended-idle', 'was suspended while waiting: it did not run'],
    ],
    [
      'silent after its end',
      (s, t) => s.finish(t).resume(t),
      ['task.after-end', 'was resumed after it had finished'],
    ],
    [
      'finished once',
      (s, t) => s.finish(t).finish(t),
      ['task.after-end', 'was finished after it had finished'],
    ],
  ])('a task is %s', (_, act, [rule, what]) => {
    const script = new Script();
    const task = script.create('worker');
    expect(violations(act(script.start(task), task))).toEqual([[rule, `task ${task} ${what}`]]);
  });

  test('a task is created, once, with a number of its own', () => {
    const script = new Script();
    script.start(1);
    expect(violations(script)).toEqual([['task.unknown', 'task 1 was started but never created']]);
    const twice = new Script();
    twice.create('main');
    twice.emit(1, 'task.created', { parent: 0, name: 'x', coroutine: 'x', eager: false });
    twice.start(1).finish(1);
    expect(violations(twice)).toEqual([['task.created-twice', 'task 1 was created twice']]);
  });

  test('a task that never ends is reported, with what it waits on', () => {
    const script = new Script();
    const [a, b] = [script.create('a'), script.create('b')];
    script.create('c');
    script.at(1).start(a).suspend(a, 'future#1').start(b);
    expect(violations(script)).toEqual([
      ['task.pending', 'Task-1 (a) never finished: it waits on future#1 since 1 s'],
      ['task.pending', `Task-2 (b) never finished: it was running`],
      ['task.pending', `Task-3 (c) never finished: it never started`],
    ]);
  });

  test('a deadlock reports its tasks itself', () => {
    expect(violations(deadlockRun())).toEqual([]);
  });
});
