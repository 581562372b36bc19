import { expect, test } from 'vitest';
import { heapqModule } from '../../../src/lang/modules/heapq.ts';
import { expectRecorded } from './recorded.ts';

test('heaps, merges and extremes are CPython’s', () => expectRecorded('heapq'));

test('from 3.14 on a heap may have its largest item first', () => {
  expect(heapqModule.attributes.has('heappush_max')).toBe(true);
});
