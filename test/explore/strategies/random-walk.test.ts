import { describe, expect, test } from 'vitest';
import type { Answer, Question } from '../../../src/explore/schedule.ts';
import { RandomWalk, type WalkOptions } from '../../../src/explore/strategies/random-walk.ts';
import type { ChoiceKind } from '../../../src/kernel/policy.ts';

const options: WalkOptions = {
  seed: 1,
  programSeed: 9,
  kinds: new Set<ChoiceKind>(['timing', 'ties']),
  cancelPoints: 0,
};
const range = { nominal: 2, least: 1, most: 3, values: null };
const tie: Question = {
  ...{ index: 0, kind: 'ties', options: 3, range: null },
  ...{ labels: ['a', 'b', 'c'], task: 0 },
};
const wait: Question = { ...tie, kind: 'timing', options: 0, range, labels: [] };
const cancel: Question = { ...tie, kind: 'cancel' };

function answers(walk: RandomWalk, run: number, questions: readonly Question[]): (Answer | null)[] {
  const { decide } = walk.plan(run);
  return questions.map((question, index) => decide({ ...question, index }));
}

describe('a random walk', () => {
  test('plans run n the same whenever it is asked, and each run another way', () => {
    const walk = new RandomWalk(options);
    const questions = [tie, wait, tie, wait];
    const sixth = answers(walk, 5, questions);
    expect(answers(walk, 6, questions)).not.toEqual(sixth);
    expect(answers(new RandomWalk(options), 5, questions)).toEqual(sixth);
    expect(answers(new RandomWalk({ ...options, seed: 2 }), 5, questions)).not.toEqual(sixth);
  });

  test('answers with orders and with durations in their range', () => {
    const walk = new RandomWalk(options);
    const seen = new Set<string>();
    for (let run = 0; run < 200; run++) {
      const [order, seconds] = answers(walk, run, [tie, wait]) as [number[], number];
      seen.add(order.join(''));
      expect(seconds).toBeGreaterThanOrEqual(1);
      expect(seconds).toBeLessThanOrEqual(3);
    }
    expect(seen.size).toBe(6);
  });

  test('draws the numbers of the program anew only where data vary', () => {
    const seeds = (kinds: readonly ChoiceKind[]) => {
      const walk = new RandomWalk({ ...options, kinds: new Set(kinds) });
      return new Set(Array.from({ length: 10 }, (_, run) => walk.plan(run).seed));
    };
    expect([...seeds(['timing'])]).toEqual([9]);
    expect(seeds(['data']).size).toBe(10);
  });

  test('delivers one cancellation in a run, sometimes two, at any place', () => {
    const walk = new RandomWalk({ ...options, cancelPoints: 4 });
    const counts = new Map<number, number>();
    const places = new Set<number>();
    for (let run = 0; run < 500; run++) {
      const given = answers(walk, run, [cancel, cancel, cancel, cancel]);
      const at = given.flatMap((answer, index) => (answer === null ? [] : [index]));
      for (const place of at) places.add(place);
      counts.set(at.length, (counts.get(at.length) ?? 0) + 1);
    }
    expect([...places].sort((a, b) => a - b)).toEqual([0, 1, 2, 3]);
    expect([...counts.keys()].sort((a, b) => a - b)).toEqual([1, 2]);
    // A second one in a fifth of the runs, and at the place of the first in a quarter of those.
    expect((counts.get(2) ?? 0) / 500).toBeCloseTo(0.2 * 0.75, 1);
  });

  test('is never exhaustive', () => {
    const walk = new RandomWalk(options);
    expect(walk.coverage()).toEqual({
      isExhaustive: false,
      note: 'schedules were drawn at random',
    });
    expect([walk.name, walk.isIndexed(0)]).toEqual(['random', true]);
  });
});
