import { describe, expect, test } from 'vitest';
import { plainPage } from '../../../src/report/page.ts';
import type { Names } from '../../../src/report/step/names.ts';
import {
  renderLocals,
  renderObjects,
  renderReady,
  renderStack,
  renderTasks,
  renderTimers,
  renderVariables,
} from '../../../src/report/step/state.ts';
import type { ObjectView, TaskView } from '../../../src/trace/run-view.ts';

const names: Names = {
  task: (task) => ({ name: `T${task}`, coroutine: 'work' }),
  object: (object) => object,
};

const task: TaskView = {
  ...{ task: 2, name: 'T2', coroutine: 'work', parent: 1, phase: 'waiting', on: 'sleep', until: 3 },
  ...{ since: 1, at: [4, 1], onName: 'sleep', isReady: false, cancelling: 0, stack: [] },
};

function object(some: Partial<ObjectView>): ObjectView {
  return {
    ...{ object: 'x#1', class: 'X', name: 'x', capacity: null, value: null, flag: false },
    ...{ waiters: [], holders: [], ...some },
  };
}

describe('queues', () => {
  test('the ready queue is parted where the iteration ends', () => {
    const entry = { handle: 'step', of: '', cause: 7 };
    const ready = [
      { ...entry, task: 2, isInIteration: true },
      { handle: 'callback', of: 'ring', cause: 0, task: 0, isInIteration: false },
    ];
    expect(renderReady(ready, names, plainPage)).toEqual([
      '     handle    of         scheduled by',
      '  this iteration:',
      '  1  step      T2 (work)  event 7',
      '  next iteration:',
      '  2  callback  ring',
    ]);
  });

  test('timers are due', () => {
    const timer = { timer: 3, when: 2.5, handle: 'sleep', of: 'task#2' };
    expect(renderTimers([timer], names, plainPage)).toEqual([
      '  due             handle  of',
      '  2.5 s  timer 3  sleep   T2 (work)',
    ]);
  });
});

test('tasks tell their state', () => {
  const tasks: TaskView[] = [
    task,
    { ...task, until: null },
    { ...task, isReady: true },
    { ...task, phase: 'created', isReady: true },
    { ...task, on: 'lock#1', cancelling: 2 },
    { ...task, phase: 'running' },
  ];
  const rows = renderTasks(tasks, 2, names, plainPage).slice(1);
  expect(
    rows.map((row) =>
      row
        .slice(20, 40)
        .trim()
        .replace(/ {2}.*/, ''),
    ),
  ).toEqual([
    ...[
      'sleeps until 3 s',
      'sleeps',
      'ready to go on',
      'ready to start',
      'waits on lock#1',
      'running',
    ],
  ]);
  expect(rows[0].startsWith('  >')).toBe(true);
  expect(rows[4].endsWith('  2')).toBe(true);
});

test('a stack shows the lines of the program, and locals by frame', () => {
  const source = { name: 'a.py', lines: ['', '  await f(x)'] };
  const stack = [
    { name: 'main', at: [2, 3], locals: [['x', '1']] },
    { name: 'sleep', at: null, locals: [] },
  ] as const;
  expect(renderStack({ ...task, stack }, source, names, plainPage)).toEqual([
    ...[
      'T2 (work): sleeps until 3 s',
      '  #0 main, a.py:2',
      '       await f(x)',
      '  #1 sleep, asyncio',
    ],
  ]);
  expect(renderLocals(stack, plainPage)).toEqual(['  #0 main', '     x = 1']);
  expect(renderLocals([], plainPage)).toEqual(['no variable is bound']);
});

test('variables are cut where the page ends', () => {
  const [line] = renderVariables([['x', 'y'.repeat(200)]], plainPage);
  expect([line.length, line.at(-1)]).toEqual([100, '…']);
});

test('objects tell how they stand', () => {
  const rows = renderObjects(
    [
      object({ class: 'Lock', holders: [[2, 1]], waiters: [3, 4, 5, 6, 7] }),
      object({ class: 'Lock' }),
      object({ class: 'Event', flag: true }),
      object({ class: 'Event' }),
      object({ class: 'BoundedSemaphore', capacity: 3, value: 1 }),
      object({ class: 'Queue', capacity: 2, value: 1, flag: true }),
      object({ class: 'LifoQueue', capacity: 0 }),
      object({ class: 'Barrier', capacity: 2, value: 1 }),
      object({ class: 'Barrier', flag: true }),
    ],
    names,
    { ...plainPage, width: 140 },
  );
  const states = rows.slice(1).map((row) =>
    row
      .slice(28, 50)
      .trim()
      .replace(/ {2}.*/, ''),
  );
  expect(states).toEqual(
    [
      ...[
        'locked',
        'unlocked',
        'set',
        'not set',
        '1 of 3 left',
        '1 of 2 in it, shut down',
        '0 in it',
      ],
      ...['1 of 2 wait', 'broken'],
    ].map((state) => state.slice(0, 22)),
  );
  expect(rows[1]).toContain('T2 (work)  T3 (work), T4 (work), T5 (work), T6 (work) and 1 more');
});
