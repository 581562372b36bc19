import { describe, expect, test } from 'vitest';
import { finish } from '../../../src/replay/step/stepper.ts';
import {
  atPosition,
  eventHappens,
  exceptionHappens,
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

  test('where an exception is seen, also where it is caught', () => {
    const text = `import asyncio
class Busy(LookupError):
    pass
async def sleeper():
    try:
        await asyncio.sleep(9)
    except asyncio.CancelledError:
        await asyncio.sleep(1)
async def main():
    for i in range(3):
        pass
    try:
        raise Busy()
    except KeyError:
        pass
    except Busy:
        await asyncio.sleep(0)
    task = asyncio.create_task(sleeper())
    await asyncio.sleep(1)
    task.cancel()
    await task
    async with asyncio.TaskGroup():
        pass
    try:
        async with asyncio.timeout(1):
            await asyncio.sleep(2)
    except TimeoutError:
        pass
asyncio.run(main())
`;
    // Handles: 1 main, 2 main after sleep(0), 3 sleeper, 4 timer of sleep(1), 5 main, 6 sleeper …
    expect(positionsOf(exceptionHappens('Busy'), text)).toEqual([1]);
    expect(positionsOf(exceptionHappens('LookupError'), text)).toEqual([1]);
    expect(positionsOf(exceptionHappens('KeyError'), text)).toEqual([]);
    const run = steppedTo(positionsOf(exceptionHappens('CancelledError'), text)[0], text).run;
    expect(run.events().map(({ kind }) => kind)).toContain('task.cancelled');
    expect(run.view().task).toBe(2);
    const [late] = positionsOf(exceptionHappens('TimeoutError'), text);
    expect(steppedTo(late, text).run.raised.map(([name]) => name)).toEqual([
      'CancelledError',
      'TimeoutError',
    ]);
    expect(positionsOf(exceptionHappens(''), text)).toHaveLength(3);
  });

  test('where an exception leaves a task, passes through the module or ends the program', () => {
    const leaves = positionsWhere((run) =>
      run.events().some((each) => each.kind === 'task.finished' && each.outcome === 'raised'),
    );
    const printed = positionsWhere((run) =>
      run.events().some((each) => each.kind === 'output.written' && each.stream === 'stderr'),
    );
    const over = positionsWhere((run) => run.isOver);
    const seen = [...new Set([...leaves, ...printed, ...over])];
    expect(positionsOf(exceptionHappens('ValueError'))).toEqual(seen);
    const cancelled = positionsWhere((run) =>
      run.events().some(({ kind }) => kind === 'task.cancelled'),
    );
    expect(positionsOf(exceptionHappens('CancelledError'))).toEqual(cancelled);
    const any = [...seen, ...cancelled].sort((a, b) => a - b);
    expect(positionsOf(exceptionHappens(''))).toEqual(any);
    expect(positionsOf(exceptionHappens('Value'))).toEqual([]);
    expect(positionsOf(exceptionHappens('KeyError'))).toEqual([]);
  });
});
