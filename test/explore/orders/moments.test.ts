// Which timers may fire next: every witness, when it is run, makes just these fire next, and
// whatever a fine grid of durations makes fire is among what is offered. Numbers are dyadic: sums
// are exact.
import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { Moments } from '../../../src/explore/orders/moments.ts';
import type { TimerRecord } from '../../../src/explore/orders/run-log.ts';
import { type LengthOf, type Logged, loggedModule } from './logged.ts';

const MAXIMUM_SETS = 256;

/** A sleep: `[length]`, or `[least, most]`. */
type Sleep = readonly number[];
/** The sleeps of each task, one after the other. */
type Program = readonly (readonly Sleep[])[];

/** All tasks append to one list, so none of what they do commutes. */
function textOf(program: Program, isShared = true): string {
  const sleepText = ([least, most]: Sleep): string =>
    `    await asyncio.sleep(${most === undefined ? least : `random.uniform(${least}, ${most})`})\n` +
    (isShared ? '    log.append(1)' : '    pass');
  const tasks = program.map(
    (sleeps, index) => `async def task${index}():\n${sleeps.map(sleepText).join('\n')}`,
  );
  const calls = program.map((_, index) => `task${index}()`).join(', ');
  return (
    `import asyncio, random\nlog = []\n${tasks.join('\n')}\nasync def main():\n` +
    `    await asyncio.gather(${calls})\nasyncio.run(main())\n`
  );
}

function runOf(text: string, lengths: ReadonlyMap<number, number> = new Map()): Logged {
  const lengthOf: LengthOf = ({ nominal }, index) => lengths.get(index) ?? nominal;
  return loggedModule(text, lengthOf);
}

/** By moment, the ids of what fired. */
function firings({ record }: Logged): string[] {
  return record.moments.slice(1).map(({ first, last }) => {
    const fired = record.stretches.slice(first, last).map(({ id }) => id);
    return fired.sort().join(' ');
  });
}

function momentsBefore({ record, rangeOf }: Logged, moment: number): Moments {
  return new Moments({ record, count: record.moments[moment].first }, rangeOf, MAXIMUM_SETS);
}

const idsOf = (timers: readonly TimerRecord[]): string =>
  timers
    .map(({ id }) => id)
    .sort()
    .join(' ');

const eighth = fc.integer({ min: 2, max: 12 }).map((count) => count / 8);
const sleep: fc.Arbitrary<Sleep> = fc.oneof(
  eighth.map((length) => [length]),
  fc.tuple(eighth, eighth).map(([least, extra]) => [least, least + extra]),
);
const programs: fc.Arbitrary<Program> = fc.array(fc.array(sleep, { minLength: 1, maxLength: 2 }), {
  minLength: 2,
  maxLength: 3,
});

describe('what may fire next', () => {
  property.prop([programs], { seed: 41, numRuns: 30 })(
    'does when it is run with its durations, all before it being as it was (seed 41)',
    (program) => {
      const text = textOf(program);
      const run = runOf(text);
      run.record.moments.slice(1).forEach((_, before) => {
        const moments = momentsBefore(run, before + 1);
        expect(moments.isBlurred).toBe(false);
        for (const set of moments.sets) {
          const witness = moments.witness(set, []);
          const other = firings(runOf(text, witness?.durations));
          expect(other[before]).toBe(idsOf(set));
          expect(other.slice(0, before)).toEqual(firings(run).slice(0, before));
        }
      });
    },
  );

  property.prop([programs, fc.array(fc.nat(16), { minLength: 6, maxLength: 6 })], {
    seed: 42,
    numRuns: 100,
  })(
    'holds all that other durations make fire where they first differ (seed 42)',
    (program, shares) => {
      const text = textOf(program);
      const run = runOf(text);
      const other = loggedModule(
        text,
        ({ least, most }, index) => least + ((most - least) * shares[index % 6]) / 16,
      );
      const [here, there] = [firings(run), firings(other)];
      const first = there.findIndex((fired, moment) => fired !== here[moment]);
      if (first < 0) return;
      expect(momentsBefore(run, first + 1).sets.map(idsOf)).toContain(there[first]);
    },
  );

  test('is every set of three timers whose ranges are the same', () => {
    const run = runOf(textOf([[[1, 2]], [[1, 2]], [[1, 2]]]));
    expect(momentsBefore(run, 1).sets).toHaveLength(2 * 2 * 2 - 1);
  });

  test('is not asked where all lengths are fixed', () => {
    const run = runOf(textOf([[[0.1], [0.2]], [[0.3]], [[0.1], [0.1], [0.1]]]));
    for (const moment of run.record.moments.keys()) {
      if (moment > 0) expect(momentsBefore(run, moment).sets).toEqual([]);
    }
  });

  test('is what is due first, where that is fixed', () => {
    const run = runOf(textOf([[[1]], [[2, 3]], [[4]]]));
    expect(momentsBefore(run, 1).sets.map(idsOf)).toEqual(['0.0']);
  });

  test('is cut where there are too many sets', () => {
    const many = Array.from({ length: 10 }, () => [[1, 2]]);
    const moments = momentsBefore(runOf(textOf(many)), 1);
    expect(moments.sets.length).toBeLessThanOrEqual(MAXIMUM_SETS);
    expect(moments.isCut).toBe(true);
  });
});

