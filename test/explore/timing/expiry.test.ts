// Which timers may fire next: every witness, when it is run, makes just these fire, and whatever a
// fine grid of durations makes fire is among what is offered. Numbers are dyadic: sums are exact.
import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { Expiries, type Expiry } from '../../../src/explore/timing/expiry.ts';
import { TimingLog } from '../../../src/explore/timing/timing-log.ts';
import type { Scenario } from '../../../src/scenario/scenario.ts';
import { Simulation } from '../../../src/simulate.ts';
import { scenarioOf } from '../../simulated.ts';
import { Varying } from '../../varying.ts';

const MAXIMUM_SETS = 256;

/** A sleep: `[length]`, or `[least, most]`. */
type Sleep = readonly number[];
/** The sleeps of each task, one after the other. */
type Program = readonly (readonly Sleep[])[];

interface Run {
  readonly log: TimingLog;
  readonly expiries: Expiries;
}

function scenarioFor(program: Program): Scenario {
  const sleepText = ([least, most]: Sleep): string =>
    `    await asyncio.sleep(${most === undefined ? least : `random.uniform(${least}, ${most})`})`;
  const tasks = program.map(
    (sleeps, index) => `async def task${index}():\n${sleeps.map(sleepText).join('\n')}`,
  );
  const calls = program.map((_, index) => `task${index}()`).join(', ');
  return scenarioOf(
    `import asyncio, random\n${tasks.join('\n')}\nasync def main():\n    await asyncio.gather(${calls})\nasyncio.run(main())\n`,
  );
}

/** Runs it with these durations by question; all others are as drawn. */
function runOf(scenario: Scenario, durations: ReadonlyMap<number, number> = new Map()): Run {
  const log = new TimingLog();
  const policy = new Varying(['timing'], {
    length: ({ nominal }, index) => durations.get(index) ?? nominal,
  });
  new Simulation(scenario, { policy, sinks: [log] }).run();
  return {
    log,
    expiries: new Expiries(log.jumps, (question) => policy.ranges[question], MAXIMUM_SETS),
  };
}

function firedAt({ log }: Run, jump: number): number[] {
  return [...(log.jumps[jump]?.fired ?? [])].sort((a, b) => a - b);
}

/** The drawn lengths of a run that were decided before a jump. */
function lengths({ log }: Run, jump: number): [number, number][] {
  const pending = log.jumps.slice(0, jump + 1).flatMap((each) => each.pending);
  return pending
    .filter(({ question }) => question >= 0)
    .map(({ question, length }) => [question, length]);
}

const ordered = ({ fires }: Expiry): number[] => [...fires].sort((a, b) => a - b);

const eighth = fc.integer({ min: 2, max: 12 }).map((count) => count / 8);
const sleep: fc.Arbitrary<Sleep> = fc.oneof(
  eighth.map((length) => [length]),
  fc.tuple(eighth, eighth).map(([least, extra]) => [least, least + extra]),
);
const programs: fc.Arbitrary<Program> = fc.array(fc.array(sleep, { minLength: 1, maxLength: 2 }), {
  minLength: 2,
  maxLength: 3,
});

describe('what may fire at a jump instead', () => {
  property.prop([programs], { seed: 41, numRuns: 30 })(
    'does when it is run with its durations, all before it being as it was (seed 41)',
    (program) => {
      const scenario = scenarioFor(program);
      const run = runOf(scenario);
      run.log.jumps.forEach((_, jump) => {
        for (const expiry of run.expiries.alternatives(jump)) {
          const other = runOf(scenario, new Map([...lengths(run, jump), ...expiry.durations]));
          expect(firedAt(other, jump)).toEqual(ordered(expiry));
          for (let before = 0; before < jump; before++)
            expect(firedAt(other, before)).toEqual(firedAt(run, before));
        }
      });
      expect(run.expiries.isBlurred).toBe(false);
    },
  );

  property.prop([programs, fc.array(fc.nat(16), { minLength: 6, maxLength: 6 })], {
    seed: 42,
    numRuns: 100,
  })(
    'holds all that other durations make fire at the first jump that differs (seed 42)',
    (program, shares) => {
      const scenario = scenarioFor(program);
      const run = runOf(scenario);
      const ranges = program.flat().filter(({ length }) => length === 2);
      if (ranges.length === 0) return;
      const log = new TimingLog();
      const policy = new Varying(['timing'], {
        length: ({ least, most }, index) => least + ((most - least) * shares[index % 6]) / 16,
      });
      new Simulation(scenario, { policy, sinks: [log] }).run();
      const other = { log, expiries: run.expiries };
      const first = log.jumps.findIndex(
        (_, jump) => firedAt(other, jump).join() !== firedAt(run, jump).join(),
      );
      if (first < 0) return;
      expect(run.expiries.alternatives(first).map(ordered)).toContainEqual(firedAt(other, first));
    },
  );

  test('is every set of three timers whose ranges are the same but the one that fired', () => {
    const run = runOf(scenarioFor([[[1, 2]], [[1, 2]], [[1, 2]]]));
    expect(run.expiries.alternatives(0)).toHaveLength(2 * 2 * 2 - 1 - 1);
  });

  test('is nothing where all lengths are fixed, equal deadlines of other sums included', () => {
    const run = runOf(scenarioFor([[[0.1], [0.2]], [[0.3]], [[0.1], [0.1], [0.1]]]));
    for (const jump of run.log.jumps.keys()) expect(run.expiries.alternatives(jump)).toEqual([]);
    expect(run.expiries.isBlurred).toBe(false);
  });

  test('goes on after fixed lengths of which the sums are equal but for the last bit', () => {
    const run = runOf(
      scenarioFor([
        [[0.1], [0.2], [1, 2]],
        [[0.3], [1, 2]],
      ]),
    );
    const last = run.log.jumps.length - 2;
    expect(run.log.jumps[last].pending).toHaveLength(2);
    expect(run.expiries.alternatives(last)).toHaveLength(2);
  });

  test('does not count where deadlines are nearer than the clock can tell', () => {
    const run = runOf(
      scenarioFor([
        [[1], [1, 2]],
        [[1.0000000004], [1, 2]],
      ]),
    );
    expect(run.log.jumps[0].fired.size).toBe(2);
    expect(run.expiries.alternatives(1)).toEqual([]);
    expect(run.expiries.isBlurred).toBe(true);
  });

  test('keeps the value of a draw of few', () => {
    const scenario = scenarioOf(
      'import asyncio, random\nasync def few():\n    await asyncio.sleep(random.choice([1, 2]))\nasync def main():\n    await asyncio.gather(few(), asyncio.sleep(1.5))\nasyncio.run(main())\n',
    );
    expect(runOf(scenario).expiries.alternatives(0)).toEqual([]);
  });

  test('has a limit, and says that it was reached', () => {
    const many = runOf(scenarioFor(Array.from({ length: 10 }, () => [[1, 2]])));
    expect(many.expiries.alternatives(0).length).toBeLessThanOrEqual(MAXIMUM_SETS);
    expect(many.expiries.isCut).toBe(true);
  });
});
