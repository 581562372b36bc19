// Expected values are read off the program: what CPython's loop, tasks and locks hold there.
import { describe, expect, test } from 'vitest';
import {
  objectsOf,
  outputOf,
  readyOf,
  taskOf,
  tasksOf,
  timersOf,
  variablesOf,
} from '../../../src/replay/step/read-run.ts';
import { steppedTo } from './spoken.ts';

describe('what can be seen of a run', () => {
  test('is the ready queue, with what belongs to the current iteration', () => {
    const entry = { handle: 'step', of: '', isInIteration: false };
    expect(readyOf(steppedTo(1).run)).toMatchObject([
      { ...entry, task: 2 },
      { ...entry, task: 3 },
    ]);
    expect(readyOf(steppedTo(2).run)).toMatchObject([{ ...entry, task: 3, isInIteration: true }]);
    expect(readyOf(steppedTo(3).run)).toEqual([]);
  });

  test('are the timers in order of deadline, with whom they wake', () => {
    expect(timersOf(steppedTo(2).run)).toEqual([
      { timer: 2, when: 1, handle: 'sleep', of: 'task#2' },
      { timer: 1, when: 9, handle: 'callback', of: 'ring' },
    ]);
    const cancelled = `import asyncio
async def main():
    asyncio.get_running_loop().call_later(5, print).cancel()
    asyncio.get_running_loop().call_later(1, print)
    await asyncio.sleep(2)
asyncio.run(main())
`;
    expect(timersOf(steppedTo(1, cancelled).run).map(({ handle, of }) => [handle, of])).toEqual([
      ['callback', 'print'],
      ['sleep', 'task#1'],
      ['cancelled', 'print'],
    ]);
  });

  test('are tasks with their await stacks and locals', () => {
    const { run } = steppedTo(3);
    expect(
      tasksOf(run).map(({ name, phase, onName, isReady }) => [name, phase, onName, isReady]),
    ).toEqual([
      ['Task-1', 'waiting', 'gather#1', false],
      ['second', 'waiting', 'sleep', false],
      ['Task-2', 'waiting', 'turn', false],
    ]);
    expect(taskOf(run, 3)?.stack).toEqual([
      {
        name: 'worker',
        at: [13, 9],
        locals: [
          ['name', "'a'"],
          ['i', '0'],
        ],
      },
      { name: 'add', at: [6, 16], locals: [['n', '0']] },
      { name: '__aenter__', at: null, locals: [] },
      { name: 'Lock.acquire', at: null, locals: [] },
    ]);
    expect(taskOf(run, 9)).toBe(null);
  });

  test('is a task that has not begun, with its arguments', () => {
    expect(taskOf(steppedTo(1).run, 2)).toMatchObject({
      phase: 'created',
      isReady: true,
      stack: [{ name: 'worker', at: [11, 1], locals: [['name', "'b'"]] }],
    });
  });

  test('are objects with holders and waiters', () => {
    const lock = objectsOf(steppedTo(3).run).find(({ name }) => name === 'turn');
    expect(lock).toMatchObject({ class: 'Lock', holders: [[2, 1]], waiters: [3] });
  });

  test('are the variables of the module, without what it defines and imports', () => {
    expect(variablesOf(steppedTo(3).run).map(([name]) => name)).toEqual(['total', 'turn']);
    expect(variablesOf(steppedTo(0).run)).toEqual([]);
  });

  test('is the output so far', () => {
    expect(outputOf(steppedTo(5).run)).toEqual([{ stream: 'stdout', text: '0 makes 0\n' }]);
  });

  test('changes nothing where a repr of the program would', () => {
    const text = `import asyncio
class Loud:
    def __repr__(self):
        print('shown')
        return 'loud'
loud = Loud()
async def main():
    mine = Loud()
    await asyncio.sleep(1)
asyncio.run(main())
`;
    const { run } = steppedTo(1, text);
    expect(variablesOf(run)[0][1]).toMatch(/^<.*Loud object at 0x7[0-9a-f]+>$/);
    expect(taskOf(run, 1)?.stack[0].locals[0][1]).toMatch(/Loud object at/);
    while (run.step());
    expect([run.result?.divergence, outputOf(run)]).toEqual([null, []]);
  });
});
