import { describe, expect, test } from 'vitest';
import { finish } from '../../../src/replay/step/stepper.ts';
import { atPosition, nextInstant, taskRuns } from '../../../src/replay/step/stops.ts';
import { steppedTo, stepperOf } from './spoken.ts';

describe('a stepper', () => {
  test('goes to a position from either side, and to the end where the run is shorter', () => {
    const stepper = steppedTo(5);
    expect(stepper.position).toBe(5);
    finish(stepper.goTo(3));
    expect(stepper.position).toBe(3);
    finish(stepper.goTo(0));
    expect(stepper.run.view()).toMatchObject({ position: 0, time: 0, handle: '' });
    finish(stepper.goTo(1e9));
    expect([stepper.run.isOver, stepper.run.result?.outcome?.end]).toEqual([true, 'failed']);
  });

  test('goes back to where forward would have stopped', () => {
    const stepper = stepperOf();
    const stop = nextInstant();
    const stops: number[] = [];
    while (finish(stepper.forward([stop])).length > 0) stops.push(stepper.position);
    expect(stops.length).toBe(3);
    for (const position of stops.toReversed()) {
      expect(finish(stepper.back([stop]))).toEqual([stop]);
      expect(stepper.position).toBe(position);
    }
    expect(finish(stepper.back([stop]))).toEqual([]);
    expect(stepper.position).toBe(0);
    expect(finish(stepper.back([stop]))).toEqual([]);
  });

  test('gives the stops that hold, all of them', () => {
    const stepper = stepperOf();
    const first = taskRuns('task 2', (_, task) => task === 2);
    expect(finish(stepper.forward([atPosition(2), first, atPosition(9)]))).toMatchObject([
      { text: 'step 2' },
      { text: 'task 2' },
    ]);
  });

  test('stays where it was when a journey back is given up, and where it came to forward', () => {
    const text = `import asyncio
async def main():
    for i in range(2000):
        await asyncio.sleep(0)
asyncio.run(main())
`;
    const stepper = steppedTo(1500, text);
    const back = stepper.back([atPosition(3)]);
    back.next();
    back.return([]);
    expect(stepper.position).toBe(1500);
    const forward = stepper.forward([]);
    forward.next();
    forward.return([]);
    expect(stepper.position).toBe(2000);
  });
});
