// create_task, current_task and all_tasks speak of the running loop.
import { expect, test } from 'vitest';
import * as sim from '../../src/index.ts';
import { attemptNow, type Body, loop } from './observe.ts';

const { allTasks, createTask, currentTask, sleep } = sim;

test('none of them works outside of a loop', () => {
  const messages: unknown[] = [];
  const acts = [() => createTask(sleep(1)), () => currentTask(), () => allTasks()];
  for (const act of acts) {
    attemptNow(sim.RuntimeError, act, (error) => messages.push(error.args[0]));
  }
  expect(messages).toEqual(Array(3).fill('no running event loop'));
});

test('a task is the current one in its steps, and none is in a callback', () => {
  const seen: unknown[] = [];
  sim.run(
    (function* (): Body<void> {
      const main = currentTask();
      const child = createTask(
        (function* (): Body<void> {
          seen.push(currentTask()?.getName(), currentTask() === main);
        })(),
        { name: 'child' },
      );
      loop().callSoon(() => seen.push(currentTask()));
      yield* sleep(0);
      seen.push(currentTask() === main, child.getName());
    })(),
  );
  expect(seen).toEqual(['child', false, null, true, 'child']);
});

test('all tasks are those that are not done, in order of creation', () => {
  const names = sim.run(
    (function* (): Body {
      const tasks = [3, 1, 2].map((delay) => createTask(sleep(delay), { name: `d${delay}` }));
      yield* tasks[1];
      return [...allTasks()].map((task) => task.getName());
    })(),
  );
  expect(names).toEqual(['Task-1', 'd3', 'd2']);
});

test('a generator object is taken for a coroutine', () => {
  const main = function* (): Body {
    return yield* createTask(
      (function* (): Body {
        return 'value';
      })(),
    );
  };
  expect(sim.run(main())).toBe('value');
});
