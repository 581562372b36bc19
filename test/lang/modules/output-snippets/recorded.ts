// Programs beside this file, and what CPython 3.14.2 wrote to its two outputs for them. Time stands
// still at 1 700 000 000.123456 in them; the program's file is what tracebacks call it.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { simulate } from '../../../simulated.ts';

/** Runs a recorded program; its outputs are to be CPython's. */
export function expectRecordedOutputs(name: string): void {
  const read = (ending: string): string =>
    readFileSync(join(import.meta.dirname, `${name}.${ending}`), 'utf8');
  const options = { name: `${name}.py`, epoch: 1_700_000_000.123456 };
  const { outcome, stdout, stderr } = simulate(read('py'), options);
  expect(stdout.split('\n')).toEqual(read('out').split('\n'));
  expect(stderr.split('\n')).toEqual(read('err').split('\n'));
  expect(outcome.end).toBe('finished');
}
