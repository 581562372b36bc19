import { expect, test } from 'vitest';
import { mostTelling } from './telling.ts';

const snippet = (text: string, prints: string) => ({ text, prints });

test('what says nothing new is left out, and numbers say nothing', () => {
  const all = [
    snippet('a = 1', '1'),
    snippet('a = 2', '2'),
    snippet('b = 1', '1'),
    snippet('c = 1', 'no'),
  ];
  expect(mostTelling(all, 100).map(({ text }) => text)).toEqual(['a = 1', 'b = 1', 'c = 1']);
});

test('the size is kept', () => {
  const all = [snippet('long line of text', ''), snippet('a', ''), snippet('b', '')];
  expect(mostTelling(all, 2)).toEqual([all[1], all[2]]);
  expect(mostTelling(all, 100)).toEqual(all);
});
