// Answers that repeat a run in other durations: where stretches change places, questions do.
import { describe, expect, test } from 'vitest';
import { Moments, type Witness } from '../../../src/explore/orders/moments.ts';
import { answersBefore, answersFor } from '../../../src/explore/orders/reordered.ts';
import { logged } from './logged.ts';

// Two tasks of two drawn sleeps each; the second question of each is asked when its first is over.
const BODY = `
async def twice(log):
    await nap(1, 2)
    log.append(1)
    await nap(1, 2)
    log.append(2)
await asyncio.gather(twice([]), twice([]))`;

const run = logged(BODY, [1.25, 1.5, 1, 2]);
const prefix = { record: run.record, count: 3 };

const witnessOf = (points: number[], durations: [number, number][]): Witness => {
  return { points, next: 9, durations: new Map(durations) };
};

test('the questions of the run are two of the start, and one of each first sleep', () => {
  expect(run.record.moments.map(({ questions }) => questions.map((each) => each.question))).toEqual(
    [[0, 1], [2], [3], [], []],
  );
});

describe('answers', () => {
  test('before a question are those that were no defaults', () => {
    expect([...answersBefore(run.asked, 3)]).toEqual([
      [0, 1.25],
      [1, 1.5],
      [2, 1],
    ]);
  });

  test('stay where they are where the order does', () => {
    const witness = witnessOf([0, 1.25, 1.75], [[1, 1.75]]);
    expect([...answersFor(prefix, run.asked, witness, [], true)]).toEqual([
      [0, 1.25],
      [1, 1.75],
      [2, 1],
      [3, 2],
    ]);
  });

  test('change places with the stretches', () => {
    const witness = witnessOf([0, 1.75, 1.5], [[0, 1.75]]);
    expect([...answersFor(prefix, run.asked, witness, [], true)]).toEqual([
      [0, 1.75],
      [1, 1.5],
      [2, 2],
      [3, 1],
    ]);
  });

  test('make room for the order of ties where two come to one moment', () => {
    const witness = witnessOf([0, 1.5, 1.5], [[0, 1.5]]);
    const answers = (ties: boolean) => [...answersFor(prefix, run.asked, witness, [], ties)];
    const first = [
      [0, 1.5],
      [1, 1.5],
    ];
    expect(answers(true)).toEqual([...first, [3, 1], [4, 2]]);
    expect(answers(false)).toEqual([...first, [2, 1], [3, 2]]);
  });
});

test('what they lead to is what was meant', () => {
  const moments = new Moments(prefix, run.rangeOf, 256);
  for (const set of moments.sets) {
    const witness = moments.witness(set, []);
    expect(witness).not.toBe(null);
    const answers = answersFor(prefix, run.asked, witness as Witness, set, true);
    const other = logged(
      BODY,
      Array.from({ length: 6 }, (_, at) => answers.get(at) as number),
    );
    const { first } = other.record.moments.find(({ first: at }) => at === 3) as { first: number };
    const fired = other.record.stretches.slice(first, first + set.length).map(({ id }) => id);
    expect(fired.sort()).toEqual(set.map(({ id }) => id).sort());
  }
});
