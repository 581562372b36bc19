// The laws of shrinking, over failures that blind chance finds.
import { describe, expect, test } from 'vitest';
import type { Variation } from '../../src/explore/asked-policy.ts';
import type { Answer } from '../../src/explore/schedule.ts';
import { shrink } from '../../src/explore/shrink.ts';
import { RandomWalk } from '../../src/explore/strategies/random-walk.ts';
import type { Subject } from '../../src/explore/subject.ts';
import { runSchedule, runTrial, scheduleOfTrial, type Trial } from '../../src/explore/trial.ts';
import { finished } from '../../src/explore/work.ts';
import type { ChoiceKind } from '../../src/kernel/policy.ts';
import { LEAK, RACE, subjectOf, TIE, variation } from './explored.ts';

const SEEDS = 60;

/** Failed runs of a random walk. */
function failures(text: string, kinds: readonly ChoiceKind[]): Trial[] {
  const subject = subjectOf(text);
  const { asked } = finished(
    runSchedule(subject, variation(kinds), { seed: 1, answers: new Map() }),
  );
  const cancelPoints = asked.filter(({ kind }) => kind === 'cancel').length;
  const options = { seed: 1, programSeed: 1, kinds: new Set(kinds), cancelPoints };
  const walk = new RandomWalk(options);
  const trials = Array.from({ length: SEEDS }, (_, run) =>
    finished(runTrial(subject, variation(kinds), walk.plan(run))),
  );
  return trials.filter(({ symptoms }) => symptoms.length > 0);
}

/** The trial of the smallest schedule: there is no smaller one. */
function smallest(subject: Subject, varied: Variation, trial: Trial, key: string): Trial {
  const { unfinished, trial: least } = finished(shrink(subject, varied, { trial, key }));
  expect(unfinished).toBe(null);
  return least;
}

function answersOf(trial: Trial): [number, Answer][] {
  return [...scheduleOfTrial(trial).answers];
}

describe.each([
  ['a race', RACE, ['timing', 'ties', 'data']],
  ['a tie', TIE, ['timing', 'ties']],
  ['a cancellation', LEAK, ['cancel']],
] as const)('of %s', (_what, text, kinds) => {
  const subject = subjectOf(text);
  const varied = variation(kinds);
  const found = failures(text, kinds);

  test('there are failures to shrink', () => {
    expect(found.length).toBeGreaterThan(3);
  });

  test('the smallest schedule shows the same failure, with no more departures', () => {
    for (const trial of found) {
      const { key } = trial.symptoms[0];
      const least = smallest(subject, varied, trial, key);
      expect(least.symptoms.map((symptom) => symptom.key)).toContain(key);
      expect(answersOf(least).length).toBeLessThanOrEqual(answersOf(trial).length);
      const again = finished(runSchedule(subject, varied, scheduleOfTrial(least)));
      expect(again.symptoms).toEqual(least.symptoms);
    }
  });

  test('shrinking is deterministic and idempotent', () => {
    for (const trial of found.slice(0, 10)) {
      const { key } = trial.symptoms[0];
      const least = smallest(subject, varied, trial, key);
      expect(answersOf(smallest(subject, varied, trial, key))).toEqual(answersOf(least));
      const twice = smallest(subject, varied, least, key);
      expect([twice.seed, answersOf(twice)]).toEqual([least.seed, answersOf(least)]);
    }
  });
});

test('a race takes one duration, a round one, no order of equal deadlines', () => {
  for (const trial of failures(RACE, ['timing', 'ties', 'data'])) {
    const least = smallest(
      subjectOf(RACE),
      variation(['timing', 'ties', 'data']),
      trial,
      trial.symptoms[0].key,
    );
    const [[, seconds], ...others] = answersOf(least);
    expect([least.seed, others]).toEqual([1, []]);
    // After the other task at 2 s: at 2 s their order would decide. At most the 3 s of the draw.
    expect(seconds).toBeGreaterThan(2);
    expect(`${seconds}`.length).toBeLessThanOrEqual(3);
  }
});

test('a failure of the default order takes nothing', () => {
  const text = TIE.replace('!= "b"', '!= "a"');
  const trial = finished(
    runSchedule(subjectOf(text), variation(['ties']), {
      seed: 1,
      answers: new Map([[0, [0, 2, 1]]]),
    }),
  );
  const least = smallest(subjectOf(text), variation(['ties']), trial, trial.symptoms[0].key);
  expect(answersOf(least)).toEqual([]);
});
