// Programs of the generator, of all themes, with what CPython 3.14.2 did with them: what they print
// with iteration and time, what becomes of each task, the handles of each iteration.
import { describe, expect, test } from 'vitest';
import { THEMES } from './generator/programs.ts';
import { recordedTexts, runOf, runText } from './text-runs.ts';

const records = recordedTexts('recorded-programs');
const themeOf = (name: string): string => name.split(' ')[0];

test('there are some of every theme', () => {
  expect(new Set(records.map(({ name }) => themeOf(name)))).toEqual(new Set(THEMES));
  expect(records.length).toBeGreaterThanOrEqual(250);
});

describe.each(THEMES)('programs of %s, on CPython and here', (theme) => {
  test.each(records.filter(({ name }) => themeOf(name) === theme))('$name', (record) => {
    expect(runText(record.text)).toEqual(runOf(record));
  });
});
