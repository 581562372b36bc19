import { expect, test } from 'vitest';
import { parsePattern } from '../../../../src/lang/modules/re/parse.ts';
import { FLAGS, widthOf } from '../../../../src/lang/modules/re/tree.ts';

const width = (pattern: string) => widthOf(parsePattern(pattern, 0).node);

test('the width of an expression is the least and the most that it takes', () => {
  expect(width('a[bc].')).toEqual([3, 3]);
  expect(width('a|bcd')).toEqual([1, 3]);
  expect(width('(ab){2,3}')).toEqual([4, 6]);
  expect(width('a*')).toEqual([0, Number.POSITIVE_INFINITY]);
  expect(width('^(?=a)$')).toEqual([0, 0]);
});

test('flags are bits of their own', () => {
  const bits = Object.values(FLAGS);
  expect(bits.reduce<number>((sum, bit) => sum | bit, 0)).toBe(
    bits.reduce<number>((a, b) => a + b, 0),
  );
});
