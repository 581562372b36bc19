import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import type { TimelineCoroutine, TimelineData } from '../../src/report/timeline-data.ts';
import { planRows } from '../../src/report/timeline-plan.ts';

/** Coroutines with so many tasks each, of which one in `stride` is followed. */
function dataOf(sizes: readonly number[], stride = 1): TimelineData {
  let task = 0;
  const coroutines = sizes.map((total, index): TimelineCoroutine => {
    const tasks = Array.from({ length: Math.ceil(total / stride) }, () => {
      task += stride;
      return { task, name: `t${task}`, states: [], times: [], iterations: [], end: null };
    });
    return { name: `c${index}`, total, stride, tasks };
  });
  const total = sizes.reduce((sum, size) => sum + size, 0);
  return { endTime: 1, endIteration: 1, total, coroutines, waited: [], held: [], quantum: 0 };
}

const sizes = fc.array(fc.integer({ min: 1, max: 300 }), { minLength: 1, maxLength: 80 });

describe('rows', () => {
  test('are one a task, in order of creation, where there is room', () => {
    const { coroutines, ...rest } = dataOf([2, 2]);
    const [a, b] = coroutines;
    const mixed = { ...a, tasks: [a.tasks[0], b.tasks[1]] };
    const other = { ...b, tasks: [a.tasks[1], b.tasks[0]] };
    const rows = planRows({ ...rest, coroutines: [mixed, other] }, 60);
    expect(rows.map(({ tasks }) => tasks[0].task)).toEqual([1, 2, 3, 4]);
    expect(rows.every(({ kind, count }) => kind === 'task' && count === 1)).toBe(true);
  });

  test.prop([sizes, fc.integer({ min: 2, max: 80 }), fc.constantFrom(1, 2, 8)])(
    'are never more than asked for, and account for every task once',
    (counts, maximum, stride) => {
      const rows = planRows(dataOf(counts, stride), maximum);
      expect(rows.length).toBeLessThanOrEqual(maximum);
      const drawn = rows.filter(({ kind }) => kind !== 'density');
      const total = counts.reduce((sum, size) => sum + size, 0);
      expect(drawn.reduce((sum, { count }) => sum + count, 0)).toBe(total);
      const tasks = drawn.flatMap((row) => row.tasks.map(({ task }) => task));
      expect(new Set(tasks).size).toBe(tasks.length);
    },
  );

  test('of a crowd begin with how many are alive, then its tasks in equal shares', () => {
    const rows = planRows(dataOf([1, 1000]), 12);
    expect(rows.map(({ kind }) => kind).slice(0, 3)).toEqual(['task', 'density', 'tasks']);
    expect(rows.slice(2).map(({ count }) => count)).toEqual(Array.from({ length: 10 }, () => 100));
  });

  test('count the coroutines that find no room', () => {
    const rows = planRows(dataOf([5, 5, 5, 5, 5]), 3);
    expect(rows.map(({ kind, count }) => [kind, count])).toEqual([
      ['tasks', 5],
      ['tasks', 5],
      ['rest', 15],
    ]);
  });
});
