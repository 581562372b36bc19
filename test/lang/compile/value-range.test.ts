// Ranges of draws, and arithmetic on them: the corners by hand.
import { describe, expect, test } from 'vitest';
import {
  constantRange,
  drawRange,
  negatedRange,
  type ValueRange,
  withOperator,
} from '../../../src/lang/compile/value-range.ts';
import { Tuple } from '../../../src/lang/values.ts';

const INFINITY = Number.POSITIVE_INFINITY;

function draw(name: string, ...parameters: unknown[]): ValueRange | null {
  return drawRange(name, parameters, (value) => (typeof value === 'number' ? value : Number.NaN));
}

describe('a draw', () => {
  test.each([
    ['random', [], 0, 1 - 2 ** -53],
    ['uniform', [2, 5], 2, 5],
    ['uniform', [5, 2], 2, 5],
    ['triangular', [1, 4, 2], 1, 4],
    ['triangular', [], 0, 1],
    ['betavariate', [1, 2], 0, 1],
    ['expovariate', [3], 0, INFINITY],
    ['paretovariate', [3], 1, INFINITY],
    ['gauss', [0, 1], -INFINITY, INFINITY],
  ])('%s(%j) lies from %d to %d', (name, parameters, least, most) => {
    expect(draw(name, ...parameters)).toEqual({ least, most, values: null });
  });

  test.each([
    ['randint', [1, 3], [1, 2, 3]],
    ['randrange', [3], [0, 1, 2]],
    ['randrange', [1, 10, 4], [1, 5, 9]],
    ['choice', [[0.5, 0.1, 0.5]], [0.1, 0.5]],
    ['choice', [new Tuple([4, 2])], [2, 4]],
  ])('%s(%j) is one of %j', (name, parameters, values) => {
    expect(draw(name, ...parameters)?.values).toEqual(values);
  });

  test.each([
    ['uniform', ['a', 2]],
    ['uniform', [1]],
    ['randint', [1, 65]],
    ['randint', [2, 1]],
    ['choice', [[]]],
    ['choice', [['a']]],
    ['choice', ['ab']],
    ['shuffle', [[1, 2]]],
  ])('%s(%j) has no range that is told', (name, parameters) => {
    expect(draw(name, ...parameters)).toBeNull();
  });

  test('of sixty-four whole numbers is still one of few', () => {
    expect(draw('randint', 1, 64)?.values).toHaveLength(64);
  });
});

describe('arithmetic', () => {
  const range = { least: 1, most: 2, values: null };
  const three = constantRange(3);

  test.each([
    ['+', 4, 5],
    ['-', -2, -1],
    ['*', 3, 6],
    ['/', 1 / 3, 2 / 3],
  ])('range %s 3', (operator, least, most) => {
    expect(withOperator(operator, range, three)).toEqual({ least, most, values: null });
  });

  test('of two ranges has the corners of both', () => {
    const wide = { least: -1, most: 4, values: null };
    expect(withOperator('*', range, wide)).toEqual({ least: -2, most: 8, values: null });
  });

  test('of few values has few values', () => {
    const dice = draw('randint', 1, 2);
    expect(withOperator('*', dice, three)?.values).toEqual([3, 6]);
    expect(withOperator('+', dice, dice)?.values).toEqual([2, 3, 4]);
    expect(negatedRange(dice)?.values).toEqual([-2, -1]);
  });

  test('is not told for a division by what may be 0, several ranges, or no number', () => {
    expect(withOperator('/', three, { least: -1, most: 1, values: null })).toBeNull();
    expect(withOperator('+', range, draw('randint', 1, 2))).toBeNull();
    expect(withOperator('+', range, null)).toBeNull();
    expect(withOperator('**', range, three)).toBeNull();
    expect(constantRange(Number.NaN)).toBeNull();
    expect(negatedRange(null)).toBeNull();
  });
});
