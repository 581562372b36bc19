import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { permilles, sharesOf } from '../../../src/report/why/path-shares.ts';
import { inquired, pathOf } from './inquired.ts';
import { CONTENDED } from './programs.ts';

describe('shares of a path', () => {
  test('add up what was spent at one line by one coroutine', () => {
    expect(pathOf(CONTENDED).shares).toEqual([
      {
        spent: 'sleep',
        seconds: 3,
        permille: 1000,
        coroutine: 'work',
        tasks: [2, 3, 4],
        taskCount: 3,
        count: 3,
        at: [7, 9],
        source: 'await asyncio.sleep(1)',
      },
    ]);
  });

  test('name ten tasks at most and count all', () => {
    const { history } = inquired(CONTENDED);
    const stretches = Array.from({ length: 12 }, (_, i) => ({
      ...({ from: i, to: i + 1, spent: 'sleep', at: null } as const),
      task: 100 - i,
    }));
    const [share] = sharesOf(history, stretches);
    expect([share.tasks.length, share.taskCount, share.count]).toEqual([10, 12, 12]);
    expect(share.tasks[0]).toBe(89);
  });

  test('give what is left to the largest remainders', () => {
    expect(permilles([1, 1, 1])).toEqual([334, 333, 333]);
    expect(permilles([2, 1])).toEqual([667, 333]);
    expect(permilles([0, 0])).toEqual([0, 0]);
  });

  const parts = fc.array(fc.double({ min: 0, max: 1e6, noNaN: true }), { minLength: 1 });
  property.prop([parts])('add to the whole, each within a permille of its own', (values) => {
    const total = values.reduce((sum, value) => sum + value, 0);
    fc.pre(total > 0);
    const shares = permilles(values);
    expect(shares.reduce((sum, share) => sum + share, 0)).toBe(1000);
    shares.forEach((share, i) => {
      expect(Math.abs(share - (values[i] / total) * 1000)).toBeLessThanOrEqual(1);
    });
  });
});
