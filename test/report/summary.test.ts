import { describe, expect, test } from 'vitest';
import { SummaryFold } from '../../src/report/summary.ts';
import { foldEvents } from '../../src/trace/fold.ts';
import { semaphoreProgram } from '../trace/asyncio-run.ts';
import { Script } from '../trace/script.ts';

const summaryOf = (script: Script) => foldEvents(script.events(), new SummaryFold())[0].summary();

describe('the summary of fifty workers and a semaphore of five', () => {
  const [fold] = foldEvents(semaphoreProgram(50, 5), new SummaryFold());
  const summary = fold.summary();

  test('ends after ten seconds with every task returned', () => {
    expect(summary.endTime).toBe(10);
    expect(summary.tasks).toEqual({
      created: 51,
      returned: 51,
      raised: 0,
      cancelled: 0,
      pending: 0,
      peak: 51,
    });
  });

  test('has five holders at most, and waits of one to nine seconds for 45 workers', () => {
    // Five wait 1 s, five 2 s, … five 9 s: the 23rd of 45 waits 5 s, the 43rd 9 s.
    expect(summary.holders).toEqual([
      {
        object: 'semaphore#1',
        class: 'Semaphore',
        name: 'slots',
        capacity: 5,
        peak: 5,
        acquisitions: 50,
        waits: { count: 45, abandoned: 0, p50: 5, p95: 9, max: 9, exact: true },
      },
    ]);
    expect([summary.holdersOmitted, summary.queues, summary.isDeadlocked]).toEqual([0, [], false]);
  });
});

describe('a summary', () => {
  test('counts tasks by how they ended', () => {
    const script = new Script();
    const tasks = ['a', 'b', 'c', 'd', 'e'].map((name) => script.create(name));
    script.finish(tasks[0]).finish(tasks[1], 'raised').finish(tasks[2], 'cancelled');
    script.create('f');
    expect(summaryOf(script).tasks).toEqual({
      created: 6,
      returned: 1,
      raised: 1,
      cancelled: 1,
      pending: 3,
      peak: 5,
    });
  });

  test('leaves out the tasks by which asyncio closes a loop', () => {
    const script = new Script();
    const task = script.create('BaseEventLoop.shutdown_asyncgens');
    script.start(task).finish(task);
    expect(summaryOf(script).tasks).toMatchObject({ created: 0, returned: 0, peak: 0 });
  });

  test('knows the time of blocking, warnings, handles and iterations', () => {
    const script = new Script().at(1, 7).emit(0, 'handle.executed', { handle: 'step' });
    script.emit(0, 'handle.executed', { handle: 'step' });
    script.emit(1, 'clock.blocked', { seconds: 2.5 });
    script.emit(1, 'warning.raised', { code: 'never-awaited', text: '' });
    expect(summaryOf(script)).toMatchObject({
      endTime: 3.5,
      blockedSeconds: 2.5,
      handles: 2,
      iterations: 7,
      warnings: 1,
    });
  });

  test('keeps the first failure of an expectation, whatever comes later', () => {
    const script = new Script();
    const held = { rule: 'always', index: 0, text: 'x < 5' };
    script.at(1).emit(0, 'expect.failed', { ...held, reason: 'x is 6' });
    script.at(2).emit(0, 'expect.failed', { ...held, reason: 'x is 7' });
    script.at(3).emit(0, 'expect.held', held);
    script.emit(0, 'expect.held', { rule: 'finally', index: 0, text: 'x == 5' });
    expect(summaryOf(script).expectations).toEqual([
      { ...held, outcome: 'failed', time: 1, reason: 'x is 6' },
      { rule: 'finally', index: 0, text: 'x == 5', outcome: 'held', time: 3, reason: '' },
    ]);
  });

  test('says that the run was stuck', () => {
    const script = new Script().at(2).emit(0, 'loop.deadlocked', { waiting: 1 });
    expect(summaryOf(script)).toMatchObject({ isDeadlocked: true, endTime: 2 });
  });
});