describe('of what commutes', () => {
  // Each of both tasks sleeps for 1 to 2 s and then for 1 s: their second ones may come in any
  // order whatever the order of the first ones was.
  const TWO: Program = [
    [[1, 2], [1]],
    [[1, 2], [1]],
  ];
  const lengths = new Map([
    [0, 1.25],
    [1, 1.5],
  ]);
  /** The sets that may fire after both first sleeps. */
  const setsAfterFirst = (isShared: boolean): string[] =>
    momentsBefore(runOf(textOf(TWO, isShared), lengths), 3).sets.map(idsOf);

  test('the order that a run had is no constraint', () => {
    expect(setsAfterFirst(true)).toEqual(['0.0.0']);
    expect(setsAfterFirst(false)).toEqual(['0.0.0', '0.1.0', '0.0.0 0.1.0']);
  });

  test('the order changes where durations demand it, and what has to be at one moment is', () => {
    const text = textOf(TWO, false);
    const moments = momentsBefore(runOf(text, lengths), 3);
    for (const set of moments.sets.slice(1)) {
      const witness = moments.witness(set, []);
      const other = loggedModule(text, (_range, index) => witness?.durations.get(index) as number);
      expect(firings(other).at(set.length === 1 ? -2 : -1)).toBe(idsOf(set));
    }
  });

  test('what has to come before stays before', () => {
    const moments = momentsBefore(runOf(textOf(TWO, false), lengths), 3);
    const set = moments.sets.filter((each) => idsOf(each) === '0.1.0')[0];
    expect(moments.witness(set, [1])).toMatchObject({
      points: [0, expect.anything(), expect.anything()],
    });
  });
});

describe('a timer may precede another one', () => {
  test('where their ranges allow it', () => {
    const moments = momentsBefore(runOf(textOf([[[1, 2]], [[1.5, 3]], [[2.5]]])), 1);
    const [one, two, three] = moments.pending;
    const asked = [
      moments.mayPrecede(two, one),
      moments.mayPrecede(three, one),
      moments.mayPrecede(one, three),
    ];
    expect(asked).toEqual([true, false, true]);
  });
});

/** Ranges around tenths, of ends whose sums are never the same. */
const ranges: fc.Arbitrary<Sleep> = fc
  .tuple(fc.integer({ min: 2, max: 15 }), fc.integer({ min: 2, max: 15 }))
  .map(([least, extra]) => [least / 10 - 0.031, (least + extra) / 10 + 0.043]);
const decimal: fc.Arbitrary<Program> = fc.array(fc.array(ranges, { minLength: 2, maxLength: 2 }), {
  minLength: 2,
  maxLength: 3,
});

property.prop([decimal], { seed: 43, numRuns: 40 })(
  'deadlines that come together are equal, though not every sum of doubles is one (seed 43)',
  (program) => {
    const text = textOf(program);
    const run = runOf(text);
    run.record.moments.slice(1).forEach((_, before) => {
      const moments = momentsBefore(run, before + 1);
      for (const set of moments.sets.filter(({ length }) => length > 1)) {
        const { record, asked } = runOf(text, moments.witness(set, [])?.durations);
        const ties = record.decisions.find(
          (each) => each.type === 'ties' && each.first === record.moments[before + 1].first,
        );
        expect(ties?.type === 'ties' && asked[ties.question].options).toBe(set.length);
      }
    });
  },
);
