// Whole programs print here what CPython 3.14.2 printed, to the character; what their comments
// expect of them holds. The outputs stand beside them: record-outputs.ts asks CPython for them.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { simulate } from '../simulated.ts';
import { KEPT_FOLDERS, keptPrograms, withoutAddresses } from './kept-programs.ts';

describe.each(KEPT_FOLDERS)('%s', (folder) => {
  test.each(keptPrograms(folder))('$name prints what CPython printed', ({ text, outputFile }) => {
    const { stdout, outcome } = simulate(text, { name: 'program.py', ties: 'heapq' });
    expect(withoutAddresses(stdout)).toBe(readFileSync(outputFile, 'utf8'));
    const { verdicts, end } = outcome;
    // A deadlock leaves undecided what was to hold until the end.
    const isWrong = end === 'deadlocked' ? [false] : [false, null];
    expect(verdicts.filter(({ held }) => isWrong.includes(held))).toEqual([]);
  });
});

test('each pattern of practice says what is expected of it', () => {
  const silent = keptPrograms('scenarios/practice').filter(({ text }) => {
    return simulate(text).outcome.verdicts.length === 0;
  });
  expect(silent.map(({ name }) => name)).toEqual([]);
});
