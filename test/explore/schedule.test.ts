import { describe, expect, test } from 'vitest';
import {
  type Asked,
  decidedBy,
  givenOrder,
  isDefault,
  orderFrom,
  type Question,
  scheduleOf,
} from '../../src/explore/schedule.ts';

const range = { nominal: 1.5, least: 1, most: 2, values: null };
const question = (index: number): Question => {
  return { index, kind: 'ties', options: 2, range: null, labels: ['a', 'b'], task: 0 };
};

describe('an order', () => {
  test('as given counts up', () => {
    expect([givenOrder(0), givenOrder(3)]).toEqual([[], [0, 1, 2]]);
  });

  test('from an option takes that first and the others as given', () => {
    expect([0, 1, 2].map((first) => orderFrom(first, 3))).toEqual([
      [0, 1, 2],
      [1, 0, 2],
      [2, 0, 1],
    ]);
  });
});

describe('an answer', () => {
  test('is the default where it changes nothing', () => {
    expect(isDefault([0, 1, 2], null)).toBe(true);
    expect(isDefault([0, 2, 1], null)).toBe(false);
    expect(isDefault(1.5, range)).toBe(true);
    expect(isDefault(1.25, range)).toBe(false);
  });
});

describe('a schedule', () => {
  const asked: Asked[] = [
    { kind: 'ties', options: 2, range: null, answer: null },
    { kind: 'timing', options: 0, range, answer: 1.25 },
    { kind: 'sets', options: 3, range: null, answer: [2, 0, 1] },
  ];

  test('holds the answers that depart, at the numbers of their questions', () => {
    const { seed, answers } = scheduleOf(7, asked);
    expect(seed).toBe(7);
    expect([...answers]).toEqual([
      [1, 1.25],
      [2, [2, 0, 1]],
    ]);
  });

  test('decides as it was made, and leaves every other question alone', () => {
    const decide = decidedBy(scheduleOf(7, asked));
    expect([0, 1, 2, 3].map((index) => decide(question(index)))).toEqual([
      null,
      1.25,
      [2, 0, 1],
      null,
    ]);
  });
});
