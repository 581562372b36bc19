import { expect, test } from 'vitest';
import {
  closingBracket,
  commentStart,
  isComplete,
  splitAtCommas,
} from '../../src/scenario/python-shape.ts';

const split = (text: string) =>
  splitAtCommas(text, 0, text.length).map(({ start, end }) => text.slice(start, end));

test('a bracket closes where its partner stands, strings passed over', () => {
  expect(closingBracket('[a, (b), "]"]x', 0, 14)).toBe(12);
  expect(closingBracket('[a', 0, 2)).toBe(-1);
  expect(closingBracket('{"}": 1}', 0, 8)).toBe(7);
});

test('commas split outside brackets and strings', () => {
  expect(split('a, f(b, c), "d, e", [g, h]')).toEqual(['a', 'f(b, c)', '"d, e"', '[g, h]']);
  expect(split('')).toEqual(['']);
  expect(split(' a ,')).toEqual(['a', '']);
});

test('a comment starts at a hash after a blank, outside strings', () => {
  expect(commentStart('x = "#" # y', 0, 11)).toBe(8);
  expect(commentStart('a#b', 0, 3)).toBe(-1);
  expect(commentStart('# all', 0, 5)).toBe(0);
});

test('a text is complete when its brackets and strings are closed', () => {
  expect(isComplete('f(a, "(", [b])')).toBe(true);
  expect(isComplete('f(a')).toBe(false);
  expect(isComplete('a)')).toBe(false);
  expect(isComplete(')(')).toBe(false);
  expect(isComplete('"a')).toBe(false);
  expect(isComplete("'it\\'s'")).toBe(true);
});
