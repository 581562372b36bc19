import { describe, expect, test } from 'vitest';
import type { Answer, Question } from '../../../src/explore/schedule.ts';
import { Pct, type PctOptions } from '../../../src/explore/strategies/pct.ts';
import type { ChoiceKind } from '../../../src/kernel/policy.ts';

const options: PctOptions = {
  ...{ seed: 1, programSeed: 9, cancelPoints: 0, questions: 8 },
  kinds: new Set<ChoiceKind>(['timing', 'ties']),
};
const range = { nominal: 2, least: 1, most: 3, values: null };

function wait(task: number, index: number): Question {
  return { index, kind: 'timing', options: 0, range, labels: [], task };
}

function waits(pct: Pct, run: number, tasks: readonly number[]): (Answer | null)[] {
  const { decide } = pct.plan(run);
  return tasks.map((task, index) => decide(wait(task, index)));
}

describe('priorities', () => {
  test('make a task as slow throughout a run, but for at most two changes', () => {
    const pct = new Pct(options);
    const changes = Array.from({ length: 200 }, (_, run) => {
      const seconds = waits(pct, run, [1, 1, 1, 1, 1, 1, 1, 1]);
      return seconds.filter((each, index) => index > 0 && each !== seconds[index - 1]).length;
    });
    expect(Math.max(...changes)).toBe(2);
    expect(Math.min(...changes)).toBe(0);
  });

  test('differ between tasks and between runs', () => {
    const pct = new Pct({ ...options, questions: 1 });
    const [first, second] = waits(pct, 0, [1, 2]);
    expect(first).not.toBe(second);
    expect(waits(pct, 1, [1, 2])).not.toEqual([first, second]);
    expect(waits(new Pct({ ...options, questions: 1 }), 0, [1, 2])).toEqual([first, second]);
  });

  test('stay in the range, and in its few values where there are few', () => {
    const pct = new Pct(options);
    for (let run = 0; run < 100; run++) {
      const { decide } = pct.plan(run);
      const seconds = decide(wait(1, 0)) as number;
      expect(seconds >= 1 && seconds <= 3).toBe(true);
      const few = { nominal: 1, least: 1, most: 4, values: [1, 2, 4] };
      expect(few.values).toContain(decide({ ...wait(2, 1), range: few }));
      const endless = { ...range, most: Number.POSITIVE_INFINITY };
      expect(decide({ ...wait(3, 2), range: endless })).toBeLessThanOrEqual(32);
    }
  });

  test('order options alike wherever the same ones are offered', () => {
    const pct = new Pct(options);
    const offered = (labels: readonly string[]): Question => {
      return { index: 0, kind: 'ties', options: labels.length, range: null, labels, task: 0 };
    };
    for (let run = 0; run < 50; run++) {
      const { decide } = pct.plan(run);
      const order = decide(offered(['a', 'b', 'c'])) as number[];
      const other = decide(offered(['c', 'a'])) as number[];
      expect(other[0] === 0).toBe(order.indexOf(2) < order.indexOf(0));
    }
  });

  test('are never exhaustive', () => {
    const note = 'priorities were drawn at random';
    expect(new Pct(options).coverage()).toEqual({ isExhaustive: false, note });
    expect(new Pct(options).name).toBe('pct');
  });
});
