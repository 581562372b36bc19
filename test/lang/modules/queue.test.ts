import { expect, test } from 'vitest';
import { queueModule } from '../../../src/lang/modules/queue.ts';
import { expectRecorded } from './recorded.ts';

test('queues of threads do what CPython has them do', () => expectRecorded('queue'));

test('the module has all that CPython lists in __all__', () => {
  const all = ['Empty', 'Full', 'ShutDown', 'Queue', 'PriorityQueue', 'LifoQueue', 'SimpleQueue'];
  expect([...queueModule.attributes.keys()]).toEqual(all);
});
