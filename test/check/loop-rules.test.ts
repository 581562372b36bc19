import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { LoopRules } from '../../src/check/loop-rules.ts';
import { foldEvents } from '../../src/trace/fold.ts';
import { Script, semaphoreRun } from '../trace/script.ts';

function violations(script: Script): [string, string][] {
  const [rules] = foldEvents(script.events(), new LoopRules());
  return rules.finish().map(({ rule, message }) => [rule, message]);
}

describe('loop rules', () => {
  test('hold in a run of asyncio', () => {
    expect(violations(semaphoreRun(50, 5))).toEqual([]);
  });

  test('time does not go back', () => {
    const script = new Script().at(2).emit(0, 'loop.stopped', {}).at(1);
    script.emit(0, 'loop.stopped', {});
    expect(violations(script)).toEqual([['time.backwards', 'time went back from 2 s to 1 s']]);
  });

  test('time is a number', () => {
    const script = new Script().at(Number.NaN).emit(0, 'loop.stopped', {});
    expect(violations(script).map(([rule]) => rule)).toEqual(['time.backwards']);
  });

  test('the iteration does not go back', () => {
    const script = new Script().at(0, 5).emit(0, 'loop.stopped', {}).at(0, 4);
    script.emit(3, 'task.resumed', {});
    expect(violations(script)).toEqual([
      ['iteration.backwards', 'the iteration went back from 5 to 4'],
    ]);
  });

  test('a cause is earlier than its effect', () => {
    const script = new Script();
    script.tracer.cause = 1;
    script.emit(0, 'loop.stopped', {});
    expect(violations(script)).toEqual([
      ['cause.later', 'event 1 has the later event 1 as its cause'],
    ]);
  });

  const timer = (when: number, firedAt: number) =>
    new Script()
      .emit(0, 'timer.scheduled', { timer: 1, when })
      .at(firedAt)
      .emit(0, 'timer.fired', { timer: 1, when });

  test('a timer does not fire before its time', () => {
    expect(violations(timer(2, 1.5))).toEqual([
      ['timer.early', 'timer 1 was due at 2 s, fired at 1.5 s'],
    ]);
  });

  test.each([
    ['at its time', 2, 2],
    ['within the clock resolution', 2 + 5e-10, 2],
    ['late', 2, 7],
    ['where the resolution is lost', 2 ** 25, 2 ** 25],
  ])('a timer may fire %s', (_, when, firedAt) => {
    expect(violations(timer(when, firedAt))).toEqual([]);
  });

  test('a cancelled timer does not fire', () => {
    const script = new Script()
      .emit(0, 'timer.scheduled', { timer: 4, when: 1 })
      .emit(0, 'timer.cancelled', { timer: 4, when: 1 })
      .at(1)
      .emit(0, 'timer.fired', { timer: 4, when: 1 });
    expect(violations(script)).toEqual([
      ['timer.cancelled-fired', 'timer 4 fired after it was cancelled'],
    ]);
  });

  test('a timer fires once', () => {
    const script = timer(1, 1).emit(0, 'timer.fired', { timer: 1, when: 1 });
    expect(violations(script)).toEqual([
      ['timer.unscheduled', 'timer 1 fired without being scheduled, or twice'],
    ]);
  });

  test('a second loop may number its timers from 1 again', () => {
    const script = timer(1, 1).emit(0, 'timer.scheduled', { timer: 1, when: 2 });
    script.at(2).emit(0, 'timer.fired', { timer: 1, when: 2 });
    expect(violations(script)).toEqual([]);
  });

  test('the loop does not sleep into the past', () => {
    const script = new Script().at(3).emit(0, 'loop.idle', { until: 2 });
    expect(violations(script).map(([rule]) => rule)).toEqual(['time.backwards']);
  });

  test.prop([fc.array(fc.nat(20))])('exactly the steps back in time are found', (times) => {
    const script = new Script();
    for (const time of times) script.at(time).emit(0, 'loop.stopped', {});
    const back = times.filter((time, i) => i > 0 && time < times[i - 1]).length;
    expect(violations(script).length).toBe(back);
  });
});
