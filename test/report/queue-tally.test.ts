import { describe, expect, test } from 'vitest';
import { QueueTally } from '../../src/report/queue-tally.ts';
import { MAXIMUM_OBJECTS } from '../../src/report/waits.ts';
import { Script } from '../trace/script.ts';

function tallyOf(script: Script): QueueTally {
  const tally = new QueueTally();
  for (const event of script.events()) tally.see(event);
  return tally;
}

describe('queues', () => {
  test('are counted with their peaks and waits', () => {
    const script = new Script();
    const object = script.object('PriorityQueue', 2, 'jobs');
    script.emit(3, 'queue.waited', { object, operation: 'get' }).at(2);
    script.emit(1, 'queue.put', { object, size: 1 }).emit(1, 'queue.put', { object, size: 2 });
    script.emit(1, 'queue.waited', { object, operation: 'put' }).at(5);
    script.emit(3, 'queue.got', { object, size: 1 }).at(6);
    script.emit(1, 'queue.put', { object, size: 2 });
    const [queue] = tallyOf(script).summaries();
    expect(queue).toMatchObject({ name: 'jobs', class: 'PriorityQueue', capacity: 2 });
    expect(queue).toMatchObject({ peakSize: 2, puts: 3, gets: 1 });
    expect(queue.getWaits).toMatchObject({ count: 1, max: 5 });
    expect(queue.putWaits).toMatchObject({ count: 1, max: 4 });
  });

  test('do not take a put by a task that waits to get for its wait', () => {
    const script = new Script();
    const object = script.object('Queue', 0);
    script.emit(3, 'queue.waited', { object, operation: 'get' }).at(1);
    script.emit(3, 'queue.put', { object, size: 1 });
    script.emit(3, 'task.cancelled', { message: null });
    const [queue] = tallyOf(script).summaries();
    expect(queue.getWaits).toMatchObject({ count: 0, abandoned: 1 });
    expect(queue.putWaits).toMatchObject({ count: 0, abandoned: 0 });
  });

  test('are told apart up to a limit, and counted beyond it', () => {
    const script = new Script();
    for (let i = 1; i <= MAXIMUM_OBJECTS + 2; i++) {
      const object = `queue#${i}`;
      script.emit(0, 'object.created', { object, class: 'Queue', name: null, capacity: 0 });
    }
    const tally = tallyOf(script);
    expect([tally.summaries().length, tally.omitted]).toEqual([MAXIMUM_OBJECTS, 2]);
  });
});
