import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { coarsen, type Stretches } from '../../src/report/timeline-coarsen.ts';
import type { State } from '../../src/report/timeline-data.ts';

function stretches(list: readonly (readonly [State, number])[]): Stretches {
  let time = 0;
  const result: Stretches = { states: [], times: [], iterations: [] };
  for (const [state, duration] of list) {
    result.states.push(state);
    result.times.push(time);
    result.iterations.push(time);
    time += duration;
  }
  return result;
}

const lists = fc.array(
  fc.tuple(
    fc.integer({ min: 0, max: 6 }).map((state) => state as State),
    fc.nat(20),
  ),
  { minLength: 1, maxLength: 60 },
);

describe('coarsening', () => {
  test('keeps of short stretches the one that lasts longest', () => {
    const list = stretches([
      [2, 10],
      [0, 1],
      [5, 3],
      [0, 1],
      [4, 10],
      [2, 0],
    ]);
    expect(coarsen(list, 5, true)).toBe(4);
    expect(list).toEqual({
      states: [2, 5, 4, 2],
      times: [0, 10, 15, 25],
      iterations: [0, 10, 15, 25],
    });
  });

  test('keeps one moment awake of each group of short sleeps', () => {
    const list = stretches([
      [2, 4],
      [0, 0],
      [2, 4],
      [0, 0],
      [2, 4],
      [0, 0],
      [2, 4],
      [0, 0],
      [2, 4],
    ]);
    coarsen(list, 8, true);
    expect(list.states).toEqual([0, 2, 0, 2, 0, 2]);
    expect(list.times).toEqual([0, 0, 8, 8, 16, 16]);
  });

  test.prop([lists, fc.integer({ min: 1, max: 30 })])(
    'leaves at most three stretches a quantum, in order, and the last one',
    (list, quantum) => {
      const all = stretches(list);
      const end = all.times.at(-1) ?? 0;
      const last = all.states.at(-1);
      const count = coarsen(all, quantum, true);
      expect(count).toBe(all.states.length);
      expect(all.times.length).toBe(count);
      expect(count).toBeLessThanOrEqual(3 * Math.floor(end / quantum) + 3);
      expect(all.times).toEqual([...all.times].sort((a, b) => a - b));
      expect(all.states.at(-1)).toBe(last);
      expect(all.states.every((state, i) => i === 0 || state !== all.states[i - 1])).toBe(true);
    },
  );

  test.prop([lists])('changes nothing but repetitions where every stretch is long', (list) => {
    const long = list.map(([state, duration]) => [state, duration + 5] as const);
    const all = stretches(long);
    const before = all.states.filter((state, i) => i === 0 || state !== all.states[i - 1]);
    coarsen(all, 5, true);
    expect(all.states).toEqual(before);
  });

  test.prop([lists, fc.integer({ min: 1, max: 10 })])(
    'keeps every long stretch',
    (list, quantum) => {
      const all = stretches(list);
      const long = list.flatMap(([state, duration], i) =>
        duration >= quantum && i < list.length - 1 ? [[state, all.times[i]] as const] : [],
      );
      coarsen(all, quantum, true);
      for (const [state, time] of long) {
        const place = all.times.findLastIndex((start) => start <= time);
        expect(all.states[place]).toBe(state);
      }
    },
  );
});
