import { describe, expect, test } from 'vitest';
import { columnsOf } from '../../src/base/columns.ts';
import { MAXIMUM_LISTED, renderDeadlock } from '../../src/report/deadlock.ts';
import { plainPage } from '../../src/report/page.ts';
import type { Deadlock, WaitingTask } from '../../src/trace/finding.ts';

function waiting(task: number, on: string, rest: Partial<WaitingTask> = {}): WaitingTask {
  return {
    task,
    name: `Task-${task}`,
    coroutine: 'worker',
    on,
    onName: on,
    since: 0,
    at: null,
    holds: [],
    heldBy: [],
    ...rest,
  };
}

const abba: Deadlock = {
  time: 1.5,
  waiting: [
    waiting(1, 'task#2', { coroutine: 'main', at: [22, 5], heldBy: [2] }),
    waiting(2, 'lock#2', { onName: 'b', since: 1, at: [12, 9], holds: ['a'], heldBy: [3] }),
    waiting(3, 'lock#1', { onName: 'a', since: 1.5, at: [16, 9], holds: ['b'], heldBy: [2] }),
  ],
  cycles: [[2, 3]],
};

const lines = (deadlock: Deadlock, width = 100) =>
  renderDeadlock(deadlock, 'demo.py', { ...plainPage, width }).split('\n');

describe('a deadlock in text', () => {
  test('says who waits on what, since when, where, for whom, and tells the ring', () => {
    const ring =
      'Ring: Task-2 (worker) waits for b, held by Task-3 (worker); ' +
      'Task-3 (worker) waits for a, held by';
    expect(lines(abba)).toEqual([
      'Deadlock at 1.5 s: 3 tasks wait, nothing can happen any more',
      '  task             waits on  since  at          holds  what could end it',
      '  Task-2 (worker)  b         1 s    demo.py:12  a      Task-3 (worker)',
      '  Task-3 (worker)  a         1.5 s  demo.py:16  b      Task-2 (worker)',
      '  Task-1 (main)    task#2    0 s    demo.py:22         Task-2 (worker)',
      ring,
      'Task-2 (worker).',
    ]);
  });

  test.each([
    ['queue#1 get', 'a put()'],
    ['priorityqueue#1 put', 'a get()'],
    ['queue#1 join', 'task_done()'],
    ['event#1', 'a set()'],
    ['condition#1', 'a notify()'],
    ['barrier#1', 'another wait()'],
    ['semaphore#1', 'a release()'],
  ])('says what would end a wait on %s', (on, call) => {
    const deadlock = { time: 0, waiting: [waiting(1, on)], cycles: [] };
    expect(lines(deadlock)[0]).toBe('Deadlock at 0 s: 1 task waits, nothing can happen any more');
    expect(lines(deadlock)[2].endsWith(call)).toBe(true);
  });

  test('of a task with itself', () => {
    const deadlock = { time: 0, waiting: [waiting(1, 'lock#1', { heldBy: [1] })], cycles: [[1]] };
    expect(lines(deadlock).at(-1)).toBe(
      'Ring: Task-1 (worker) waits for lock#1, which it holds itself.',
    );
  });

  test('of tasks that await each other', () => {
    const both = [waiting(1, 'task#2', { heldBy: [2] }), waiting(2, 'task#1', { heldBy: [1] })];
    expect(
      lines({ time: 0, waiting: both, cycles: [[1, 2]] })
        .slice(-2)
        .join(' '),
    ).toBe(
      'Ring: Task-1 (worker) waits for task#2, which is Task-2 (worker); ' +
        'Task-2 (worker) waits for task#1, which is Task-1 (worker).',
    );
  });

  test('of a crowd lists the first, those in rings before others, and counts the rest', () => {
    const crowd = Array.from({ length: 50 }, (_, i) => waiting(i + 1, 'event#1'));
    const text = lines({ time: 0, waiting: crowd, cycles: [[40, 41]] });
    expect(text[2]).toContain('Task-40');
    expect(text).toContain(`  and ${50 - MAXIMUM_LISTED} more`);
    expect(text.length).toBeLessThan(MAXIMUM_LISTED + 8);
  });

  test('keeps to the page and hides control characters', () => {
    const name = '\x1b[31mevil\u202e'.repeat(9);
    const deadlock = { ...abba, waiting: [waiting(1, 'lock#1', { name, onName: name })] };
    for (const line of lines(deadlock, 60)) {
      expect(columnsOf(line)).toBeLessThanOrEqual(60);
      expect(line).not.toMatch(/[\x1b\u202e]/);
    }
  });
});
