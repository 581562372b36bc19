// The 31 surprises: minimal programs for behaviour that is easily got wrong, each with CPython
// 3.14.2's own trace, but for s13, where CPython never ends, and s30, which crashes its tasks in C.
// As program text they are in test/conformance/surprise-texts.test.ts.
import { expect, test } from 'vitest';
import * as sim from '../../src/index.ts';
import { attempt, type Body, compare, observe } from './observe.ts';
import { surprisingPrimitives } from './surprising-primitives.ts';
import { surprisingTasks } from './surprising-tasks.ts';

const { coroutine, createTask, sleep } = sim;

compare('surprises', { ...surprisingTasks, ...surprisingPrimitives });

test('s13: from 2**24 s on a timer still fires, where CPython would spin', () => {
  const seen = observe(function* (log) {
    yield* sleep(2 ** 24);
    yield* sleep(1);
    log('woke');
  });
  expect(seen.observations).toEqual([[5, 2 ** 24 + 1, 'Task-1', 'woke']]);
});

test('s30: a circle of awaits ends in RecursionError out of cancel()', () => {
  const seen = observe(function* (log) {
    const tasks: sim.Task[] = [];
    const awaiting = coroutine(function* (i: number): Body<void> {
      yield* tasks[i];
    });
    tasks.push(createTask(awaiting(1)), createTask(awaiting(0)));
    yield* sleep(0);
    yield* attempt(
      sim.RecursionError,
      function* () {
        log(tasks[0].cancel());
      },
      () => log('RecursionError'),
    );
    tasks.length = 0;
    yield* sleep(1);
    return 'main';
  });
  expect(seen.observations[0]).toEqual([2, 0, 'Task-1', 'RecursionError']);
});
