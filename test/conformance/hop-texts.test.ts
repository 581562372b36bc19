// The table of iteration counts as program text: where each construct resumes on CPython 3.14.2,
// and everything else that the program does there.
import { describe, expect, test } from 'vitest';
import { recordedTexts, runOf, runText, type TextRun } from './text-runs.ts';

const records = recordedTexts('hop-texts');

/** Iterations between the two prints. */
const hops = ({ printed: [start, resumed] }: TextRun): number => resumed[0] - start[0];

describe('iterations as on CPython 3.14.2, in the language', () => {
  for (const record of records) {
    test(`${record.name}: ${hops(record)}`, () => {
      const run = runText(record.text);
      expect(hops(run)).toBe(hops(record));
      expect(run).toEqual(runOf(record));
    });
  }
});
