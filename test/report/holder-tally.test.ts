import { describe, expect, test } from 'vitest';
import { HolderTally } from '../../src/report/holder-tally.ts';
import { MAXIMUM_OBJECTS } from '../../src/report/waits.ts';
import { Script } from '../trace/script.ts';

function tallyOf(script: Script): HolderTally {
  const tally = new HolderTally();
  for (const event of script.events()) tally.see(event);
  return tally;
}

describe('locks and semaphores', () => {
  test('are counted with their waits', () => {
    const script = new Script();
    const object = script.object('Lock', null, 'door');
    script.emit(1, 'lock.acquired', { object }).emit(2, 'lock.waited', { object });
    script.at(3).emit(1, 'lock.released', { object }).emit(2, 'lock.acquired', { object });
    expect(tallyOf(script).summaries()).toEqual([
      {
        object,
        class: 'Lock',
        name: 'door',
        capacity: 1,
        peak: 1,
        acquisitions: 2,
        waits: { count: 1, abandoned: 0, p50: 3, p95: 3, max: 3, exact: true },
      },
    ]);
  });

  test('count a wait that is cancelled as abandoned', () => {
    const script = new Script();
    const object = script.object('Semaphore', 2);
    script.emit(2, 'semaphore.waited', { object }).at(3);
    script.emit(2, 'task.cancelled', { message: null }).finish(2, 'cancelled');
    expect(tallyOf(script).summaries()[0].waits).toMatchObject({ count: 0, abandoned: 1 });
  });

  test('know the most permits that were out at once', () => {
    const script = new Script();
    const object = script.object('BoundedSemaphore', 3);
    for (const [task, kind] of [
      [1, 'semaphore.acquired'],
      [2, 'semaphore.acquired'],
      [1, 'semaphore.released'],
      [3, 'semaphore.acquired'],
    ] as const) {
      script.emit(task, kind, { object: object, value: 0 });
    }
    expect(tallyOf(script).summaries()[0]).toMatchObject({ peak: 2, acquisitions: 3, capacity: 3 });
  });

  test('are told apart up to a limit, and counted beyond it', () => {
    const script = new Script();
    for (let i = 1; i <= MAXIMUM_OBJECTS + 5; i++) {
      const object = `lock#${i}`;
      script.emit(0, 'object.created', { object, class: 'Lock', name: null, capacity: null });
      script.emit(1, 'lock.acquired', { object }).emit(1, 'lock.released', { object });
    }
    const tally = tallyOf(script);
    expect([tally.summaries().length, tally.omitted]).toEqual([MAXIMUM_OBJECTS, 5]);
  });
});
