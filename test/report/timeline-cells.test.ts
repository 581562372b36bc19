import { describe, expect, test } from 'vitest';
import { type Axis, iterationAxis } from '../../src/report/timeline-axis.ts';
import { aliveIn, type Cell, cellsOf } from '../../src/report/timeline-cells.ts';
import {
  HOLDING,
  READY,
  RUNNING,
  SLEEPING,
  type State,
  type TimelineTask,
  WAITING,
} from '../../src/report/timeline-data.ts';

type Outcome = NonNullable<TimelineTask['end']>['outcome'];

function life(
  points: readonly (readonly [State, number])[],
  end: number | null,
  outcome: Outcome = 'returned',
): TimelineTask {
  const times = points.map(([, time]) => time);
  return {
    task: 1,
    name: 'x',
    states: points.map(([state]) => state),
    times,
    iterations: times,
    end: end === null ? null : { time: end, iteration: end, outcome },
  };
}

const show = (cells: readonly Cell[]): string =>
  cells
    .map((cell) => {
      if (cell.kind === 'empty') return ' ';
      if (cell.kind === 'wake') return '+';
      return cell.kind === 'end' ? cell.outcome[0] : String(cell.state);
    })
    .join('');

/** Ten columns of a second each. */
const axis: Axis = {
  cells: 10,
  unit: 'seconds',
  perCell: 1,
  perTick: 5,
  segments: [{ from: 0, to: 10, firstCell: 0, cells: 10, isGap: false }],
  ticks: new Map(),
  position: (time) => time,
};

describe('columns', () => {
  test('show what lasts longest, and the end', () => {
    const task = life(
      [
        [READY, 1],
        [RUNNING, 1],
        [SLEEPING, 1],
        [WAITING, 3.4],
        [HOLDING, 5.8],
      ],
      8,
    );
    expect(show(cellsOf([task], axis))).toBe(' 2244455r  ');
  });

  test('mark a sleeper that wakes for a moment', () => {
    const task = life(
      [
        [SLEEPING, 0],
        [RUNNING, 2],
        [SLEEPING, 2],
        [RUNNING, 5],
        [WAITING, 5],
      ],
      null,
    );
    expect(show(cellsOf([task], axis))).toBe('22+2244444p');
  });

  test('mark it also where it waits for nothing in that moment', () => {
    const task = life(
      [
        [RUNNING, 0],
        [SLEEPING, 0],
        [RUNNING, 2],
        [WAITING, 2],
        [RUNNING, 2],
        [SLEEPING, 2],
        [RUNNING, 5],
        [WAITING, 5],
        [SLEEPING, 7],
      ],
      null,
    );
    expect(show(cellsOf([task], axis))).toBe('22+2244222p');
  });

  test('show running where it lasts', () => {
    const task = life(
      [
        [SLEEPING, 0],
        [RUNNING, 2],
        [SLEEPING, 6],
      ],
      9,
      'cancelled',
    );
    expect(show(cellsOf([task], axis))).toBe('220000222c ');
  });

  test('show a task without duration by its end alone', () => {
    expect(show(cellsOf([life([[READY, 4]], 4, 'raised')], axis))).toBe('    r      ');
  });

  test('of several tasks show the most active, and the worst end', () => {
    const waits = life([[WAITING, 0]], 9);
    const other = life([[WAITING, 1]], 4, 'raised');
    const holds = life(
      [
        [WAITING, 0],
        [HOLDING, 3],
      ],
      5,
    );
    expect(show(cellsOf([waits, other, holds], axis))).toBe('4445544449r'.replace('9r', 'r') + ' ');
  });

  test('of iterations count a step as one', () => {
    const task = life(
      [
        [READY, 0],
        [RUNNING, 1],
        [SLEEPING, 1],
        [RUNNING, 4],
      ],
      4,
    );
    const cells = show(cellsOf([task], iterationAxis(5, 6)));
    expect(cells).toBe('1022r  ');
  });

  test('count the living', () => {
    const alive = aliveIn([life([[SLEEPING, 0]], 4), life([[SLEEPING, 2]], 6.5)], axis);
    expect([...alive]).toEqual([1, 1, 2, 2, 1, 1, 0.5, 0, 0, 0]);
  });
});
