import { describe, expect, test } from 'vitest';
import { createCheckers, violationsOf } from '../../src/check/all.ts';
import { foldEvents } from '../../src/trace/fold.ts';
import { Script, semaphoreRun } from '../trace/script.ts';
import { deadlockRun } from './deadlocked.ts';

function judge(script: Script) {
  const checkers = createCheckers();
  foldEvents(script.events(), ...checkers.all);
  return { violations: violationsOf(checkers), deadlock: checkers.deadlock.deadlock() };
}

describe('all checkers together', () => {
  test('find nothing in a run that keeps the rules', () => {
    expect(judge(semaphoreRun(50, 5))).toEqual({ violations: [], deadlock: null });
  });

  test('report a deadlock once', () => {
    const { violations, deadlock } = judge(deadlockRun());
    expect(violations.map(({ rule }) => rule)).toEqual(['deadlock']);
    expect(deadlock?.cycles).toEqual([[2, 3]]);
  });

  test('report in order of time, whoever found it', () => {
    const script = new Script();
    const task = script.create('main');
    script.at(1).start(task).emit(task, 'lock.released', { object: 'lock#1' });
    script.at(2).emit(0, 'timer.fired', { timer: 1, when: 2 }).at(3).start(task).finish(task);
    expect(judge(script).violations.map(({ rule, time }) => [rule, time])).toEqual([
      ['lock.released-unheld', 1],
      ['timer.unscheduled', 2],
      ['task.started-twice', 3],
    ]);
  });
});
