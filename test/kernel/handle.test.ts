// Handles and timers: run once, never after their cancellation, and who is told of it.
import { expect, test } from 'vitest';
import { Handle, type Timer, TimerHandle } from '../../src/kernel/handle.ts';

class Recorder {
  readonly runs: unknown[] = [];
  readonly cancelled: Timer[] = [];

  run(operation: number, argument: unknown): void {
    this.runs.push([operation, argument]);
  }

  timerCancelled(timer: Timer): void {
    this.cancelled.push(timer);
  }
}

test('a handle runs its target with its operation and argument', () => {
  const target = new Recorder();
  new Handle(target, 7, 'argument').run();
  expect(target.runs).toEqual([[7, 'argument']]);
});

test('a cancelled handle does nothing', () => {
  const target = new Recorder();
  const handle = new Handle(target, 0, undefined);
  expect(handle.cancelled()).toBe(false);
  handle.cancel();
  handle.run();
  expect(handle.cancelled()).toBe(true);
  expect(target.runs).toEqual([]);
});

test('a timer tells its owner of its cancellation, once and before it counts as cancelled', () => {
  const owner = new Recorder();
  const seen: boolean[] = [];
  const watching = {
    timerCancelled: (timer: Timer): void => {
      seen.push(timer.isCancelled);
      owner.timerCancelled(timer);
    },
  };
  const timer = new TimerHandle(watching, 2.5, 3, owner, 1, 'x');
  expect([timer.when(), timer.serial, timer.cancelled()]).toEqual([2.5, 3, false]);
  timer.cancel();
  timer.cancel();
  timer.run();
  expect(owner.cancelled).toEqual([timer]);
  expect(seen).toEqual([false]);
  expect(owner.runs).toEqual([]);
});
