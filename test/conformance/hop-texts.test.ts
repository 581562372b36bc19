// The table of iteration counts as program text: where each construct resumes on CPython 3.14.2,
// and everything else that the program does there.
import { describe, expect, test } from 'vitest';
import { simulate } from '../simulated.ts';
import { recordedTexts, runOf, runText, type TextRun } from './text-runs.ts';

/** What the language does not have yet: refused. A row that runs is to be taken off this list. */
const REFUSED = ['eager create_task', 'eager gather', 'TaskGroup, eager child'];
const records = recordedTexts('hop-texts');

/** Iterations between the two prints. */
const hops = ({ printed: [start, resumed] }: TextRun): number => resumed[0] - start[0];

describe('iterations as on CPython 3.14.2, in the language', () => {
  for (const record of records.filter(({ name }) => !REFUSED.includes(name))) {
    test(`${record.name}: ${hops(record)}`, () => {
      const run = runText(record.text);
      expect(hops(run)).toBe(hops(record));
      expect(run).toEqual(runOf(record));
    });
  }
});

describe('refused', () => {
  for (const record of records.filter(({ name }) => REFUSED.includes(name))) {
    test(record.name, () => {
      expect(refusalOf(record.text)).toMatch(/not supported|unexpected keyword argument/);
    });
  }
});

/** Why a program does not load, or the traceback that it leaves. */
function refusalOf(text: string): string {
  try {
    return simulate(text).stderr;
  } catch (error) {
    return String(error);
  }
}
