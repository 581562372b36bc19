import { describe, expect, test } from 'vitest';
import { createTask, sleep } from '../../../src/index.ts';
import { record } from '../../../src/replay/record.ts';
import { sourceOf } from '../../../src/replay/replay.ts';
import { variablesOf } from '../../../src/replay/step/read-run.ts';
import { SteppedRun } from '../../../src/replay/step/stepped-run.ts';
import { finish, Stepper } from '../../../src/replay/step/stepper.ts';
import { readTrace } from '../../../src/trace/read.ts';
import { recorded } from '../programs.ts';
import { TURNS } from './spoken.ts';

describe('a run in steps', () => {
  test('makes every event of the trace, a handle of the loop a step', () => {
    const { trace } = recorded(TURNS);
    const run = new SteppedRun(sourceOf(trace), {});
    const made = [];
    while (run.step()) {
      const events = run.events();
      made.push(...events);
      const handles = events.filter(({ kind }) => kind === 'handle.executed');
      expect(handles.length).toBe(run.isOver ? 0 : 1);
      expect(run.view().task).toBe(handles.at(0)?.task ?? 0);
      expect(run.view().events).toEqual([made.length - events.length + 1, made.length]);
    }
    expect(made).toEqual(readTrace(trace).events);
    expect([run.isOver, run.step(), run.result?.divergence]).toEqual([true, false, null]);
  });

  test('tells the lines that ran in the last step, and not those of a look', () => {
    const run = new SteppedRun(sourceOf(recorded('def f():\n    return 1\nx = f()\n').trace), {});
    run.step();
    expect([...run.lines]).toEqual([1, 3, 2]);
    expect(run.view().line).toBe(1);
  });

  test('shows the same addresses whatever was looked at before', () => {
    const text = `import asyncio
class A: pass
a = A()
b = A()
async def main():
    await asyncio.sleep(1)
asyncio.run(main())
`;
    const run = new SteppedRun(sourceOf(recorded(text).trace), {});
    run.step();
    const first = variablesOf(run);
    run.repr({});
    expect(variablesOf(run)).toEqual(first);
    expect(first.map(([name]) => name)).toEqual(['a', 'b']);
    while (run.step()) variablesOf(run);
    expect(run.result?.divergence).toBe(null);
  });

  test('knows tasks by number and name, also those that are done', () => {
    const run = new SteppedRun(sourceOf(recorded(TURNS).trace), {});
    while (run.step());
    expect(run.named(2)).toEqual({ name: 'second', coroutine: 'worker' });
    expect(run.named(9)).toBe(null);
    expect(run.tasksNamed('second')).toEqual([2]);
    expect(run.taskNames()).toEqual(['Task-1', 'second', 'Task-2', 'Task-3', 'Task-4']);
    expect(run.coroutineNames()).toEqual([
      ...['main', 'worker', 'worker'],
      ...['BaseEventLoop.shutdown_asyncgens', 'BaseEventLoop.shutdown_default_executor'],
    ]);
  });

  test('of a main in TypeScript can be stepped through, without variables', () => {
    const main = function* (): Generator<unknown, number, unknown> {
      const task = createTask(sleep(1), { name: 'nap' });
      yield* task;
      return 5;
    };
    const { trace } = record(main);
    const stepper = new Stepper(sourceOf(trace), { main });
    finish(stepper.goTo(2));
    expect(stepper.run.tasksNamed('nap')).toEqual([2]);
    expect(variablesOf(stepper.run)).toEqual([]);
    finish(stepper.forward([]));
    expect(stepper.run.result?.divergence).toBe(null);
    finish(stepper.goTo(1));
    expect(stepper.position).toBe(1);
  });
});
