// The systematic search against brute force, which is written here on its own: every combination of
// durations on a fine grid, and every order of ties. Both must meet the same outcomes.
import { describe, expect, test } from 'vitest';
import type { Variation } from '../../../src/explore/asked-policy.ts';
import { DEFAULT_EXPLORE_LIMITS } from '../../../src/explore/limits.ts';
import { RunLog } from '../../../src/explore/orders/run-log.ts';
import { Systematic } from '../../../src/explore/strategies/systematic.ts';
import { scenarioSubject } from '../../../src/explore/subject.ts';
import { runTrial } from '../../../src/explore/trial.ts';
import { finished } from '../../../src/explore/work.ts';
import type { ChoiceKind, DurationRange } from '../../../src/kernel/policy.ts';
import { scenarioOf } from '../../simulated.ts';
import { Varying } from '../../varying.ts';
import { outputOf, searched, sorted } from '../orders/searched.ts';
import { PROGRAMS, program } from '../orders/small-programs.ts';

const MAXIMUM_RUNS = 5000;
const NO_LOG = { knowsPlaces: true, countsDraws: true, moments: 128 };

function variationOf(kinds: readonly ChoiceKind[]): Variation {
  return { kinds: new Set(kinds), jitter: null };
}

function ordersOf(count: number): number[][] {
  if (count === 0) return [[]];
  return ordersOf(count - 1).flatMap((order) =>
    Array.from({ length: count }, (_, at) => order.toSpliced(at, 0, count - 1)),
  );
}

/** All that is possible at one question: a grid over a range, every order of a few options. */
function optionsOf(question: DurationRange | number, steps: number): (number | number[])[] {
  if (typeof question === 'number') return ordersOf(question);
  const { least, most, values } = question;
  if (values !== null) return [...values];
  return Array.from({ length: steps + 1 }, (_, i) => least + ((most - least) * i) / steps);
}

/** What a program prints in any combination of answers, found by trying all of them. */
function bruteForce(text: string, kinds: readonly ChoiceKind[], steps: number): string[] {
  const scenario = scenarioOf(text);
  const outputs = new Set<string>();
  const digits: number[] = [];
  for (;;) {
    const sizes: number[] = [];
    const answer = (question: DurationRange | number): number | number[] => {
      const options = optionsOf(question, steps);
      const at = sizes.push(options.length) - 1;
      digits[at] ??= 0;
      return options[digits[at]];
    };
    const policy = new Varying(kinds, {
      order: (_kind, labels) => answer(labels.length) as number[],
      length: (range) => answer(range) as number,
    });
    outputs.add(outputOf(scenario, policy));
    digits.length = sizes.length;
    let last = sizes.length - 1;
    while (last >= 0 && digits[last] === sizes[last] - 1) last--;
    if (last < 0) return sorted(outputs);
    digits.length = last + 1;
    digits[last]++;
  }
}

describe.each(Object.entries(PROGRAMS))('of %s', (_name, [text, kinds, steps]) => {
  const reduced = searched(text, { kinds, reduces: true, runs: MAXIMUM_RUNS });
  const full = searched(text, { kinds, reduces: false, runs: MAXIMUM_RUNS });

  test('every outcome of brute force is found, and no other', () => {
    const outputs = bruteForce(text, kinds, steps);
    expect(reduced.outputs).toEqual(outputs);
    expect(full.outputs).toEqual(outputs);
  });

  test('what is left out is the order of what commutes alone', () => {
    expect(reduced.classes).toEqual(full.classes);
  });

  test('nothing is left to try', () => {
    for (const { note } of [reduced.coverage, full.coverage]) {
      expect(note).toBe('nothing is left to try');
    }
  });

  test('no schedule is tried twice', () => {
    expect(new Set(full.schedules).size).toBe(full.schedules.length);
  });
});

describe('the search', () => {
  const limits = DEFAULT_EXPLORE_LIMITS;

  test('tries what departs least first', () => {
    const { schedules } = searched(PROGRAMS['equal deadlines'][0], {
      ...{ kinds: ['ties'], reduces: true, runs: MAXIMUM_RUNS },
    });
    // Three timers that are due together: 3! orders, of which one is the default.
    expect(schedules).toHaveLength(6);
    expect(schedules[0]).toBe('[]');
  });

  test('is not exhaustive where an order at one moment comes of deadlines that cannot be equal', () => {
    const text = program(`
async def later():
    await asyncio.sleep(1.2)
    await asyncio.sleep(random.uniform(2, 2.5))
    log.append("later")
async def fixed():
    await asyncio.sleep(3.6)
    log.append("fixed")
await asyncio.gather(later(), fixed())`);
    const { coverage } = searched(text, {
      ...{ kinds: ['timing', 'ties'], reduces: true, runs: MAXIMUM_RUNS },
    });
    expect(coverage).toEqual({
      isExhaustive: false,
      note: 'some orders could not be produced by any duration that was tried',
    });
  });

  test('delivers a cancellation at each place where a task waits, in both ways', () => {
    const text = program('await asyncio.sleep(1)\nlog.append("slept")');
    const { outputs, schedules } = searched(text, {
      ...{ kinds: ['cancel'], reduces: true, runs: MAXIMUM_RUNS },
    });
    expect(schedules.slice(0, 3).map((each) => JSON.parse(each).length)).toEqual([0, 1, 1]);
    expect(outputs).toContain("['slept']\n");
    expect(outputs).toContain('CancelledError');
  });

  test('says how many runs wait for their turn', () => {
    const systematic = new Systematic({
      ...{ seed: 1, reservation: 'for a reason', clockReservation: null, ties: true, limits },
      log: () => new RunLog(NO_LOG),
    });
    expect(systematic.coverage()).toEqual({
      ...{ isExhaustive: false, note: 'for a reason' },
    });
    expect(systematic.plan(0)).toBe(null);
  });

  test('is not exhaustive where the clock decides, unless nothing varies', () => {
    const noteOf = (text: string): string => {
      const subject = scenarioSubject(scenarioOf(text));
      const log = new RunLog(NO_LOG);
      const options = {
        seed: 1,
        reservation: null,
        clockReservation: 'it reads the clock',
        ...{ ties: true, limits },
      };
      const systematic = new Systematic({ ...options, log: () => log });
      const plan = { seed: subject.seed, decide: () => null };
      systematic.learn(finished(runTrial(subject, variationOf(['timing']), plan, [log])));
      return systematic.coverage().note;
    };
    expect(noteOf(program('await asyncio.sleep(random.uniform(1, 2))'))).toBe('it reads the clock');
    expect(noteOf(program('await asyncio.sleep(1)'))).toBe('nothing is left to try');
  });
});
