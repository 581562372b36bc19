import { describe, expect, test } from 'vitest';
import { Leaks } from '../../src/check/leaks.ts';
import { foldEvents } from '../../src/trace/fold.ts';
import { Script, semaphoreRun } from '../trace/script.ts';
import { deadlockRun } from './deadlocked.ts';

const messages = (script: Script): string[] =>
  foldEvents(script.events(), new Leaks())[0]
    .finish()
    .map(({ message }) => message);

describe('leaks', () => {
  test('there are none where everything is given back', () => {
    expect(messages(semaphoreRun(50, 5))).toEqual([]);
  });

  test('a finished task that still holds a lock is named', () => {
    const script = new Script();
    const task = script.create('worker', 'w');
    const object = script.at(1).start(task).object('Lock', null, 'door');
    script.emit(task, 'lock.acquired', { object }).at(2).finish(task).at(5);
    script.emit(0, 'loop.deadlocked', { waiting: 0 });
    expect(messages(script)).toEqual(['w (worker) finished at 2 s and still holds door']);
  });

  test('permits are counted', () => {
    const script = new Script();
    const task = script.create('worker', 'w');
    const object = script.start(task).object('Semaphore', 3, 'slots');
    script.emit(task, 'semaphore.acquired', { object, value: 2 });
    script.emit(task, 'semaphore.acquired', { object, value: 1 });
    expect(messages(script)).toEqual([
      'w (worker) has not finished and still holds 2 permits of slots',
    ]);
  });

  test('what another task gives back is no leak', () => {
    const script = new Script();
    const [taker, giver] = [script.create('taker'), script.create('giver')];
    const object = script.object('Semaphore', 1);
    script.start(taker).emit(taker, 'semaphore.acquired', { object, value: 0 }).finish(taker);
    script.start(giver).emit(giver, 'semaphore.released', { object, value: 1 }).finish(giver);
    expect(messages(script)).toEqual([]);
  });

  test('a deadlock reports its holders itself', () => {
    expect(messages(deadlockRun())).toEqual([]);
  });
});
