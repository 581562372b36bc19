import { expect, test } from 'vitest';
import { interleave, occurrences, replaceOccurrences } from '../../../src/lang/text/occurrences.ts';

test('occurrences do not overlap', () => {
  expect(occurrences('aaaa', 'aa')).toBe(2);
  expect(occurrences('abc', 'x')).toBe(0);
});

test('a text goes between characters, pairs of surrogates kept together', () => {
  expect(interleave('a😀', '-', Infinity)).toBe('-a-😀-');
  expect(interleave('ab', '-', 1)).toBe('-ab');
});

test('the first occurrences are replaced', () => {
  expect(replaceOccurrences('aXbXc', 'X', '--', 1)).toBe('a--bXc');
});
