// Programs in the folder `snippets`, and what CPython 3.14.2 printed for them.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { simulate } from '../../simulated.ts';

const FOLDER = join(import.meta.dirname, 'snippets');

/** Runs a recorded program; its output is to be CPython's. */
export function expectRecorded(name: string): void {
  const text = readFileSync(join(FOLDER, `${name}.py`), 'utf8');
  const { outcome, stdout } = simulate(text, { name: `${name}.py` });
  expect(stdout.split('\n')).toEqual(readFileSync(join(FOLDER, `${name}.out`), 'utf8').split('\n'));
  expect(outcome.end).toBe('finished');
}
