// The kernel's loop: iterations, time, limits and slices. A model written from the documentation,
// the plainest that there can be, judges random programs of callbacks and timers.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LimitReached, SimulationStop } from '../../src/base/stop.ts';
import { CLOCK_RESOLUTION, DEFAULT_LOOP_LIMITS, type LoopOptions } from '../../src/kernel/loop.ts';
import { BareLoop, Call, tracedLoop } from './bare-loop.ts';

/**
 * What the acts of a program do; the numbers of acts that are scheduled, at once or after a delay.
 */
interface Act {
  readonly soon: readonly number[];
  readonly later: readonly (readonly [number, number])[];
  /** Acts whose handle, where there is one, is cancelled. */
  readonly cancels: readonly number[];
  readonly fails: boolean;
}

const COUNT = 12;
const number = fc.integer({ min: 0, max: COUNT - 1 });
const delay = fc.constantFrom(0, 0.5, 1, 1, 2, 5e-10, 1e-9, -1);
const program = fc.array(
  fc.record<Act>({
    soon: fc.array(number, { maxLength: 2 }),
    later: fc.array(fc.tuple(number, delay), { maxLength: 3 }),
    cancels: fc.array(number, { maxLength: 2 }),
    fails: fc.boolean(),
  }),
  { minLength: COUNT, maxLength: COUNT },
);

/** Iteration, time and the act that ran. */
type Ran = readonly [number, number, number];

/** Runs at most 60 acts of `acts` on the loop, beginning with act 0. */
function runOn(loop: BareLoop, acts: readonly Act[], slice?: number): Ran[] {
  const ran: Ran[] = [];
  const handles = new Map<number, { cancel(): void }>();
  const perform = (index: number): void => {
    ran.push([loop.clock.iteration, loop.time(), index]);
    if (ran.length >= 60) return;
    const { soon, later, cancels, fails } = acts[index];
    for (const next of soon)
      handles.set(
        next,
        loop.soon(() => perform(next)),
      );
    for (const [next, after] of later) {
      handles.set(
        next,
        loop.at(loop.time() + after, () => perform(next)),
      );
    }
    for (const each of cancels) handles.get(each)?.cancel();
    if (fails) throw new Error(`act ${index}`);
  };
  loop.soon(() => perform(0));
  let status = loop.run(slice);
  while (status === 'sliced') status = loop.run(slice);
  expect(status).toBe('deadlocked');
  return ran;
}

interface Entry {
  readonly index: number;
  readonly when: number;
  readonly serial: number;
  cancelled: boolean;
}

/** What `runOn` is to give with ties `fifo`: lists instead of a ring and a heap. */
function model(acts: readonly Act[]): Ran[] {
  const ran: Ran[] = [];
  const latest = new Map<number, Entry>();
  let ready: Entry[] = [];
  let timers: Entry[] = [];
  let [iteration, time, serial] = [0, 0, 0];
  const made = (index: number, when: number): Entry => {
    const entry = { index, when, serial: ++serial, cancelled: false };
    latest.set(index, entry);
    return entry;
  };
  ready.push(made(0, 0));
  for (;;) {
    timers.sort((a, b) => a.when - b.when || a.serial - b.serial);
    while (timers.length > 0 && timers[0].cancelled) timers.shift();
    if (ready.length === 0 && timers.length === 0) return ran;
    if (ready.length === 0) time = Math.max(time, timers[0].when);
    iteration++;
    const isDue = (each: Entry): boolean => each.when < time + 1e-9 || each.when <= time;
    const now = [...ready, ...timers.filter(isDue)];
    timers = timers.filter((each) => !isDue(each));
    ready = [];
    for (const entry of now) {
      if (entry.cancelled) continue;
      ran.push([iteration, time, entry.index]);
      if (ran.length >= 60) continue;
      const act = acts[entry.index];
      for (const next of act.soon) ready.push(made(next, time));
      for (const [next, after] of act.later) timers.push(made(next, time + after));
      for (const each of act.cancels) {
        const cancelled = latest.get(each);
        if (cancelled !== undefined) cancelled.cancelled = true;
      }
    }
  }
}

