import { describe, expect, test } from 'vitest';
import {
  AWAITING,
  HOLDING,
  HOLDING_WAITING,
  READY,
  RUNNING,
  SLEEPING,
  WAITING,
} from '../../src/report/timeline-data.ts';
import { MAXIMUM_SPANS, MAXIMUM_TASKS, TimelineFold } from '../../src/report/timeline-fold.ts';
import type { TraceEvent } from '../../src/trace/event.ts';
import { foldEvents } from '../../src/trace/fold.ts';
import { Script, semaphoreRun } from '../trace/script.ts';

const fold = (script: Script) => foldEvents(script.events(), new TimelineFold())[0].data();

function* hops(tasks: number, rounds: number): Generator<TraceEvent> {
  const base = { at: null, cause: 0 } as const;
  let seq = 1;
  const created = { kind: 'task.created', parent: 0, name: 't', eager: false } as const;
  for (let task = 1; task <= tasks; task++) {
    yield { ...base, seq: seq++, iteration: 0, time: 0, task, ...created, coroutine: 'hopper' };
  }
  for (let round = 1; round <= rounds; round++) {
    for (let task = 1; task <= tasks; task++) {
      const at = { ...base, iteration: round, time: round, task };
      yield { ...at, seq: seq++, kind: round === 1 ? 'task.started' : 'task.resumed' };
      const on = round % 3 === 0 ? 'lock#1' : 'sleep';
      yield { ...at, seq: seq++, kind: 'task.suspended', on, until: null };
    }
  }
}

describe('the lives of tasks', () => {
  test('change with what they do', () => {
    const script = new Script();
    const task = script.create('worker');
    const object = script.at(1).start(task).object('Lock', null, 'door');
    script.suspend(task, 'sleep', 2).at(2).resume(task).suspend(task, 'queue#1 get').at(3);
    script.resume(task).emit(task, 'lock.acquired', { object }).suspend(task, 'future#1').at(4);
    script.resume(task).suspend(task, 'queue#1 get').at(5).resume(task);
    script.emit(task, 'lock.released', { object }).suspend(task, 'future#2').at(6).resume(task);
    const [{ tasks }] = fold(script.finish(task, 'raised')).coroutines;
    const busy = tasks[0].states.filter((state) => state !== RUNNING);
    expect(busy).toEqual([READY, SLEEPING, WAITING, HOLDING, HOLDING_WAITING, AWAITING]);
    const starts = tasks[0].times.filter((_, i) => tasks[0].states[i] !== RUNNING);
    expect(starts).toEqual([0, 1, 2, 3, 4, 5]);
    expect(tasks[0].end).toEqual({ time: 6, iteration: 6, outcome: 'raised' });
  });

  test('change when another task gives back what they hold', () => {
    const script = new Script();
    const [holder, giver] = [script.create('holder'), script.create('giver')];
    const object = script.at(0).start(holder).object('Lock', null);
    script.emit(holder, 'lock.acquired', { object }).suspend(holder, 'sleep', 9);
    script.at(2).start(giver).emit(giver, 'lock.released', { object }).finish(giver);
    const [life] = fold(script).coroutines[0].tasks;
    expect(life.states).toEqual([READY, RUNNING, HOLDING, SLEEPING]);
    expect(life.times).toEqual([0, 0, 0, 2]);
  });

  test('say what was waited for and held', () => {
    expect(fold(semaphoreRun(9, 2))).toMatchObject({ waited: ['slots'], held: ['slots'] });
  });

  test('go on to the end of a blocking call', () => {
    const script = new Script();
    const task = script.create('worker');
    script.at(1).start(task).emit(task, 'clock.blocked', { seconds: 4 });
    expect(fold(script).endTime).toBe(5);
  });
});

describe('memory', () => {
  test('follows at most MAXIMUM_TASKS tasks, evenly spread, and counts all', () => {
    const script = new Script();
    script.create('main');
    for (let i = 0; i < 10_000; i++) script.create('worker', `w${i}`);
    const { coroutines, total } = fold(script);
    expect(total).toBe(10_001);
    expect(coroutines[0].tasks.length).toBe(1);
    const { tasks, stride, total: workers } = coroutines[1];
    expect(workers).toBe(10_000);
    expect(tasks.length).toBeLessThanOrEqual(MAXIMUM_TASKS);
    expect(tasks.length).toBeGreaterThan(MAXIMUM_TASKS / 4);
    expect(tasks.map(({ name }) => name)).toEqual(tasks.map((_, i) => `w${i * stride}`));
  });

  test('keeps at most the given number of stretches, over long runs too', () => {
    const timeline = new TimelineFold(1000);
    let most = 0;
    for (const event of hops(20, 2000)) {
      timeline.see(event);
      most = Math.max(most, timeline.spans);
    }
    expect(most).toBeLessThanOrEqual(1000);
    const { coroutines, quantum, endTime } = timeline.data();
    const kept = coroutines[0].tasks.reduce((sum, { states }) => sum + states.length, 0);
    expect(kept).toBe(timeline.spans);
    expect(endTime).toBe(2000);
    expect(quantum).toBeLessThan(2000 / 4);
    for (const { times } of coroutines[0].tasks) expect(times[0]).toBe(0);
  });

  test('keeps everything below the bound', () => {
    const timeline = new TimelineFold();
    for (const event of hops(10, 100)) timeline.see(event);
    expect(timeline.spans).toBe(10 * (1 + 2 * 100));
    expect(timeline.data().quantum).toBe(0);
    expect(MAXIMUM_SPANS).toBe(200_000);
  });

  test('is bounded where no time passes', () => {
    const timeline = new TimelineFold(1000);
    for (const event of hops(3, 3000)) timeline.see({ ...event, time: 0 });
    expect(timeline.spans).toBeLessThanOrEqual(1000);
    expect(timeline.data().endIteration).toBe(3000);
  });

  test('tells at most a few hundred coroutines apart', () => {
    const script = new Script();
    for (let i = 0; i < 1000; i++) script.create(`coroutine_${i}`);
    const { coroutines } = fold(script);
    expect(coroutines.length).toBe(257);
    expect(coroutines[256]).toMatchObject({ name: '(others)', total: 744 });
  });
});
