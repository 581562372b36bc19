import { expect, test } from 'vitest';
import { Pattern, substituted } from '../../../../src/lang/modules/re/pattern.ts';
import { plainInterpreter } from '../../objects/plain-interpreter.ts';

const run = plainInterpreter();

test('matches do not overlap, and one without a character may follow another', () => {
  const all = [...new Pattern('a*', 0).all(run, 'baac')];
  expect(all.map(({ start, end }) => [start, end])).toEqual([
    [0, 0],
    [1, 3],
    [3, 3],
    [4, 4],
  ]);
});

test('as many matches are replaced as asked for', () => {
  const pattern = new Pattern('(\\d)', 0);
  expect(substituted(run, pattern, '<\\1>', 'a1b2', 1)).toEqual(['a<1>b2', 1]);
});
