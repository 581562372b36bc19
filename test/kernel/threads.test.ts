// Parts of threads run at their times, while the loop waits or is held.
import { expect, test } from 'vitest';
import type { LimitReached } from '../../src/base/stop.ts';
import { VirtualClock } from '../../src/kernel/clock.ts';
import type { Timer } from '../../src/kernel/handle.ts';
import { DEFAULT_LOOP_LIMITS } from '../../src/kernel/limits.ts';
import { Threads } from '../../src/kernel/threads.ts';
import { BareLoop } from './bare-loop.ts';

function part(when: number, act: () => void): Timer {
  const state = { serial: 0, isScheduled: false, isCancelled: false };
  return Object.assign(state, { scheduledFor: when, operation: 0, argument: null, run: act });
}

function loopWithThreads(): [BareLoop, Threads, string[], (text: string) => () => void] {
  const clock = new VirtualClock();
  const threads = new Threads(clock, DEFAULT_LOOP_LIMITS);
  const log: string[] = [];
  const note = (text: string) => () => log.push(`${text} ${clock.now} ${clock.iteration}`);
  return [new BareLoop({ clock, threads }), threads, log, note];
}

test('a part runs in order of time, then of scheduling, and before timers of its instant', () => {
  const [loop, threads, log, note] = loopWithThreads();
  loop.at(2, note('timer'));
  threads.schedule(part(2, note('b')));
  threads.schedule(part(2, note('c')));
  threads.schedule(part(1, note('a')));
  expect(loop.run()).toBe('deadlocked');
  expect(log).toEqual(['a 1 0', 'b 2 0', 'c 2 0', 'timer 2 1']);
});

test('what a part schedules waits until the loop is woken', () => {
  const [loop, threads, log, note] = loopWithThreads();
  threads.schedule(part(1, () => loop.soon(note('unnoticed'))));
  threads.schedule(
    part(4, () => {
      loop.soon(note('noticed'));
      loop.wake();
    }),
  );
  loop.at(3, note('timer'));
  loop.run();
  expect(log).toEqual(['unnoticed 3 1', 'timer 3 1', 'noticed 4 2']);
});

test('a loop that is never woken again is deadlocked, though something is ready', () => {
  const [loop, threads, log, note] = loopWithThreads();
  threads.schedule(part(1, () => loop.soon(note('unnoticed'))));
  expect(loop.run()).toBe('deadlocked');
  expect(log).toEqual([]);
});

test('a step that blocks lets parts run at their times', () => {
  const [loop, threads, log, note] = loopWithThreads();
  loop.soon(() => {
    loop.block(5);
    note('step')();
  });
  threads.schedule(part(2, note('a')));
  threads.schedule(part(5.5, note('b')));
  loop.run();
  expect(log).toEqual(['a 2 1', 'step 5 1', 'b 5.5 1']);
});

test('a loop that never waits gives way after a hundred iterations', () => {
  const [loop, threads, log, note] = loopWithThreads();
  let rounds = 0;
  const spin = (): void => {
    if (++rounds < 300) loop.soon(spin);
  };
  loop.soon(spin);
  threads.schedule(part(0, note('a')));
  loop.run();
  expect(log).toEqual(['a 0 100']);
});

test('a part after the end of the run is left', () => {
  const clock = new VirtualClock();
  const threads = new Threads(clock, DEFAULT_LOOP_LIMITS);
  threads.schedule(part(9, () => expect.unreachable()));
  expect(new BareLoop({ clock, threads, until: 5 }).run()).toBe('until');
  expect([clock.now, threads.length, threads.earliest]).toEqual([5, 1, 9]);
});

test('a part that used up its slice goes on first', () => {
  const [loop, threads, log, note] = loopWithThreads();
  const slow: Timer = part(1, () => {
    note('slow')();
    if (log.length < 3) threads.preempt(slow);
  });
  threads.schedule(slow);
  threads.schedule(part(1, note('next')));
  expect(loop.run()).toBe('sliced');
  expect(threads.isPreempted).toBe(true);
  expect(loop.run()).toBe('sliced');
  expect(loop.run()).toBe('deadlocked');
  expect(log).toEqual(['slow 1 0', 'slow 1 0', 'slow 1 0', 'next 1 0']);
});

test('parts count as handles', () => {
  const threads = new Threads(new VirtualClock(), { ...DEFAULT_LOOP_LIMITS, handles: 2 });
  for (let i = 0; i < 3; i++) threads.schedule(part(i, () => {}));
  threads.runUntil(1);
  try {
    threads.runUntil(2);
    expect.unreachable();
  } catch (error) {
    expect((error as LimitReached).flag).toBe('--max-steps');
  }
});
