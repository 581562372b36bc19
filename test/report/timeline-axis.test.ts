import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { type Axis, GAP_COLUMNS, iterationAxis, timeAxis } from '../../src/report/timeline-axis.ts';

const instants = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 30 });
const ends = fc.oneof(
  fc.integer({ min: 1, max: 1000 }),
  fc.double({ min: 1e-7, max: 1e9, noNaN: true }),
);
const columns = fc.integer({ min: 20, max: 200 });

function steps(axis: Axis): number[] {
  const cells = [...axis.ticks.keys()];
  return cells.slice(1).map((cell, i) => cell - cells[i]);
}

describe('an axis of time', () => {
  test.prop([ends, instants, columns])(
    'keeps to its columns, and uses most of them',
    (end, parts, room) => {
      const axis = timeAxis(
        end,
        parts.map((part) => part * end),
        room,
      );
      expect(axis.cells).toBeLessThanOrEqual(room);
      expect(axis.cells).toBeGreaterThanOrEqual(room * 0.5);
    },
  );

  test.prop([ends, instants, columns])(
    'never turns back, from 0 to its last column',
    (end, parts, room) => {
      const times = parts.map((part) => part * end);
      const axis = timeAxis(end, times, room);
      const places = [0, ...times.sort((a, b) => a - b), end].map((time) => axis.position(time));
      expect(places).toEqual([...places].sort((a, b) => a - b));
      expect(places[0]).toBe(0);
      expect(places.at(-1)).toBeLessThanOrEqual(axis.cells);
      expect(places.at(-1)).toBeGreaterThan(axis.cells - 1);
    },
  );

  test.prop([ends, columns])('is linear where nothing is folded', (end, room) => {
    const axis = timeAxis(end, [], room);
    expect(axis.segments.length).toBe(1);
    const half = axis.position(end / 2);
    expect(half * 2).toBeCloseTo(axis.position(end), 3);
    expect(new Set(steps(axis)).size).toBeLessThanOrEqual(1);
  });

  test('a last stretch that is too short for a column does not get one', () => {
    const end = 442918500.5142858;
    const axis = timeAxis(end, [3.16085246192465e-8 * end, 0.9999999999999976 * end], 20);
    expect(axis.position(end)).toBeGreaterThan(axis.cells - 1);
  });

  test('puts whole seconds on whole columns', () => {
    const axis = timeAxis(10, [], 84);
    expect([0, 1, 2, 10].map((time) => axis.position(time))).toEqual([0, 8, 16, 80]);
    expect(axis.perTick).toBe(1);
  });

  test('puts a sum of binary fractions on the column of the decimal', () => {
    const axis = timeAxis(1, [], 85);
    expect(axis.position(0.1 + 0.2)).toBe(axis.position(0.3));
    expect(axis.position(0.3)).toBe(24);
  });

  test.each([
    [1e-6, '0 us'],
    [0.004, '0 ms'],
    [5, '0 s'],
    [600, '0 min'],
    [86400, '0 h'],
    [864000, '0 d'],
  ])('of %d seconds begins with %s', (end, label) => {
    expect(timeAxis(end, [], 85).ticks.get(0)).toBe(label);
  });

  test('labels its ticks in the unit of the first', () => {
    expect([...timeAxis(3600, [], 85).ticks.values()]).toEqual([
      '0 min',
      '5',
      '10',
      '15',
      '20',
      '25',
      '30',
      '35',
      '40',
      '45',
      '50',
      '55',
      '60',
    ]);
  });
});

describe('folding', () => {
  const folded = (end: number, times: readonly number[]) =>
    timeAxis(end, times, 85).segments.filter(({ isGap }) => isGap);

  test('takes out idle time that hides everything else', () => {
    const [gap] = folded(3600.002, [0, 0.001, 0.002, 3600.001]);
    expect(gap).toMatchObject({ from: 0.002, to: 3600.001, cells: GAP_COLUMNS });
  });

  test('takes out several gaps of a kind', () => {
    const gaps = folded(200.001, [0.001, 0.002, 100, 100.001, 200]);
    expect(gaps.map(({ from, to }) => [from, to])).toEqual([
      [0.002, 100],
      [100.001, 200],
    ]);
  });

  test.each<[string, number, number[]]>([
    ['evenly spread changes', 10, [1, 2, 3, 4, 5, 6, 7, 8, 9]],
    ['one short and one long sleep', 10, [1, 10]],
    ['nothing but one sleep', 3600, [3600]],
    ['a difference in the last bit', 0.9, [0.3, 0.1 + 0.2]],
    ['gaps of every length', 0.2163, [0.001, 0.0043, 0.0162, 0.101, 0.1163, 0.201]],
    [
      'more idle gaps than can be shown',
      20.02,
      Array.from({ length: 40 }, (_, i) => Math.floor(i / 2) + (i % 2) / 1000),
    ],
  ])('leaves alone %s', (_, end, times) => {
    expect(folded(end, times)).toEqual([]);
  });

  test('gives up on a page too narrow for it', () => {
    expect(timeAxis(200.001, [0.001, 100, 100.001, 200], 20).cells).toBeLessThanOrEqual(20);
  });
});

describe('an axis of iterations', () => {
  test.prop([fc.nat(100_000), columns])('keeps to its columns', (end, room) => {
    const axis = iterationAxis(end, room);
    expect(axis.cells).toBeLessThanOrEqual(room);
    expect(axis.position(end + 1)).toBeGreaterThan(axis.cells - 1);
    expect(axis.perTick).toBe(Math.floor(axis.perTick));
  });

  test('gives each of a few iterations the same whole number of columns', () => {
    const axis = iterationAxis(7, 85);
    expect([0, 1, 2, 8].map((i) => axis.position(i))).toEqual([0, 10, 20, 80]);
    expect([...axis.ticks.values()]).toEqual(['0', '1', '2', '3', '4', '5', '6', '7', '8']);
  });
});
