// Programs in folders called `snippets`, and what CPython 3.14.2 wrote for them: to stdout, and to
// stderr where that is recorded, too. The clock starts at 1 700 000 000.

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { simulate } from '../../simulated.ts';

/** Runs a recorded program of a package of modules; its output is to be CPython's. */
export function expectRecorded(name: string, folder = ''): void {
  const path = (ending: string): string =>
    join(import.meta.dirname, folder, 'snippets', `${name}.${ending}`);
  const lines = (ending: string): string[] => readFileSync(path(ending), 'utf8').split('\n');
  const text = readFileSync(path('py'), 'utf8');
  const { outcome, stdout, stderr } = simulate(text, { name: `${name}.py` });
  expect(stdout.split('\n')).toEqual(lines('out'));
  if (existsSync(path('err'))) expect(stderr.split('\n')).toEqual(lines('err'));
  expect(outcome.end).toBe('finished');
}
