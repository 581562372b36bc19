import { expect, test } from 'vitest';
import { splitLines, splitMethods } from '../../../src/lang/text/str-splits.ts';
import { callMethod, errorOf, expectRecorded } from './call-method.ts';

test('white space separates words, however much', () => {
  expect(callMethod('  a\t\u2003b \n', 'split')).toEqual(['a', 'b']);
  expect(callMethod(' a  b c ', 'split', null, 1)).toEqual(['a', 'b c ']);
  expect(callMethod(' a  b c ', 'rsplit', null, 1)).toEqual([' a  b', 'c']);
  expect(callMethod('', 'split')).toEqual([]);
});

test('a separator is found from the side that is split from', () => {
  expect(callMethod('aaa', 'split', 'aa')).toEqual(['', 'a']);
  expect(callMethod('aaa', 'rsplit', 'aa')).toEqual(['a', '']);
  expect(callMethod('a,b,c', 'split', ',', 1)).toEqual(['a', 'b,c']);
  expect(callMethod('', 'split', ',')).toEqual(['']);
  expect(errorOf('a', 'split', '')).toEqual(['ValueError', 'empty separator']);
});

test('lines end at more than newlines', () => {
  expect(splitLines('a\r\nb\rc\x0bd\u2028e\n', false)).toEqual(['a', 'b', 'c', 'd', 'e']);
  expect(splitLines('a\n\nb', true)).toEqual(['a\n', '\n', 'b']);
});

test('a long run of blanks is stripped in linear time', () => {
  const blanks = ' '.repeat(200_000);
  expect(callMethod(`${blanks}a${blanks}b`, 'rstrip')).toBe(`${blanks}a${blanks}b`);
  expect(callMethod(`${blanks}a${blanks}`, 'strip')).toBe('a');
});

test('every recorded call gives CPython’s answer', () => {
  expectRecorded(splitMethods);
});
