import { expect, test } from 'vitest';
import * as keys from '../../src/scenario/keys.ts';
import { mistakes } from './environment.ts';

const { scenarioKeys, expectKeys, limitKeys, exploreKeys } = keys;

test('the example of every key is read without a mistake', () => {
  const file = {
    ...Object.fromEntries(
      Object.entries(scenarioKeys).map(([key, { example }]) => [key, example] as const),
    ),
    state: { slots: 'Semaphore(2)', running: 0, names: "['Ada', 'Bob']" },
    limits: Object.fromEntries(
      Object.entries(limitKeys).map(([key, { example }]) => [key, example] as const),
    ),
    explore: Object.fromEntries(
      Object.entries(exploreKeys).map(([key, { example }]) => [key, example] as const),
    ),
    expect: Object.fromEntries(
      Object.entries(expectKeys).map(([key, { example }]) => [key, example] as const),
    ),
  };
  expect(mistakes('x.json', JSON.stringify(file))).toEqual([]);
});

test('every key is explained in a sentence', () => {
  const tables = [scenarioKeys, expectKeys, limitKeys, exploreKeys];
  const headers = [keys.statementKeys, keys.clauseKeys];
  for (const table of [...tables, ...headers]) {
    for (const { description } of Object.values(table)) expect(description).toMatch(/^[A-Z].*\.$/);
  }
});

test('a header begins with its words, and a name that begins alike does not', () => {
  const pattern = new RegExp(keys.headerPattern(['async def', 'if']));
  const texts = [
    'async def f()',
    ' async   def f()',
    'if x',
    'if(x)',
    'iffy',
    'if.x',
    'async with',
  ];
  expect(texts.filter((text) => pattern.test(text))).toEqual(texts.slice(0, 4));
});