describe('random callbacks and timers', () => {
  test('run in the iterations, at the times and in the order that the model says', () => {
    fc.assert(
      fc.property(program, (acts) => {
        expect(runOn(new BareLoop(), acts)).toEqual(model(acts));
      }),
      { numRuns: 1000, seed: 37 },
    );
  });

  test.each(['fifo', 'heapq'] as const)('see time go forward only, with ties %s', (ties) => {
    fc.assert(
      fc.property(program, (acts) => {
        const ran = runOn(new BareLoop({ ties }), acts);
        expect(ran.every(([, time], i) => i === 0 || ran[i - 1][1] <= time)).toBe(true);
        expect(ran.every(([iteration], i) => i === 0 || ran[i - 1][0] <= iteration)).toBe(true);
      }),
      { seed: 41 },
    );
  });

  test('leave the same trace whatever the size of the slices', () => {
    fc.assert(
      fc.property(program, fc.integer({ min: 1, max: 9 }), (acts, slice) => {
        const [whole, wholeTrace] = tracedLoop({ ties: 'heapq' });
        const [sliced, slicedTrace] = tracedLoop({ ties: 'heapq' });
        expect(runOn(sliced, acts, slice)).toEqual(runOn(whole, acts));
        expect(slicedTrace()).toEqual(wholeTrace());
      }),
      { numRuns: 200, seed: 43 },
    );
  });

  test('run the same without a tracer', () => {
    fc.assert(
      fc.property(program, (acts) => {
        expect(runOn(tracedLoop()[0], acts)).toEqual(runOn(new BareLoop(), acts));
      }),
      { seed: 47 },
    );
  });
});

/** The stop that `act` throws; null for none. */
function stopOf(act: () => void): string | null {
  try {
    act();
  } catch (error) {
    if (error instanceof SimulationStop) return error.message;
    throw error;
  }
  return null;
}

const limited = (limits: Partial<typeof DEFAULT_LOOP_LIMITS>): LoopOptions => ({
  limits: { ...DEFAULT_LOOP_LIMITS, ...limits },
});

