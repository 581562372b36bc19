import { describe, expect, test } from 'vitest';
import { foldEvents } from '../../src/trace/fold.ts';
import {
  isHousekeeping,
  TaskStates,
  waitKindOf,
  waitObjectOf,
  whoIs,
} from '../../src/trace/task-states.ts';
import { Script } from './script.ts';

const statesOf = (script: Script) => foldEvents(script.events(), new TaskStates())[0];

describe('task states', () => {
  test('follow a task from creation to its end', () => {
    const script = new Script();
    const task = script.line(3).create('worker', 'w', 7);
    expect(statesOf(script).get(task)).toMatchObject({ phase: 'created', parent: 7, name: 'w' });
    script.at(1).start(task);
    expect(statesOf(script).get(task)).toMatchObject({ phase: 'running', since: 1 });
    script.at(2).line(5, 9).suspend(task, 'sleep', 4);
    expect(statesOf(script).get(task)).toMatchObject({
      phase: 'waiting',
      on: 'sleep',
      until: 4,
      since: 2,
      at: [5, 9],
    });
    script.at(4).resume(task);
    expect(statesOf(script).get(task)).toMatchObject({ phase: 'running', on: '', until: null });
    script.finish(task);
    expect(statesOf(script).get(task)).toBe(null);
    expect(statesOf(script).count).toBe(0);
  });

  test('take a task that gets CancelledError as running', () => {
    const script = new Script();
    const task = script.create('worker');
    script.at(1).start(task).suspend(task, 'lock#1').at(2);
    script.emit(task, 'task.cancelled', { message: null });
    expect(statesOf(script).get(task)).toMatchObject({ phase: 'running', since: 2 });
  });

  test('list the living in order of creation', () => {
    const script = new Script();
    const [a, b, c] = [script.create('a'), script.create('b'), script.create('c')];
    script.start(b).finish(b);
    expect(
      statesOf(script)
        .alive()
        .map(({ task }) => task),
    ).toEqual([a, c]);
  });
});

describe('what a task waits on', () => {
  test.each([
    ['sleep', 'sleep'],
    ['yield', 'yield'],
    ['future#3', 'awaitable'],
    ['task#2', 'awaitable'],
    ['taskgroup#1', 'awaitable'],
    ['lock#1', 'object'],
    ['boundedsemaphore#2', 'object'],
    ['queue#1 get', 'object'],
    ['event#1', 'object'],
  ])('%s is of the kind %s', (on, kind) => {
    expect(waitKindOf(on)).toBe(kind);
  });

  test('is named without the operation', () => {
    expect([waitObjectOf('queue#1 get'), waitObjectOf('lock#1')]).toEqual(['queue#1', 'lock#1']);
  });
});

describe('tasks in reports', () => {
  test('are those of the program, not those that close a loop', () => {
    expect(
      ['BaseEventLoop.shutdown_asyncgens', 'BaseEventLoop.shutdown_default_executor', 'main'].map(
        (coroutine) => isHousekeeping(coroutine),
      ),
    ).toEqual([true, true, false]);
  });

  test('are known by name and coroutine', () => {
    expect(whoIs({ name: 'Task-2', coroutine: 'worker' })).toBe('Task-2 (worker)');
  });
});
