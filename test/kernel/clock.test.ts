// Virtual time moves forward only, and remembers how many handles were executed when it moved.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { VirtualClock } from '../../src/kernel/clock.ts';

test('starts at nothing', () => {
  const clock = new VirtualClock();
  expect([clock.now, clock.iteration, clock.handles, clock.handlesAtJump]).toEqual([0, 0, 0, 0]);
});

test('never goes back, wherever it is sent', () => {
  fc.assert(
    fc.property(fc.array(fc.double()), (targets) => {
      const clock = new VirtualClock();
      let latest = 0;
      for (const target of targets) {
        clock.jump(target);
        latest = target > latest ? target : latest;
        expect(clock.now).toBe(latest);
      }
    }),
    { seed: 3 },
  );
});

test('notes the handles executed when it moves, and only then', () => {
  const clock = new VirtualClock();
  clock.handles = 7;
  clock.jump(0);
  expect(clock.handlesAtJump).toBe(0);
  clock.jump(1.5);
  clock.handles = 9;
  clock.jump(1.5);
  expect(clock.handlesAtJump).toBe(7);
});
