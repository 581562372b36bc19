import { expect, test } from 'vitest';
import { isLeftAlone, READING_METHODS, SEEING_FUNCTIONS } from '../../src/lang/access-tables.ts';
import { builtins } from '../../src/lang/objects/builtins.ts';
import { Tuple } from '../../src/lang/values.ts';

/** Built-in functions and methods that change what they get: none may be in the tables. */
const CHANGING = [
  'append',
  'add',
  'pop',
  'update',
  'sort',
  'clear',
  'setdefault',
  'next',
  'heappush',
];

test('what changes its object or an argument is in no table', () => {
  for (const name of [...CHANGING, 'setattr', 'delattr', 'shuffle', 'insort', 'heapify']) {
    expect([name, READING_METHODS.has(name), SEEING_FUNCTIONS.has(name)]).toEqual([
      name,
      false,
      false,
    ]);
  }
});

test('the commonest built-in functions are known to change nothing', () => {
  for (const name of ['len', 'sum', 'sorted', 'print', 'enumerate']) {
    expect([name, builtins.has(name), SEEING_FUNCTIONS.has(name)]).toEqual([name, true, true]);
  }
});

test('a tuple has no attributes to be shared', () => {
  expect(isLeftAlone(new Tuple([]))).toBe(true);
  expect(isLeftAlone({})).toBe(false);
});
