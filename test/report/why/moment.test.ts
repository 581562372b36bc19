import { describe, expect, test } from 'vitest';
import { Moment, momentAt, SIGNAL_KINDS } from '../../../src/report/why/moment.ts';
import { inquired } from './inquired.ts';
import { CROSSED_LOCKS, PULSE } from './programs.ts';

describe('a moment', () => {
  test('knows who waits since which event, and who took what', () => {
    const { history } = inquired(CROSSED_LOCKS);
    const end = momentAt(history, history.count);
    expect(end.waiting().map(({ task, on, since }) => [task, on, since])).toEqual([
      [1, 'gather#1', 0],
      [2, 'lock#2', 1],
      [3, 'lock#1', 1],
    ]);
    expect(history.event(end.suspensionOf(2))).toMatchObject({ kind: 'task.suspended', time: 1 });
    expect(history.event(end.acquiredBy('lock#1', 2))).toMatchObject({ time: 0, at: [7, 16] });
    expect([end.acquiredBy('lock#1', 3), end.childrenOf(1)]).toEqual([0, [2, 3]]);
  });

  test('stands before what comes later', () => {
    const { history } = inquired(CROSSED_LOCKS);
    const start = momentAt(history, history.task(2)!.created);
    expect([start.states.count, start.childrenOf(1), start.suspensionOf(1)]).toEqual([2, [2], 0]);
  });

  test('knows the last signal of each kind', () => {
    const { history } = inquired(PULSE);
    const end = momentAt(history, history.count);
    expect(history.event(end.lastSignal('event#1', 'event.set'))).toMatchObject({ at: [7, 5] });
    expect(history.event(end.lastSignal('event#1', 'event.cleared'))).toMatchObject({ at: [8, 5] });
    expect(end.lastSignal('event#2', 'event.set')).toBe(0);
    expect(end.childrenOf(1)).toEqual([3]);
  });

  test('reads every kind that lets a task go on', () => {
    const { wants } = new Moment();
    expect([...SIGNAL_KINDS].filter((kind) => !wants.has(kind))).toEqual([]);
  });
});
