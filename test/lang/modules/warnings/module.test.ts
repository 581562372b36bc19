import { expect, test } from 'vitest';
import { warningsModule } from '../../../../src/lang/modules/warnings/module.ts';
import { simulate } from '../../../simulated.ts';
import { expectRecorded } from '../recorded.ts';

test('warnings are filtered, shown once a place and caught as in CPython', () =>
  expectRecorded('filters-and-places', 'warnings'));

test('each run has filters of its own', () => {
  expect(warningsModule().filters).toEqual(warningsModule().filters);
  expect(warningsModule()).not.toBe(warningsModule());
});

test('a filter silences the report of a coroutine that was never awaited', () => {
  const text = (filter: string): string => `
import warnings
async def forgotten():
    pass
${filter}
coroutine = forgotten()
`;
  expect(simulate(text('')).stderr).toMatch(/never awaited/);
  const filter = "warnings.filterwarnings('ignore', message='coroutine .*')";
  expect(simulate(text(filter)).stderr).toBe('');
});
