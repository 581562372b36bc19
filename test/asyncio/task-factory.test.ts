// Task factories, for coroutines in TypeScript. The same programs in Python, in CPython 3.14.2,
// print what is expected here.
import { describe, expect, test } from 'vitest';
import * as sim from '../../src/index.ts';
import { type Body, loop, show } from './observe.ts';

const value = sim.coroutine(function* <T>(x: T): Body<T> {
  return x;
}, 'value');
const later = sim.coroutine(function* <T>(x: T): Body<T> {
  yield* sim.sleep(0);
  return x;
}, 'later');

/** What a coroutine notes while it runs. */
function noted(body: (log: (...items: unknown[]) => void) => Body): unknown[][] {
  const lines: unknown[][] = [];
  sim.run(body((...items) => lines.push(items)));
  return lines;
}

describe('an eager task factory', () => {
  test('runs the first step of every task inside its making', () => {
    const lines = noted(function* (log) {
      loop().setTaskFactory(sim.eagerTaskFactory);
      const [done, waits] = [sim.createTask(value(1)), sim.createTask(later(2))];
      log(done.done(), done.getCoro(), waits.done(), waits.getCoro() !== null);
      log(sim.allTasks().size, sim.currentTask()?.getName());
      const both = sim.gather([value(3), value(4)]);
      log(both.done(), yield* both);
      log(yield* waits, waits.getCoro() !== null);
    });
    expect(lines).toEqual([
      [true, null, false, true],
      [2, 'Task-1'],
      [true, [3, 4]],
      [2, true],
    ]);
  });

  test('leaves it to the options of a call', () => {
    const lines = noted(function* (log) {
      loop().setTaskFactory(sim.eagerTaskFactory);
      const task = sim.createTask(value(1), { eagerStart: false, name: 'mine' });
      log(task.done(), task.getName(), yield* task);
    });
    expect(lines).toEqual([[false, 'mine', 1]]);
  });

  test('makes its tasks with what it was made of', () => {
    const lines = noted(function* (log) {
      const factory = sim.createEagerTaskFactory((home, coroutine, options) => {
        log(coroutine.name, options);
        return new sim.Task(home, coroutine, options);
      });
      loop().setTaskFactory(factory);
      log(sim.createTask(value(1), { name: 'x' }).done());
      loop().setTaskFactory(null);
      log(sim.createTask(value(2)).done(), loop().getTaskFactory());
    });
    expect(lines).toEqual([['value', { name: 'x', eagerStart: true }], [true], [false, null]]);
  });

  test('starts nothing eagerly while its loop does not run', () => {
    const home = new sim.EventLoop();
    home.setTaskFactory(sim.eagerTaskFactory);
    const task = home.createTask(value(1));
    expect(task.done()).toBe(false);
    expect(home.getTaskFactory()).toBe(sim.eagerTaskFactory);
  });
});

describe('an eager start', () => {
  test('throws SystemExit and KeyboardInterrupt out of the making, other errors not', () => {
    const fail = sim.coroutine(function* (error: unknown): Body {
      throw error;
    });
    const lines = noted(function* (log) {
      for (const error of [new sim.SystemExit(3), new sim.KeyboardInterrupt()]) {
        try {
          sim.createTask(fail(error), { eagerStart: true });
        } catch (thrown) {
          log(thrown === error, sim.currentTask()?.getName(), sim.allTasks().size);
        }
      }
      const task = sim.createTask(fail(new sim.ValueError('v')), { eagerStart: true });
      log(show(task.exception()));
    });
    expect(lines).toEqual([[true, 'Task-1', 1], [true, 'Task-1', 1], ["ValueError('v')"]]);
  });

  test('inside eager starts ends in a RecursionError', () => {
    let depth = 0;
    const deeper = sim.coroutine(function* (): Body<void> {
      depth++;
      yield* sim.createTask(deeper(), { eagerStart: true });
    });
    const lines = noted(function* (log) {
      const task = sim.createTask(deeper(), { eagerStart: true });
      log(show(task.exception()), depth);
      log(yield* sim.createTask(value('and goes on'), { eagerStart: true }));
    });
    expect(lines).toEqual([
      ["RecursionError('maximum recursion depth exceeded')", 333],
      ['and goes on'],
    ]);
  });
});

describe('a factory that gives no task', () => {
  const refusals: readonly (readonly [string, () => unknown, string])[] = [
    ['gather', () => sim.gather([value(1)]), '_log_destroy_pending'],
    ['shield', () => sim.shield(value(1)), 'done'],
    ['as_completed', () => sim.asCompleted([value(1)]), 'add_done_callback'],
  ];
  for (const [name, act, attribute] of refusals) {
    test(`is noticed by ${name}, in CPython's words`, () => {
      const lines = noted(function* (log) {
        loop().setTaskFactory((() => null) as never);
        try {
          act();
        } catch (error) {
          log(error instanceof sim.AttributeError, (error as sim.AttributeError).args);
        }
        loop().setTaskFactory(null);
      });
      const and = name === 'gather' ? ' and no __dict__ for setting new attributes' : '';
      expect(lines).toEqual([[true, [`'NoneType' object has no attribute '${attribute}'${and}`]]]);
    });
  }
});
