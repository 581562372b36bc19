// The policy of an explored run: it passes answers on that fit, and keeps what it was asked.
import { describe, expect, test } from 'vitest';
import { AskedPolicy } from '../../src/explore/asked-policy.ts';
import type { Answer, Question } from '../../src/explore/schedule.ts';
import type { ChoiceKind, DurationRange } from '../../src/kernel/policy.ts';

const kinds: ReadonlySet<ChoiceKind> = new Set<ChoiceKind>(['timing', 'ties']);
const range: DurationRange = { nominal: 1.5, least: 1, most: 2, values: null };
const few: DurationRange = { nominal: 1, least: 1, most: 3, values: [1, 2, 3] };

function answering(answer: unknown): AskedPolicy {
  return new AskedPolicy({ kinds, jitter: null }, () => answer as Answer | null);
}

describe('a policy that is asked', () => {
  test('is named after what it varies', () => {
    expect(answering(null).name).toBe('choices: timing ties');
    const jitter = { share: 0.2, seconds: 0 };
    expect(new AskedPolicy({ kinds, jitter }, () => null).name).toBe(
      'choices: timing ties; jitter: 0.2 0',
    );
  });

  test('passes on each question with its number, its labels and its task', () => {
    const questions: Question[] = [];
    const policy = new AskedPolicy({ kinds, jitter: null }, (question) => {
      questions.push(question);
      return null;
    });
    policy.choose('ties', ['a', 'b'], 3);
    policy.duration(range, 4);
    expect(questions).toEqual([
      { index: 0, kind: 'ties', options: 2, range: null, labels: ['a', 'b'], task: 3 },
      { index: 1, kind: 'timing', options: 0, range, labels: [], task: 4 },
    ]);
  });

  test('takes an order that is one, and keeps it', () => {
    const policy = answering([2, 0, 1]);
    expect(policy.choose('ties', ['a', 'b', 'c'])).toEqual([2, 0, 1]);
    expect(policy.asked).toEqual([{ kind: 'ties', options: 3, range: null, answer: [2, 0, 1] }]);
  });

  test.each([
    ['nothing', null],
    ['a number', 1],
    ['too few', [1, 0]],
    ['too many', [1, 0, 2, 3]],
    ['one twice', [1, 1, 0]],
    ['one that is not there', [3, 1, 0]],
    ['a negative one', [-1, 1, 0]],
    ['a broken one', [0.5, 1, 0]],
    ['the order as given', [0, 1, 2]],
  ])('does as by default when the order is %s', (_what, answer) => {
    const policy = answering(answer);
    expect(policy.choose('ties', ['a', 'b', 'c'])).toEqual([0, 1, 2]);
    expect(policy.asked[0].answer).toBe(null);
  });

  test.each([
    [range, 1, 1],
    [range, 2, 2],
    [few, 3, 3],
    [range, 0.999, null],
    [range, 2.001, null],
    [range, Number.NaN, null],
    [range, [1, 0], null],
    [range, 1.5, null],
    [few, 2.5, null],
    [{ ...range, most: Number.POSITIVE_INFINITY }, 1e9, 1e9],
    [{ ...range, most: Number.POSITIVE_INFINITY }, Number.POSITIVE_INFINITY, null],
  ])('of %j and the answer %j keeps %j', (asked, answer, kept) => {
    const policy = answering(answer);
    expect(policy.duration(asked)).toBe(kept ?? asked.nominal);
    expect(policy.asked[0].answer).toBe(kept);
  });

  test('has a run left whenever it is asked', () => {
    expect(answering(null).beginRun()).toBe(true);
  });
});
