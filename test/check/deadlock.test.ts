import { describe, expect, test } from 'vitest';
import { DeadlockAnalysis } from '../../src/check/deadlock.ts';
import { foldEvents } from '../../src/trace/fold.ts';
import { Script, semaphoreRun } from '../trace/script.ts';
import { deadlockRun } from './deadlocked.ts';

const analyse = (script: Script) => foldEvents(script.events(), new DeadlockAnalysis())[0];

describe('the anatomy of a deadlock', () => {
  test('says who waits on what, since when, where, and who holds it', () => {
    const deadlock = analyse(deadlockRun()).deadlock();
    expect(deadlock?.time).toBe(1.5);
    expect(deadlock?.waiting).toEqual([
      {
        task: 1,
        name: 'Task-1',
        coroutine: 'main',
        on: 'task#2',
        onName: 'task#2',
        since: 0,
        at: [22, 1],
        holds: [],
        heldBy: [2],
      },
      {
        task: 2,
        name: 'Task-2',
        coroutine: 'left',
        on: 'lock#2',
        onName: 'b',
        since: 1,
        at: [12, 1],
        holds: ['a'],
        heldBy: [3],
      },
      {
        task: 3,
        name: 'Task-3',
        coroutine: 'right',
        on: 'lock#1',
        onName: 'a',
        since: 1.5,
        at: [16, 1],
        holds: ['b'],
        heldBy: [2],
      },
    ]);
  });

  test('finds the ring, and nobody who only waits for it', () => {
    expect(analyse(deadlockRun()).deadlock()?.cycles).toEqual([[2, 3]]);
  });

  test('is one violation that names the tasks', () => {
    expect(analyse(deadlockRun()).finish()).toEqual([
      {
        rule: 'deadlock',
        time: 1.5,
        tasks: [1, 2, 3],
        message:
          'nothing can happen; waiting: Task-1 (main) on task#2 since 0 s, ' +
          'Task-2 (left) on b since 1 s, Task-3 (right) on a since 1.5 s; ' +
          'in a ring of 2: Task-2 (left), Task-3 (right)',
      },
    ]);
  });

  test('shows a task that waits for the lock that it holds as a ring of one', () => {
    const script = new Script();
    const main = script.create('main');
    const object = script.at(0).start(main).object('Lock', null, 'door');
    script.emit(main, 'lock.acquired', { object }).suspend(main, object);
    script.at(0).emit(0, 'loop.deadlocked', { waiting: 1 });
    expect(analyse(script).deadlock()?.cycles).toEqual([[main]]);
  });

  test('names the operation on a queue, where nobody is to blame', () => {
    const script = new Script();
    const main = script.create('main');
    script.at(0).start(main).object('Queue', 0, 'jobs');
    script.suspend(main, 'queue#1 get').emit(0, 'loop.deadlocked', { waiting: 1 });
    expect(analyse(script).deadlock()?.waiting[0]).toMatchObject({
      onName: 'jobs get',
      heldBy: [],
    });
  });

  test('names every holder of a semaphore', () => {
    const script = new Script();
    const [a, b, c] = [script.create('a'), script.create('b'), script.create('c')];
    const object = script.object('Semaphore', 2);
    for (const task of [a, b]) {
      script
        .at(0)
        .start(task)
        .emit(task, 'semaphore.acquired', { object, value: 2 - task });
      script.suspend(task, 'future#1');
    }
    script.at(0).start(c).suspend(c, object).emit(0, 'loop.deadlocked', { waiting: 3 });
    expect(analyse(script).deadlock()?.waiting[2].heldBy).toEqual([a, b]);
  });

  test('is no finding in a run that ends', () => {
    const analysis = analyse(semaphoreRun(20, 3));
    expect([analysis.deadlock(), analysis.finish()]).toEqual([null, []]);
  });
});
