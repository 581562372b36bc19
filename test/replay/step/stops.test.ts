import { describe, expect, test } from 'vitest';
import { finish } from '../../../src/replay/step/stepper.ts';
import {
  atPosition,
  eventHappens,
  exceptionLeaves,
  lineRuns,
  nextInstant,
  nextIteration,
  notAfter,
  notBefore,
  objectChanges,
  taskRuns,
} from '../../../src/replay/step/stops.ts';
import { positionsOf, steppedTo, stepperOf, TURNS } from './spoken.ts';

/** The first position at which time is so late, read from the steps themselves. */
function positionsWhere(holds: (run: ReturnType<typeof stepperOf>['run']) => boolean): number[] {
  const { run } = stepperOf();
  const positions: number[] = [];
  while (run.step()) if (holds(run)) positions.push(run.position);
  return positions;
}

function lineOf(text: string): number {
  return TURNS.split('\n').findIndex((line) => line.includes(text)) + 1;
}

describe('a journey ends', () => {
  test('at a position', () => {
    expect(positionsOf(atPosition(3))).toEqual([3]);
  });

  test('at the first step of each iteration and of each instant', () => {
    const iterations = new Set<number>();
    const instants = new Set<number>([0]);
    const isNew = (of: Set<number>, value: number): boolean => of.size !== of.add(value).size;
    expect(positionsOf(nextIteration())).toEqual(
      positionsWhere((run) => isNew(iterations, run.view().iteration)),
    );
    expect(positionsOf(nextInstant())).toEqual(
      positionsWhere((run) => isNew(instants, run.view().time)),
    );
  });

  test('at a time, from either side', () => {
    const stepper = steppedTo(1);
    finish(stepper.forward([notBefore(2)]));
    expect(stepper.run.view().time).toBe(2);
    finish(stepper.back([notAfter(0.5)]));
    expect(stepper.run.view().time).toBe(0);
    expect(stepper.run.step() && stepper.run.view().time).toBe(1);
  });

  test('where a task runs, by its own steps alone', () => {
    const own = positionsWhere((run) => run.view().task === 2);
    expect(own.length).toBeGreaterThan(3);
    expect(positionsOf(taskRuns('task 2', (_, task) => task === 2))).toEqual(own);
  });

  test('where a line runs that leaves no event', () => {
    const line = lineOf('text = ');
    expect(positionsOf(lineRuns(line))).toEqual(
      positionsWhere((run) => run.events().some(({ kind }) => kind === 'output.written')).slice(
        0,
        3,
      ),
    );
  });

  test('where something happens to an object, or a task begins to wait for it', () => {
    const stop = objectChanges('object turn', (run, object) => {
      return run.holdings.nameOf(object) === 'turn';
    });
    const touched = positionsWhere((run) =>
      run.events().some((event) => JSON.stringify(event).includes('"lock#1"')),
    );
    expect(positionsOf(stop)).toEqual(touched);
  });

  test('at an event of a kind, or of a noun', () => {
    const kinds = (wanted: (kind: string) => boolean): number[] =>
      positionsWhere((run) => run.events().some(({ kind }) => wanted(kind)));
    expect(positionsOf(eventHappens('lock.waited'))).toEqual(
      kinds((kind) => kind === 'lock.waited'),
    );
    expect(positionsOf(eventHappens('lock'))).toEqual(kinds((kind) => /^lock\./.test(kind)));
    expect(positionsOf(eventHappens('loc'))).toEqual([]);
  });

  test('where an exception leaves a task or the program', () => {
    const any = positionsOf(exceptionLeaves(''));
    const isRaised = positionsWhere(
      (run) =>
        run.events().some((each) => 'outcome' in each && each.outcome === 'raised') || run.isOver,
    );
    expect(any).toEqual(isRaised);
    expect(positionsOf(exceptionLeaves('ValueError'))).toEqual(any);
    expect(positionsOf(exceptionLeaves('Value'))).toEqual([]);
    expect(positionsOf(exceptionLeaves('KeyError'))).toEqual([]);
  });
});
