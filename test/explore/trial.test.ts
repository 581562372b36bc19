// One run under a plan, judged.
import { expect, test } from 'vitest';
import { RunLog } from '../../src/explore/orders/run-log.ts';
import { departuresOf, runSchedule, runTrial, scheduleOfTrial } from '../../src/explore/trial.ts';
import { finished } from '../../src/explore/work.ts';
import { LEAK, subjectOf, TIE, variation } from './explored.ts';

const swapped = { seed: 1, answers: new Map([[0, [1, 0, 2]]]) };

test('a trial has what was asked, how it ended and what went wrong', () => {
  const trial = finished(runSchedule(subjectOf(TIE), variation(['ties']), swapped));
  expect(trial.asked).toEqual([{ kind: 'ties', options: 3, range: null, answer: [1, 0, 2] }]);
  expect(trial.ended.errorText).toBe("AssertionError: ['b', 'a', 'c']");
  expect(trial.symptoms.map(({ key }) => key)).toEqual(['exception AssertionError 11']);
});

test('a trial follows the schedule that it is made of', () => {
  const trial = finished(runSchedule(subjectOf(TIE), variation(['ties']), swapped));
  expect(scheduleOfTrial(trial)).toEqual(swapped);
});

test('a schedule with answers to questions that are not asked is followed as far as it goes', () => {
  const answers = new Map([
    [0, [2, 1, 0]],
    [9, [1, 0]],
  ]);
  const trial = finished(runSchedule(subjectOf(TIE), variation(['ties']), { seed: 1, answers }));
  expect([...scheduleOfTrial(trial).answers]).toEqual([[0, [2, 1, 0]]]);
});

test('a kind that does not vary is not asked about', () => {
  const trial = finished(runSchedule(subjectOf(TIE), variation(['sets']), swapped));
  expect([trial.asked, trial.symptoms]).toEqual([[], []]);
});

test('checkers judge a trial: a lock that is kept by a task that was cancelled', () => {
  const decide = ({ index }: { readonly index: number }) => (index === 1 ? [1, 0, 2] : null);
  const trial = finished(runTrial(subjectOf(LEAK), variation(['cancel']), { seed: 1, decide }));
  expect(trial.symptoms.map(({ rule }) => rule)).toContain('deadlock');
});

test('other sinks read the events too', () => {
  const log = new RunLog({ knowsPlaces: true, countsDraws: true, moments: 9 });
  finished(runTrial(subjectOf(TIE), variation(['ties']), { seed: 1, decide: () => null }, [log]));
  expect(log.record().moments.map(({ time }) => time)).toEqual([0, 1]);
});

test('departures are the kinds that were answered otherwise, and data where the seed is another', () => {
  const asked = [
    { kind: 'ties', options: 2, range: null, answer: [1, 0] },
    { kind: 'sets', options: 2, range: null, answer: null },
  ] as const;
  expect([...departuresOf(asked, false)]).toEqual(['ties']);
  expect([...departuresOf(asked, true)]).toEqual(['ties', 'data']);
});