describe('a limit', () => {
  test('of handles counts those of the whole program', () => {
    const runHandles = (count: number): string | null => {
      const loop = new BareLoop(limited({ handles: 10 }));
      for (let i = 0; i < count; i++) loop.at(i, () => {});
      return stopOf(() => loop.run());
    };
    expect([9, 10].map(runHandles)).toEqual([null, null]);
    expect(runHandles(11)).toBe('limit reached: handles executed (10); raise it with --max-steps');
  });

  test('of handles counts those that were cancelled when they were ready', () => {
    const loop = new BareLoop();
    loop.soon(() => {}).cancel();
    loop.soon(() => {});
    loop.run();
    expect(loop.clock.handles).toBe(2);
  });

  test('of handles at one instant begins anew when the clock moves', () => {
    const runHandles = (count: number): string | null => {
      const loop = new BareLoop(limited({ handlesAtInstant: 10 }));
      for (const instant of [0, 1, 2]) {
        for (let i = 0; i < count; i++) loop.at(instant, () => {});
      }
      return stopOf(() => loop.run());
    };
    expect([9, 10].map(runHandles)).toEqual([null, null]);
    expect(runHandles(11)).toBe(
      'limit reached: handles at one instant (10); raise it with --max-instant-steps',
    );
  });

  test('of handles at one instant ends a loop that never lets time pass', () => {
    const loop = new BareLoop(limited({ handlesAtInstant: 1000 }));
    const again = (): void => void loop.soon(again);
    again();
    expect(stopOf(() => loop.run())).toMatch(/^limit reached: handles at one instant/);
    expect(loop.clock.handles).toBe(1000);
  });

  test('of time is reached by the first timer after it', () => {
    const runTimer = (when: number): string | null => {
      const loop = new BareLoop(limited({ time: 10 }));
      loop.at(when, () => {});
      return stopOf(() => loop.run());
    };
    expect([9.5, 10].map(runTimer)).toEqual([null, null]);
    const message = 'limit reached: virtual time in seconds (10); raise it with --max-time';
    expect([10.5, Number.POSITIVE_INFINITY].map(runTimer)).toEqual([message, message]);
  });

  test('of time holds for a program that blocks, too', () => {
    const runBlocking = (seconds: number): string | null => {
      const loop = new BareLoop(limited({ time: 10 }));
      loop.soon(() => loop.block(seconds));
      return stopOf(() => loop.run());
    };
    expect([9.5, 10].map(runBlocking)).toEqual([null, null]);
    expect(runBlocking(10.5)).toMatch(/^limit reached: virtual time/);
    expect(runBlocking(Number.POSITIVE_INFINITY)).toMatch(/^limit reached: virtual time/);
  });

  test('of time ends a loop that waits for a deadline that is not a number', () => {
    const loop = new BareLoop();
    const ran: string[] = [];
    loop.at(Number.NaN, () => ran.push('never'));
    loop.soon(() => ran.push('soon'));
    expect(stopOf(() => loop.run())).toMatch(/^limit reached: virtual time/);
    expect(ran).toEqual(['soon']);
  });

  test('is a LimitReached that names its option', () => {
    const loop = new BareLoop(limited({ handles: 0 }));
    loop.soon(() => {});
    let thrown: unknown = null;
    try {
      loop.run();
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toBeInstanceOf(LimitReached);
    expect((thrown as LimitReached).flag).toBe('--max-steps');
  });
});

describe('time', () => {
  test('jumps over any length in one iteration', () => {
    const loop = new BareLoop();
    const seen: number[] = [];
    for (const when of [2 ** 20 + 0.1, 2 ** 31]) {
      loop.at(when, () => seen.push(loop.clock.iteration, loop.time()));
    }
    expect(loop.run()).toBe('deadlocked');
    expect(seen).toEqual([1, 2 ** 20 + 0.1, 2, 2 ** 31]);
  });

  test('makes timers due that are less than the resolution ahead', () => {
    const loop = new BareLoop();
    const seen: [number, string][] = [];
    const at = (when: number, name: string): void => {
      loop.at(when, () => seen.push([loop.clock.iteration, name]));
    };
    at(1, 'first');
    at(1 + CLOCK_RESOLUTION * 0.9, 'within');
    at(1 + CLOCK_RESOLUTION * 1.1, 'beyond');
    loop.run();
    expect(seen).toEqual([
      [1, 'first'],
      [1, 'within'],
      [2, 'beyond'],
    ]);
  });

  test('moves while a callback blocks, and what is due then runs next', () => {
    const loop = new BareLoop();
    const seen: [number, number, string][] = [];
    const note = (name: string): void => void seen.push([loop.clock.iteration, loop.time(), name]);
    loop.soon(() => {
      loop.block(3);
      note('blocked');
    });
    loop.at(1, () => note('one'));
    loop.at(2, () => note('two'));
    loop.at(4, () => note('four'));
    loop.run();
    expect(seen).toEqual([
      [1, 3, 'blocked'],
      [2, 3, 'one'],
      [2, 3, 'two'],
      [3, 4, 'four'],
    ]);
  });
});

describe('run', () => {
  test('ends after the iteration in which it was stopped, and can go on', () => {
    const loop = new BareLoop();
    const ran: string[] = [];
    loop.soon(() => loop.stop());
    loop.soon(() => {
      ran.push('same iteration');
      loop.soon(() => ran.push('next iteration'));
    });
    expect([loop.run(), ...ran]).toEqual(['stopped', 'same iteration']);
    expect([loop.run(), ...ran]).toEqual(['deadlocked', 'same iteration', 'next iteration']);
  });

  test('stopped before it begins has one iteration, as CPython’s run_forever', () => {
    const loop = new BareLoop();
    const ran: string[] = [];
    loop.stop();
    loop.soon(() => ran.push('first'));
    loop.at(1, () => ran.push('timer'));
    expect([loop.run(), loop.clock.iteration, ...ran]).toEqual(['stopped', 1, 'first']);
  });

  test('forgets that it was stopped when an error leaves it first', () => {
    const loop = new BareLoop();
    loop.passes = () => true;
    const ran: string[] = [];
    loop.soon(() => loop.stop());
    loop.soon(() => {
      throw new RangeError('leaves');
    });
    loop.soon(() => ran.push('still there'));
    loop.at(1, () => ran.push('timer'));
    expect(() => loop.run()).toThrow('leaves');
    expect([loop.run(), ...ran]).toEqual(['deadlocked', 'still there', 'timer']);
  });

  test('ends where nothing earlier than the time asked for is left', () => {
    const loop = new BareLoop({ until: 5 });
    const ran: number[] = [];
    for (const when of [1, 5, 5.5]) loop.at(when, () => ran.push(when));
    expect([loop.run(), loop.time(), ...ran]).toEqual(['until', 5, 1, 5]);
  });

  test('reports failures and goes on', () => {
    const loop = new BareLoop();
    const ran: string[] = [];
    loop.soon(() => {
      throw new RangeError('reported');
    });
    loop.soon(() => ran.push('next'));
    loop.run();
    expect([ran, loop.failures]).toEqual([['next'], [new RangeError('reported')]]);
  });

  test('continues a preempted target first, and in the same iteration', () => {
    const loop = new BareLoop();
    const seen: string[] = [];
    let left = 3;
    const target = {
      run: (): void => {
        seen.push(`part ${--left} in ${loop.clock.iteration}`);
        if (left > 0) loop.preempt(target);
      },
    };
    loop.schedule(target, 0, undefined);
    loop.schedule(new Call(() => seen.push(`other in ${loop.clock.iteration}`)), 0, undefined);
    const statuses = [loop.run(), loop.run(), loop.run()];
    expect(statuses).toEqual(['sliced', 'sliced', 'deadlocked']);
    expect(seen).toEqual(['part 2 in 1', 'part 1 in 1', 'part 0 in 1', 'other in 1']);
    expect(loop.continued).toBe(2);
  });

  test('calls afterHandle after every handle, after failures and parts of one, too', () => {
    const loop = new BareLoop();
    const seen: number[] = [];
    loop.afterHandle = () => seen.push(loop.clock.handles);
    loop.soon(() => {
      throw new RangeError('x');
    });
    loop.soon(() => {}).cancel();
    loop.soon(() => {});
    loop.run();
    expect(seen).toEqual([1, 2, 3]);
  });
});
