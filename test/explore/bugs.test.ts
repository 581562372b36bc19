// Exploring finds every planted bug, by the kind of choice that its comment names, and accuses
// neither a twin nor a program that asserts what CPython guarantees.
import { describe, expect, test } from 'vitest';
import { DEFAULT_KINDS } from '../../src/explore/explore.ts';
import { BUG_FOLDER, GUARANTEE_FOLDER, scenariosIn } from '../scenario-files.ts';
import { BUGS, exploredFile, failuresOf, kindOf, twinOf, variedFor } from './bug-table.ts';

/** Schedules for each; `npm run test:explore` tries more. */
const RUNS = 100;
/** Random data cannot be enumerated: what needs them takes luck. */
const RUNS_OF_DATA = 300;

describe.each(BUGS)('%s', (name) => {
  const kind = kindOf(BUG_FOLDER, name);
  const vary = variedFor(kind);

  test('is found in few schedules, and needs what its comment names', () => {
    const runs = kind === 'data' ? RUNS_OF_DATA : RUNS;
    const report = exploredFile(BUG_FOLDER, name, { runs, vary });
    const failures = failuresOf(report);
    expect(failures.some(({ run }) => run === 1)).toBe(false);
    expect(failures.some(({ kinds }) => kinds.includes(kind))).toBe(true);
  });

  test('is not found where it is mended', () => {
    const report = exploredFile(BUG_FOLDER, twinOf(name), { runs: RUNS, vary });
    expect(failuresOf(report).map(({ symptom }) => symptom.message)).toEqual([]);
  });
});

test.each(scenariosIn(GUARANTEE_FOLDER))('%s holds in every schedule', (name) => {
  const report = exploredFile(GUARANTEE_FOLDER, name, { runs: RUNS, vary: DEFAULT_KINDS });
  expect(report.findings.map(({ symptom }) => symptom.message)).toEqual([]);
});
